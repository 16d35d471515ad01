import { segmentSentences } from '../text/segment.ts';
import { cleanFact } from './clean-fact.ts';
import { withoutUndefined } from './declare-facts.ts';
import { MAX_FACT_UNITS, MAX_MADE_TITLE_UNITS } from './limits.ts';
import { DAY_PATTERN, parseDate } from './parse-date.ts';
import { readHead } from './read-head.ts';

export interface DetectedFacts {
  readonly title: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: string;
}

const AGENCIES: Readonly<Record<string, string>> = {
  AP: 'Associated Press',
  'Associated Press': 'Associated Press',
  Reuters: 'Reuters',
  REUTERS: 'Reuters',
  AFP: 'Agence France-Presse',
  CNN: 'CNN',
  UPI: 'United Press International',
  Xinhua: 'Xinhua',
  DPA: 'dpa',
  dpa: 'dpa',
  IANS: 'IANS',
  JTA: 'JTA',
  TASS: 'TASS',
  ANI: 'ANI',
};
const AGENCY = Object.keys(AGENCIES).join('|');
const CITY =
  "\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,3}(?:, \\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*)?)?";
const DAY = `(?:${DAY_PATTERN})`;
/** `WASHINGTON, Jan. 5, 2011 (Reuters) —`, `(CNN) `, `JERUSALEM – `: where an article opens. */
const DATELINE = new RegExp(
  `^\\s*(?:(?:${CITY})?(?:,? (${DAY}))? ?\\((${AGENCY})\\)(?: ?[—–-]{1,2} ?| |(?=\\p{Lu}))|\\p{Lu}[\\p{Lu} .,'’-]{2,40}(?:, (${DAY}))? (?:[—–]|--?) )`,
  'u',
);
const COPYRIGHT =
  /(?:©|\(c\)|Copyright(?: ©| \(c\))?) ?(?:(?:19|20)\d{2}(?:[-–](?:19|20)?\d{2})?,? )(?:by )?(?:The )?(\p{Lu}[\p{L}\p{N}&’'. -]{1,50}?)(?=\.|,| All rights|\n|$)/u;
/** Parts of a text's end in which a copyright line may stand. UTF-16 units. */
const TAIL_UNITS = 600;
/** Whom people in the article speak to: `told WorldNetDaily`, `asked by WND`. */
const SPOKEN_TO =
  /\b(?:told|[Aa]sked by|(?:interview|spoke) with|informed) ((?:The )?\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+){0,3})/gu;
/** An outlet must be spoken to this often, by its name and by its initials, to be taken for the publisher. */
const MIN_SPOKEN_TO = 3;

/** Facts that a text tells about itself; only a title is always found, made of its first sentence if need be. */
export function detectFacts(text: string, language: string): DetectedFacts {
  const head = readHead(text);
  const dateline = DATELINE.exec(text);
  const agency = dateline?.[2];
  const datelineDay = dateline?.[1] ?? dateline?.[3];
  const publisher =
    head.publisher ??
    (agency === undefined ? undefined : AGENCIES[agency]) ??
    copyrightHolder(text) ??
    spokenToOutlet(text);
  return {
    title: head.title ?? detectTitle(text, language, dateline?.[0].length ?? 0),
    ...withoutUndefined({
      publisher: publisher === undefined ? undefined : cleanFact(publisher, MAX_FACT_UNITS),
      author: head.author === undefined ? undefined : cleanFact(head.author, MAX_FACT_UNITS),
      published: head.published ?? (datelineDay === undefined ? undefined : parseDate(datelineDay)),
    }),
  };
}

/** A Markdown heading, a first line that reads like a headline, or else the first sentence, cut at a word. */
function detectTitle(text: string, language: string, datelineUnits: number): string {
  const heading = /^\s*#{1,2} +([^\n]{2,200}?)#*\s*(?:\n|$)/.exec(text)?.[1];
  if (heading !== undefined) return cleanFact(heading, MAX_FACT_UNITS) ?? heading;
  const [, line = '', rest = ''] = /^\s*([^\n]+)(\n[\s\S]{0,400})?/.exec(text) ?? [];
  const isHeadline =
    line.length <= 150 && rest.trim() !== '' && !/[.:;,]["”’)]?\s*$/.test(line) && datelineUnits === 0;
  const restHolds = rest.trim().length > line.length;
  if (isHeadline && restHolds && /\p{L}/u.test(line) && !/^\s*(?:by|published|posted|updated) /i.test(line)) {
    return cleanFact(line, MAX_FACT_UNITS) ?? line.trim();
  }
  const first = segmentSentences(text, language, { start: datelineUnits, end: Math.min(text.length, 2000) })
    .map(({ start, end }) => text.slice(start, end))
    .find((sentence) => /\p{L}/u.test(sentence));
  return shorten(cleanFact(first ?? text.slice(0, 2000), 2000) ?? 'Untitled');
}

function shorten(sentence: string): string {
  if (sentence.length <= MAX_MADE_TITLE_UNITS) return sentence.replace(/[.。]$/, '');
  const window = sentence.slice(0, MAX_MADE_TITLE_UNITS);
  const space = window.lastIndexOf(' ');
  const cut = space > MAX_MADE_TITLE_UNITS / 2 ? space : MAX_MADE_TITLE_UNITS - 1;
  return `${window
    .slice(0, cut)
    .toWellFormed()
    .replace(/[\s,;:–—-]+$/, '')}…`;
}

function copyrightHolder(text: string): string | undefined {
  return COPYRIGHT.exec(text.slice(-TAIL_UNITS))?.[1]?.trim();
}

/**
 * The outlet that speakers address again and again, once in full and otherwise by its initials ("told WorldNetDaily",
 * "told WND"): reporters write so of their own paper only. No other outlet may be addressed as often.
 */
function spokenToOutlet(text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(SPOKEN_TO)) {
    const name = match[1] ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [name, count] of counts) {
    const initials = name.match(/\p{Lu}/gu)?.join('') ?? '';
    if (initials.length < 2 || initials === name) continue;
    const total = count + (counts.get(initials) ?? 0);
    if (counts.has(initials) && total >= MIN_SPOKEN_TO) return name;
  }
  return undefined;
}
