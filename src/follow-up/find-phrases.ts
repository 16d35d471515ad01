import type { CueWords } from './cue-words.ts';
import type { ReadTurn, TurnWord } from './read-turn.ts';

/** A longer row of words is no name or noun any more, and gives its last ones. */
const PHRASE_WORDS = 4;
const NAME_WORDS = 6;
/** Joins two names rather than a noun and the name that it belongs to. */
const ADDS = /^ (?:and|and the|et|y|und) $/u;

/** Rows of content words with nothing but a space, hyphen or joining word between them. */
export function findPhrases(turn: ReadTurn | undefined, cues: CueWords): TurnWord[][] {
  if (!turn) return [];
  const rows: TurnWord[][] = [];
  let row: TurnWord[] = [];
  for (const word of turn.words) {
    if (word.talk) continue;
    const last = row.at(-1);
    if (last && isJoined(turn.text.slice(last.end, word.start), [last, word], cues)) row.push(word);
    else {
      rows.push(row);
      row = [word];
    }
  }
  rows.push(row);
  return rows.map((words) => trimRow(words, turn, cues)).filter((words) => words.length > 0);
}

function isJoined(between: string, [last, next]: readonly [TurnWord, TurnWord], cues: CueWords): boolean {
  if (/^[\s\-‐‑'’&]{0,3}$/u.test(between)) return true;
  return next.name && cues.joiner.test(between) && (last.name || !ADDS.test(between));
}

/** A row without its verb, without loose words at its edges, and without the beginning of one that is too long. */
function trimRow(row: readonly TurnWord[], { text }: ReadTurn, cues: CueWords): TurnWord[] {
  const words = [...row];
  const [first] = words;
  if (first && cues.beforeSubject.test(text.slice(0, first.start))) words.splice(verbPlace(words));
  while (words.length > 1 && words.at(-1)?.loose) words.pop();
  while (words.length > 1 && words[0]?.loose) words.shift();
  return words.slice(words.some(({ name }) => name) ? -NAME_WORDS : -PHRASE_WORDS);
}

/** Where the verb of a subject stands that begins a row: after its name, or last. */
function verbPlace(words: readonly TurnWord[]): number {
  const named = words.findIndex(({ name }, at) => !name && words[at - 1]?.name === true);
  if (named > 0) return named;
  return words.length > 1 && !words.at(-1)?.name ? words.length - 1 : words.length;
}

/** The longest row of words that are written like a name. */
export function fullNameOf(words: readonly TurnWord[], text: string): { readonly fullName?: string } {
  let best: TurnWord[] = [];
  let row: TurnWord[] = [];
  for (const word of words) {
    const last = row.at(-1);
    if (!word.name || (last && last.position + 1 !== word.position)) row = [];
    if (word.name) row.push(word);
    if (row.length > best.length) best = [...row];
  }
  const [first] = best;
  return first ? { fullName: text.slice(first.start, best.at(-1)?.end) } : {};
}
