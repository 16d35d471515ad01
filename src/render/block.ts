/**
 * A rendered answer, free of any platform: paragraphs of marked text. Every platform shows the same words; a `Dialect`
 * decides only how the marks look.
 */

/** A stretch of visible text with its marks. */
export interface Run {
  readonly text: string;
  /** The likely answer. */
  readonly strong?: true;
  /** A fact beside the words: publisher, date, place. Shown quieter where the platform can. */
  readonly faint?: true;
  /** An id or command, shown as it is typed. Stays in one piece. */
  readonly code?: true;
  /** The footnote that `text` (`[1]`) refers to. Stays with the text before it. */
  readonly reference?: number;
  /** Where it leads: an http(s) address, or a path of the own web page. Stays in one piece. */
  readonly link?: string;
}

/**
 * - `statement`: a sentence in the drafter's words, with its footnote marks
 * - `attribution`: who says the verbatim words that follow
 * - `verbatim`: a document's own words, as a block quotation
 * - `notice`: about the answer itself: an abstention, sources that differ, who wrote it
 * - `heading`: names the list that follows
 * - `source`: a footnote: number, title, publisher, date, kind, id, place
 * - `passage`: the same facts of a passage that is no footnote
 */
export type BlockKind =
  | 'statement'
  | 'attribution'
  | 'verbatim'
  | 'notice'
  | 'heading'
  | 'source'
  | 'passage';

/** One paragraph. */
export interface Block {
  readonly kind: BlockKind;
  readonly runs: readonly Run[];
  /** Of a `source`: its footnote. */
  readonly number?: number;
  /** BCP 47 language of the words, where they are not the bot's own. */
  readonly language?: string;
  /** The paragraph began in an earlier message. */
  readonly continued?: true;
}

/** The words of a block, without marks. */
export function blockText(block: Block): string {
  return block.runs.map((run) => run.text).join('');
}

/** Whether a reader loses something when a message ends between the two. */
export function belongTogether(before: Block, after: Block): boolean {
  if (before.kind === 'heading' || before.kind === 'attribution') return true;
  return after.kind === 'verbatim' && (before.kind === 'source' || before.kind === 'passage');
}

/** Line breaks between two blocks: one within a group and between entries of one line each, two elsewhere. */
export function lineBreaksBetween(before: Block, after: Block): 1 | 2 {
  if (belongTogether(before, after)) return 1;
  return before.kind === after.kind && before.kind !== 'statement' && before.kind !== 'notice' ? 1 : 2;
}

/** Joins two runs of equal marks, so that a platform opens and closes each mark once. */
export function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = joined.at(-1);
    if (last && haveSameMarks(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

function haveSameMarks(a: Run, b: Run): boolean {
  return (
    a.strong === b.strong &&
    a.faint === b.faint &&
    a.code === b.code &&
    a.link === b.link &&
    a.reference === b.reference
  );
}
