/** A place where a sentence may begin that no white space rule finds. */
export interface Glue {
  readonly position: number;
  /** False: judge it like any other boundary. */
  readonly certain: boolean;
}

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DATE = `(?:${MONTH}) \\d{1,2}, \\d{4}`;

/** `committee.The next`, `“go.”He said`: a stop between a lower-case letter and a capitalised word, not in a name or address. */
const GLUED_STOP =
  /(?<=\p{Ll}{2}|\p{Ll}[)\]]|\d{3})[.!?]+["”’)]*(?!(?:Com|Net|Org|Gov|Edu)\b)(?=(?:["“‘(]?\p{Lu}(?:\p{Ll}+|)[\s,’']|[“"]\p{Lu}))/gu;
/** `HamasNovember 24, 2011 Fatah`: a date stamped onto a headline by a scraper; both its ends are breaks. */
const GLUED_DATE = new RegExp(`(?<=[\\p{Ll}\\d”"’)])${DATE}(?=\\s*\\p{Lu}|\\s*["“])`, 'gu');
/** `5:27 PMAbbas`: a time stamp that runs into the text. */
const GLUED_TIME = /\d{1,2}:\d{2} ?[AP]M(?=\p{Lu}\p{Ll})/gu;
/** `word.[12] Next`: reference marks between the stop and the space. */
const REFERENCE_MARKS = /[.!?]["”’)]*(?:\[(?:\d{1,3}|[a-z]|citation needed)\])+\s+(?=["“(]?[\p{Lu}\p{N}])/gu;
/** `… [We have`, `end … Then`: UAX 29 does not count the ellipsis sign as a stop. */
const ELLIPSIS_SIGN = /…["”’)]*\s+(?=["“‘([]?\p{Lu})/gu;
/** `… sold. iPhone sales`: a name that begins small. */
const CAMEL_CASE = /\p{Ll}{2}[.!?]["”’)]*\s+(?=\p{Ll}{1,2}\p{Lu}\p{L})/gu;
/** `people. … [We have`: words left out at the head of a sentence. */
const LEADING_ELLIPSIS = /[.!?]["”’)]*\s+(?=(?:…|\.\.\.)\s*["“[(]*\p{Lu})/gu;
/** `told him. https://…`: an address after the last sentence. */
const TRAILING_ADDRESS = /[.!?]["”’)]*\s+(?=https?:\/\/)/gu;
const INLINE_BULLET = /\s(?=[•▪●◦‣]\s)/gu;
/** `came. 12 stayed`: UAX 29 looks past the number to the small letter. */
const NUMBER_FIRST = /(?<=\p{Ll}|\d)\.["”’)]*\s+(?=["“(]?\p{Sc}?\p{Nd})/gu;
/** `。「`: UAX 29 takes an opening bracket for a closing one. */
const EAST_ASIAN_QUOTE = /[。！？](?=[「『“《（])/gu;
/** Greek asks with a semicolon. */
const GREEK_QUESTION = /[;\u037E]\s+(?=["«“]?\p{Lu})/gu;
const URL_AROUND = /(?:https?:\/\/|www\.|@)\S*$/i;

/** All such places in `text`, in order. */
export function findGlue(text: string, language: string): Glue[] {
  const found: Glue[] = [];
  for (const match of text.matchAll(GLUED_STOP)) {
    const end = match.index + match[0].length;
    if (!insideAddress(text, match.index)) found.push({ position: end, certain: true });
  }
  for (const match of text.matchAll(GLUED_DATE)) {
    found.push({ position: match.index, certain: true });
    found.push({ position: match.index + match[0].length, certain: true });
  }
  addEnds(found, text, GLUED_TIME, true);
  for (const pattern of [CAMEL_CASE, INLINE_BULLET, TRAILING_ADDRESS, EAST_ASIAN_QUOTE])
    addEnds(found, text, pattern, true);
  for (const pattern of [REFERENCE_MARKS, ELLIPSIS_SIGN, LEADING_ELLIPSIS, NUMBER_FIRST])
    addEnds(found, text, pattern, false);
  if (/^el\b/i.test(language)) addEnds(found, text, GREEK_QUESTION, true);
  return found.sort((a, b) => a.position - b.position);
}

function addEnds(found: Glue[], text: string, pattern: RegExp, certain: boolean): void {
  for (const match of text.matchAll(pattern))
    found.push({ position: match.index + match[0].length, certain });
}

function insideAddress(text: string, at: number): boolean {
  return URL_AROUND.test(text.slice(Math.max(0, at - 200), at));
}
