import {
  type Answer,
  type DocumentFacts,
  html,
  htmlDialect,
  type Markup,
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

export function answerPage(question: string, answer: Answer, locale: string): Markup {
  const linkOf = ({ document, quote }: Place) => readerPath(document.id, quote.span);
  const blocks = renderAnswer(answer, { locale, linkOf });
  return layOutPage({
    locale,
    title: question,
    question,
    content: html`<article class="answer ${answer.kind}">${toMessages(blocks, htmlDialect)}</article>`,
  });
}

export function documentsPage(documents: readonly DocumentFacts[], locale: string): Markup {
  const { documents: title } = phrasesFor(locale);
  const linked = documents.map((document) => ({ ...document, url: readerPath(document.id) }));
  return layOutPage({
    locale,
    title,
    content: html`<section class="documents">
<h1>${title}${documents.length > 0 && html` <small>${documents.length}</small>`}</h1>
${toMessages(renderDocuments(linked, { locale }), htmlDialect)}
</section>`,
  });
}

/** A page that says why there is nothing else on it. */
export function messagePage(message: string, locale: string, question?: string): Markup {
  return layOutPage({
    locale,
    title: message,
    ...(question !== undefined && { question }),
    content: html`<p class="message" role="alert" dir="auto">${message}</p>`,
  });
}
