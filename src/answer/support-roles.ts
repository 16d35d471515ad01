/** Who did what to whom: swapped names, swapped counts, and another's words in somebody's mouth. */
import { findNumbers } from '../text/numbers.ts';
import { stem } from '../text/words.ts';
import type { Evidence, SupportProblem } from './evidence.ts';
import { isIrregularForm } from './lemma.ts';
import { isSameName } from './same-name.ts';
import { namesOf } from './support-names.ts';
import { plainNumbers } from './support-values.ts';
import type { SupportSentence, SupportWord } from './support-words.ts';

interface Roles {
  readonly anchor: SupportWord;
  readonly agent: readonly SupportWord[];
  readonly patient: readonly SupportWord[];
}

/** Verbs whose two sides may change places. */
const SYMMETRIC = new Set(
  'meet marry agree talk speak sign be clash negotiate play face merge say report tell'
    .split(' ')
    .map((word) => stem(word, 'en')),
);
const BE = new Set(['be', 'was', 'were', 'been', 'being', 'is', 'are', 'got', 'get']);
const RELATIONS = new Set(['ahead', 'behind', 'than', 'above', 'below', 'over']);

/** Names in the claim that do to each other what the quotes have the other way round. */
export function checkRoles({ claimSentences, quoteSentences }: Evidence): readonly SupportProblem[] {
  const given = quoteSentences.flatMap(rolesOf);
  const isSwapped = claimSentences.flatMap(rolesOf).some((claimed) => {
    const same = given.filter(({ anchor }) => anchor.stem === claimed.anchor.stem);
    return same.length > 0 && same.every((roles) => areSwapped(claimed, roles));
  });
  return isSwapped ? ['roles'] : [];
}

const shareName = (left: readonly SupportWord[], right: readonly SupportWord[]): boolean =>
  left.some((name) => right.some((other) => isSameName(name, other)));

function areSwapped(claimed: Roles, given: Roles): boolean {
  return (
    (shareName(claimed.agent, given.patient) && !shareName(claimed.agent, given.agent)) ||
    (shareName(claimed.patient, given.agent) && !shareName(claimed.patient, given.patient))
  );
}

function rolesOf(sentence: SupportSentence): readonly Roles[] {
  const runs = nameRuns(sentence);
  return sentence.words.flatMap((anchor, index) => {
    if (!isAnchor(sentence.words, index)) return [];
    const before =
      runs.findLast(
        (run) => (run.at(-1)?.end ?? 0) <= anchor.start && !isCutOff(sentence, run.at(-1), anchor),
      ) ?? [];
    const after =
      runs.find((run) => (run[0]?.start ?? 0) >= anchor.end && !isCutOff(sentence, anchor, run[0])) ?? [];
    if (RELATIONS.has(anchor.folded)) return [{ anchor, agent: before, patient: after }];
    if (!isPassive(sentence.words, index)) {
      return [
        {
          anchor,
          agent: follows(sentence, before, ANY_PREPOSITION),
          patient: follows(sentence, after, PLACE_PREPOSITION),
        },
      ];
    }
    const beforeName = sentence.text.slice(anchor.end, after[0]?.start ?? anchor.end);
    return [{ anchor, agent: /\bby\s(?:[\p{Ll}\s]{0,30})$/u.test(beforeName) ? after : [], patient: before }];
  });
}

const ANY_PREPOSITION =
  /\b(?:at|in|on|near|from|over|with|of|for|by|during|against|to|between|about|under|than)(?:\sthe|\san?|\sits|\shis|\sher|\stheir)?(?:\s\p{Ll}+)?\s$/u;
const PLACE_PREPOSITION =
  /\b(?:at|in|on|near|from|over|with|of|for|by|during|against|between|about|under|than)(?:\sthe|\san?|\sits|\shis|\sher|\stheir)?\s$/u;

/** A name behind a preposition is a place or a company, not who does it or has it done. */
function follows(
  sentence: SupportSentence,
  run: readonly SupportWord[],
  preposition: RegExp,
): readonly SupportWord[] {
  const start = run[0]?.start ?? 0;
  return preposition.test(sentence.text.slice(Math.max(0, start - 40), start)) ? [] : run;
}

function isAnchor(words: readonly SupportWord[], index: number): boolean {
  const word = words[index];
  if (word === undefined || word.isName) return false;
  if (RELATIONS.has(word.folded))
    return (word.folded !== 'over' && word.folded !== 'than') || words[index - 1]?.folded === 'rather';
  if (word.isStop || SYMMETRIC.has(word.stem)) return false;
  const before = words[index - 1]?.folded ?? '';
  if (words[index - 1]?.isName && /^\p{Ll}/u.test(word.text)) return true;
  return (
    /ed$/.test(word.folded) ||
    isIrregularForm(word.folded) ||
    /^(?:to|will|would|may|might|could|can|not|did|has|have|had)$/.test(before)
  );
}

const isPassive = (words: readonly SupportWord[], index: number): boolean =>
  words.slice(Math.max(0, index - 2), index).some(({ folded }) => BE.has(folded));

/** A name beyond a semicolon, a colon or a contrast belongs to another statement. */
function isCutOff(
  sentence: SupportSentence,
  left: SupportWord | undefined,
  right: SupportWord | undefined,
): boolean {
  if (left === undefined || right === undefined) return true;
  return /[;:]|\b(?:but|while|whereas)\b/.test(sentence.text.slice(left.end, right.start));
}

/** Names that stand together, as one name each. */
function nameRuns(sentence: SupportSentence): readonly (readonly SupportWord[])[] {
  const runs: SupportWord[][] = [];
  for (const name of namesOf(sentence)) {
    const last = runs.at(-1);
    const previous = last?.at(-1);
    const gap = previous ? sentence.text.slice(previous.end, name.start) : '';
    if (last && /^(?: | of | of the |-|’s |'s )$/.test(gap)) last.push(name);
    else runs.push([name]);
  }
  return runs;
}

/** `exports to Brazil` where the quotes have exports to Japan and imports from Brazil. */
export function checkBindings({ claimSentences, quoteSentences }: Evidence): readonly SupportProblem[] {
  const given = quoteSentences.flatMap(bindingsOf);
  const isMixed = claimSentences.flatMap(bindingsOf).some(({ noun, name }) => {
    const ofNoun = given.filter((binding) => binding.noun.stem === noun.stem);
    const ofName = given.filter((binding) => isSameName(binding.name, name));
    return (
      ofNoun.length > 0 &&
      ofName.length > 0 &&
      !ofNoun.some((binding) => isSameName(binding.name, name)) &&
      !ofName.some((binding) => binding.noun.stem === noun.stem)
    );
  });
  return isMixed ? ['roles'] : [];
}

interface Binding {
  readonly noun: SupportWord;
  readonly name: SupportWord;
}

/** A noun, a preposition, a name. */
function bindingsOf(sentence: SupportSentence): readonly Binding[] {
  const names = new Set(namesOf(sentence));
  return sentence.words.flatMap((noun, index) => {
    const [preposition, name] = [sentence.words[index + 1], sentence.words[index + 2]];
    if (!preposition || !name || noun.isStop || (noun.isName && !noun.startsSentence) || !names.has(name))
      return [];
    return /^(?:to|from|of|in|with|for|against)$/.test(preposition.folded) ? [{ noun, name }] : [];
  });
}

interface Zone {
  readonly value: number;
  readonly stems: ReadonlySet<string>;
}

/** `Two were injured and eleven died` where two died and eleven were injured. */
export function checkCounts({ claimSentences, quoteSentences }: Evidence): readonly SupportProblem[] {
  const given = quoteSentences.flatMap(zonesOf);
  const isMixed = claimSentences.flatMap(zonesOf).some((claimed) => {
    const own = given.filter(({ value }) => value === claimed.value);
    const others = given.filter(({ value }) => value !== claimed.value);
    const isIn = (zones: readonly Zone[]) => (word: string) => zones.some(({ stems }) => stems.has(word));
    const words = [...claimed.stems];
    return own.length > 0 && words.some(isIn(others)) && !words.some(isIn(own));
  });
  return isMixed ? ['roles'] : [];
}

/** What is said of each number: the verbs and nouns behind it and before the next, what it counts left out. */
function zonesOf(sentence: SupportSentence): readonly Zone[] {
  const numbers = plainNumbers(sentence.text);
  return numbers.map(({ span, value }, index) => {
    const next = numbers[index + 1]?.span.start ?? sentence.text.length;
    const cut = sentence.text.slice(span.end, next).search(/[;:]|\s(?:while|whereas|but)\s/);
    const end = cut < 0 ? next : span.end + cut;
    const words = sentence.words.filter(
      (word) => word.start >= span.end && word.end <= end && !word.isStop && !word.isName,
    );
    const [counted] = words;
    const isCounted = (word: SupportWord): boolean => word === counted && word.start <= span.end + 1;
    return { value, stems: new Set(words.filter((word) => !isCounted(word)).map(({ stem }) => stem)) };
  });
}

/** `22 votes to 61` where it was 61 to 22. */
export function checkScores({ body, quotes }: Evidence): readonly SupportProblem[] {
  const given = quotes.flatMap(scoresOf);
  const isTurned = scoresOf(body).some(
    ([first, second]) =>
      given.some(([left, right]) => left === second && right === first) &&
      !given.some(([left, right]) => left === first && right === second),
  );
  return isTurned ? ['roles'] : [];
}

function scoresOf(text: string): readonly (readonly [number, number])[] {
  const numbers = findNumbers(text);
  return numbers.flatMap((number, index) => {
    const next = numbers[index + 1];
    if (next === undefined) return [];
    const between = text.slice(number.span.end, next.span.start);
    return /^\s?(?:[-–]|(?:\p{L}{2,12}\s)?(?:to|against)\s)\s?$/u.test(between)
      ? [[number.value, next.value] as const]
      : [];
  });
}
