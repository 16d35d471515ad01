import {
  type Answer,
  type DocumentFacts,
  html,
  htmlDialect,
  type Markup,
  markupText,
  type Place,
  phrasesFor,
  renderAnswer,
  renderDocuments,
  toMessages,
} from '../../src/index.ts';
import { layOutPage } from './layout.ts';
import { readerPath } from './reader.ts';

export function homePage(locale: string): Markup {
  return layOutPage({ locale, content: html`<p class="tagline">${phrasesFor(locale).tagline}</p>` });
}

/** Where a source's title leads: to the reader page. */
export const placeLink = ({ document, quote }: Place): string => readerPath(document.id, quote.span);

export function answerPage(question: string, answer: Answer, locale: string): Markup {
  const blocks = renderAnswer(answer, { locale, linkOf: placeLink });
  return layOutAnswer(question, locale, {
    kind: answer.kind,
    content: html`${toMessages(blocks, htmlDialect)}`,
  });
}

/** Escaped texts cannot hold it. */
const GAP = html`<!--answer-->`;

/** What stands before and behind an answer that is still being written. */
export function answerFrame(
  question: string,
  locale: string,
): { readonly head: string; readonly tail: string } {
  const page = markupText(layOutAnswer(question, locale, { kind: 'grounded', content: GAP }));
  const [head = '', tail = ''] = page.split(markupText(GAP));
  return { head, tail };
}

interface AnswerContent {
  readonly kind: Answer['kind'];
  readonly content: Markup;
}

function layOutAnswer(question: string, locale: string, { kind, content }: AnswerContent): Markup {
  return layOutPage({
    locale,
    title: question,
    question,
    content: html`<article class="answer ${kind}">${content}</article>`,
  });
}

/** Documents on one page of the list. */
const DOCUMENTS_PER_PAGE = 200;

/** A page of the list, beginning with the document at `from`. */
export function documentsPage(all: readonly DocumentFacts[], locale: string, from = 0): Markup {
  const phrases = phrasesFor(locale);
  const shown = all.slice(from, from + DOCUMENTS_PER_PAGE);
  const linked = shown.map((document) => ({ ...document, url: readerPath(document.id) }));
  const earlier =
    from > 0 &&
    html`<a href="/documents?from=${Math.max(0, from - DOCUMENTS_PER_PAGE)}" rel="prev">${phrases.earlierPart}</a>`;
  const later =
    from + shown.length < all.length &&
    html`<a href="/documents?from=${from + DOCUMENTS_PER_PAGE}" rel="next">${phrases.laterPart}</a>`;
  return layOutPage({
    locale,
    title: phrases.documents,
    content: html`<section class="documents">
<h1>${phrases.documents}${all.length > 0 && html` <small>${all.length}</small>`}</h1>
${toMessages(renderDocuments(linked, { locale }), htmlDialect)}
<nav class="part">${earlier} ${later}</nav>
</section>`,
  });
}

/** A page that says why there is nothing else on it. */
export function messagePage(message: string, locale: string, question?: string): Markup {
  return layOutPage({
    locale,
    title: message,
    ...(question !== undefined && { question }),
    content: messageOf(message),
  });
}

export function messageOf(message: string): Markup {
  return html`<p class="message" role="alert" dir="auto">${message}</p>`;
}
