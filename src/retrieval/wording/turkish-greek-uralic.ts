import type { Wording } from './wording.ts';

export const tr: Wording = {
  nounSide: 'both',
  asks: {
    person: 'kim(?:in|e|i|den|le|ler|dir|di|lerdir|inle)?',
    place: 'nere(?:de|ye|den|si|sidir|dedir|li|yi)* nerde*',
    time: '(?:ne_zaman*|kaç_yılında|kaç_yılı|saat_kaçta) hangi_(?:yıl|tarih|gün|ay|yüzyıl|sene|dönem)*',
    number: 'kaç(?:ı|ıncı|tır|tı|ta)? ne_(?:kadar|sıklıkla|büyüklükte)',
    duration:
      'ne_kadar(?:_süre|_zaman|(?=_sür*)) kaç_(?:yıl|gün|ay|saat|dakika|hafta|saniye)(?:dır|dir|boyunca)?',
    money: 'kaç(?=_(?:para|dolar|lira|euro|tl)*) ne_kadar(?=_(?:para|tut|maliyet|ücret|öde|harca)*)',
    percent: 'yüzde_kaç*',
    reason: 'neden niçin niye hangi_nedenle',
    manner: 'nasıl* ne_şekilde',
    name: 'ad(?:ı|ları)_ne(?:dir|ydi)?',
    'yes-no': 'm[ıiuü](?:d[ıiuü]r|yd[ıiuü])?',
  },
  which: 'hangi* ne neyi neye neyin neyle neler nedir nelerdir neydi',
  nouns: {
    person:
      'oyuncu* başkan* aktör* şarkıcı* yazar* politikacı* bakan* lider* senatör* vali* kral* teknik_direktör* sanatçı* müzisyen* bilim_insanı* kişi* adam* kadın* aday* yönetmen* hakim* imparator* filozof* kurucu* general* mucit*',
    place:
      'ülke* şehir* şehr* kent* eyalet* köy* yer* bölge* kıta* ulus* ada* il ilde ilçe* başkent* havaalan* nehir* nehr* göl* semt* stadyum* cadde* park* deniz* dağ* vilayet*',
    time: 'yıl* ay ayda gün* tarih* yüzyıl* çağ* dönem* sezon* hafta* saat* zaman*',
    number:
      'sayı* nüfus* toplam* büyüklü* sıra* yaş* mesafe* uzaklı* yüksekli* uzunlu* ağırlı* hız* sıcaklı* genişli* derinli* alan* oran* skor* sonu[cç]*',
    money: 'fiyat* maliyet* maaş* tutar* bütçe* gelir* değer*',
    percent: 'yüzde* oran*',
    duration: 'süre*',
    reason: 'neden* sebe[bp]*',
  },
  speech: 'söyle* dedi* açıkla* iddia* belirt* vurgula* eleştir* uyar* göre',
  because: 'çünkü nedeniyle yüzünden dolayı sayesinde için sebe[bp]* neden* böylece sonucu* yol_açtı',
  words: {
    today: 'dün bugün yarın',
    number:
      'iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen doksan yüz yarısı yarım çeyrek düzine onlarca yüzlerce binlerce',
    scale: 'yüz bin milyon* milyar* trilyon*',
    currency: 'dolar* euro* avro* sterlin* lira* yen* ruble* frank* tl kuruş*',
    percent: 'yüzde',
    unit: 'saniye* dakika* saat* gün* hafta* ay aylık aydır yıl* sene* asır*',
    year: 'yılında yılı yılının yılına yılından yıllarında',
    century: 'yüzyıl* asır*',
    joiner: 've bin de',
  },
};

export const el: Wording = {
  asks: {
    place: '(?:από_)?πού',
    time: '(?:(?:από|έως|μέχρι)_)?πότε',
    number: 'πόσ(?:ο|α|ες|οι|ους|ων|η|ης|ο_συχνά|ο_μακριά)',
    duration:
      '(?:(?:για|επί|σε)_)?πόσο(?:_καιρό|_χρόνο|(?=_(?:διαρκ|διήρκ|κράτη)*)) (?:για|επί)_πόσ(?:α|ες|ους)_*',
    money: 'πόσ[οα](?=_(?:κόστι|κοστίζ|χρήμα|λεφτά|πλήρω|αξίζ)*)',
    reason: 'γιατί για_ποιο(?:ν)?_λόγο',
    manner: 'πώς με_ποιο(?:ν)?_τρόπο',
    name: 'πώς(?=_(?:ονομ|λεγ|λέγ|λεν|λένε|τον_λέ)*)',
  },
  unlessNoun: { person: 'ποι(?:ος|ον|οι|ους|ου|ανού|ων)' },
  which: 'ποι(?:α|ο|ες|ας|αν) τι',
  nouns: {
    person:
      'παίκτ* πρόεδρ* ηθοποι* τραγουδ* συγγραφ* πολιτικ[όοή]* υπουργ* ηγέτ* γερουσιαστ* κυβερνήτ* βασιλ* προπονητ* καλλιτέχν* μουσικ[όοή]* επιστήμ* άτομ* πρόσωπ* άνθρωπ* άνδρ* γυναίκ* υποψήφι* διευθυντ* σκηνοθέτ* δικαστ* αυτοκράτορ* φιλόσοφ* ιδρυτ* στρατηγ* εφευρέτ*',
    place:
      'χώρ* πόλ(?:η|ης|εις|εων) πολιτεί* χωρι* χωριό μέρ(?:ος|η) τόπ* περιοχ* ήπειρ* έθν* νησ* επαρχί* πρωτεύουσ* αεροδρόμι* ποτάμι* ποταμ* λίμν* συνοικί* στάδι* δρόμ* πάρκ* έδρα θάλασσ* ωκεαν* βουν* νομ[όο]* κράτ*',
    time: 'έτος έτη χρον* χρόν* χρονιά* μήν* μέρα* ημέρα* ημερομηνί* αιών* δεκαετί* εποχ* σεζόν εβδομάδ* ώρα* περίοδ* στιγμή*',
    number:
      'αριθμ* ποσότητ* πληθυσμ* σύνολ* μέγεθ* ηλικί* απόστασ* ύψος μήκος βάρος ταχύτητ* θερμοκρασί* πλάτος βάθος έκταση* ρυθμ* αναλογί* συχνότητ* σκορ αποτέλεσμα',
    money: 'τιμ[ήη] κόστος μισθ* ποσ[όο] προϋπολογισμ* εισόδημ* αξί*',
    percent: 'ποσοστ* μερίδι*',
    duration: 'διάρκει*',
    reason: 'αιτί* λόγο[ςι]? λόγ*',
  },
  speech: 'είπε* δήλω* λέει υποστήρι* ανακοίνω* τόνισ* επέκρι* προειδοποί* σύμφωνα',
  because: 'επειδή διότι λόγω εξαιτίας χάρη αιτί* ώστε προκειμένου συνέπει* αποτέλεσμα γι.αυτό καθώς',
  places: 'στ(?:ο|η|ην|ον|ις|α|ους) από σε προς κοντά',
  words: {
    month:
      'ιανουάρι* φεβρουάρι* μάρτι* απρίλι* μάϊ?ο* μάιο* ιούνι* ιούλι* αύγουστ* σεπτέμβρι* οκτώβρι* νοέμβρι* δεκέμβρι*',
    weekday: 'δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή',
    today: 'χθες χτες σήμερα αύριο',
    number:
      'δύο δυο τρεις τρία τριών τέσσερ* πέντε έξι επτά εφτά οκτώ οχτώ εννέα εννιά δέκα έντεκα δώδεκα δεκα* είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα εκατό εκατόν διακόσι* τριακόσι* δεκάδες ντουζίνα μισ[όά]* τρίτο τέταρτο διπλάσι*',
    scale: 'εκατοντάδες χιλιάδ* χίλι* εκατομμύρι* δισεκατομμύρι* εκατ δισ',
    currency: 'δολάρι* δολαρίων ευρώ λίρ* δραχμ* γιεν ρούβλι* φράγκ* μάρκ*',
    percent: 'τοις_εκατό τοις ποσοστ*',
    unit: 'δευτερόλεπτ* λεπτ[άώό] ώρ(?:α|ες|ών|ας) ημέρ* μέρ(?:α|ες) εβδομάδ* μήν(?:α|ες|ας|ών) έτη ετών χρόνι* δεκαετί* αιώνες',
    century: 'αιώνα* αιών',
    of: 'του ου ος',
    joiner: 'της των και ντε φον',
  },
};

export const fi: Wording = {
  asks: {
    person: 'kuka ketkä kenen kenelle ketä keneltä kenet keiden',
    time: 'milloin mistä_lähtien',
    number:
      'kuinka_(?:mon|paljon|suur|vanha|korkea|kaukana|usein|syvä|leveä|painava|nopea)* montako paljonko kuinka_moni* miten_(?:mon|paljon)*',
    duration: '(?:kuinka|miten)_(?:kauan|pitkään|pitkä*)',
    money: 'paljonko(?=_(?:maks|raha)*) kuinka_paljon(?=_(?:raha|maks)*) mitä_maks*',
    reason: 'miksi minkä_(?:vuoksi|takia) mistä_syystä',
    manner: 'miten kuinka millä_tav*',
    name: 'mikä_on_*_nimi',
    'yes-no': '(?:on|oli|ovat|olivat)ko',
  },
  unlessNoun: { place: 'missä mistä mihin minne' },
  which: 'mikä mitkä mitä minkä mille milt[äa] millä minä mink[äa]lainen mill[äa]i[ns]* kumpi kumm[ai]n?',
  nouns: {
    person:
      'pelaaja* presiden* näyttelij* laulaj* kirjailij* poliitik* minister* johtaj* senaattor* kuvernöör* kuninga* valmentaj* taiteilij* muusik* tutkij* tiedemie* henkilö* ihmi* mie[sh]* nai[ns]* ehdokas* ohjaaj* tuomar* keisar* filosof* perustaj* kenraal* keksij*',
    place:
      'maa[ns]* maassa kaupun[gk]* osavaltio* kylä* paik* aluee* alue* maanosa* mante[re]* saar[ei]* lääni* maakun* pääkaupun* lentokent* jo[ke]* järv* kaupunginosa* stadion* kadu* katu* puisto* mer* vuor* kunna* kunta*',
    time: 'vuo[sn]* vuonna kuukau* kuussa päiv* vuosisa* vuosikymmen* aikakau* kau[sd]* viiko* viikko* kello* ajanjakso* aika* ajan*',
    number:
      'määrä* lukumäärä* luku väkiluku* asukasluku* koko* kokoinen ikä* etäisyy* korkeu* pituu* paino* nopeu* lämpötil* leveys* syvyy* pinta-al* aste* suhde* tulos*',
    money: 'hinta* hinnan kustannu* palkka* summa* budjet* tulo* arvo*',
    percent: 'prosent* osuu*',
    duration: 'kesto*',
    reason: 'syy* syyt* peruste*',
  },
  speech: 'sano* kerto* väitt* ilmoit* totesi* korost* arvostel* varoit* mukaan',
  because: 'koska sillä takia vuoksi ansiosta siksi syy* jotta johtui johtuu aiheutt* seuraukse*',
  words: {
    month: '(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu*',
    weekday: '(?:maanan|tiis|torst|perjan|lauan|sunnun)tai* keskiviikk*',
    today: 'eilen tänään huomenna',
    number:
      'kaksi kahden kahta kolme* neljä* viisi viiden kuusi kuuden seitsemän kahdeksan yhdeksän kymmenen (?:yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän)toista *kymmentä *sataa sata tuhansia puolet kolmasosa* neljännes* tusina* kymmeniä satoja',
    scale: 'sata* tuhat* tuhan* miljoon* miljard* biljoon*',
    currency: 'dollari* euro* punta* jeni* rupla* frangi* markka* markkaa sentti*',
    percent: 'prosent*',
    unit: 'sekun* minuut* tunti* tunnin tuntia päiv* vuorokau* viiko* viikkoa kuukau* vuotta vuoden vuosia vuosikymmen* vuosisato*',
    century: 'vuosisa* luvulla luvun luvulta luku',
    joiner: 'ja von de van',
  },
};

export const hu: Wording = {
  asks: {
    person: 'kik?(?:et|t|nek|vel|től|hez|é)?',
    place: 'hol hová hova honnan merre',
    time: 'mikor mióta (?:mely|melyik)_(?:évben|évtől|napon|században|hónapban)',
    number: 'hány* mennyi* milyen_(?:magas|nagy|messze|gyakran|idős|mély|széles|nehéz|gyors)*',
    duration:
      'mennyi_(?:ideig|idő)* meddig hány_(?:évig|napig|hónapig|óráig|percig|hétig) milyen_(?:hosszú|sokáig)*',
    money: 'mennyi(?:be|ért)* mennyi_pénz* hány(?=_(?:dollár|forint|euró)*)',
    percent: 'hány_százalék*',
    reason: 'miért mi_okból mi_az_oka*',
    manner: 'hogyan miként milyen_módon',
    name: 'hogy(?=_(?:hív|nevez)*) (?:hogyan|minek)_(?:hív|nevez)*',
  },
  which: 'mely* milyen* mi mit miben mivel mire miből micsoda mik',
  nouns: {
    person:
      'játékos* elnök* színész* énekes* szerző* író* politikus* miniszter* vezető* szenátor* kormányzó* király* edző* művész* zenész* tudós* személy* ember* férfi* nő jelölt* igazgató* rendező* bíró* császár* filozófus* alapító* tábornok* feltaláló*',
    place:
      'ország* város* állam* falu* hely* régió* kontinens* nemzet* sziget* megye* megyé* tartomány* főváros* repülőtér* folyó* tó* kerület* stadion* utca* park* terület* tenger* hegy*',
    time: 'év* hónap* nap* dátum* század* évtized* korszak* szezon* hét* órá* időszak* idő*',
    number:
      'szám* mennyiség* népesség* lakosság* méret* kor* életkor* távolság* magasság* hossz* súly* sebesség* hőmérséklet* szélesség* mélység* arány* eredmény*',
    money: 'ár* költség* fizetés* összeg* költségvetés* bevétel* érték*',
    percent: 'százalék* arány*',
    duration: 'időtartam*',
    reason: 'ok oka okok okból',
  },
  speech: 'mond* nyilatkoz* állít* bejelent* kijelent* hangsúlyoz* bírál* figyelmeztet* szerint közöl*',
  because: 'mert mivel miatt köszönhető* ezért ok* azért hogy következté* okoz* vezetett ugyanis',
  words: {
    month:
      '(?:január|február|március|április|május|június|július|augusztus|szeptember|október|november|december)*',
    weekday: '(?:hétfő|kedd|szerd|csütörtök|péntek|szombat|vasárnap)*',
    today: 'tegnap holnap',
    number:
      'kettő két három* négy* öt hat hét nyolc kilenc tíz* tizen* húsz* huszon* harminc* negyven* ötven* hatvan* hetven* nyolcvan* kilencven* száz* ezer* tucat* fele fél harmad* negyed*',
    scale: 'száz* ezer* millió* milliárd* billió*',
    currency: 'dollár* euró* font* forint* jen* rubel* frank* márka*',
    percent: 'százalék*',
    unit: 'másodperc* perc* óra órá* nap napos napig hét hetes hónap* év éves évig évtized* évszázad*',
    year: 'évben évi',
    century: 'század*',
    joiner: 'és de von van',
  },
};
