/** How a wording differs from what a document says, word by word. */
import { type Word, wordsOf } from './locate-near.ts';

/** A run of words. `inserted` ones are not in the document, `deleted` ones are only there. */
export interface WordRun {
  readonly kind: 'kept' | 'inserted' | 'deleted';
  /** As the document writes it, or as it was asked when inserted; from the first word of the run to the last. */
  readonly text: string;
}

/** More words than this are compared as one block: time is the product of both lengths. */
const MAX_WORDS = 1_000;

/** Runs that turn the document's text into the asked wording, in reading order, by longest common subsequence. */
export function differByWords(asked: string, documented: string): readonly WordRun[] {
  const [ours, theirs] = [wordsOf(asked).words, wordsOf(documented).words];
  if (ours.length > MAX_WORDS || theirs.length > MAX_WORDS) {
    return [
      { kind: 'deleted', text: documented },
      { kind: 'inserted', text: asked },
    ];
  }
  const steps = readSteps(ours, theirs);
  const runs: WordRun[] = [];
  for (let from = 0; from < steps.length; ) {
    const kind = steps[from]?.kind ?? 'kept';
    let to = from;
    while (steps[to]?.kind === kind) to += 1;
    const text = kind === 'inserted' ? asked : documented;
    runs.push({ kind, text: text.slice(steps[from]?.word.span.start, steps[to - 1]?.word.span.end) });
    from = to;
  }
  return runs;
}

interface Step {
  readonly kind: WordRun['kind'];
  readonly word: Word;
}

function readSteps(asked: readonly Word[], documented: readonly Word[]): readonly Step[] {
  const lengths = commonLengths(asked, documented);
  const width = documented.length + 1;
  const lengthAt = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  const steps: Step[] = [];
  let [row, column] = [0, 0];
  while (row < asked.length || column < documented.length) {
    const [ours, theirs] = [asked[row], documented[column]];
    if (ours && theirs && ours.folded === theirs.folded) {
      steps.push({ kind: 'kept', word: theirs });
      row += 1;
      column += 1;
    } else if (theirs && (!ours || lengthAt(row, column + 1) >= lengthAt(row + 1, column))) {
      steps.push({ kind: 'deleted', word: theirs });
      column += 1;
    } else if (ours) {
      steps.push({ kind: 'inserted', word: ours });
      row += 1;
    }
  }
  return steps;
}

/** Lengths of the longest common subsequence of every pair of endings, row by row. */
function commonLengths(asked: readonly Word[], documented: readonly Word[]): Uint16Array {
  const width = documented.length + 1;
  const lengths = new Uint16Array((asked.length + 1) * width);
  for (let row = asked.length - 1; row >= 0; row -= 1) {
    for (let column = documented.length - 1; column >= 0; column -= 1) {
      const isSame = asked[row]?.folded === documented[column]?.folded;
      const below = lengths[(row + 1) * width + column] ?? 0;
      const right = lengths[row * width + column + 1] ?? 0;
      const diagonal = lengths[(row + 1) * width + column + 1] ?? 0;
      lengths[row * width + column] = isSame ? diagonal + 1 : Math.max(below, right);
    }
  }
  return lengths;
}
