/** Whether two words name the same person, place or people. */
import { nameSimilarity, SAME_NAME } from '../text/names.ts';
import type { SupportWord } from './support-words.ts';

/** Peoples whose name does not begin like their country's, each row one nation. */
const NATIONS = `
france french frenchman
britain british briton britons
spain spanish spaniard
netherlands dutch holland
china chinese
denmark danish dane
sweden swedish swede
finland finnish finn
poland polish pole
turkey turkish turk turkiye
greece greek
ireland irish
scotland scottish scot
wales welsh
switzerland swiss
norway norwegian
germany german
kyiv kiev
usa america american americans
uk britain british
`
  .trim()
  .split('\n')
  .map((row) => new Set(row.split(' ')));

/** What may stand behind the common beginning of a country and its people. */
const ENDINGS = new Set(
  'e a y o ia i n an ian ean in ine inian ish ese is s es ns ans ians en ern ey ic lese nian'.split(' '),
);
const LEAST_COMMON = 4;

export function isSameName(left: SupportWord, right: SupportWord): boolean {
  if (left.folded === right.folded || left.stem === right.stem) return true;
  if (isSameNation(left.folded, right.folded)) return true;
  return left.isName && right.isName && nameSimilarity(left.text, right.text) >= SAME_NAME;
}

/** Whether two lists of words hold one name. */
export const shareName = (left: readonly SupportWord[], right: readonly SupportWord[]): boolean =>
  left.some((name) => right.some((other) => isSameName(name, other)));

function isSameNation(left: string, right: string): boolean {
  if (NATIONS.some((nation) => nation.has(left) && nation.has(right))) return true;
  let common = 0;
  while (common < Math.min(left.length, right.length) && left[common] === right[common]) common += 1;
  if (common < LEAST_COMMON) return false;
  const rests = [left.slice(common), right.slice(common)];
  return rests.every((rest) => rest === '' || ENDINGS.has(rest)) && rests.some((rest) => rest !== '');
}

/** Whether `acronym` (folded) is made of the initials of names that stand together in these words. */
export function isAcronymOf(acronym: string, words: readonly SupportWord[]): boolean {
  if (!/^\p{Ll}{2,6}$/u.test(acronym)) return false;
  const isInitial = (word: SupportWord): boolean => /^\p{Lu}/u.test(word.text);
  return words.some((_, start) => {
    let initials = '';
    for (let index = start; index < words.length && initials.length < acronym.length; index += 1) {
      const word = words[index];
      if (word === undefined || (!isInitial(word) && !/^(?:of|the|and|for|de|on)$/.test(word.folded)))
        return false;
      if (isInitial(word)) initials += word.folded.slice(0, 1);
      if (!acronym.startsWith(initials)) return false;
    }
    return initials === acronym;
  });
}
