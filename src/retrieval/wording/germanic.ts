import type { Wording } from './wording.ts';

export const de: Wording = {
  capitalNouns: true,
  asks: {
    person: '(?:(?:von|mit|für|durch|gegen|zu)_)?we[rnm] wessen',
    place: 'wo woher wohin (?:von|bis)_wo',
    time: '(?:(?:seit|bis|ab)_)?wann',
    number:
      'wie_?viele?[nr]? wie_(?:groß|alt|hoch|weit|schnell|tief|breit|schwer|oft|häufig|stark|warm|kalt|klein)*',
    duration: '(?:(?:seit|für)_)?wie_lang*',
    money: 'wie_?viel(?=_(?:geld|kostet|verdient|zahlt|bezahlt)*) wie_teuer was(?=_(?:kostet|kosten)*)',
    reason: 'warum wieso weshalb weswegen wozu wodurch aus_welche[mn]_gr[uü]nd*',
    manner: 'wie auf_welche_(?:weise|art)',
    name: 'wie(?=_(?:heißt|heißen|hieß|hießen|nennt|nannte|lautet|lautete))',
  },
  which:
    'welche[rmns]? was(?:_für_ein*)? wor(?:in|an|auf|über|um|aus|unter) wo(?:mit|für|von|zu|gegen|bei|nach)',
  nouns: {
    person:
      'spieler* präsident* schauspieler* sänger* autor* schriftsteller* politiker* minister* (?:an)?führer* senator* gouverneur* könig* trainer* künstler* musiker* wissenschaftler* person* mann männer* frau frauen kandidat* direktor* regisseur* richter* kaiser* philosoph* gründer* general* entdecker* erfinder*',
    place:
      'land* länder* staat* stadt* städte* dorf ort* region* kontinent* nation* insel* provinz* bundesstaat* bundesland* hauptstadt flughafen fluss* see stadtteil* bezirk* stadion* straße* park* gebiet* meer* ozean* berg* landkreis* gemeinde*',
    time: 'jahr* monat* tag* datum* jahrhundert* jahrzehnt* epoche* saison* woche* uhrzeit zeit* zeitraum* ära zeitpunkt',
    number:
      'anzahl zahl nummer menge einwohnerzahl bevölkerung* gesamtzahl größe rang alter entfernung höhe länge gewicht geschwindigkeit temperatur breite tiefe fläche rate verhältnis häufigkeit ergebnis',
    money: 'preis* kosten gehalt summe* budget* betrag* einkommen wert',
    percent: 'prozent* anteil',
    duration: 'dauer zeitspanne',
    reason: 'ursache* gr[uü]nd*',
  },
  speech:
    'sagt* gesagt erklärt* behauptet* kündigt* angekündigt betont* versichert* kritisiert* meint* warnt* gefordert forderte* laut zufolge',
  because:
    'weil da wegen aufgrund dank ursache* grund gründe* deshalb daher darum damit um_zu führte* infolge folge verursacht* denn deswegen',
  places: 'in im aus nach von bei zu an am auf nahe zwischen vor',
  words: {
    month: 'jänner januars? märzes?',
    today: 'gestern heute morgen vorgestern',
    number:
      'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf *zehn *zwanzig *dreißig *vierzig *fünfzig *sechzig *siebzig *achtzig *neunzig *hundert *tausend dutzend* hälfte drittel viertel doppelt dreifach',
    scale: 'hundert* tausend* millionen? milliarden? billionen? mio mrd',
    currency: 'dollar* euros? pfund yen rubel franken mark cents?',
    percent: 'prozent* prozentpunkte*',
    unit: 'sekunden? minuten? stunden? tage?n? wochen? monate?n? jahre?n? jahrzehnte?n? jahrhunderte[ns]?',
    century: 'jahrhunderts? jh jhd',
    of: 'des',
    joiner: 'von der den van de zu und am an dem la',
  },
};

export const nl: Wording = {
  asks: {
    person: '(?:(?:van|met|door|aan|voor|tegen)_)?wie wiens',
    place: 'waar waarheen waarvandaan',
    time: '(?:sinds_)?wanneer',
    number: 'hoeveel* hoe_(?:groot|oud|hoog|ver|snel|diep|breed|zwaar|vaak|veel|warm|koud)*',
    duration: 'hoe_lang* hoeveel_tijd',
    money: 'hoeveel(?=_(?:geld|kost|betaal|verdien)*) hoe_duur',
    reason: 'waarom waardoor hoezo om_welke_reden*',
    manner: 'hoe op_welke_(?:manier|wijze)',
    name: 'hoe(?=_(?:heet|heette|heten|heetten|noemt|noemde|noemen))',
  },
  which: 'welke? wat waar(?:in|op|mee|voor|over|van|uit|aan|tegen|onder)',
  nouns: {
    person:
      'speler* president* act(?:eur|rice)* zanger* auteur* schrijver* politic* minister* leider* senator* gouverneur* koning* trainer* coach kunstenaar* muzikant* wetenschapper* persoon person* man vrouw kandidat* directeur* regisseur* rechter* keizer* filoso* oprichter* generaal uitvinder*',
    place:
      'land* stad steden staat dorp* plaats* plek regio* continent* natie* eiland* provincie* hoofdstad luchthaven vliegveld rivier* meer district* wijk* stadion* straat park* gebied* zee oceaan berg* gemeente*',
    time: 'jaar jaren maand* dag* datum eeuw* decennium tijdperk seizoen* week uur periode* tijd moment',
    number:
      'aantal* getal nummer hoeveelheid bevolking* totaal omvang grootte rang leeftijd afstand hoogte lengte gewicht snelheid temperatuur breedte diepte oppervlakte verhouding frequentie uitslag score inwonertal',
    money: 'prijs kosten salaris bedrag* budget* inkomen* waarde som',
    percent: 'percentage* aandeel deel',
    duration: 'duur',
    reason: 'oorza* reden*',
  },
  speech:
    'zei zegt zeiden gezegd verklaar* beweer* kondig* aangekondigd benadruk* verzeker* bekritiseer* vind[te]* waarschuw* volgens',
  because:
    'omdat doordat want wegens vanwege dankzij oorza* reden* daarom dus zodat om_te leidde* gevolg veroorza* door',
  places: 'in uit naar van bij te op nabij tussen aan',
  words: {
    today: 'gisteren vandaag morgen eergisteren',
    number:
      'twee drie vier vijf zes zeven acht negen tien elf twaalf *tien *twintig *dertig *veertig *vijftig *zestig *zeventig *tachtig *negentig *honderd *duizend tientallen dozijn helft derde kwart dubbel',
    scale: 'honderd* duizend* miljoen* miljard* biljoen* mln mld',
    currency: 'dollars? euros? pond yen roebel frank gulden cents? mark',
    percent: 'procent procentpunt*',
    unit: 'seconden? minuut minuten uur uren dag dagen week weken maand maanden jaar jaren decennia eeuwen',
    century: 'eeuw',
    joiner: 'van der den de het ter ten en la von',
  },
};

export const sv: Wording = {
  asks: {
    person: '(?:(?:av|med|för|till|mot)_)?vem vems',
    place: 'var vart varifrån',
    time: '(?:sedan_)?när',
    number: 'hur_(?:många|mycket|stor|gammal|hög|lång|ofta|djup|snabb|tung|bred|varm|kall)*',
    duration: 'hur_(?:länge|lång_tid)',
    money: 'hur_mycket(?=_(?:pengar|kosta|betala|tjäna)*) vad_kosta*',
    reason: 'varför av_vilken_anledning',
    manner: 'hur på_vilket_sätt',
    name: 'vad(?=_(?:heter|hette|kallas|kallades))',
  },
  which: 'vilke[nt] vilka vad vari',
  nouns: {
    person:
      'spelare* president* skådespelar* sångar* författar* politiker* minister* ledare* senator* guvernör* kung drottning tränare* konstnär* musiker* forskare* vetenskaps* person* man kvinna kandidat* direktör* regissör* domare* kejsare* filosof* grundare* general* uppfinnar*',
    place:
      'land* länder* stad* städer* stat* by plats* region* kontinent* nation* ö öar provins* län huvudstad* flygplats* flod* sjö* distrikt* stadsdel* arena* gata* park* område* hav* berg* kommun*',
    time: 'år* månad* dag* datum århundrade* sekel årtionde* epok* säsong* vecka* period* tid* tidpunkt',
    number:
      'antal* nummer mängd befolkning* invånarantal total* storlek* rang ålder avstånd* höjd* längd* vikt* hastighet* temperatur* bredd* djup* yta* andel* förhållande frekvens resultat*',
    money: 'pris* kostnad* lön* belopp* budget* inkomst* värde* summa*',
    percent: 'procent* procentandel andel',
    duration: 'varaktighet',
    reason: 'orsak* anledning* skäl*',
  },
  speech: 'sade sa säger sagt förklara* hävda* meddela* betona* kritisera* anser ansåg varna* enligt uppge*',
  because:
    'eftersom därför på_grund tack_vare orsak* anledning* skäl* så_att för_att ledde* följd berodde beror då',
  places: 'i från till vid på nära mellan',
  words: {
    today: 'igår idag imorgon',
    number:
      'två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo* trettio* fyrtio* femtio* sextio* sjuttio* åttio* nittio* *hundra *tusen tiotal* dussin* hälften tredjedel* fjärdedel* dubbel*',
    scale: 'hundra* tusen* miljon* miljard* biljon*',
    currency: 'dollar* euro pund yen rubel francs? kronor krona mark cent',
    percent: 'procent* procentenheter',
    unit: 'sekund* minut* timm[ea]* dag* dygn veck[ao]* månad* år årtionden* århundraden*',
    century: 'århundradet* sekel* tal talet',
    joiner: 'av och den von de van',
  },
};

export const da: Wording = {
  asks: {
    person: '(?:(?:af|med|for|til|mod)_)?hvem',
    place: 'hvor hvorhen hvorfra',
    time: '(?:siden_)?hvornår',
    number: 'hvor_(?:mange|meget|stor|gammel|høj|langt|ofte|dyb|hurtig|tung|bred|varm|kold|gamle|store)*',
    duration: 'hvor_(?:længe|lang_tid)',
    money: 'hvor_mange(?=_penge) hvor_meget(?=_(?:kost|betal|tjen)*) hvad_kost*',
    reason: 'hvorfor af_hvilken_(?:grund|årsag)',
    manner: 'hvordan på_hvilken_måde',
    name: 'hvad(?=_(?:hedder|hed|kaldes|kaldtes))',
  },
  which: 'hvilke[nt]? hvad hvori',
  nouns: {
    person:
      'spiller* præsident* skuespiller* sanger* forfatter* politiker* minister* leder* senator* guvernør* konge* dronning* træner* kunstner* musiker* forsker* person* mand kvinde kandidat* direktør* instruktør* dommer* kejser* filosof* grundlægger* general* opfinder*',
    place:
      'land* by byer stat* landsby* sted* region* kontinent* nation* ø øer provins* amt hovedstad* lufthavn* flod* sø distrikt* bydel* stadion* gade* park* område* hav* bjerg* kommune*',
    time: 'år* måned* dag* dato* århundrede* årti* epoke* sæson* uge* periode* tid* tidspunkt',
    number:
      'antal* nummer mængde befolkning* indbyggertal total* størrelse* rang alder afstand* højde* længde* vægt* hastighed* temperatur* bredde* dybde* areal* andel* forhold frekvens resultat*',
    money: 'pris* omkostning* løn* beløb* budget* indkomst* værdi* sum',
    percent: 'procent* procentdel andel',
    duration: 'varighed',
    reason: 'årsag* grund*',
  },
  speech: 'sagde siger sagt erklære* hævde* meddel* understrege* kritisere* mener mente advare* ifølge',
  because: 'fordi derfor på_grund takket_være årsag* grund* så_at for_at førte følge skyldes eftersom da',
  places: 'i fra til ved på nær mellem',
  words: {
    today: 'igår idag imorgen',
    number:
      'to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve *tyve tredive fyrre halvtreds* tres* halvfjerds* firs* halvfems* *hundrede *tusind dusin* halvdelen tredjedel* fjerdedel* dobbelt*',
    scale: 'hundrede* tusind* million* milliard* billion*',
    currency: 'dollar* euro pund yen rubler? francs? kroner krone mark cent',
    percent: 'procent* procentpoint',
    unit: 'sekund* minut* time[r]? timer dag* døgn uge* måned* år årtier århundreder',
    century: 'århundrede* tallet',
    joiner: 'af og den von de van',
  },
};

export const no: Wording = {
  asks: {
    person: '(?:(?:av|med|for|til|mot)_)?hvem',
    place: 'hvor hvorhen hvorfra',
    time: '(?:siden_)?når',
    number: 'hvor_(?:mange|mye|stor|gammel|høy|langt|ofte|dyp|rask|tung|bred|varm|kald|gamle|store)*',
    duration: 'hvor_(?:lenge|lang_tid)',
    money: 'hvor_mye(?=_(?:penger|kost|betal|tjen)*) hva_kost*',
    reason: 'hvorfor av_hvilken_(?:grunn|årsak)',
    manner: 'hvordan på_hvilken_måte',
    name: 'hva(?=_(?:heter|het|kalles|kaltes))',
  },
  which: 'hvilke[nt]? hva',
  nouns: {
    ...da.nouns,
    place: `${da.nouns.place} flyplass* elv* innsjø* fylke* fjell*`,
    time: 'år* måned* dag* dato* århundre* tiår* epoke* sesong* uke* periode* tid* tidspunkt*',
    reason: 'årsak* grunn*',
    percent: 'prosent* andel*',
  },
  speech: 'sa sier sagt erklær* hevde* kunngj* understrek* kritiser* mener mente advar* ifølge',
  because:
    'fordi derfor på_grunn takket_være årsak* grunn* slik_at for_at førte følge skyldes siden ettersom',
  places: 'i fra til ved på nær mellom',
  words: {
    today: 'igår idag imorgen',
    number:
      'to tre fire fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue* tretti* førti* femti* seksti* sytti* åtti* nitti* *hundre *tusen dusin* halvparten tredjedel* fjerdedel* dobbelt*',
    scale: 'hundre* tusen* million* milliard* billion*',
    currency: 'dollar* euro pund yen rubler? francs? kroner krone mark cent',
    percent: 'prosent* prosentpoeng',
    unit: 'sekund* minutt* time[r]? dag* døgn uke* måned* år tiår århundrer',
    century: 'århundre* tallet',
    joiner: 'av og den von de van',
  },
};
