import { type Font, textWidth } from './text-width.ts';

/** A stretch of text with what a picture must know of it. */
export interface Piece {
  readonly text: string;
  readonly font: Font;
}

/** Breaks pieces into lines of at most `width` pixels, at spaces. Line breaks in them count. */
export function wrapText<P extends Piece>(pieces: readonly P[], width: number): readonly (readonly P[])[] {
  const lines: P[][] = [[]];
  let used = 0;
  const breakLine = () => {
    lines.push([]);
    used = 0;
  };
  for (const word of joinWords(pieces.flatMap(cutAtSpaces))) {
    const text = word.map((piece) => piece.text).join('');
    if (text === '\n') breakLine();
    else {
      const spaces = text.length - text.trimEnd().length;
      if (used > 0 && used + widthOf(word) - spaces * spaceWidth(word) > width) breakLine();
      used += widthOf(word);
      for (const piece of word) addPiece(lines.at(-1) ?? [], piece);
    }
  }
  return lines;
}

export function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text, font }) => sum + textWidth(text, font), 0);
}

function spaceWidth(pieces: readonly Piece[]): number {
  const last = pieces.at(-1);
  return last ? textWidth(' ', last.font) : 0;
}

function cutAtSpaces<P extends Piece>(piece: P): readonly P[] {
  return Array.from(piece.text.matchAll(/\n|[^ \n]+ *| +/gu), ([text]) => ({ ...piece, text }));
}

/** Pieces with no space between them are one word, whatever their marks. */
function joinWords<P extends Piece>(pieces: readonly P[]): readonly (readonly P[])[] {
  const words: P[][] = [];
  for (const piece of pieces) {
    const before = words.at(-1)?.at(-1)?.text ?? '\n';
    if (piece.text === '\n' || /[ \n]$/u.test(before)) words.push([piece]);
    else words.at(-1)?.push(piece);
  }
  return words;
}

function addPiece<P extends Piece>(line: P[], piece: P): void {
  const last = line.at(-1);
  if (last && JSON.stringify({ ...last, text: '' }) === JSON.stringify({ ...piece, text: '' }))
    line[line.length - 1] = { ...last, text: last.text + piece.text };
  else line.push(piece);
}
