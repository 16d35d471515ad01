import type { MessageEntity } from 'grammy/types';

/**
 * Finds what Telegram makes clickable by itself, by the rules of its open client library (tdlib, MessageEntity.cpp:
 * match_mentions, match_bot_commands, match_hashtags, match_cashtags, match_urls, is_email_address). Two differences,
 * both finding more than the server: any run of letters passes as a top-level domain, and phone numbers, whose rule is
 * not published, are found with a plus sign or in groups of three, three and four digits.
 */
export function detectEntities(text: string): readonly MessageEntity[] {
  const found = FINDERS.flatMap(({ type, pattern, accepts }) =>
    Array.from(text.matchAll(pattern)).flatMap((match): readonly MessageEntity[] => {
      const [words] = match;
      if (accepts && !accepts(words, text.slice(match.index + words.length))) return [];
      return [{ type, offset: match.index, length: words.length }];
    }),
  );
  return withoutOverlaps(found);
}

type DetectedType = 'mention' | 'hashtag' | 'cashtag' | 'bot_command' | 'url' | 'email' | 'phone_number';

interface Finder {
  readonly type: DetectedType;
  readonly pattern: RegExp;
  readonly accepts?: (words: string, after: string) => boolean;
}

/** Letters, numbers and the underscore, in any script. */
const WORD = String.raw`\p{L}\p{N}_`;
const HASHTAG_LETTER = String.raw`\p{L}\p{Nd}_\u200c\u00b7\u0d80-\u0dff`;
const PATH = String.raw`[^\s<>"«»\u2000-\u200b\u200e\u200f\u2016-\u206f]`;
const DOMAIN = String.raw`[A-Za-z0-9_~\u00c0-\u1fff\u2010-\u2015\u2070-\ud7ff\uf900-\uffff\u{10000}-\u{10ffff}-]`;

const FINDERS: readonly Finder[] = [
  {
    type: 'email',
    pattern:
      /(?<![\w.+-])[\w-]{0,26}(?:[.+][\w-]{0,26}){0,10}[\w-]@(?:[a-z0-9](?:[\w-]{0,28}[a-z0-9])?\.){1,6}[a-z]{2,8}(?![\w-])/giu,
  },
  { type: 'url', pattern: /(?:tg|ton):\/\/[\w-]{1,253}(?:[/?#]\S*)?/giu },
  {
    type: 'url',
    pattern: new RegExp(
      String.raw`(?:(?:https?|ftp):\/\/(?:[^\s/@]+@)?|(?<![${WORD}/#@.]))${DOMAIN}+(?:\.${DOMAIN}+)+(?::\d+)?(?:[/?#]${PATH}*)?`,
      'giu',
    ),
    accepts: isUrl,
  },
  {
    type: 'mention',
    pattern: new RegExp(`(?<![${WORD}])@[A-Za-z0-9_]{2,32}(?![${WORD}])`, 'gu'),
    accepts: (words) => words.length > 4 || /^@(gif|vid|pic)$/iu.test(words),
  },
  {
    type: 'bot_command',
    pattern: new RegExp(
      String.raw`(?<![${WORD}/<>])\/[A-Za-z0-9_]{1,64}(?![A-Za-z0-9_])(?:@[A-Za-z0-9_]{3,32})?(?![${WORD}/<>@])`,
      'gu',
    ),
  },
  {
    type: 'hashtag',
    pattern: new RegExp(`(?<![${HASHTAG_LETTER}])#[${HASHTAG_LETTER}]{1,256}(?!#)`, 'gu'),
    accepts: (words) => /\p{L}/u.test(words),
  },
  {
    type: 'cashtag',
    pattern: new RegExp(
      String.raw`(?<![$${HASHTAG_LETTER}])\$(?:1INCH|[A-Z]{1,8})(?![$${HASHTAG_LETTER}])`,
      'gu',
    ),
  },
  {
    type: 'phone_number',
    pattern: /(?<![\w+])(?:\+\d(?:[ ().-]{0,2}\d){6,14}|\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4})(?![\w])/gu,
  },
];

/** Without a protocol the last part must look like a top-level domain: letters, and not only the first one a capital. */
function isUrl(words: string): boolean {
  const [, protocol, domain = ''] = /^((?:https?|ftp):\/\/(?:[^\s/@]+@)?)?([^/?#:]+)/iu.exec(words) ?? [];
  const parts = domain.split('.');
  if (parts.some((part) => part === '' || part.length >= 64 || part.endsWith('-'))) return false;
  const last = parts.at(-1) ?? '';
  if (parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/u.test(part)))
    return true;
  if (/^\d*$/u.test(parts.join('')) || last.length < 2 || /[_-]/u.test(last)) return false;
  if (protocol !== undefined) return true;
  return /^\p{L}[\p{L}\p{M}]+$/u.test(last) && !/^\p{Lu}\p{Ll}/u.test(last);
}

/** The first of those that share characters, and of those that begin together the longest. */
function withoutOverlaps(found: readonly MessageEntity[]): readonly MessageEntity[] {
  let end = 0;
  return found
    .toSorted((a, b) => a.offset - b.offset || b.length - a.length)
    .filter(({ offset, length }) => {
      if (offset < end) return false;
      end = offset + length;
      return true;
    });
}
