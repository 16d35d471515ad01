/** Who did what to whom in a sentence, as far as the order of its words tells. English. */
import { stemsOf } from './stems-of.ts';
import { namesOf } from './support-names.ts';
import type { SupportSentence, SupportWord } from './support-words.ts';
import { isVerbLike, SPEECH } from './verb-like.ts';

/** What is done, and who stands on either side of it. */
export interface Roles {
  /** The verb, or a word that sets two things apart: `ahead`, `than`. */
  readonly anchor: SupportWord;
  readonly agent: readonly SupportWord[];
  readonly patient: readonly SupportWord[];
  /** All content words that may be who does it, names or not; none where a passive leaves it open. */
  readonly actors: readonly SupportWord[];
  /** Content words behind it in its clause. */
  readonly objects: readonly SupportWord[];
}

/** Verbs whose two sides may change places. */
const SYMMETRIC = stemsOf(
  'meet marry agree talk speak sign be clash negotiate play face merge say report tell',
);
const BE = new Set(['be', 'was', 'were', 'been', 'being', 'is', 'are', 'got', 'get']);
const RELATIONS = new Set(['ahead', 'behind', 'than', 'above', 'below']);

/** The roles around each verb of a sentence. */
export function readRoles(sentence: SupportSentence): readonly Roles[] {
  const runs = nameRuns(sentence);
  return sentence.words.flatMap((anchor, index) => {
    if (!isAnchor(sentence.words, index)) return [];
    const before =
      runs.findLast((run) => belongs(sentence, run.at(-1), anchor) && !isOwner(sentence, run, anchor)) ?? [];
    // Behind a comma stands somebody else, as in `..., according to Aquano`.
    const after =
      runs.find((run) => run[0]?.clause === anchor.clause && belongs(sentence, anchor, run[0])) ?? [];
    const objects = objectsOf(sentence.words, index);
    if (RELATIONS.has(anchor.folded))
      return [{ anchor, agent: before, patient: after, actors: [], objects: [] }];
    const beforeName = sentence.text.slice(anchor.end, after[0]?.start ?? anchor.end);
    const isInfinitive = /^(?:to|will|would|may|might|could|can)$/.test(
      sentence.words[index - 1]?.folded ?? '',
    );
    const isByName = !isInfinitive && /\bby\s(?:[\p{Ll}\s]{0,30})$/u.test(beforeName);
    if (isByName || isPassive(sentence.words, index)) {
      const agent = isByName ? after : [];
      return [{ anchor, agent, patient: before, actors: agent, objects: [] }];
    }
    const patient = follows(sentence, after, PLACE_PREPOSITION);
    const antecedent = antecedentOf(sentence.words, index);
    if (antecedent)
      return [
        { anchor, agent: antecedent.filter(({ isName }) => isName), patient, actors: antecedent, objects },
      ];
    // `..., who said that he considered`: the pronoun says it is somebody, not who.
    const previous = sentence.words[index - 1];
    const isOpen =
      SUBJECT_PRONOUN.test(previous?.folded ?? '') ||
      isNumber(previous) ||
      previous?.folded === 'having' ||
      /ing$/.test(anchor.folded);
    const actors = isOpen ? [] : actorsOf(sentence, index);
    // `..., and cleared him`: the name before is whom it is done to.
    const isJoined = /^(?:and|or|but|then)$/.test(previous?.folded ?? '');
    if (isJoined && OBJECT_PRONOUN.test(sentence.words[index + 1]?.folded ?? ''))
      return [{ anchor, agent: [], patient: before, actors, objects }];
    return [{ anchor, agent: follows(sentence, before, ANY_PREPOSITION), patient, actors, objects }];
  });
}

function objectsOf(words: readonly SupportWord[], index: number): readonly SupportWord[] {
  const behind = words.slice(index + 1);
  const end = behind.findIndex(
    (word, step) =>
      word.clause !== words[index]?.clause ||
      (step > 0 && isVerbLike(words, index + 1 + step)) ||
      word.folded === 'and',
  );
  return (end < 0 ? behind : behind.slice(0, end)).filter((word) => !word.isStop && !word.isNegation);
}

const isAfterDeterminer = (words: readonly SupportWord[], index: number): boolean =>
  /^(?:the|an?|its|his|her|their|this|that)$/.test(words[index - 1]?.folded ?? '');
const isNumber = (word: SupportWord | undefined): boolean => /^\p{N}/u.test(word?.text ?? '');
const SUBJECT_PRONOUN = /^(?:he|she|they|it|we|i)$/;
const OBJECT_PRONOUN = /^(?:him|them)$/;

/** In `for its rival Skyline, which rejected`: the words that `which` stands for. */
function antecedentOf(words: readonly SupportWord[], index: number): readonly SupportWord[] | undefined {
  const relative = words.findLastIndex(
    ({ folded }, place) => place < index && place >= index - 2 && /^(?:which|who)$/.test(folded),
  );
  const clause = words[relative]?.clause ?? 0;
  const before = words.slice(0, Math.max(relative, 0));
  if (before.length === 0 || before.at(-1)?.clause !== clause - 1 || before.at(-1)?.isName !== true)
    return undefined;
  const cut = before.findLastIndex((word) => word.isStop || word.clause !== clause - 1);
  return before.slice(cut + 1);
}

/** In `Klee’s defence asked` it is not Klee who asked. */
function isOwner({ text }: SupportSentence, run: readonly SupportWord[], anchor: SupportWord): boolean {
  const last = run.at(-1);
  return (
    last !== undefined &&
    last.end < anchor.start &&
    /^(?:['’]s?)?\s\p{Ll}/u.test(text.slice(last.end)) &&
    /['’]s?$/.test(text.slice(last.start, text.indexOf(' ', last.end)))
  );
}

/** The content words before a verb with no other verb between; all before it in `... and invited` and `..., who wrote it, died`. */
function actorsOf(sentence: SupportSentence, index: number): readonly SupportWord[] {
  const anchor = sentence.words[index];
  const before = sentence.words
    .slice(0, index)
    .filter(
      (word, place) =>
        !word.isStop &&
        !word.isNegation &&
        /^\p{L}/u.test(word.text) &&
        !(SPEECH.has(word.stem) && !isAfterDeterminer(sentence.words, place)),
    );
  const subject = subjectBeforeRelative(sentence.words, index);
  if (subject.length > 0) return subject;
  const isJoined = /^(?:and|or|but|then|to)$/.test(sentence.words[index - 1]?.folded ?? '');
  const isOpen = isJoined || !before.some(({ clause }) => clause === anchor?.clause);
  return isOpen ? before : before.filter((word) => belongs(sentence, word, anchor));
}

/** In `the union Kraft, which had asked for 7 percent, refused`: the name before the clause that is put in. */
function subjectBeforeRelative(words: readonly SupportWord[], index: number): readonly SupportWord[] {
  const anchor = words[index];
  if (!anchor || words[index - 1]?.clause === anchor.clause) return [];
  const inserted = words.filter(({ clause }) => clause === anchor.clause - 1);
  if (!/^(?:which|who)$/.test(inserted[0]?.folded ?? '')) return [];
  const before = words.filter(({ clause }) => clause === anchor.clause - 2);
  const cut = before.findLastIndex(({ isName }) => !isName);
  return before.slice(cut + 1);
}

/** Whether two words, one of them a name, belong to one statement: in this order, with no other verb between. */
function belongs(sentence: SupportSentence, left?: SupportWord, right?: SupportWord): boolean {
  if (left === undefined || right === undefined || left.end > right.start) return false;
  if (/[;:]|\b(?:but|while|whereas)\b/.test(sentence.text.slice(left.end, right.start))) return false;
  const { words } = sentence;
  const [from, to] = [words.indexOf(left) + 1, words.indexOf(right)];
  return !words
    .slice(from, to)
    // In `agreed to sell` the subject of the first verb is that of the second.
    .filter((_, step) => words[from + step + 1]?.folded !== 'to')
    .some((word) => !word.isStop && (SPEECH.has(word.stem) || isVerbLike(words, words.indexOf(word))));
}

const ANY_PREPOSITION =
  /\b(?:at|in|on|near|from|over|with|of|for|by|during|against|to|between|about|under|than)(?:\sthe|\san?|\sits|\shis|\sher|\stheir)?(?:\s\p{Ll}+)?\s$/u;
const PLACE_PREPOSITION =
  /\b(?:at|in|on|near|from|over|off|with|of|for|by|during|against|between|about|under|than)(?:\sthe|\san?|\sits|\shis|\sher|\stheir)?\s$/u;

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
  if (word === undefined || word.isName || !/^\p{L}/u.test(word.text) || NO_VERB.test(word.folded))
    return false;
  const before = words[index - 1];
  if (word.folded === 'than') return before?.folded === 'rather';
  if (RELATIONS.has(word.folded)) return true;
  if (word.isStop || SYMMETRIC.has(word.stem) || isAdjective(words, index)) return false;
  return (
    (before?.isName === true &&
      !NUMBER_WORD.test(before.folded) &&
      /^\p{Ll}/u.test(word.text) &&
      !NOUN_FOLLOWER.test(words[index + 1]?.folded ?? '')) ||
    isVerbLike(words, index) ||
    isPresent(words, index)
  );
}

const NO_VERB = /^(?:according|without|within|aged|last|next|ahead|aground|early|late)$/;
/** After `Norvian citizens` these show that it was a noun. */
const NOUN_FOLLOWER =
  /^(?:can|could|will|would|may|might|must|should|is|are|was|were|has|have|had|do|does|did|of|and|or|who|which|that|in)$/;

/** Verbs that news uses in the present: `the union puts it at 29`. */
const PRESENT = stemsOf(
  'put give accuse demand call estimate blame criticise criticize support oppose threaten urge warn',
);

const isPresent = (words: readonly SupportWord[], index: number): boolean =>
  PRESENT.has(words[index]?.stem ?? '') &&
  index > 0 &&
  !/^(?:the|an?|its|his|her|their|this|that|of|for|no|to)$/.test(words[index - 1]?.folded ?? '');

/** `the eleven trapped tourists`: a participle between a determiner or a number and its noun. */
function isAdjective(words: readonly SupportWord[], index: number): boolean {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
  if (!before || !after || !/ed$/.test(word?.folded ?? '') || after.isStop || after.isName) return false;
  if (before.clause !== word?.clause || after.clause !== word.clause) return false;
  return (
    NUMBER_WORD.test(before.folded) || /^(?:the|an?|its|his|their|these|those|\p{N}+)$/u.test(before.folded)
  );
}

const NUMBER_WORD =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|several)$/;

const isPassive = (words: readonly SupportWord[], index: number): boolean =>
  words[index - 1]?.folded !== 'to' &&
  words.slice(Math.max(0, index - 2), index).some(({ folded }) => BE.has(folded));

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
