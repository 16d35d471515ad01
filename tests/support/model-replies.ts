import type { ModelRequest } from './model-server.ts';

/** A quote as a test writes it: of a document, by its title. */
export interface ReplyQuote {
  readonly title: string;
  readonly text: string;
}

export interface ReplyClaim {
  readonly text: string;
  readonly quotes: readonly ReplyQuote[];
}

/** The name (`p1` ...) under which a model was given a passage of the article with this title; `p0` where it was not. */
export function passageNameOf(request: ModelRequest, title: string): string {
  const header = request.prompt
    .split('\n')
    .find((line) => line.startsWith('<<<') && line.endsWith(`| ${title}`));
  return /passage (p\d+)/.exec(header ?? '')?.[1] ?? 'p0';
}

/** What a model with structured output replies to a request. */
export function replyOf(request: ModelRequest, claims: readonly ReplyClaim[]): string {
  return JSON.stringify({
    declined: claims.length === 0,
    claims: claims.map(({ text, quotes }) => ({
      text,
      quotes: quotes.map((quote) => ({ passage: passageNameOf(request, quote.title), text: quote.text })),
    })),
  });
}

/** The same in numbered lines. */
export function plainReplyOf(request: ModelRequest, claims: readonly ReplyClaim[]): string {
  if (claims.length === 0) return 'NO ANSWER';
  return claims
    .flatMap(({ text, quotes }, index) => [
      `${index + 1}. ${text}`,
      ...quotes.map((quote) => `> ${passageNameOf(request, quote.title)}: ${quote.text}`),
    ])
    .join('\n');
}
