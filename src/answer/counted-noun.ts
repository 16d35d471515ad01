/** What a number counts: the noun behind it, and which nouns may stand for one another. */
import type { FoundNumber } from '../text/numbers.ts';
import { readSentence } from './support-words.ts';

/** Rows of nouns that news uses for the same people and things. */
const SYNONYMS = `
troop soldier serviceman
resid villag inhabit local citizen
docker worker employe striker staff
lawmak legisl deputi mp
kid child pupil student
job posit post
seat mandat
vehicl car
blaze fire
victim fatal die
`
  .trim()
  .split('\n')
  .map((row) => row.split(' '));

const GENERIC = new Set(['person', 'other', 'individu', 'member', 'time', 'total', 'peopl']);

/** What a number counts is a plural; a verb or the rest of a name is not. */
const isPlural = (folded: string): boolean =>
  /[^s]s$|^(?:people|men|women|children|police|deputies)$/.test(folded);

const REACH = 60;
const MOST_WORDS = 3;

/** `48 of the 90 seats`: what the whole counts, its part counts too. */
const PART_OF = /^\s(?:out\s)?of\s(?:(?:the|its|their|all)\s){0,2}[\p{Nd}.,]{1,12}(?=\s)/u;

/** Stems of the plurals right behind a count, up to the first stop word: `24 military helicopters`. */
export function nounsAfter(text: string, number: FoundNumber): readonly string[] {
  if (number.kind !== 'cardinal') return [];
  const part = PART_OF.exec(text.slice(number.span.end, number.span.end + REACH))?.[0].length ?? 0;
  const from = number.span.end + part;
  const after = text.slice(from, from + REACH).split(/[^\p{L}\p{M}\s\u00a0’'-]/u, 1)[0] ?? '';
  const words = readSentence(after, 'en').words;
  const stop = words.findIndex((word) => word.isStop || word.isName);
  const behind = words.slice(0, stop < 0 ? MOST_WORDS : Math.min(stop, MOST_WORDS));
  return behind.filter(({ folded }) => isPlural(folded)).map(({ stem }) => stem);
}

/** Whether two counts may count the same: one of them names no noun, or they share one. */
export function countSame(claimed: readonly string[], given: readonly string[]): boolean {
  if (claimed.length === 0 || given.length === 0) return true;
  return claimed.some(
    (noun) =>
      GENERIC.has(noun) ||
      given.some((other) => other === noun || GENERIC.has(other) || areSynonyms(noun, other)),
  );
}

const areSynonyms = (left: string, right: string): boolean =>
  SYNONYMS.some((row) => row.includes(left) && row.includes(right));
