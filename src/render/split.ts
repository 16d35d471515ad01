import { segmentGraphemes } from '../text/graphemes.ts';
import { type Block, belongTogether, blockText, joinRuns, type Run } from './block.ts';

/** Whether blocks fit into one message. Must hold for any beginning of blocks that fit. */
export type Fits = (blocks: readonly Block[]) => boolean;

type Part = readonly Block[];

/**
 * Ways of cutting a piece that is too large for a message, from the kindest to the last resort. Each is tried only on
 * pieces that the one before could not make small enough.
 */
const CUTS: readonly ((piece: Part) => readonly Part[])[] = [
  (piece) => groupBlocks(piece),
  (piece) => piece.map((block) => [block]),
  (piece) => piece.flatMap((block) => cutBlock(block, wordEnds(block))),
  (piece) => piece.flatMap((block) => cutBlock(block, graphemeEnds(block, 'keep links whole'))),
  (piece) => piece.flatMap((block) => cutBlock(block, graphemeEnds(block, 'cut link texts'))),
  (piece) => [piece.map(withoutLinks)],
  (piece) => piece.flatMap((block) => cutBlock(block, codePointEnds(block))),
];

/**
 * Shares blocks out over messages. The words of all parts, in order, are the words of the blocks. A message ends where
 * least is lost: between groups of blocks, between blocks, after a word, after a grapheme. A link or id stays whole (a
 * link whose text alone exceeds a message goes on in the next; one whose address does loses the address), and a footnote
 * mark stays with what it marks. Only a single grapheme larger than a message is cut, between code points.
 */
export function splitBlocks(blocks: Part, fits: Fits): readonly Part[] {
  if (blocks.length === 0) return [];
  if (fits(blocks)) return [blocks];
  const parts: Part[] = [];
  let current: Part = [];
  const place = (pieces: readonly Part[], level: number): void => {
    for (let next = 0; next < pieces.length; ) {
      const rest = pieces.slice(next);
      const taken = countFitting(rest, (some) => fits(append(current, some)));
      current = append(current, rest.slice(0, taken));
      next += taken;
      const piece = pieces[next];
      if (!piece) return;
      const cut = CUTS[level];
      if (cut && !fits(piece)) {
        place(cut(piece), level + 1);
        next += 1;
      } else if (current.length > 0) {
        parts.push(current);
        current = [];
      } else {
        current = piece;
        next += 1;
      }
    }
  };
  place([blocks.map((block) => withSendableLinks(block, fits))], 0);
  return current.length > 0 ? [...parts, current] : parts;
}

/** How many pieces, in order, fit together: by doubling and halving, since what fits also fits in part. */
function countFitting(pieces: readonly Part[], fits: (some: readonly Part[]) => boolean): number {
  let count = 0;
  let step = 1;
  const mayTake = () => count + step <= pieces.length && fits(pieces.slice(0, count + step));
  for (; mayTake(); step *= 2) count += step;
  for (; step >= 1; step /= 2) if (mayTake()) count += step;
  return count;
}

/** Puts pieces behind a part; the continuation of its last block grows that block. */
function append(part: Part, pieces: readonly Part[]): Part {
  const blocks = [...part];
  for (const block of pieces.flat()) {
    const last = blocks.at(-1);
    if (last && block.continued)
      blocks[blocks.length - 1] = { ...last, runs: joinRuns([...last.runs, ...block.runs]) };
    else blocks.push(block);
  }
  return blocks;
}

/** Headings with what they head, sources with their quotes. */
function groupBlocks(blocks: Part): readonly Part[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && belongTogether(last, block)) group.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** Drops addresses that exceed a message even with a single letter. */
function withSendableLinks(block: Block, fits: Fits): Block {
  const isSendable = (run: Run) =>
    run.link === undefined || fits([{ ...block, runs: [{ ...run, text: 'x' }] }]);
  return { ...block, runs: block.runs.map((run) => (isSendable(run) ? run : withoutLink(run))) };
}

function withoutLink({ link: _dropped, ...run }: Run): Run {
  return run;
}

function withoutLinks(block: Block): Block {
  return { ...block, runs: block.runs.map(withoutLink) };
}

/** Cuts a block at ascending offsets into its text. */
function cutBlock(block: Block, offsets: readonly number[]): readonly Part[] {
  const length = blockText(block).length;
  const parts: Part[] = [];
  let start = 0;
  for (const end of [...offsets, length]) {
    if (end <= start) continue;
    const runs = sliceRuns(block.runs, start, end);
    parts.push([{ ...block, runs, ...(start > 0 && { continued: true as const }) }]);
    start = end;
  }
  return parts.length > 0 ? parts : [[block]];
}

function sliceRuns(runs: readonly Run[], start: number, end: number): readonly Run[] {
  let at = 0;
  return runs.flatMap((run) => {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, run.text.length);
    at += run.text.length;
    return from < to ? [{ ...run, text: run.text.slice(from, to) }] : [];
  });
}

function wordEnds(block: Block): readonly number[] {
  const text = blockText(block);
  return graphemeEnds(block, 'keep links whole').filter((end) => text[end - 1] === ' ' && text[end] !== ' ');
}

function graphemeEnds(block: Block, links: 'keep links whole' | 'cut link texts'): readonly number[] {
  const closed = closedOffsets(block.runs, links === 'keep links whole');
  return Array.from(segmentGraphemes(blockText(block)), ({ index }) => index).filter(
    (end) => !closed.has(end),
  );
}

function codePointEnds(block: Block): readonly number[] {
  const closed = closedOffsets(block.runs, false);
  let at = 0;
  return Array.from(blockText(block), (character) => {
    at += character.length;
    return at;
  }).filter((end) => !closed.has(end));
}

/** Offsets at which no message may end: before and inside footnote marks, inside links and ids. */
function closedOffsets(runs: readonly Run[], keepsWhole: boolean): ReadonlySet<number> {
  const text = runs.map((run) => run.text).join('');
  const closed = new Set<number>();
  let start = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    if (run.reference !== undefined) closeMark(text, start, closed);
    if (run.reference !== undefined || (keepsWhole && (run.link !== undefined || run.code))) {
      for (let offset = start + 1; offset < end; offset += 1) closed.add(offset);
    }
    start = end;
  }
  return closed;
}

/** Closes the offset before a footnote mark, and those in the space that sets it off. */
function closeMark(text: string, start: number, closed: Set<number>): void {
  let offset = start;
  closed.add(offset);
  while (offset > 0 && text.charAt(offset - 1).trim() === '') {
    offset -= 1;
    closed.add(offset);
  }
}
