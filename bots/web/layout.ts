import { html, type Markup, phrasesFor } from '../../src/index.ts';

export interface PageOptions {
  /** BCP 47 language of the page's own words. */
  readonly locale: string;
  /** What the page is about; the name of the bot stands behind it. */
  readonly title?: string;
  /** The question in the form. */
  readonly question?: string;
  readonly content: Markup;
}

/** UTF-16 units; the browser stops typing there, the assistant refuses beyond it. */
const QUESTION_LIMIT = 2000;
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** A whole page: head, form, content. Works without scripts. */
export function layOutPage({ locale, title, question = '', content }: PageOptions): Markup {
  const phrases = phrasesFor(locale);
  const isHome = title === undefined;
  return html`<!doctype html>
<html lang="${locale}" dir="${RIGHT_TO_LEFT.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${isHome ? 'Footnote' : `${title} · Footnote`}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
<script src="/ask.js" defer></script>
</head>
<body>
<a class="skip" href="#content">${phrases.skipToContent}</a>
<header>
<a class="brand" href="/">Footnote<sup aria-hidden="true">[1]</sup></a>
<nav><a href="/documents">${phrases.documents}</a></nav>
</header>
<main id="content">
<form class="ask" action="/" method="get" role="search">
<label for="q">${phrases.question}</label>
<div class="field">
<input id="q" name="q" type="search" dir="auto" value="${question}" maxlength="${QUESTION_LIMIT}" required autocomplete="off"${isHome ? html` autofocus` : ''}>
<button>${phrases.ask}</button>
</div>
<p class="status" role="status" data-searching="${phrases.searching}"></p>
</form>
${content}
</main>
</body>
</html>
`;
}
