/**
 * Words that a full stop does not end, by what may follow them. Entries are lower-case, without the last stop.
 * Sources: the style books of news agencies (titles, months, states), CLDR's sentence-break suppressions.
 */
export interface Abbreviations {
  /** A name follows: never the end of a sentence (`Gen. Powell`). */
  readonly leading: ReadonlySet<string>;
  /** A number follows (`No. 5`, `Jan. 5`); before anything else it may end a sentence. */
  readonly counting: ReadonlySet<string>;
  /** May end a sentence; does so only before a word that begins one (`Inc. The`). */
  readonly trailing: ReadonlySet<string>;
  /** Words that begin a sentence far more often than they follow an abbreviation, lower-case. */
  readonly starters: ReadonlySet<string>;
  /** Whether a number with a full stop is an ordinal (`3. Oktober`). */
  readonly ordinalStop: boolean;
}

interface Words {
  readonly leading?: string;
  readonly counting?: string;
  readonly trailing?: string;
  readonly starters?: string;
  readonly ordinalStop?: boolean;
}

const INTERNATIONAL: Words = {
  leading: 'dr prof st vs v cf mr mrs ms approx ca',
  counting: 'no nr pp vol fig art',
  trailing: 'inc corp ltd co bros plc etc jr sr ph.d',
};

const BY_LANGUAGE: Readonly<Record<string, Words>> = {
  en: {
    leading: `mx messrs mmes gen sen sens rep reps gov govs lt col sgt cpl pvt capt cmdr cdr maj brig adm pres
      supt insp det rev fr msgr hon amb atty asst assoc mt viz rs e.g i.e eg ie al.-gen atty.-gen lt.-gen maj.-gen
      lt.-col sgt.-maj vice-adm spc pfc ofc`,
    counting: `jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun nos p pg
      sec ch chap para eq ex ver circa c op`,
    trailing: `u.s u.n u.k e.u u.s.a u.s.s.r d.c p.a l.a n.y a.m p.m b.c a.d c.e b.c.e esq llc cos ave blvd rd hwy dept
      univ assn bldg est al m.d b.a m.a m.b.a ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn
      miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que n.h n.j n.m n.c n.d s.c s.d r.i w.va b.c
      intl natl govt min max tel ext mfg ft`,
    starters: `the a an this that these those he she it they we you i his her its their our my your there here in on at
      by for from with without within to of as after before during since until while when where why how who what which
      whose whether if unless although though because but and or nor so yet however meanwhile moreover also then thus
      therefore nevertheless instead still now today yesterday tomorrow earlier later once only even just not no nobody
      nothing none some many most several few all both each every another other others such under over about against
      among between despite according despite following per through throughout is are was were do does did has have had
      can could will would should may might must let please both either neither one two three four five six seven eight
      nine ten last next some someone everyone everything`,
  },
  es: {
    leading: 'sr sra srta sres dra d dña lic ing gral cnel pdte ee av avda mons excmo p.ej',
    counting: 'núm pág págs cap tel ene feb abr ago sept oct nov dic',
    trailing: 'ee.uu uu ud uds s.a s.l a.c d.c a.m p.m c.v',
    starters: `el la los las un una unos unas este esta estos estas ese esa eso él ella ellos ellas su sus en de del al a
      con por para según tras desde hasta cuando como pero y o además también sin sobre entre no se lo si aunque mientras
      así hoy ayer todos todo cada otro otra`,
  },
  de: {
    leading:
      'hr fr frl dipl ing bzw z.b d.h u.a v.a z.t sog evtl ggf inkl exkl vgl gen s bsp mag hl geb gest',
    counting: 'abs kap bd jan feb mär apr jun jul aug sept okt nov dez tel',
    trailing: 'usw str mio mrd chr jh uhr',
    starters: `der die das ein eine einer er sie es wir ihr ich dies diese dieser dieses in im am an auf aus bei mit nach von
      vor zu zum zur für über unter aber und oder doch auch so wenn als da dann nun hier dort seit während nicht kein
      keine laut jedoch denn`,
    ordinalStop: true,
  },
  fr: {
    leading: 'm mm mme mmes mlle me mgr gén c.-à-d',
    counting: 'n° janv févr avr juil sept oct nov déc chap',
    trailing: 'av j.-c apr env éd',
    starters: `le la les l un une des ce cet cette ces il elle ils elles on nous vous je son sa ses leur leurs en dans de du
      à au aux avec par pour sur sous selon après avant depuis mais et ou donc or ni car si quand lorsque comme aussi ainsi
      cependant alors`,
  },
  it: {
    leading: 'sig sigg dott dott.ssa avv ing on arch',
    counting: 'pag pagg cap',
    trailing: 's.p.a s.r.l ecc a.c d.c',
    starters:
      'il lo la i gli le un uno una questo questa in di da con per su tra ma e o se quando come anche non si',
  },
  pt: {
    leading: 'sra srta dra d exmo eng',
    counting: 'pág núm cap',
    trailing: 's.a ltda a.c d.c',
    starters:
      'o a os as um uma este esta esse essa ele ela eles elas em no na de do da com por para mas e ou se quando',
  },
  ru: {
    leading: 'т.е т.н т.к т им ул пр пл акад проф доц св тов гр о и.о зам ген напр см ср д просп пер обл р',
    counting: 'стр рис гл янв февр апр авг сент окт нояб дек ст п',
    trailing: 'г гг в вв н.э э т.д т.п др пр руб коп млн млрд тыс чел кв',
    starters: `он она оно они мы вы я это эта этот эти в на по с со к ко у о об от до для при из за под над без через после
      перед но и а или однако также тогда так как когда если что чтобы хотя все всё его её их не`,
  },
  nl: {
    leading: 'dhr mevr mw ir drs mr bijv d.w.z',
    trailing: 'enz',
    starters: 'de het een hij zij in op van maar en',
  },
  tr: { leading: 'av sn op yrd doç', counting: 's', trailing: 'vb vs', ordinalStop: true },
  ro: { leading: 'dl dna dnul str', trailing: 'etc d.hr î.hr' },
  el: { leading: 'κ κα κκ δρ αγ π.χ δηλ', trailing: 'κ.λπ κ.ά μ.χ π.μ μ.μ' },
  pl: { leading: 'ul np tzw prof dr inż mgr św im gen', trailing: 'r w itd itp tys mln', ordinalStop: true },
  cs: { leading: 'tzv např mgr ing', ordinalStop: true },
  da: { leading: 'bl.a f.eks', ordinalStop: true },
  nb: { leading: 'bl.a f.eks', ordinalStop: true },
  fi: { leading: 'esim ts', ordinalStop: true },
  hu: { leading: 'pl ún', ordinalStop: true },
  ar: { leading: 'د أ م ص', trailing: 'م.م ق.م' },
  hi: { leading: 'डॉ श्री प्रो' },
  vi: { leading: 'tp ts ths gs pgs q' },
};

const cache = new Map<string, Abbreviations>();

/** The abbreviations of a language (BCP 47; the primary subtag counts), together with the international ones. */
export function abbreviationsOf(language: string): Abbreviations {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  const known = cache.get(primary);
  if (known !== undefined) return known;
  const own = BY_LANGUAGE[primary] ?? {};
  const made: Abbreviations = {
    leading: wordSet(INTERNATIONAL.leading, own.leading),
    counting: wordSet(INTERNATIONAL.counting, own.counting),
    trailing: wordSet(INTERNATIONAL.trailing, own.trailing),
    starters: wordSet(own.starters),
    ordinalStop: own.ordinalStop ?? false,
  };
  cache.set(primary, made);
  return made;
}

function wordSet(...lists: readonly (string | undefined)[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list?.split(/\s+/).filter((word) => word !== '') ?? []));
}
