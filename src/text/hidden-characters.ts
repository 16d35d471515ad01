/**
 * The one definition of hidden characters: those that no reader sees and that can hide, reorder or smuggle words. A
 * document's text keeps them, so that offsets and quotes stay exact; what is shown, indexed or put into a prompt must
 * have gone through `stripHidden`.
 */

/** Control characters that are not white space, annotation marks, and whatever Unicode draws as nothing. */
const UNSEEN = String.raw`[[\p{Cc}--[\t\n\v\f\r\x85]]\uFFF9-\uFFFB\p{Default_Ignorable_Code_Point}]`;
/** Of these, the ones that writing needs, one at a time and in their place. */
const SELECTOR = String.raw`\p{Variation_Selector}`;
const JOINER = String.raw`[\u200C\u200D]`;
const DIRECTION_MARK = String.raw`[\u061C\u200E\u200F]`;
/** Joiners belong between letters of these scripts and into emoji; nothing else needs them. */
const JOINING_LETTER = String.raw`[[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]--\p{Default_Ignorable_Code_Point}]`;
const NEEDED_JOINER = String.raw`(?<=${JOINING_LETTER}\p{M}*)${JOINER}|(?<=\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D(?=\p{Extended_Pictographic})`;
/** Ideographs alone have variants among the supplementary selectors. */
const STRAY_SELECTOR = String.raw`(?<!\p{sc=Han})[\u{E0100}-\u{E01EF}]`;

/** A second unseen character in a row is hidden whatever it is: a row of selectors spells out bytes. */
const HIDDEN = new RegExp(
  [
    `[${UNSEEN}--[${SELECTOR}${JOINER}${DIRECTION_MARK}]]`,
    `(?<=${UNSEEN})[${SELECTOR}${DIRECTION_MARK}]`,
    STRAY_SELECTOR,
    `(?!${NEEDED_JOINER})${JOINER}`,
  ].join('|'),
  'gv',
);

/** The text without hidden characters; nothing else changes, and doing it twice changes nothing more. */
export function stripHidden(text: string): string {
  return text.replace(HIDDEN, '');
}

/** How often each hidden character occurs: from code point to count, the commonest first. */
export function countHidden(text: string): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const [character] of text.matchAll(HIDDEN)) {
    const codePoint = character.codePointAt(0) ?? 0;
    counts.set(codePoint, (counts.get(codePoint) ?? 0) + 1);
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/** Where hidden characters stand: the offset and length, in UTF-16 units, of each, in order. */
export function* findHidden(text: string): Generator<{ readonly at: number; readonly units: number }> {
  for (const match of text.matchAll(HIDDEN)) yield { at: match.index, units: match[0].length };
}
