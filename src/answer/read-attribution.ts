/** Takes apart what a user pastes: a wording, and who is said to have said it. */

export interface Attributed {
  readonly wording: string;
  /** A speaker or publisher as named. */
  readonly source?: string;
}

const VERB = '(?:said|says|stated|told|wrote|writes|reported|reports|added|announced|claimed|tweeted)';
const OPEN = '["“„«]';
const CLOSE = '["”“»]';
const NAME = '([\\p{Lu}][^"“”„«»:;.!?]{1,80}?)';

const SHAPES: readonly { readonly pattern: RegExp; readonly source: number; readonly wording: number }[] = [
  {
    pattern: new RegExp(
      `^${NAME}(?:\\s${VERB}\\b[^"“”„«»:]{0,60})?\\s?[:,]\\s*${OPEN}(.{3,})${CLOSE}[.\\s]*$`,
      'su',
    ),
    source: 1,
    wording: 2,
  },
  {
    pattern: new RegExp(
      `^${OPEN}(.{3,})${CLOSE}\\s*[,.]?\\s*(?:${VERB}\\s|[—–(-]\\s*|according to\\s)${NAME}\\)?[.\\s]*$`,
      'su',
    ),
    source: 2,
    wording: 1,
  },
  {
    pattern: new RegExp(`^${OPEN}(.{3,})${CLOSE}\\s*,?\\s*${NAME}\\s${VERB}[.\\s]*$`, 'su'),
    source: 2,
    wording: 1,
  },
  { pattern: new RegExp(`^${NAME}\\s?:\\s+(.{3,})$`, 'su'), source: 1, wording: 2 },
];
const MAX_INPUT = 10_000;

/**
 * Readings of an input, the plainest last: `Lena Markovic said: "We are ready"` is a wording of hers, and may also be
 * wanted as it stands. Quotation marks around the whole of it are taken off.
 */
export function readAttributions(input: string): readonly Attributed[] {
  const text = input.slice(0, MAX_INPUT).trim();
  const attributed = SHAPES.flatMap(({ pattern, source, wording }): Attributed[] => {
    const match = pattern.exec(text);
    const [said, by] = [match?.[wording]?.trim(), match?.[source]?.trim()];
    return said && by ? [{ wording: said, source: by }] : [];
  });
  return [...attributed, { wording: text }];
}
