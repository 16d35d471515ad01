import {
  cleanLines,
  cleanText,
  type Document,
  formatDate,
  html,
  type Markup,
  phrasesFor,
  type Span,
  safeLink,
} from '../../src/index.ts';
import { layOutPage } from './layout.ts';

/** UTF-16 units of a document on one page: about 10,000 words. */
export const READER_WINDOW = 60_000;
/** Of them before the cited words, where the document exceeds a page. */
const CONTEXT_BEFORE = 10_000;

/** Path of the reader page, at the cited words if there are any. */
export function readerPath(id: string, span?: Span): string {
  const path = `/documents/${encodeURIComponent(id)}`;
  return span ? `${path}?start=${span.start}&end=${span.end}#quote` : path;
}

export interface ReaderOptions {
  readonly locale: string;
  /** The cited words. Left out where they do not lie within the document. */
  readonly quote?: Span;
  /** Where the page begins in a document that exceeds one page. */
  readonly from?: number;
}

/** A document with the cited words marked and what is no part of the article greyed. */
export function readerPage(document: Document, { locale, quote, from }: ReaderOptions): Markup {
  const cited = quote && visibleSpan(document.text, quote);
  const view = viewOf(document.text, from ?? (cited ? cited.start - CONTEXT_BEFORE : 0));
  const title = cleanText(document.title).trim() || cleanText(document.id);
  return layOutPage({
    locale,
    title,
    content: html`<article class="reader">
<h1 dir="auto" lang="${document.language}">${title}</h1>
${facts(document, locale)}
${legend(document, cited, locale)}
${otherPart(document, 'earlier', { view, cited, locale })}
<div class="text" lang="${document.language}">
${paragraphsOf(document.text, view).map(
  (paragraph) => html`<p dir="auto">${writeParagraph(document, paragraph, cited)}</p>
`,
)}</div>
${otherPart(document, 'later', { view, cited, locale })}
</article>`,
  });
}

function facts(document: Document, locale: string): Markup {
  const phrases = phrasesFor(locale);
  const link = document.url === undefined ? undefined : safeLink(document.url);
  const known = [
    document.publisher,
    document.author,
    document.published && formatDate(document.published, locale),
  ].flatMap((fact) =>
    fact === undefined || fact === '' ? [] : [html`<li><bdi>${cleanText(fact)}</bdi></li>`],
  );
  return html`<ul class="facts">${known}
<li><code dir="ltr">${cleanText(document.id)}</code></li>
${link !== undefined && html`<li><a href="${link}" rel="noopener">${phrases.original}</a></li>`}
</ul>
${document.kind === 'digest' && html`<p class="digest" dir="auto"><strong>${phrases.digest}</strong> ${cleanText(document.digestOf ?? '')}</p>`}`;
}

/** Says in words what the colours of the text mean. */
function legend(document: Document, cited: Span | undefined, locale: string): Markup {
  const phrases = phrasesFor(locale);
  const hasBoilerplate = document.boilerplate.length > 0;
  if (!cited && !hasBoilerplate) return html``;
  return html`<p class="legend">${cited && html`<a href="#quote"><mark>${phrases.citedWords}</mark></a> <code dir="ltr">${cited.start}–${cited.end}</code> `}${hasBoilerplate && html`<span class="boilerplate">${phrases.notArticle}</span>`}</p>`;
}

interface Part {
  readonly view: Span;
  readonly cited: Span | undefined;
  readonly locale: string;
}

function otherPart(document: Document, which: 'earlier' | 'later', { view, cited, locale }: Part): Markup {
  const phrases = phrasesFor(locale);
  const isThere = which === 'earlier' ? view.start > 0 : view.end < document.text.length;
  if (!isThere) return html``;
  const from = which === 'earlier' ? Math.max(0, view.start - READER_WINDOW) : view.end;
  const span = cited ? `&start=${cited.start}&end=${cited.end}` : '';
  return html`<nav class="part"><a href="${readerPath(document.id)}?from=${from}${span}">${which === 'earlier' ? phrases.earlierPart : phrases.laterPart}</a></nav>`;
}

function writeParagraph(document: Document, paragraph: Span, cited: Span | undefined): readonly Markup[] {
  const edges = [paragraph.start, paragraph.end];
  for (const span of [...document.boilerplate, ...(cited ? [cited] : [])]) {
    for (const edge of [span.start, span.end])
      if (edge > paragraph.start && edge < paragraph.end) edges.push(edge);
  }
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? end;
    const text = cleanLines(document.text.slice(start, end));
    if (cited && start >= cited.start && end <= cited.end) {
      return start === cited.start ? html`<mark id="quote">${text}</mark>` : html`<mark>${text}</mark>`;
    }
    const isBoilerplate = document.boilerplate.some((span) => start >= span.start && end <= span.end);
    return isBoilerplate ? html`<span class="boilerplate">${text}</span>` : html`${text}`;
  });
}

/** The span without space at its ends and without half a character; `undefined` where it holds no text. */
function visibleSpan(text: string, { start, end }: Span): Span | undefined {
  if (start < 0 || end > text.length || start >= end) return undefined;
  const words = text.slice(start, end);
  const first = start + words.length - words.trimStart().length;
  const last = end - (words.length - words.trimEnd().length);
  if (first >= last) return undefined;
  return {
    start: isInsideCharacter(text, first) ? first - 1 : first,
    end: isInsideCharacter(text, last) ? last + 1 : last,
  };
}

function isInsideCharacter(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/** The part of a text that one page shows, from the line that holds `from` where that is near. */
function viewOf(text: string, from: number): Span {
  if (text.length <= READER_WINDOW) return { start: 0, end: text.length };
  const start = lineStart(text, Math.min(Math.max(0, from), text.length - 1));
  const end = start + READER_WINDOW;
  return { start, end: end >= text.length ? text.length : Math.max(start + 1, lineStart(text, end)) };
}

function lineStart(text: string, offset: number): number {
  const furthest = 2_000;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  if (offset - start < furthest) return start;
  return isInsideCharacter(text, offset) ? offset - 1 : offset;
}

/** Stretches of text between blank lines. */
function paragraphsOf(text: string, view: Span): readonly Span[] {
  const paragraphs: Span[] = [];
  let start = view.start;
  for (const gap of text.slice(view.start, view.end).matchAll(/\r?\n(?:[ \t\u00a0]*\r?\n)+/gu)) {
    paragraphs.push({ start, end: view.start + gap.index });
    start = view.start + gap.index + gap[0].length;
  }
  return [...paragraphs, { start, end: view.end }].flatMap((paragraph) => visibleSpan(text, paragraph) ?? []);
}
