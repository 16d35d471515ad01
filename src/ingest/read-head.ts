import type { Span } from '../types.ts';
import { DAY_PATTERN, parseDate } from './parse-date.ts';

/** What stands before or around the beginning of an article without being part of it. */
export interface HeadMatter {
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: string;
  /** Breadcrumbs, repeated headlines, bylines, date stamps, photo credits: in order of finding, maybe overlapping. */
  readonly spans: readonly Span[];
}

interface Gathered {
  title?: string;
  publisher?: string;
  author?: string;
  published?: string;
  readonly spans: Span[];
}

/** How far into a text its head may reach. UTF-16 units. */
const HEAD_UNITS = 1500;
const MIN_HEADLINE_UNITS = 12;
const MAX_HEADLINE_UNITS = 200;

const DAY = `(?:${DAY_PATTERN})`;
const ZONE = '(?:[ECMP][SD]?T|GMT|UTC|BST|CET|Eastern|Pacific|Central)\\b';
const HALF_DAY = '(?:[AaPp]\\.?[Mm]\\.?(?![a-z]))';
const TIME = `(?:,? (?:at )?\\d{1,2}[:.]\\d{2}(?: ?${HALF_DAY})?(?: ?${ZONE})?)?`;
const BREADCRUMB = /^\s*(\p{L}[^\n>»|]{1,60}?)\s*[>»]\s*(?:[^\n>»]{2,40}?\s*[>»]\s*)+/u;
/** First crumbs that name no publisher. */
const HOME = /^(?:home|home ?page|start|main|index|news|front ?page|you are here)\b/i;
const LABELS = [
  'First publish',
  'First published',
  'Originally published',
  'Published',
  'Posted',
  'Publication date',
  'Date',
  'Last updated',
  'Last modified',
  'Updated',
  'Modified',
];
const STAMP_LABEL = `(?:${LABELS.flatMap(inEveryCase).join('|')})(?: (?:on|at))?`;
const WEEKDAY = '(?:[A-Z][a-z]{2,5}day,? |[A-Z][a-z]{2}, )?';
/** With a colon anywhere after a sentence or word; without one only at the start of a line. */
const STAMP = new RegExp(
  `(?:(?<=^|\\n|[.!?”"’')\\p{Ll}] )(${STAMP_LABEL}): ?|(?<=^|\\n)[^\\S\\n]*(${STAMP_LABEL}) )${WEEKDAY}(${DAY})${TIME}`,
  'gu',
);
const STAMP_LINE = new RegExp(`(?<=^|\\n)[^\\S\\n]*${WEEKDAY}(${DAY})${TIME}[^\\S\\n]*(?=\\n|$)`, 'gu');
/** A date run into the headline before it, or right after a repeated one. */
const GLUED_STAMP = new RegExp(`(?<=[\\p{Ll}”"’'])(${DAY})(?=\\s)`, 'u');
const NAME_WORD =
  "(?:\\p{Lu}[\\p{L}’'.-]*|al-\\p{Lu}[\\p{L}’'-]+|de|del|della|der|den|van|von|bin|ibn|al|el|la|le|di|da|dos)";
/** Words after a comma that say what a writer is, not who. */
const ROLE =
  '(?:Staff|Senior|Special|Chief|Associated|Political|Foreign|Deputy|Editor|Reporter|Correspondent|Reuters|CNN|AP)\\b';
const NAME = `(?!${ROLE})\\p{Lu}[\\p{L}’'.-]*(?: ${NAME_WORD}){1,4}`;
const NAMES = `${NAME}(?:(?:, | and | & |, and )${NAME}){0,4}`;
const BYLINE = new RegExp(
  `(?<=^|\\n)[^\\S\\n]*(?:By|BY|by) (${NAMES})(?:,[^\\n.]{0,60}| \\|[^\\n]{0,60})?[^\\S\\n]*(?=\\n|$)`,
  'u',
);
/** A byline inside a line is believed only if a date stamp follows it. */
const GLUED_BYLINE = new RegExp(
  `(?<=[.!?”"’')\\p{Ll}] ?)\\bBy (${NAMES}?) ?(?=(?:${STAMP_LABEL}):? ?${WEEKDAY}${DAY})`,
  'u',
);
const GLUED_CREDIT =
  /(?<=\d ?[AP]M)[^\n.!?]{0,80}?(?:Wikimedia Commons|Getty Images|Flash ?90|Reuters|AP Photo|AFP|Shutterstock|iStock|Photo)(?=\s+["“]?\p{Lu})/u;

/** Reads the head of a text. What cannot be told with confidence is left out. */
export function readHead(text: string): HeadMatter {
  const head = text.slice(0, HEAD_UNITS);
  const gathered: Gathered = { spans: [] };
  readHeadline(head, gathered);
  readStamps(head, gathered);
  readByline(head, gathered);
  return gathered;
}

/** `Site > Section > Headline Headline<date>`: the crumbs name the publisher, the repetition tells the headline. */
function readHeadline(head: string, gathered: Gathered): void {
  const crumbs = BREADCRUMB.exec(head);
  const start = crumbs?.[0].length ?? head.search(/\S/);
  const headline = repeatedHeadline(head, start);
  if (crumbs === null && headline === undefined) return;
  const publisher = crumbs?.[1]?.trim();
  if (publisher !== undefined && !HOME.test(publisher)) gathered.publisher = publisher;
  if (headline !== undefined) {
    gathered.title = headline.text;
    gathered.spans.push({
      start: crumbs === null ? start : 0,
      end: crumbs === null ? headline.firstEnd : headline.end,
    });
    const stamp = new RegExp(`^\\s*(${DAY})${TIME}`, 'u').exec(head.slice(headline.end));
    if (stamp) addStamp(gathered, stamp[1], headline.end, stamp[0].length);
    return;
  }
  const line = /^[^\n]*/.exec(head.slice(start))?.[0] ?? '';
  const ends = line.length <= MAX_HEADLINE_UNITS && start + line.length < head.length;
  if (ends && line.trim() !== '') gathered.title = line.trim();
  gathered.spans.push({ start: 0, end: ends ? start + line.length : start });
}

interface Headline {
  readonly text: string;
  /** End of its first and of its second occurrence. */
  readonly firstEnd: number;
  readonly end: number;
}

/** The longest text at `start` that is at once said again, whole words, as scraped pages do with their headline; not a sentence. */
function repeatedHeadline(head: string, start: number): Headline | undefined {
  const rest = head.slice(start, start + 2 * MAX_HEADLINE_UNITS + 2);
  for (
    let length = Math.min(MAX_HEADLINE_UNITS, rest.length >> 1);
    length >= MIN_HEADLINE_UNITS;
    length -= 1
  ) {
    const gap = /^\s+/.exec(rest.slice(length))?.[0].length ?? 0;
    if (gap === 0 || !rest.startsWith(rest.slice(0, length), length + gap)) continue;
    const text = rest.slice(0, length);
    if (/^\s|[\s.。:;,]$|\n/.test(text) || !text.includes(' ')) continue;
    return { text, firstEnd: start + length, end: start + 2 * length + gap };
  }
  return undefined;
}

/** Dates that say that they are the date of publication; a correction's date counts only where there is no other. */
function readStamps(head: string, gathered: Gathered): void {
  let updated: string | undefined;
  for (const match of head.matchAll(STAMP)) {
    const label = match[1] ?? match[2] ?? '';
    const day = match[3];
    if (/updated|modified/i.test(label)) {
      updated ??= day === undefined ? undefined : parseDate(day);
      gathered.spans.push({ start: match.index, end: match.index + match[0].length });
    } else addStamp(gathered, day, match.index, match[0].length);
  }
  for (const match of head.matchAll(STAMP_LINE)) addStamp(gathered, match[1], match.index, match[0].length);
  const glued = GLUED_STAMP.exec(head.slice(0, MAX_HEADLINE_UNITS * 2));
  if (glued) addStamp(gathered, glued[1], glued.index, glued[0].length);
  if (gathered.published === undefined && updated !== undefined) gathered.published = updated;
  const credit = GLUED_CREDIT.exec(head);
  if (credit) gathered.spans.push({ start: credit.index, end: credit.index + credit[0].length });
}

function addStamp(gathered: Gathered, day: string | undefined, start: number, length: number): void {
  const published = day === undefined ? undefined : parseDate(day);
  if (published !== undefined) gathered.published ??= published;
  gathered.spans.push({ start, end: start + length });
}

function readByline(head: string, gathered: Gathered): void {
  const match = BYLINE.exec(head) ?? GLUED_BYLINE.exec(head);
  const names = match?.[1]?.trim();
  if (match === null || names === undefined) return;
  gathered.author = names === names.toUpperCase() ? titleCase(names) : names;
  gathered.spans.push({ start: match.index, end: match.index + match[0].length });
}

function titleCase(shouted: string): string {
  return shouted.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase());
}

function inEveryCase(label: string): string[] {
  const title = label.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  return [label, label.toUpperCase(), label.toLowerCase(), title];
}
