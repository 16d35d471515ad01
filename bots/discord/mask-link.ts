import { safeLink } from '../../src/index.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/**
 * What the words of a link cannot hold. Discord takes no escapes there (a backslash is shown), and shows the whole markup
 * instead of a link where it finds an emoji, an address, a mention or a list in them:
 * https://github.com/discord/discord-api-docs/issues/6185, /6088, /7721, /6565
 */
const UNFIT =
  /[\\*_~`|<>@[\]\n]|:(?=\S)|discord(?:app)?\.(?=[a-z])|\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3|\ufe0f/giu;
/** What would begin a heading or a list, and spaces. */
const UNFIT_START = /^(?:\s|[-+#](?=[\s#]|$)|-#|\d+\.(?=\s|$))+/u;

/** An id or a place in a document: reads well as code, in which nothing means anything. */
const ID = /^(?!.*(?::\/\/|discord))[\w.:#/-]+$/iu;

/**
 * Words that lead to an address: `[words](<address>)`. Where some of the words cannot stand in a link, the longest
 * stretch that can is the link and the others stand beside it; where none can, the address follows them. An id that
 * cannot is set as code. Words without a web address are written as they are. `next` is what follows.
 */
export function maskLink(words: string, link: string, next = ''): string {
  const address = webAddress(link);
  if (address === undefined) return escapeMarkdown(words, next);
  const { start, end } = longestFit(words);
  if (end - start < words.length && ID.test(words)) return `[\`${words}\`](<${address}>)`;
  if (start === end) return `${escapeMarkdown(words)} <${address}>`;
  const before = escapeMarkdown(words.slice(0, start));
  return `${before}[${words.slice(start, end)}](<${address}>)${escapeMarkdown(words.slice(end), next)}`;
}

/** A safe http(s) address; nothing for a path of the own web page, which has no host to lead to. */
export function webAddress(link: string): string | undefined {
  const address = safeLink(link);
  return address?.startsWith('http') ? address : undefined;
}

function longestFit(words: string): { readonly start: number; readonly end: number } {
  const cuts = [...words.matchAll(UNFIT)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const bounds = [{ start: 0, end: 0 }, ...cuts, { start: words.length, end: words.length }];
  let longest = { start: 0, end: 0 };
  for (const [index, { start: until }] of bounds.entries()) {
    const from = bounds[index - 1]?.end ?? 0;
    const stretch = words.slice(from, until);
    const start = from + (UNFIT_START.exec(stretch)?.[0].length ?? 0);
    const end = from + stretch.trimEnd().length;
    if (end - start > longest.end - longest.start && /[\p{L}\p{N}]/u.test(words.slice(start, end)))
      longest = { start, end };
  }
  return longest;
}
