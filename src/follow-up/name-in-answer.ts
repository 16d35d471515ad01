import { stripHidden } from '../text/hidden-characters.ts';

/** UTF-16 units read of an answer: whom a question asks for is named at its beginning. */
const ANSWER_UNITS = 600;
/** Two to four capitalised words in a row, with the particles that names have inside. */
const NAME =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’.-]+(?:(?: (?:al|el|bin|ibn|van|von|de|der|di|da|du|la|le))?[ -]\p{Lu}[\p{L}\p{M}'’-]*){1,3}(?![\p{L}\p{N}])/gu;
/** A source and its date before what it says: no answer to "who". */
const ATTRIBUTION = /^[^:“"«\n]{0,120}:\s*/u;

/**
 * The person whom the last answer names first, for a "he" or "she" after a question that asked who; undefined where it
 * names none that the question did not.
 */
export function nameInAnswer(answer: string, question: string): string | undefined {
  const lines = stripHidden(answer)
    .slice(0, ANSWER_UNITS)
    .split('\n')
    .map((line) => line.replace(ATTRIBUTION, ''));
  const asked = question.toLowerCase();
  for (const line of lines) {
    for (const [name] of line.matchAll(NAME)) {
      if (!asked.includes(name.toLowerCase())) return name.replace(/[’']s?$|[.’'-]+$/u, '');
    }
  }
  return undefined;
}
