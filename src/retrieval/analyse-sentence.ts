import { type Token, termsOfTokens, tokenise } from '../text/words.ts';
import type { Span } from '../types.ts';

/**
 * A sentence as the ranker sees it: its terms, and the runs of words that could answer a question (names, numbers,
 * dates ...), told by surface form alone.
 */
export type RunKind = 'name' | 'number' | 'money' | 'percent' | 'date' | 'duration' | 'quote';

/** Tokens `from` (inclusive) to `to` (exclusive) of a sentence. */
export interface Run {
  readonly kind: RunKind;
  readonly from: number;
  readonly to: number;
}

/**
 * A sentence taken apart. Thousands are kept from question to question, so each holds little: its index terms, and the
 * runs and cues once they were asked for, which few are. Tokens are split again each time.
 */
export class AnalysedSentence {
  readonly text: string;
  /** Index term of each token; '' for a stop word. */
  readonly terms: readonly string[];
  /** How many of the terms are no stop words. */
  readonly contentLength: number;
  readonly #language: string;
  #runs: readonly Run[] | undefined;

  /** `language` is BCP 47. */
  constructor(text: string, language: string) {
    this.text = text;
    this.#language = language;
    const terms = termsOfTokens(text, language);
    let contentLength = 0;
    for (const term of terms) if (term !== '') contentLength += 1;
    this.terms = terms;
    this.contentLength = contentLength;
  }

  get tokens(): readonly Token[] {
    return tokenise(this.text, this.#language);
  }

  get runs(): readonly Run[] {
    this.#runs ??= findRuns(this.text, this.tokens);
    return this.#runs;
  }

  get givesReason(): boolean {
    return REASON.test(this.text);
  }

  get namesPlace(): boolean {
    return PLACE.test(this.text);
  }

  get tellsSpeech(): boolean {
    return SPEECH.test(this.text);
  }

  /** A span of the text that a run covers. */
  spanOf(run: Run): Span {
    const { tokens } = this;
    const start = tokens[run.from]?.start ?? 0;
    return { start, end: tokens[run.to - 1]?.end ?? start };
  }
}

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const RELATIVE_DAY = /^(?:yesterday|today|tomorrow|tonight)$/i;
const NUMBER_WORD =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|third|quarter|twice|first|second|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/i;
const SCALE = /^(?:hundred|thousand|million|billion|trillion|dozen|bn|m|k)$/i;
const TIME_UNIT = /^(?:second|minute|hour|day|week|month|year|decade|centur)(?:s|y|ies)?$/i;
const NAME_JOINER = /^(?:of|the|de|la|del|al|el|bin|ibn|van|von|and|for|da|di|du)$/i;
const REASON =
  /\b(?:because|due to|owing to|since|so that|in order to|as a result|caused by|led to|thanks to|reason|therefore|after)\b/i;
const PLACE = /\b(?:in|at|near|from|to|outside|across|inside|toward|towards|of|into)\s+(?:the\s+)?\p{Lu}/u;
const SPEECH =
  /\b(?:said|says|say|told|tells|claim(?:s|ed)?|stat(?:es|ed)|announc(?:es|ed)|add(?:s|ed)|argu(?:es|ed)|warn(?:s|ed)|according to|wrote|tweeted|urged|called|insist(?:s|ed)|denied|respond(?:s|ed)|asked|report(?:s|ed)|express(?:es|ed)|declar(?:es|ed))\b/i;

/** The only words, among those that begin with a Latin letter, that begin a date or a number. */
const DATE_OR_NUMBER = new RegExp(
  [MONTH, WEEKDAY, RELATIVE_DAY, NUMBER_WORD].map(({ source }) => source).join('|'),
  'i',
);

/** The run that begins with a token. Most begin none, and are passed over at once. */
function runFrom(text: string, tokens: readonly Token[], at: number): Run | undefined {
  const word = tokens[at]?.text ?? '';
  const first = word.charCodeAt(0);
  const isSmall = first >= 0x61 && first <= 0x7a;
  const isPlain = (isSmall || (first >= 0x41 && first <= 0x5a)) && !DATE_OR_NUMBER.test(word);
  if (isPlain) return isSmall ? undefined : nameRun(text, tokens, at);
  return dateRun(tokens, at) ?? numberRun(text, tokens, at) ?? nameRun(text, tokens, at);
}

function findRuns(text: string, tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; ) {
    const run = runFrom(text, tokens, at);
    if (run) runs.push(run);
    at = run ? run.to : at + 1;
  }
  return [...runs, ...quoteRuns(text, tokens)];
}

function dateRun(tokens: readonly Token[], at: number): Run | undefined {
  const word = tokens[at]?.text ?? '';
  const next = tokens[at + 1]?.text ?? '';
  const monthLed =
    MONTH.test(word) && /^\p{Lu}/u.test(word) && (word.length > 3 || /^\d/.test(next) || word !== 'May');
  if (monthLed && (word !== 'May' || /^\d/.test(next))) {
    let to = at + 1;
    if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(tokens[to]?.text ?? '')) to += 1;
    if (/^(?:1\d|20)\d\d$/.test(tokens[to]?.text ?? '')) to += 1;
    return { kind: 'date', from: at, to };
  }
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(word) && MONTH.test(next) && /^\p{Lu}/u.test(next)) {
    const year = /^(?:1\d|20)\d\d$/.test(tokens[at + 2]?.text ?? '');
    return { kind: 'date', from: at, to: at + (year ? 3 : 2) };
  }
  if (/^(?:1\d|20)\d\d(?:s)?$/.test(word) && !SCALE.test(next)) return { kind: 'date', from: at, to: at + 1 };
  if (/^\d+(?:st|nd|rd|th)$/.test(word) && /^centur/i.test(next))
    return { kind: 'date', from: at, to: at + 2 };
  if (WEEKDAY.test(word) || RELATIVE_DAY.test(word)) return { kind: 'date', from: at, to: at + 1 };
  return undefined;
}

function numberRun(text: string, tokens: readonly Token[], at: number): Run | undefined {
  const first = tokens[at];
  if (!first || !(/^\p{N}/u.test(first.text) || NUMBER_WORD.test(first.text))) return undefined;
  let to = at + 1;
  while (
    to < tokens.length &&
    (SCALE.test(tokens[to]?.text ?? '') ||
      (NUMBER_WORD.test(first.text) && NUMBER_WORD.test(tokens[to]?.text ?? '')))
  )
    to += 1;
  const before = text.slice(Math.max(0, first.start - 2), first.start);
  const next = tokens[to]?.text ?? '';
  const last = tokens[to - 1] ?? first;
  if (/[$£€¥]\s?$/.test(before) || /^(?:dollars?|euros?|pounds?|cents?|yen|rubles?|shekels?)$/i.test(next))
    return { kind: 'money', from: at, to };
  if (
    /^\s?%/.test(text.slice(last.end, last.end + 2)) ||
    /^percent(?:age)?$/i.test(next) ||
    /^per\s+cent/i.test(text.slice(last.end + 1, last.end + 10))
  )
    return { kind: 'percent', from: at, to };
  if (TIME_UNIT.test(next)) return { kind: 'duration', from: at, to: to + 1 };
  return { kind: 'number', from: at, to };
}

function nameRun(text: string, tokens: readonly Token[], at: number): Run | undefined {
  if (!isCapitalised(tokens, at)) return undefined;
  let to = at + 1;
  while (to < tokens.length && joined(text, tokens, to)) {
    if (isCapitalised(tokens, to)) to += 1;
    else if (
      NAME_JOINER.test(tokens[to]?.text ?? '') &&
      isCapitalised(tokens, to + 1) &&
      joined(text, tokens, to + 1)
    )
      to += 2;
    else break;
  }
  return { kind: 'name', from: at, to };
}

function isCapitalised(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text ?? '';
  return (
    /^\p{Lu}/u.test(word) &&
    !(
      at === 0 &&
      /^(?:the|an?|in|on|at|it|he|she|they|we|i|this|that|these|those|but|and|as|for|there|his|her|their|its|when|while|after|before|with|by|from|to|if|however|although|some|many|most|what|who|how|why|where|meanwhile|also|earlier|later|both|one|two|no|not|you|our|my|so|then|now|such|since|during|under|over|all|each|more|other|another|or|of)$/i.test(
        word,
      )
    )
  );
}

/** Whether nothing but a space, a hyphen or an apostrophe stands between a token and the one before it. */
function joined(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  return (
    before !== undefined &&
    token !== undefined &&
    /^(?:[ \u00a0]|[-–'’]|\. |\.|'s |’s )$/u.test(text.slice(before.end, token.start))
  );
}

const QUOTED = /[“"«„]([^“”"«»„]{2,400})[”"»“]|``\s?([^`]{2,400}?)\s?''/gu;

function quoteRuns(text: string, tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (const match of text.matchAll(QUOTED)) {
    const from = tokens.findIndex((token) => token.start >= match.index);
    const after = tokens.findIndex((token) => token.start >= match.index + match[0].length);
    if (from >= 0) runs.push({ kind: 'quote', from, to: after < 0 ? tokens.length : after });
  }
  return runs;
}
