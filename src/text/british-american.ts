/**
 * What British and American English write differently, as pairs of British and American letters in their surroundings.
 * `~` stands for the letters that differ, so that each line is read both ways.
 */
const PAIRS: readonly (readonly [british: string, american: string, surroundings: string])[] = [
  ['our', 'or', '(?<=..)~(?=s?$|e[dr]|[aifhlnwy])'],
  ['is', 'iz', '(?<=..)~(?=e[drs]?$|ing|ation|able)'],
  ['ys', 'yz', '(?<=l)~(?=e[drs]?$|ing)'],
  ['re', 'er', '(?<=..[tb])~(?=s?$)'],
  ['re', 'ere', '(?<=cent)~(?=d$)'],
  ['ence', 'ense', '(?<=def|off|lic|pret)~(?=s?$|d|l)'],
  ['ise', 'ice', '(?<=pract)~'],
  ['ogue', 'og', '(?<=catal|dial|anal|monol|prol|epil)~(?=s?$)'],
  ['ll', 'l', '(?<=[aeiou][^aeiou]*[aeiou])~(?=ed$|ing$|ers?$|ors?$|ous$|ist|ery$)'],
  ['l', 'll', '(?<=ski|wi|enro|fulfi|insta|disti)~(?=ful|ment|s?$)'],
  ['ae', 'e', '(?<=^|an|h|p|orthop|gyn|leuk|arch|encyclop|medi)~(?=sth|di|do|mi|mo|morr|co|ol|val|on)'],
  ['oe', 'e', '(?<=^|f|diarrh)~(?=tu|ta|st|so|a)'],
  ['oeuvre', 'euver', '(?<=^man)~'],
  ['ph', 'f', '(?<=^sul)~'],
  ['ou', 'o', '(?<=^s?m)~(?=ld)'],
  ['que', 'ck', '(?<=^che)~(?=s?$)'],
  ['sc', 'sk', '^~(?=eptic)'],
  ['ough', 'ow', '(?<=^pl)~'],
  ['ey', 'ay', '(?<=^gr)~(?=ish|s?$)'],
  ['mme', 'm', '(?<=progra)~(?=s?$)'],
  ['gement', 'gment', '(?<=jud|acknowled)~'],
  ['ium', 'um', '(?<=^alumin)~'],
  ['ellery', 'elry', '(?<=^jew)~'],
  ['yre', 'ire', '(?<=^t)~(?=s?$)'],
  ['s', 'z', '(?<=^co)~(?=y$|ier)'],
  ['yjama', 'ajama', '(?<=^p)~'],
  ['oustache', 'ustache', '(?<=^m)~'],
  ['aero', 'air', '^~(?=plane)'],
];

const RULES = PAIRS.flatMap(([british, american, surroundings]) => [
  { from: new RegExp(surroundings.replace('~', british)), to: american },
  { from: new RegExp(surroundings.replace('~', american)), to: british },
]);

/**
 * How the other side of the Atlantic may spell a folded English word: colour, color. Some are no words (sister, sistre):
 * a corpus tells.
 */
export function otherEnglishSpellings(folded: string): string[] {
  return RULES.filter(({ from }) => from.test(folded)).map(({ from, to }) => folded.replace(from, to));
}
