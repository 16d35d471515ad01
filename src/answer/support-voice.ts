/** Words that a claim adds to its quotes: judgements never, others hardly. English. */
import { isIrregularVerbForm } from '../text/irregular-forms.ts';
import { findLoadedWords } from '../text/loaded-words.ts';
import { findNumbers } from '../text/numbers.ts';
import type { Evidence, SupportProblem } from './evidence.ts';
import { stemsOf } from './stems-of.ts';
import { namesOf } from './support-names.ts';
import { readSentences, type SupportWord } from './support-words.ts';

/** What a desk without a view does not say of its own. */
const JUDGEMENTS = stemsOf(`
  sadly rightly wrongly unfortunately fortunately luckily thankfully regrettably shamefully tragically bravely heroically
  brutally cruelly foolishly wisely predictably surprisingly unsurprisingly shockingly outrageously courageously cynically
  recklessly blatantly notoriously infamously deservedly unfairly justly unjustly hypocritically ironically clearly obviously
  evidently naturally undoubtedly understandably inexplicably disgracefully admirably
  brutal cruel heroic brave courageous cowardly evil wicked corrupt disgraceful shameful outrageous scandalous shocking horrific
  horrible terrible awful appalling dreadful tragic barbaric savage monstrous despicable vile vicious ruthless reckless
  irresponsible foolish stupid incompetent dishonest hypocritical cynical arrogant notorious infamous glorious wonderful
  brilliant excellent magnificent historic landmark triumphant noble peaceful innocent legitimate illegitimate unjust
  unfair absurd ridiculous pathetic disastrous catastrophic devastating alarming worrying disturbing suspicious dubious
  controversial extremist radical fanatic unprovoked senseless bold welcome overdue impressive embarrassing hopeless
  mistake blunder disgrace scandal triumph humiliation tragedy disaster catastrophe masterstroke betrayal
  negligent greedy shameless careless clumsy hapless hopeless ruthless merciless fearless selfless hateful spiteful deceitful
  wasteful useless pointless needless worthless lamentable deplorable laudable commendable admirable unacceptable
  inexcusable unforgivable excessive extreme draconian heavy-handed bloody beloved disgusting sinister shady sleazy
  urgent urgently pity shame luck
  slam blast bash gloat brag whine rant lambast humiliate crush trounce
  good bad wrong right important crucial vital significant interesting remarkable
`);

/** What a claim may say in words of its own: reporting, being, having, becoming, counting, and what stands for them. */
const PLAIN_WORDS = stemsOf(`
  say tell state add announce deny warn claim argue report declare explain write reply note stress confirm describe speak talk
  call comment mention give name according quote cite statement remark answer ask question
  be become remain stay stand make do have get take put set go come keep hold bring use find found see show know
  begin start end stop continue plan want intend expect decide agree accept refuse reject offer ask try seek allow let help need
  rise fall increase decrease grow drop cut raise reduce lower double halve climb gain lose win beat defeat hit reach
  happen occur follow lead leave move turn open close run work live serve act play join meet visit travel arrive return
  rescue save free release
  buy sell pay cost spend earn charge price build built own belong receive send
  accuse blame
  vote elect choose appoint stand back support oppose
  promise pledge vow rule step
  demand request call apply want consider regard think believe
  land touch depart strike struck seize discover detect locate
  award receive obtain gain grant
  approve pass adopt sign reject
  cause result due reason lead
  include contain consist involve concern relate refer
  number amount total figure count share rate level part half quarter third percent per cent
  people person man woman member group side one two other another remaining rest
  time year month week day hour minute today later earlier ago since then now still already again next last previous former
  current currently new old first second
  about around roughly approximately nearly almost some over under more less than least most up down
  place area site part country city town village
  also both together alone separately respectively
  ahead behind above below between within inside outside near
  able likely possible possibly probably
  author leader head chief boss owner founder maker
  long high large big small short wide tall deep far
  home back down out off
  early earlier daily weekly monthly yearly annually publicly officially formally only mainly mostly partly jointly family supply
  hide hidden happen concerning regarding apparent
`);

/** Grave words, in rows of like meaning: a claim says one only where its quotes say one of its row. */
const GRAVE: readonly ReadonlySet<string>[] = [
  'kill die dead death fatal deadly victim casualty fatality perish drown murder assassinate slay execute body lethal toll',
  'injure wound hurt injury hospital treat burn',
  'arrest detain custody detention capture apprehend prisoner jail',
  'convict conviction guilty sentence jail imprison prison verdict condemn',
  'acquit acquitted acquittal clear cleared innocent exonerate',
  'rape abuse assault molest',
  'attack assault raid strike shell bomb bombard shoot explosion blast invade storm',
  'bribe corrupt corruption embezzle fraud launder',
  'steal theft thief rob robbery loot burgle burglary',
  'torture mistreat',
  'dismiss sack oust',
  'resign resignation quit step notice withdraw depart',
  'collapse crash sink explode',
].map(stemsOf);

const SHORTEST_STEM = 4;
/** Words of its own that a sentence may have beside plain ones; one more for each so many words. */
const OWN_WORDS = 1;
const WORDS_FOR_ANOTHER = 7;

/** `rightly`, `brutal`, and loaded words that are not marked as somebody's. */
export function checkVoice(evidence: Evidence): readonly SupportProblem[] {
  const isJudged = ownWords(evidence).some((words) =>
    words.some((word) => JUDGEMENTS.has(word.stem) || isManner(word)),
  );
  return isJudged || isAddress(evidence) || findLoadedWords(evidence.body).length > 0 ? ['opinion'] : [];
}

const FIRST_OR_SECOND = /^(?:i|me|my|mine|we|us|our|ours|you|your|yours|yourself|let|please)$/;
const OUGHT = /^(?:should|must|ought|shall)$/;
const OUGHT_MATES =
  /\b(?:should|must|ought|shall|ha(?:s|ve|d) to|needs?|needed|requir\w+|oblig\w+|demand\w*|urg\w+|call\w*|order\w*|recommend\w*|advis\w+|want\w*|ask\w*|tell|told)\b/i;
const QUOTATION = /["“„«][^"“”„«»]*["”“»]/gu;

/** Whether the claim talks to the reader, of itself, or of what ought to be, in words that are nobody's. */
function isAddress({ body, quotes, quoteWords }: Evidence): boolean {
  const own = readSentences(body.replace(QUOTATION, ' '), 'en').flatMap(({ words }) => words);
  const given = new Set(quoteWords.map(({ folded }) => folded));
  const talks = own.some(
    ({ folded, text }) => FIRST_OR_SECOND.test(folded) && text !== 'US' && !given.has(folded),
  );
  return (
    talks ||
    (own.some(({ folded }) => OUGHT.test(folded)) && !quotes.some((quote) => OUGHT_MATES.test(quote)))
  );
}

/** `shamelessly`: how something was done is for the source to say. */
const isManner = (word: SupportWord): boolean =>
  /\p{L}{4}ly$/u.test(word.folded) && !PLAIN_WORDS.has(word.stem);

/** `killing several` of quotes in which nobody dies. */
export function checkGrave(evidence: Evidence): readonly SupportProblem[] {
  const given = givenStems(evidence);
  const isGraver = ownWords(evidence).some((words) =>
    words.some((word) => GRAVE.some((row) => row.has(word.stem)) && !isLikeGiven(word, given)),
  );
  return isGraver ? ['invented'] : [];
}

const givenStems = ({ quoteWords, factWords }: Evidence): ReadonlySet<string> =>
  new Set([...quoteWords, ...factWords].map((word) => word.stem));

/** Whether a grave word means what one of the quotes means. */
const isLikeGiven = (word: SupportWord, given: ReadonlySet<string>): boolean =>
  GRAVE.some((row) => row.has(word.stem) && [...row].some((like) => given.has(like)));

/** More than a word or two that neither the quotes nor plain reporting account for. */
export function checkOwnWords(evidence: Evidence): readonly SupportProblem[] {
  if (!/^en\b/i.test(evidence.facts[0]?.language ?? 'en')) return [];
  const given = givenStems(evidence);
  const isInvented = ownWords(evidence).some((words, index) => {
    const length = evidence.claimSentences[index]?.words.filter(({ isStop }) => !isStop).length ?? 0;
    const own = words.filter((word) => !PLAIN_WORDS.has(word.stem) && !isLikeGiven(word, given));
    // What was done is the core of a statement: a verb of its own makes another statement.
    const sentence = evidence.claimSentences[index]?.words ?? [];
    if (
      own.some((word) => /ed$/.test(word.folded) || isIrregularVerbForm(word.folded)) &&
      sentence.length > 0
    )
      return true;
    return own.length > OWN_WORDS + Math.floor(length / WORDS_FOR_ANOTHER);
  });
  return isInvented ? ['invented'] : [];
}

/** Of each sentence, the words that neither its quotes nor the facts hold: no names, numbers, units or negations. */
function ownWords({ claimSentences, quoteWords, factWords }: Evidence): readonly (readonly SupportWord[])[] {
  const known = [...quoteWords, ...factWords].map((word) => word.stem);
  const exact = new Set(known);
  const beginnings = new Set(
    known.map(beginningOf).filter((beginning) => beginning.length === SHORTEST_STEM),
  );
  return claimSentences.map((sentence) => {
    const counted = findNumbers(sentence.text).map(({ span }) => span);
    const names = namesOf(sentence);
    return sentence.words.filter(
      (word) =>
        !word.isStop &&
        !word.isNegation &&
        /^\p{L}{2}/u.test(word.text) &&
        !exact.has(word.stem) &&
        !beginnings.has(beginningOf(word.stem)) &&
        !counted.some(({ start, end }) => start < word.end && word.start < end) &&
        !(names.includes(word) && !word.startsSentence),
    );
  });
}

const beginningOf = (stem: string): string => stem.slice(0, SHORTEST_STEM);
