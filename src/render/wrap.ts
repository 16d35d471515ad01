import { segmentGraphemes } from '../text/graphemes.ts';
import { joinRuns, type Run } from './block.ts';
import { columnsOf } from './columns-of.ts';

const CLOSING_PUNCTUATION = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}]/u;

/** One grapheme with the marks of its run. */
interface Cell {
  readonly run: Run;
  /** Terminal columns: 0 for a lone combining mark, 2 for a wide character. */
  readonly width: number;
}

export interface WrapOptions {
  /** Terminal columns of a line. `Infinity` for no wrapping. */
  readonly columns: number;
  /** Columns that lines after the first leave free. */
  readonly hang: number;
}

/** Breaks runs into lines that fit: at spaces, between wide characters, and inside a word only if it exceeds a line. */
export function wrapRuns(runs: readonly Run[], { columns, hang }: WrapOptions): readonly (readonly Run[])[] {
  if (columns === Number.POSITIVE_INFINITY) return [joinRuns(runs)];
  const lines: Cell[][] = [[]];
  let used = 0;
  for (const word of wordsOf(runs)) {
    const room = () => Math.max(2, lines.length === 1 ? columns : columns - hang);
    if (used > 0 && used + widthOf(withoutSpace(word)) > room()) {
      lines.push([]);
      used = 0;
    }
    for (const cell of word) {
      if (used > 0 && used + cell.width > room() && cell.run.text !== ' ') {
        lines.push([]);
        used = 0;
      }
      lines.at(-1)?.push(cell);
      used += cell.width;
    }
  }
  return lines.map((line) => joinRuns(withoutSpace(line).map((cell) => cell.run)));
}

/** Words with the space behind them. A wide character (Chinese, Japanese ...) is a word of its own. */
function wordsOf(runs: readonly Run[]): readonly (readonly Cell[])[] {
  const words: Cell[][] = [];
  let mayBreak = true;
  for (const cell of runs.flatMap(cellsOf)) {
    const { text } = cell.run;
    const isClosing = text === ' ' || CLOSING_PUNCTUATION.test(text);
    const startsWord = mayBreak ? text !== ' ' : cell.width === 2 && !isClosing;
    const word = words.at(-1);
    if (word && !(startsWord && !(isClosing && endsWide(word)))) word.push(cell);
    else words.push([cell]);
    mayBreak = text === ' ' || cell.width === 2;
  }
  return words;
}

function endsWide(word: readonly Cell[]): boolean {
  return word.at(-1)?.width === 2;
}

function cellsOf(run: Run): readonly Cell[] {
  return Array.from(segmentGraphemes(run.text), ({ segment }) => ({
    run: { ...run, text: segment },
    width: columnsOf(segment),
  }));
}

function withoutSpace(cells: readonly Cell[]): readonly Cell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.run.text !== ' ') + 1);
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
