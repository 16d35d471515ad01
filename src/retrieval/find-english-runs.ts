import type { Token } from '../text/words.ts';
import { quoteRuns, type Run } from './run.ts';

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const RELATIVE_DAY = /^(?:yesterday|today|tomorrow|tonight)$/i;
const NUMBER_WORD =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|third|quarter|twice|first|second|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/i;
const SCALE = /^(?:hundred|thousand|million|billion|trillion|dozen|bn|m|k)$/i;
const TIME_UNIT = /^(?:second|minute|hour|day|week|month|year|decade|centur)(?:s|y|ies)?$/i;
const NAME_JOINER = /^(?:of|the|de|la|del|al|el|bin|ibn|van|von|and|for|da|di|du)$/i;
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

/** The runs of an English sentence, told by surface form alone; quotations last. */
export function findEnglishRuns(text: string, tokens: readonly Token[]): Run[] {
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
