import { type Block, type Dialect, lineBreaksBetween, type Run } from '../../src/index.ts';
import { escapeLine, escapeMarkdown } from './escape-markdown.ts';
import { CONTENT_LIMIT } from './limits.ts';
import { maskLink, webAddress } from './mask-link.ts';

/**
 * Blocks as the `content` of a Discord message: https://support.discord.com/hc/en-us/articles/210298617. Block quotes for
 * a document's own words, bold for the likely answer, small grey lines for sources, footnote marks that lead to their
 * source. `answer` is all of an answer's blocks: marks then lead to their source also where it is in a later message.
 *
 * No text of a document or a person has any effect. Send it with `allowed_mentions: { parse: [] }` all the same: who is
 * notified is decided by Discord, from the raw text.
 */
export function discordDialect(answer: readonly Block[] = []): Dialect<string> {
  const links = sourceLinks(answer);
  return {
    name: 'discord',
    encode: (blocks) => encode(blocks, new Map([...links, ...sourceLinks(blocks)])),
    fits,
  };
}

type Links = ReadonlyMap<number, string>;

function fits(content: string): boolean {
  return content.length <= CONTENT_LIMIT;
}

/** The address of each footnote's source. */
function sourceLinks(blocks: readonly Block[]): Links {
  return new Map(
    blocks.flatMap(({ number, runs }) => {
      const links = runs.flatMap(({ link }) => (link === undefined ? [] : (webAddress(link) ?? [])));
      return number === undefined || links[0] === undefined ? [] : [[number, links[0]] as const];
    }),
  );
}

/** Footnote marks lead to their sources as long as that does not cost a message. */
function encode(blocks: readonly Block[], links: Links): string {
  const linked = writeBlocks(blocks, links);
  return fits(linked) ? linked : writeBlocks(blocks, new Map());
}

function writeBlocks(blocks: readonly Block[], links: Links): string {
  let content = '';
  let before: Block | undefined;
  for (const block of blocks) {
    const line = writeRuns(block.runs, links);
    if (line === '') continue;
    if (before) content += '\n'.repeat(breaksBetween(before, block));
    content += prefixOf(block) + escapeLine(line);
    before = block;
  }
  return content;
}

/** Two quotes in a row would run into one; a heading brings its own distance. */
function breaksBetween(before: Block, after: Block): 1 | 2 {
  if (after.kind === 'heading') return 1;
  return before.kind === 'verbatim' && after.kind === 'verbatim' ? 2 : lineBreaksBetween(before, after);
}

function prefixOf({ kind, runs }: Block): string {
  if (kind === 'verbatim') return '> ';
  if (kind === 'heading') return '### ';
  return kind === 'source' || runs.every(({ faint }) => faint) ? '-# ' : '';
}

/** Bold is opened and closed once for runs in a row: `**a****b**` would show its asterisks. */
function writeRuns(runs: readonly Run[], links: Links): string {
  let line = '';
  let isBold = false;
  for (const [index, run] of runs.entries()) {
    if (run.text === '') continue;
    if (isBold !== (run.strong ?? false)) line += '**';
    isBold = run.strong ?? false;
    line += writeRun(run, { links, isAfterCode: line.endsWith('`'), next: runs[index + 1]?.text ?? '' });
  }
  return isBold ? `${line}**` : line;
}

function writeRun(
  { text, link, code, reference }: Run,
  {
    links,
    isAfterCode,
    next,
  }: { readonly links: Links; readonly isAfterCode: boolean; readonly next: string },
): string {
  const source = reference === undefined ? undefined : links.get(reference);
  if (source !== undefined && text === `[${reference}]`) return `[${text}](<${source}>)`;
  if (link !== undefined) return maskLink(text, link, next);
  return code && !isAfterCode && isFitForCode(text) ? `\`${text}\`` : escapeMarkdown(text, next);
}

/**
 * A backtick would end it; asterisks and brackets could end what stands around or before it; invitations are found in
 * code too; blanks alone vanish.
 */
function isFitForCode(text: string): boolean {
  return !/[`*[\]\n]|discord(?:app)?\./iu.test(text) && text.trim() !== '';
}
