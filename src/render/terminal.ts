import { styleText } from 'node:util';
import { type Block, blockText, lineBreaksBetween, type Run } from './block.ts';
import { columnsOf } from './columns-of.ts';
import type { Dialect } from './dialect.ts';
import { wrapRuns } from './wrap.ts';

/** Longer lines are hard to follow from one to the next. */
const COMFORTABLE_COLUMNS = 96;
const NARROWEST_COLUMNS = 20;

export interface TerminalOptions {
  /** Width of the terminal; absent (a pipe, a file) for lines that are not wrapped. */
  readonly columns?: number | undefined;
  /** Bold and faint text by escape sequences. */
  readonly styles: boolean;
  /** Titles lead to their addresses (OSC 8). Otherwise the address is written below. */
  readonly hyperlinks: boolean;
}

/** Text for a terminal or a pipe, always one message. What stands behind a bar is a document's own words. */
export function terminalDialect(options: TerminalOptions): Dialect<string> {
  return {
    name: 'terminal',
    encode: (blocks) => encode(blocks, options),
    fits: () => true,
  };
}

/** What stands before the first line of a block and before the others. */
interface Margin {
  readonly first: string;
  readonly rest: string;
}

function encode(blocks: readonly Block[], options: TerminalOptions): string {
  const columns =
    options.columns === undefined
      ? Number.POSITIVE_INFINITY
      : Math.max(NARROWEST_COLUMNS, Math.min(options.columns, COMFORTABLE_COLUMNS));
  return blocks
    .map((block, index) => {
      const before = blocks[index - 1];
      const gap = before ? '\n'.repeat(lineBreaksBetween(before, block)) : '';
      return gap + encodeBlock(block, marginOf(block, before, options), { ...options, columns });
    })
    .join('');
}

function encodeBlock(block: Block, margin: Margin, options: TerminalOptions & { columns: number }): string {
  const runs =
    block.kind === 'heading' ? block.runs.map((run) => ({ ...run, strong: true as const })) : block.runs;
  const hang = block.kind === 'source' ? labelOf(block).length : 0;
  const columns = options.columns - columnsOf(margin.first);
  const lines = wrapRuns(runs, { columns, hang }).map((line, index) => {
    const start = index === 0 ? margin.first : margin.rest + ' '.repeat(hang);
    return start + line.map((run) => encodeRun(run, options)).join('');
  });
  const addresses = options.hyperlinks ? [] : block.runs.flatMap((run) => webAddress(run) ?? []);
  return [...lines, ...addresses.map((address) => margin.rest + ' '.repeat(hang) + address)].join('\n');
}

function marginOf(block: Block, before: Block | undefined, options: TerminalOptions): Margin {
  if (block.kind === 'passage') return { first: '• ', rest: '  ' };
  if (block.kind !== 'verbatim') return { first: '', rest: '' };
  const bar = style('dim', '│ ', options);
  const indent = before?.kind === 'source' ? labelOf(before).length : before?.kind === 'passage' ? 2 : 0;
  const margin = ' '.repeat(indent) + bar;
  return { first: margin, rest: margin };
}

/** `[1] ` */
function labelOf(block: Block): string {
  return /^\[\d+\] /u.exec(blockText(block))?.[0] ?? '';
}

function encodeRun(run: Run, options: TerminalOptions): string {
  let text = run.text;
  if (run.strong) text = style('bold', text, options);
  if (run.faint) text = style('dim', text, options);
  const address = webAddress(run);
  if (address === undefined || !options.hyperlinks) return text;
  return `\u001b]8;;${address}\u001b\\${style('underline', text, options)}\u001b]8;;\u001b\\`;
}

/** A path of the own web page leads nowhere from a terminal. */
function webAddress({ link }: Run): string | undefined {
  return link?.startsWith('/') ? undefined : link;
}

function style(format: 'bold' | 'dim' | 'underline', text: string, { styles }: TerminalOptions): string {
  return styles ? styleText(format, text, { validateStream: false }) : text;
}
