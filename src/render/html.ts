import { type Block, belongTogether, type Run } from './block.ts';
import type { Dialect } from './dialect.ts';
import { html, type Markup } from './markup.ts';

/** Semantic HTML, always one message. Footnote marks lead to their source on the page (`#source-1`). */
export const htmlDialect: Dialect<Markup> = {
  name: 'html',
  encode: (blocks) => html`${sections(blocks)}`,
  fits: () => true,
};

/** Sources and passages become items of one list, each with the quotes that follow it; the rest stands alone. */
function sections(blocks: readonly Block[]): readonly Markup[] {
  const written: Markup[] = [];
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index];
    if (!block) break;
    if (block.kind !== 'source' && block.kind !== 'passage') {
      written.push(encodeBlock(block));
      index += 1;
      continue;
    }
    const items = itemsFrom(blocks.slice(index), block.kind);
    written.push(html`<ol class="${block.kind}s">${items.map(encodeItem)}</ol>`);
    index += items.flat().length;
  }
  return written;
}

/** The sources (or passages) at the beginning, each with its quotes. */
function itemsFrom(blocks: readonly Block[], kind: Block['kind']): readonly (readonly Block[])[] {
  const items: Block[][] = [];
  for (const block of blocks) {
    const last = items.at(-1)?.at(-1);
    if (block.kind === kind) items.push([block]);
    else if (last && belongTogether(last, block)) items.at(-1)?.push(block);
    else break;
  }
  return items;
}

function encodeItem(blocks: readonly Block[]): Markup {
  const number = blocks[0]?.number;
  const content = blocks.map((block) =>
    block.kind === 'verbatim' ? encodeBlock(block) : encodeEntry(block),
  );
  return number === undefined
    ? html`<li>${content}</li>`
    : html`<li id="source-${number}" value="${number}">${content}</li>`;
}

/** The label `[1] ` of a source stands apart from the rest. */
function encodeEntry({ number, runs: [label, ...rest] }: Block): Markup {
  if (!label) return html``;
  const first = number === undefined ? encodeRun(label) : html`<span class="label">${label.text}</span>`;
  return html`<p>${first}${rest.map(encodeRun)}</p>`;
}

function encodeBlock(block: Block): Markup {
  const runs = block.runs.map(encodeRun);
  if (block.kind === 'heading') return html`<h2>${runs}</h2>`;
  // Facts and notices read in the page's direction, statements and quotes in that of their own words.
  if (block.kind === 'statement') return html`<p class="statement" dir="auto">${runs}</p>`;
  if (block.kind !== 'verbatim') return html`<p class="${block.kind}">${runs}</p>`;
  return block.language === undefined
    ? html`<blockquote dir="auto"><p>${runs}</p></blockquote>`
    : html`<blockquote dir="auto" lang="${block.language}"><p>${runs}</p></blockquote>`;
}

function encodeRun(run: Run): Markup {
  let text = html`${run.text}`;
  if (run.code) text = html`<code dir="ltr">${text}</code>`;
  if (run.strong) text = html`<strong>${text}</strong>`;
  if (run.faint) text = html`<span class="faint">${text}</span>`;
  if (run.link !== undefined) text = html`<a href="${run.link}"><bdi>${text}</bdi></a>`;
  if (run.reference !== undefined) text = html`<sup><a href="#source-${run.reference}">${text}</a></sup>`;
  return text;
}
