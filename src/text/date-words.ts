/** Month and weekday names of the languages that dates are read in, folded to lower case, to their numbers. */

const MONTH_ROWS = `
january jan enero января январь يناير
february feb febrero февраля февраль فبراير
march mar marzo марта март مارس
april apr abril апреля апрель أبريل
may mayo мая май مايو
june jun junio июня июнь يونيو
july jul julio июля июль يوليو
august aug agosto августа август أغسطس
september sept sep septiembre setiembre сентября сентябрь سبتمبر
october oct octubre октября октябрь أكتوبر
november nov noviembre ноября ноябрь نوفمبر
december dec diciembre декабря декабрь ديسمبر
`;

const rows = (table: string): readonly (readonly string[])[] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

/** `January` to `December`. */
export const ENGLISH_MONTHS: readonly string[] = rows(MONTH_ROWS).map(
  ([name = '']) => name.slice(0, 1).toUpperCase() + name.slice(1),
);

/** `november`, `nov`, `noviembre`, `ноября` -> 11 */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  rows(MONTH_ROWS).flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

export const WEEKDAYS: readonly string[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

/** First and last month of a season, northern hemisphere; winter reaches into the next year. */
export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['spring', [3, 5]],
  ['summer', [6, 8]],
  ['autumn', [9, 11]],
  ['fall', [9, 11]],
  ['winter', [12, 14]],
]);
