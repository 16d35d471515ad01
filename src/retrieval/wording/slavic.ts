import type { Wording } from './wording.ts';

export const ru: Wording = {
  asks: {
    person: 'кто кого кому (?:с_|перед_)?кем о_ком чей чья ч[ьё]ё чьи чьим* чьей',
    place: 'где куда откуда',
    time: 'когда с_каких_пор',
    number: 'сколько скольк* насколько как_(?:часто|далеко|высоко|много|глубоко) который_по_счёту',
    duration: 'как_долго сколько_(?:времени|лет|дней|часов|минут|секунд|недель|месяцев|веков) как_давно',
    money: 'сколько(?=_(?:стои|заплат|плат|зараб|потрат|денег)*) во_сколько_обош*',
    percent: 'какой_процент как(?:ая|ую)_(?:доля|долю) сколько_процент* какому_проценту',
    reason: 'почему зачем отчего из-за_чего вследствие_чего благодаря_чему по_какой_причине',
    manner: 'как каким_(?:образом|способом) при_помощи_чего',
    name: 'как(?=_(?:называ|назва|зовут|звали|именова|назыв)*)',
    'yes-no': 'ли',
  },
  which: 'как(?:ой|ая|ое|ие|ого|ому|им|ом|ую|их|ими) котор* что чего чему (?:в_|о_|об_|на_)?ч[её]м каков*',
  nouns: {
    person:
      'игрок* президент* акт[её]р* актрис* певец певиц* певца автор* писател* политик* министр* лидер* сенатор* губернатор* корол* королев* тренер* художник* музыкант* уч[её]н* человек* людей люди мужчин* женщин* кандидат* режисс[её]р* директор* судь* император* философ* основател* генерал* изобретател*',
    place:
      'стран* город* штат* место мест[ае] район* регион* континент* остров* округ* провинц* столиц* аэропорт* рек[аеиу] озер* области стадион* улиц* парк* государств* территор* част[ьи] университет*',
    time: 'год* месяц* день дня дни дату дата дате век* веке столети* десятилети* эпох* сезон* недел* час* период* время времен*',
    number:
      'числ* количеств* населени* размер* возраст* расстояни* высот* длин* вес* скорост* температур* ширин* глубин* площад* коэффициент* частот* сч[её]т* уров[её]н*',
    money: 'цен* стоимост* сумм* зарплат* бюджет* доход*',
    percent: 'процент* дол[яюи]',
    duration: 'продолжительност* срок*',
    reason: 'причин*',
  },
  speech:
    'сказа* говор* заяви* заявля* утвержда* объяви* сообщи* отмети* считает думает предупреди* потребова* призва* по_словам написа*',
  because:
    'потому так_как поскольку из-за благодаря вследствие причин* поэтому чтобы в_результате привел* вызва* ввиду в_связи следстви*',
  places: 'в во на из с около к под у возле до',
  words: {
    month: 'январ* феврал* март* апрел* ма[йяе] мае июн* июл* август* сентябр* октябр* ноябр* декабр*',
    weekday: 'понедельник* вторник* сред[уы] четверг* пятниц[ыу] суббот[уы] воскресень*',
    today: 'вчера сегодня завтра позавчера',
    number:
      'дв[ае] двух двумя двум двое тр[её]х три тремя тр[ёе]м трое четыр* пять пяти шесть шести семь семи восемь восьми девять девяти десять десяти *надцать *надцати двадцать двадцати тридцать тридцати сорок* пятьдесят* шестьдесят* семьдесят* восемьдесят* девяност* сто ста двести триста четыреста *сот половин* треть четверть полтора дюжин*',
    scale: 'тысяч* миллион* миллиард* триллион* тыс млн млрд сотен сотни десятк*',
    currency: 'доллар* евро фунт* рубл* иен* йен* франк* марок цент* юан* гривен гривн*',
    percent: 'процент*',
    unit: 'секунд* минут* час час[аов]* дня дней день дни суток сут* недел* месяц* лет года десятилети* столети* век[аов]*',
    year: 'год году года годом годы годов годах гг г х е',
    century: 'век* столети* вв',
    joiner: 'и фон де ван дер да ди аль эль ибн бин оф',
  },
};

export const uk: Wording = {
  asks: {
    person: '(?:(?:з|від|для|перед)_)?(?:хто|кого|кому|ким) чи[йяєї]',
    place: 'де куди звідки',
    time: 'коли (?:з|відколи|доки)_коли',
    number: 'скільк* наскільки як_(?:часто|далеко|високо|багато|глибоко)',
    duration: 'як_довго скільки_(?:часу|років|днів|годин|хвилин|секунд|тижнів|місяців)',
    money: 'скільки(?=_(?:кошту|заплат|плат|зароб|витрат|грошей)*)',
    reason: 'чому навіщо через_що з_якої_причини',
    manner: 'як яким_(?:чином|способом)',
    name: 'як(?=_(?:назива|назва|звати|звали|звуть|імену)*)',
    'yes-no': 'чи',
  },
  which: 'як(?:ий|а|е|і|ого|ої|им|ому|ій|их|ими|у|ою) котр* що чого чим (?:в|у|на|про)_(?:що|чому)',
  nouns: {
    person:
      'гравец* гравц* президент* актор* актрис* співак* співачк* автор* письменник* політик* міністр* лідер* сенатор* губернатор* корол* тренер* художник* музикант* вчен* науков* людин* людей люди чоловік* жінк* кандидат* режисер* директор* судд* імператор* філософ* засновник* генерал* винахідник*',
    place:
      'країн* міст[оаіу] місц* район* регіон* штат* континент* остр[оі]в* округ* провінц* столиц* аеропорт* річк* озер* област* стадіон* вулиц* парк* держав* територ*',
    time: 'рік року році роки роках місяц* день дня дні дат[аиу] століт* десятиліт* епох* сезон* тиж[дн]* годин* період* час*',
    number:
      'числ* кільк[оі]ст* населен* розмір* вік відстан* висот* довжин* ваг[аиу] швидк[оі]ст* температур* ширин* глибин* площ* коефіцієнт* частот* рахун* рів[ен]н*',
    money: 'цін* вартість вартост* сум* зарплат* бюджет* дохо[дi]*',
    percent: 'відсот* част[кц]*',
    duration: 'тривал[оі]ст*',
    reason: 'причин*',
  },
  speech:
    'сказа* говор* заяви* заявля* стверджу* оголос* повідоми* зазначи* вважає попереди* вимага* заклика* за_словами',
  because: 'тому бо оскільки через завдяки внаслідок причин* щоб призве* спричин*',
  places: 'в у на з із зі до від під біля коло',
  words: {
    month:
      'січ[ен]* лют(?:ий|ого|ому|им) берез(?:ень|ня|ні|нем) квіт(?:ень|ня|ні|нем) трав(?:ень|ня|ні|нем) черв(?:ень|ня|ні|нем) лип(?:ень|ня|ні|нем) серп(?:ень|ня|ні|нем) верес(?:ень|ня|ні|нем) жовт(?:ень|ня|ні|нем) листопад[аі]? груд(?:ень|ня|ні|нем)',
    weekday: "понеділ[ок]* вівтор[ок]* серед[уи] четвер* п[’']ятниц[юі] субот[уи] неділ[юі]",
    today: 'вчора учора сьогодні завтра',
    number:
      "дв[аі] двох двома двоє три трьох трьома троє чотир* п[’']ять п[’']яти шість шести сім семи вісім восьми дев[’']ять дев[’']яти десять десяти *надцять двадцять тридцять сорок п[’']ятдесят шістдесят сімдесят вісімдесят дев[’']яносто сто ста двісті триста чотириста *сот половин* третин* чверть дюжин*",
    scale: 'тисяч* мільйон* мільярд* трильйон* тис млн млрд сотень сотні десятк*',
    currency: 'долар* євро фунт* рубл* гривень гривн* єн* франк* марок цент*',
    percent: 'відсот* процент*',
    unit: 'секунд* хвилин* годин* дн[іяь]* днів день доб* тиж[дн]* місяц* років роки рок[аи] десятиліт* століть',
    year: 'рік року році роком роки роках рр р х',
    century: 'століт* ст вік* віку',
    joiner: 'і та й фон де ван дер',
  },
};

export const pl: Wording = {
  asks: {
    person: '(?:(?:z|od|do|dla|przez|przed)_)?(?:kto|kogo|komu|kim) czyj*',
    place: 'gdzie dokąd skąd',
    time: '(?:(?:od|do)_)?kiedy',
    number: 'il[eu] iloma jak_(?:dużo|wiele|często|daleko|wysok|duż|star|głębok)*',
    duration: 'jak_długo ile_(?:czasu|lat|dni|godzin|minut|sekund|tygodni|miesięcy)',
    money: 'ile(?=_(?:koszt|zapłac|płac|zarab|zarobi|pieniędzy|wyda)*)',
    reason: 'dlaczego czemu po_co z_jakie(?:go|j)_(?:powodu|przyczyny)',
    manner: 'jak w_jaki_sposób',
    name: 'jak(?=_(?:się_)?(?:nazyw|nazwan|nazw|brzmi)*)',
    'yes-no': 'czy',
  },
  which: 'jak(?:i|a|ie|iego|iej|im|ich|ą|imi|iemu) któr* co czego czym',
  nouns: {
    person:
      'zawodnik* gracz* prezydent* aktor* aktork* piosenkar* autor* pisarz* polityk* minist[er]* przywódc* senator* gubernator* król* trener* artyst* muzyk* naukow* osob* człowiek* mężczyzn* kobiet* kandydat* dyrektor* reżyser* sędzi* cesarz* filozof* założyciel* generał* wynalazc*',
    place:
      'kraj* państw* miast* mieś[cć]* miejsc* miejscowoś* stan* region* kontynent* wysp* prowincj* województw* stolic* lotnisk* rzek* rzec* jezior* dzielnic* stadion* ulic* park* obszar* terytori* morz* góra gór* powiat* gmin*',
    time: 'rok* roku lat* miesiąc* miesiąc* dzień dnia dni dat* wiek* stuleci* dekad* dziesięcioleci* epo[kc]* sezon* tydzień tygodni* godzin* okres* czas* moment*',
    number:
      'liczb* ilość ilości populacj* ludność ludności rozmiar* wielkość wiek odległoś* wysokoś* długoś* wag[ai]* prędkoś* temperatur* szerokoś* głębokoś* powierzchni* współczynnik* częstotliwoś* wynik* numer*',
    money: 'cen[ayę] koszt* pensj* kwot* budżet* dochód dochod* wartość wartości sum*',
    percent: 'procent* odset[ek]*',
    duration: 'długość_trwania okres',
    reason: 'powod* powód przyczyn*',
  },
  speech:
    'powiedzia* mówi* oświadcz* stwierdz* ogłosi* twierdz* zaznaczy* skrytyk* uważa* ostrzeg* wezwa* według',
  because:
    'ponieważ gdyż bo dlatego z_powodu dzięki wskutek przyczyn* powod* aby żeby doprowadzi* spowodowa* bowiem więc',
  places: 'w we na z ze do od pod koło przy',
  words: {
    month:
      'stycz* lut(?:y|ego|ym) marz?[ec]* marca kwie(?:cień|tnia|tniu) maj[au]? czerw(?:iec|ca|cu) lip(?:iec|ca|cu) sierp* wrze[sś]* październik* listopad[au]?',
    weekday: 'poniedział[ek]* wtor[ek]* środ[ęya] czwart[ek]* piąt(?:ek|ku|ki) sobot[ęya] niedziel[ęia]',
    today: 'wczoraj dziś dzisiaj jutro',
    number:
      'dwa dwie dwóch dwoma dwoje trzy trzech trzema troje czter* pięć pięciu sześć sześciu siedem siedmiu osiem ośmiu dziewięć dziewięciu dziesięć dziesięciu *naście *nastu dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt sto stu dwieście trzysta czterysta *set połow[ay]* trzecia_część ćwierć tuzin*',
    scale: 'tysiąc* tysięcy milion* miliard* bilion* tys mln mld setki setek dziesiątki',
    currency: 'dolar* euro funt* rubl* złot[yea]* złotych jen* frank* marek cent*',
    percent: 'procent*',
    unit: 'sekund* minut* godzin* dni dzień dnia dób dob[ęya] tygodni* tydzień miesiąc* miesięcy lat lata dekad* stuleci',
    year: 'rok roku rokiem latach r',
    century: 'wiek wieku wieków stuleci[ae]',
    joiner: 'i von de van der',
  },
};

export const cs: Wording = {
  asks: {
    person: '(?:(?:s|od|do|pro|před)_)?(?:kdo|koho|komu|kým|kom) čí',
    place: 'kde kam odkud',
    time: 'kdy odkdy dokdy',
    number: 'kolik* jak_(?:mnoho|často|daleko|vysok|velk|star|hlubok)*',
    duration: 'jak_dlouho kolik_(?:času|let|dní|hodin|minut|sekund|týdnů|měsíců)',
    money: 'kolik(?=_(?:stoj|stál|zaplat|plat|vyděl|peněz)*)',
    reason: 'proč z_jakého_důvodu kvůli_čemu',
    manner: 'jak jakým_způsobem',
    name: 'jak_se(?=_(?:jmen|naz|řík)*)',
  },
  which: 'jak(?:ý|á|é|ého|ém|ému|ou|ým|ých|ými) kter* co čeho čím čemu',
  nouns: {
    person:
      'hráč* prezident* her(?:ec|ce|ečka|čka)* zpěva* autor* spisovatel* politik* minist[er]* vůdc* senátor* guvernér* král* trenér* uměl* hudebník* věd(?:ec|ce|ci) osob* člověk* muž* žen* kandidát* ředitel* režisér* soudc* císař* filoso* zakladatel* generál* vynálezc*',
    place:
      'zem[ěií] stát* měst* míst* region* kontinent* ostrov* provinc* kraj* hlavní letišt* ře[kc]* jezer* čtvrt* stadion* ulic* park* oblast* území moř* ho[rř]* okres* obc* obec',
    time: 'rok* roce let* měsíc* den dn[eyuí]* dat* století desetiletí epo[šc]h* sezón* týden týdn* hodin* obdob* dob[aěuy] čas* okamžik*',
    number:
      'počet počt* čísl* množství populac* velikost* věk* vzdálenost* výšk* délk* hmotnost* rychlost* teplot* šířk* hloubk* rozloh* ploch* poměr* frekvenc* výsled* skóre',
    money: 'cen[auyě] náklad* plat* částk* rozpoč* příj* hodnot*',
    percent: 'procent* podíl*',
    duration: 'délka_trvání',
    reason: 'důvod* příčin*',
  },
  speech: 'řekl* říká prohlás* tvrd[íi]* oznámi* uvedl* zdůrazn* kritiz* varova* vyzva* podle',
  because: 'protože neboť proto kvůli díky důsled* příčin* důvod* aby vedl* způsob* jelikož tedy',
  places: 've? na ze? do od u k pod',
  words: {
    month:
      'led(?:en|na|nu) únor[au]? březn[au] březen dubn[au] duben květn[au] květen červen(?:ec|ce|ci)? červn[au] srp(?:en|na|nu) září říj(?:en|na|nu) listopad[u]? prosin(?:ec|ce|ci)',
    today: 'včera dnes zítra',
    number:
      'dva dvě dvou dvěma tři tří třem čtyři čtyř pět pěti šest šesti sedm sedmi osm osmi devět devíti deset deseti *náct *nácti dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát sto sta dvě_stě tři_sta *set polovin* třetin* čtvrtin* tucet*',
    scale: 'tisíc* milion* miliard* bilion* tis mil mld stov[kc]* desít[ekc]*',
    currency: 'dolar* eur[ao]? lib(?:ra|er|ry) rubl* korun* jen* frank* marek cent*',
    percent: 'procent*',
    unit: 'sekund* minut* hodin* den dn[íyůe]* dní týd(?:en|nů|ny) měsíc* let roky rok[ůy]? desetiletí století',
    year: 'rok[ueay]? roce letech',
    century: 'století stol',
    joiner: 'a von de van der',
  },
};

export const bg: Wording = {
  asks: {
    place: 'къде откъде накъде',
    time: '(?:(?:от|до)_)?кога',
    number: 'колко колцина',
    duration: 'колко_(?:време|дълго|години|дни|часа|минути|секунди|седмици|месеца)',
    money: 'колко(?=_(?:струва|плаща|печели|пари)*)',
    percent: 'колко_процент*',
    reason: 'защо поради_каква_причина',
    manner: 'как по_какъв_начин',
    name: 'как_се(?=_(?:казва|нарича)*)',
    'yes-no': 'дали ли',
  },
  unlessNoun: { person: 'кой кого кому (?:на|с|от)_кого чи[йяеи]' },
  which: 'ко[яеи] какв[оаи] какъв що',
  nouns: {
    person:
      'играч* президент* актьор* актрис* певец* певиц* автор* писател* политик* министър* лидер* сенатор* губернатор* крал* треньор* художник* музикант* учен* човек* хора мъж* жена* кандидат* режисьор* директор* съдия* император* философ* основател* генерал* изобретател*',
    place:
      'стран* държав* град* мяст* район* регион* щат* континент* остров* окръг* провинц* столиц* летищ* рек* езер* област* стадион* улиц* парк* територ*',
    time: 'годин* месец* ден* дат* век* десетилети* епох* сезон* седмиц* час* период* врем*',
    number:
      'числ* брой* количеств* населени* размер* възраст* разстояни* височин* дължин* тегл* скорост* температур* ширин* дълбочин* площ* честот* резултат*',
    money: 'цен* стойност* сум* заплат* бюджет* доход*',
    percent: 'процент* дял*',
    duration: 'продължителност*',
    reason: 'причин*',
  },
  speech: 'каза* казва* заяв* твърд* обяв* съобщ* отбеляз* смята* предупред* призова* според',
  because:
    'защото тъй_като понеже заради поради благодарение вследствие причин* затова за_да довед* довел* предизвик*',
  places: 'в във на от до към край при',
  words: {
    today: 'вчера днес утре',
    number:
      'дв[ае] двама три трима четири* пет шест седем осем девет десет *надесет двадесет тридесет четиридесет петдесет шестдесет седемдесет осемдесет деветдесет сто двеста триста *стотин половин* трета четвърт* дузин*',
    scale: 'хиляд* милион* милиард* трилион* хил млн млрд стотици десетки',
    currency: 'долар* евро паунд* рубл* лев[а]? лева йен* франк* марки цент*',
    percent: 'процент* сто',
    unit: 'секунд* минут* час[а]? часове* ден дни дена седмиц* месец* години десетилети* века',
    year: 'година годината г',
    century: 'век векове',
    joiner: 'и фон де ван дер',
  },
};
