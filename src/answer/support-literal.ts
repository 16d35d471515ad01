/** What a claim must hold letter by letter: its quotations, and anything that could act as a link or a mention. */
import type { Evidence, SupportProblem } from './evidence.ts';
import { locateQuote } from './locate.ts';

const LINKS = [
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'”)\]]{1,500}/giu,
  /\b(?:javascript|data|vbscript|mailto|tg|discord):[^\s<>"'”)\]]{1,500}/giu,
  /\bwww\.[^\s<>"'”)\]]{1,500}/giu,
  /(?<![\p{L}\p{N}])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|io|gg|me|info|ru|cn|xyz|example|co|app|dev|link|site|online|top)\b(?:\/[^\s<>"'”)\]]{0,500})?/giu,
  /!?\[[^\]\n]{0,300}\]\s?\([^)\n]{1,500}\)/gu,
  /<(?:@[!&]?|#|a?:|t:|\/)[^>\n]{1,100}>/gu,
  /<\/?[a-z][^>\n]{0,300}>/giu,
  /(?<![\p{L}\p{N}.])@[\p{L}\p{N}_]{2,64}(?:@[\p{L}\p{N}.-]{1,100})?/gu,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}.-]{2,63}/gu,
  /\|\|[^|\n]{1,300}\|\||`{1,3}[^`\n]{1,500}`{1,3}/gu,
];

/** What each of them has some of: nearly all claims have none. */
const LINK_SIGN = /:\S|[@<[|`]|www\.|\.[a-z]/iu;

/** A name that is a domain, as some papers call themselves. */
const DOMAIN = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,3}$/u;

/**
 * Links, mentions and markup belong to a claim only where its quotes hold them word for word; in an attribution a publisher
 * may be called Salon.com.
 */
export function checkLinks({ claim, quotes, facts }: Evidence): readonly SupportProblem[] {
  if (!LINK_SIGN.test(claim)) return [];
  const publishers = facts.flatMap(({ publisher }) => publisher ?? []);
  const isNamed = (link: string): boolean =>
    DOMAIN.test(link) && publishers.some((publisher) => publisher.split(/\s/).includes(link));
  const isForeign = LINKS.some((pattern) =>
    Array.from(claim.matchAll(pattern)).some(
      ([link]) => !isNamed(link) && !quotes.some((quote) => quote.includes(link)),
    ),
  );
  return isForeign ? ['link'] : [];
}

const QUOTATIONS = [
  /["“”„«]([^"“”„«»]{1,4000})["”“»]/gu,
  /(?<![\p{L}\p{N}])[‘‹]([^‘’‹›]{1,2000}(?:’[\p{L}][^‘’‹›]{0,2000}){0,20})[’›](?!\p{L})/gu,
];

/** What stands in quotation marks must stand so in a quote, or be the title. */
export function checkQuotations({ body, quotes, facts }: Evidence): readonly SupportProblem[] {
  const sources = [...quotes, ...facts.flatMap(({ title }) => (title === undefined ? [] : [title]))];
  const isChanged = QUOTATIONS.some((pattern) =>
    Array.from(body.matchAll(pattern)).some(
      ([, quoted = '']) =>
        /[\p{L}\p{N}]/u.test(quoted) &&
        !sources.some((source) => locateQuote(source, quoted, { near: false })),
    ),
  );
  return isChanged ? ['quotation'] : [];
}
