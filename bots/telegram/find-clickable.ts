import type { Span } from '../../src/index.ts';

/** Letters, numbers and the underscore of any script. */
const WORD = String.raw`\p{L}\p{N}_`;
/** What domains may be made of, letters of all scripts included. */
const LETTER = String.raw`[\p{L}\p{N}\p{M}_~-]`;
const REST_OF_ADDRESS = String.raw`(?::\d+)?(?:[/?#][^\s<>"«»]*)?`;

/** What an address may have inside, and not at its end. */
const CLOSING_MARKS = /[.:;,('?!`]+$/u;

/** None begins within what it would match: long runs of letters are read once. */
const PATTERNS: readonly (readonly [pattern: RegExp, isMeant?: (words: string) => boolean])[] = [
  // @name, name@example.org, and the @bot behind a command
  [/(?<![\w.+-])[\w.+-]*(?:@[\w.-]*\w)+/gu],
  [new RegExp(String.raw`(?<![${WORD}/<>])\/\w+(?:@\w+)?`, 'gu')],
  [
    new RegExp(String.raw`#[${WORD}\p{M}\u200c\u00b7\u0d80-\u0dff]+(?:@\w+)?`, 'gu'),
    (words) => /\p{L}/u.test(words),
  ],
  [/\$(?:1INCH|[A-Z]{1,8})(?![\p{L}\p{N}_$])(?:@\w+)?/gu],
  [/(?<![a-z0-9+-])[a-z0-9+-]+:\/\/[^\s<>"«»]+/giu],
  [
    new RegExp(String.raw`(?<!${LETTER})${LETTER}+(?:\.${LETTER}+)+${REST_OF_ADDRESS}`, 'gu'),
    looksLikeAddress,
  ],
  [/\+\d(?:[ ().\u00a0-]{0,2}\d){6,14}|\(?\b\d{3}\)?[ .\u00a0-]{0,2}\d{3}[ .-]\d{4}\b/gu],
  [/\b\d(?:[ -]?\d){12,18}\b/gu, passesLuhn],
];

/**
 * Stretches of a text that Telegram would make clickable by itself, some of which notify people: mentions, commands,
 * hashtags, cashtags, addresses (`example.org` as much as `https://...`), e-mail addresses, phone and card numbers. By
 * the rules of its open client library (tdlib, MessageEntity.cpp), a little wider: any letters pass for a top-level
 * domain, so that `node.js` is found too. In order, without overlap; those with nothing but a few marks between them as
 * one.
 */
export function findClickable(text: string): readonly Span[] {
  const found = PATTERNS.flatMap(([pattern, isMeant]) =>
    Array.from(text.matchAll(pattern)).flatMap(({ 0: matched, index }) => {
      const words = matched.replace(CLOSING_MARKS, '');
      return isMeant && !isMeant(words) ? [] : [{ start: index, end: index + words.length }];
    }),
  );
  const joined: Span[] = [];
  for (const span of found.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && isJoined(text.slice(last.end, span.start)))
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

/** Whether what stands between two stretches is so little that one mark reads better than two. */
function isJoined(between: string): boolean {
  return between.length <= 2 && /^[^\p{L}\p{N}\n]*$/u.test(between);
}

/**
 * The last part of the domain has two letters or more and no others, and not the first alone a capital, as at a
 * sentence's end without a space (`harbour.It`); or it is an IPv4 address, or a domain in ASCII form.
 */
function looksLikeAddress(words: string): boolean {
  const [domain = ''] = words.split(/[:/?#]/u);
  const last = domain.split('.').at(-1) ?? '';
  if (/^(?:\d{1,3}\.){3}\d{1,3}$/u.test(domain) || /^xn--/iu.test(last)) return true;
  return /^\p{L}[\p{L}\p{M}]+$/u.test(last) && !/^\p{Lu}\p{Ll}/u.test(last);
}

/** The check digit of card numbers: one number in ten has it by chance. */
function passesLuhn(words: string): boolean {
  const sum = Array.from(words.replace(/\D/gu, ''), Number)
    .reverse()
    .reduce(
      (total, digit, index) => total + (index % 2 === 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9),
      0,
    );
  return sum % 10 === 0;
}
