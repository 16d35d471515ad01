import type { CueWords } from './cue-words.ts';
import type { ReadTurn } from './read-turn.ts';

const YEAR = /(?<![\p{L}\p{N}])(?:1[5-9]|20)\d\d(?![\p{L}\p{N}])/gu;
/** Capitalised words in a row, not the first of the text. */
const NAME = /(?<=\s)\p{Lu}[\p{L}\p{M}'’-]*(?:[ -]\p{Lu}[\p{L}\p{M}'’-]*)*/gu;
const NAME_ALONE = /^\p{Lu}[\p{L}\p{M}'’ -]*$/u;
const POSSESSIVE = /[’']s?$/u;
/** Ends an opener ("what about in"); what it names stands after the same word in the earlier question. */
const PREPOSITION =
  /(?:^|\s)(in|for|by|from|at|on|of|with|en|de|dans|à|pour|für|von|mit|в|на|у|для)\s*(?:the|la|le|der|die)?\s*$/iu;
/** A longer rest than this asks something of its own. */
const SWAPPED_WORDS = 4;

/**
 * The earlier question with one part of it exchanged for what a half question names: "Who won in 2006?", "And in 2007?"
 * make "Who won in 2007?". Only a year takes a year's place and only a name a name's, and only where one of that kind can
 * be meant; undefined otherwise.
 */
export function swapPart(half: ReadTurn, frame: ReadTurn, cues: CueWords): string | undefined {
  const opener = cues.swap.exec(half.text)?.[0];
  if (opener === undefined) return undefined;
  const rest = half.text
    .slice(opener.length)
    .replace(/[\s?!.。？！؟]+$/u, '')
    .trimStart();
  if (rest === '' || rest.split(/\s+/u).length > SWAPPED_WORDS) return undefined;
  const { text } = frame;
  const years = rest.match(YEAR);
  const place =
    years?.[0] === rest ? only([...text.matchAll(YEAR)]) : nameMeant(rest, opener, { text, cues });
  if (!place) return undefined;
  const old = place[0].replace(POSSESSIVE, '');
  return text.slice(0, place.index) + rest + text.slice(place.index + old.length);
}

/** The one name that can be meant: after the same preposition, else the only one, else the one that acts. */
function nameMeant(
  rest: string,
  opener: string,
  { text, cues }: { readonly text: string; readonly cues: CueWords },
): RegExpExecArray | undefined {
  if (!NAME_ALONE.test(rest)) return undefined;
  const names = [...text.matchAll(NAME)];
  const after = (pattern: RegExp) => names.filter(({ index }) => pattern.test(text.slice(0, index)));
  const preposition = PREPOSITION.exec(opener)?.[1];
  if (preposition !== undefined) return only(after(new RegExp(`(?<!\\p{L})${preposition}(?: the)? $`, 'iu')));
  return only(names) ?? only(after(cues.beforeSubject));
}

function only(places: readonly RegExpExecArray[]): RegExpExecArray | undefined {
  return places.length === 1 ? places[0] : undefined;
}
