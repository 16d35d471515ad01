/** How letters are set: what a stretch of text needs to be measured and written. */
export interface Font {
  /** Pixels. */
  readonly size: number;
  readonly isBold?: boolean;
  readonly isMono?: boolean;
}

/** Of the fonts that viewers have the widest usual ones: what fits with these fits with the others. */
export const SANS = 'Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif';
export const MONO = '"SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace';

/** Advance widths of Helvetica in thousandths of the size, by groups of equal width (its AFM file). */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  ["'", 191],
  ['ijl', 222],
  ['|', 260],
  ['I !,./:;[\\]ft\u00a0·', 278],
  ['()-`r“”„', 333],
  ['"', 355],
  ['*', 389],
  ['^', 469],
  ['ckJsvxyz', 500],
  ['#$0123456789?Labdeghnopqu_–', 556],
  ['+<=>~FTZ', 584],
  ['&ABEKPSVXY', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['mM', 833],
  ['%', 889],
  ['W—…', 1000],
  ['@', 1015],
];
const WIDTH_OF = new Map(
  WIDTHS.flatMap(([characters, width]) => Array.from(characters, (one) => [one, width])),
);
const OTHER_WIDTH = 600;
const WIDE_WIDTH = 1100;
const MONO_WIDTH = 610;
/** Bold letters are so much wider. */
const BOLD_FACTOR = 1.06;

/** Pixels that a text takes, about. */
export function textWidth(text: string, { size, isBold, isMono }: Font): number {
  const thousandths = Array.from(text).reduce((sum, character) => {
    if (/\p{M}|\ufe0f|\u200d/u.test(character)) return sum;
    if (/\p{Extended_Pictographic}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(character))
      return sum + WIDE_WIDTH;
    return sum + (isMono ? MONO_WIDTH : (WIDTH_OF.get(character) ?? OTHER_WIDTH));
  }, 0);
  return (thousandths * size * (isBold ? BOLD_FACTOR : 1)) / 1000;
}
