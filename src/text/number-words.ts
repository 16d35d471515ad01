/** What number words and unit words stand for, folded to lower case. English first; a few scale words of others. */

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';
const TEENS_ON = 'seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth';
const ORDINAL_TENS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth';

const numbered = (words: string, value: (index: number) => number): [string, number][] =>
  words.split(' ').map((word, index) => [word, value(index)]);

/** `seven` -> 7, below twenty. */
export const SMALL_CARDINALS: ReadonlyMap<string, number> = new Map(
  numbered(`${ONES} ${TEENS_ON}`, (index) => index),
);

/** `forty` -> 40 */
export const TENS_CARDINALS: ReadonlyMap<string, number> = new Map([
  ...numbered(TENS, (index) => (index + 2) * 10),
  ['fourty', 40] as const,
]);

/** `fifth` -> 5, `fortieth` -> 40 */
export const ORDINAL_WORDS: ReadonlyMap<string, number> = new Map([
  ...numbered(ORDINALS, (index) => index),
  ...numbered(ORDINAL_TENS, (index) => (index + 2) * 10),
]);

/** Words that multiply what stands before them: `thousand`, `bn`, `млн`, `万`. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['thousands', 1e3],
  ['k', 1e3],
  ['lakh', 1e5],
  ['crore', 1e7],
  ['million', 1e6],
  ['millions', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['billion', 1e9],
  ['billions', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['trillions', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
  ['mil', 1e3],
  ['millón', 1e6],
  ['millones', 1e6],
  ['тысяча', 1e3],
  ['тысячи', 1e3],
  ['тысяч', 1e3],
  ['тыс', 1e3],
  ['миллион', 1e6],
  ['миллиона', 1e6],
  ['миллионов', 1e6],
  ['млн', 1e6],
  ['миллиард', 1e9],
  ['миллиарда', 1e9],
  ['миллиардов', 1e9],
  ['млрд', 1e9],
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
]);

/** Scales that count only when glued to digits (`5m`, `10k`): elsewhere they are other words. */
export const GLUED_SCALES: ReadonlySet<string> = new Set(['k', 'm', 'b', 'mil']);

/** `third` -> 1/3: fractions when a count stands before them or `of` after. */
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['halves', 1 / 2],
  ['third', 1 / 3],
  ['thirds', 1 / 3],
  ['quarter', 1 / 4],
  ['quarters', 1 / 4],
  ['fifth', 1 / 5],
  ['fifths', 1 / 5],
  ['sixth', 1 / 6],
  ['sixths', 1 / 6],
  ['eighth', 1 / 8],
  ['eighths', 1 / 8],
  ['tenth', 1 / 10],
  ['tenths', 1 / 10],
]);

/** Currency signs and words to ISO 4217 codes; a bare dollar or pound is taken for the commonest one. */
export const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['us$', 'USD'],
  ['a$', 'AUD'],
  ['c$', 'CAD'],
  ['hk$', 'HKD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₪', 'ILS'],
  ['₽', 'RUB'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['usd', 'USD'],
  ['eur', 'EUR'],
  ['gbp', 'GBP'],
  ['jpy', 'JPY'],
  ['cny', 'CNY'],
  ['ils', 'ILS'],
  ['nis', 'ILS'],
  ['chf', 'CHF'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['cent', 'USD-cent'],
  ['cents', 'USD-cent'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['pounds sterling', 'GBP'],
  ['pence', 'GBP-penny'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['shekel', 'ILS'],
  ['shekels', 'ILS'],
  ['ruble', 'RUB'],
  ['rubles', 'RUB'],
  ['rouble', 'RUB'],
  ['roubles', 'RUB'],
  ['rupee', 'INR'],
  ['rupees', 'INR'],
  ['riyal', 'SAR'],
  ['riyals', 'SAR'],
  ['dinar', 'dinar'],
  ['dinars', 'dinar'],
  ['franc', 'franc'],
  ['francs', 'franc'],
  ['won', 'KRW'],
  ['peso', 'peso'],
  ['pesos', 'peso'],
  ['lira', 'TRY'],
]);

const MEASURES = `
millimetre millimetres millimeter millimeters mm
centimetre centimetres centimeter centimeters cm
metre metres meter meters
kilometre kilometres kilometer kilometers km kms
inch inches
foot feet ft
yard yards
mile miles mi
acre acres
hectare hectares ha
gram grams gramme grammes
kilogram kilograms kilogramme kilogrammes kg kgs kilo kilos
tonne tonnes
ton tons
pound pounds lb lbs
ounce ounces oz
litre litres liter liters
gallon gallons
barrel barrels
watt watts
kilowatt kilowatts kw
megawatt megawatts mw
gigawatt gigawatts gw
kph kmh km/h
mph
degree degrees °
celsius °c
fahrenheit °f
second seconds sec secs
minute minutes min mins
hour hours hr hrs
day days
week weeks
fortnight fortnights
month months
year years yr yrs
decade decades
century centuries
`;

/** Every spelling of a measure to its first one: `kilometers`, `km` -> `kilometre`. */
export const UNITS: ReadonlyMap<string, string> = new Map(
  MEASURES.trim()
    .split('\n')
    .flatMap((line) => {
      const spellings = line.split(' ');
      return spellings.map((spelling): [string, string] => [spelling, spellings[0] ?? spelling]);
    }),
);
