import { MONTHS, WEEKDAYS } from '../text/date-words.ts';
import { stripHidden } from '../text/hidden-characters.ts';

/** UTF-16 units read of an answer: whom a question asks for is named at its beginning. */
const ANSWER_UNITS = 600;
/** Two to four capitalised words in a row, with the particles that names have inside. */
const NAME =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’.-]+(?:(?: (?:al|el|bin|ibn|van|von|de|der|di|da|du|la|le))?[ -]\p{Lu}[\p{L}\p{M}'’-]*){1,3}(?![\p{L}\p{N}])/gu;
/** A source and its date before what it says: no answer to "who". */
const ATTRIBUTION = /^[^:“"«\n]{0,120}:\s*/u;

/** "Who is ...?" names the person itself. */
const ASKS_ABOUT_A_NAME = /^\s*[Ww]ho\s+(?:is|was)\s+\p{Lu}/u;
/** Words that are capitalised at the beginning of a sentence, before a name: "On Thursday Khaled ...". */
const OPENING = /^(?:on|in|at|by|for|from|after|before|when|while|the|but|and|yesterday|today)$/iu;

/**
 * The person whom the last answer names first, for a "he" or "she" after a question that asked who; undefined where it
 * names none that the question did not.
 */
export function nameInAnswer(answer: string, question: string): string | undefined {
  if (ASKS_ABOUT_A_NAME.test(question)) return undefined;
  const lines = stripHidden(answer)
    .slice(0, ANSWER_UNITS)
    .split('\n')
    .map((line) => line.replace(ATTRIBUTION, ''));
  const asked = question.toLowerCase();
  for (const line of lines) {
    for (const [words] of line.matchAll(NAME)) {
      const name = withoutOpening(words);
      if (/[ -]/u.test(name) && !asked.includes(name.toLowerCase()))
        return name.replace(/[’']s?$|[.’'-]+$/u, '');
    }
  }
  return undefined;
}

function withoutOpening(words: string): string {
  const parts = words.split(' ');
  const first = parts.findIndex((part) => {
    const word = part.toLowerCase();
    return !OPENING.test(word) && !WEEKDAYS.includes(word) && !MONTHS.has(word);
  });
  return first < 0 ? '' : parts.slice(first).join(' ');
}
