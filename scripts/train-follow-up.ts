/**
 * Learns from what people carried over into their rewrites how a question leans and which phrase of its history it leans
 * on, and writes src/follow-up/follow-up.weights.json. The questions that `bench-followups.ts` scores are left out.
 * Cross-validation keeps conversations whole.
 *
 *   node scripts/train-follow-up.ts [BENCH_DIR]
 */
import { writeFile } from 'node:fs/promises';
import { readConfig } from '../src/config.ts';
import { BOOTSTRAP_SEED, seededRandom } from '../src/evaluate/bootstrap.ts';
import { choosePhrases } from '../src/follow-up/choose-phrases.ts';
import { LEAN_FEATURES } from '../src/follow-up/describe-lean.ts';
import { describeHistory, type HistoryPhrase, PHRASE_FEATURES } from '../src/follow-up/history-phrases.ts';
import type { LogisticWeights } from '../src/follow-up/logistic.ts';
import { type ReadFollowUp, readFollowUp, readWordUse } from '../src/follow-up/read-follow-up.ts';
import { type FollowUpModels, scorePhrases, viewHistory } from '../src/follow-up/score-phrases.ts';
import { carriedByPerson, compareCarried } from './follow-ups/compare-carried.ts';
import { openPassages } from './follow-ups/open-passages.ts';
import { type RewrittenFollowUp, readConversations } from './follow-ups/read-conversations.ts';
import { fitLogistic } from './train/fit-logistic.ts';

const WEIGHTS_PATH = new URL('../src/follow-up/follow-up.weights.json', import.meta.url);
const FOLDS = 5;
/** Of weights as they are written. */
const DIGITS = 3;
const NO_WEIGHTS: LogisticWeights = { bias: 0, weights: {} };

interface Example {
  readonly followUp: RewrittenFollowUp;
  readonly read: ReadFollowUp;
  readonly rarity: (term: string) => number;
  /** Terms that a person carried over. */
  readonly person: ReadonlySet<string>;
}

const benchFolder = process.argv[2] ?? readConfig().benchFolder;
if (benchFolder === undefined) throw new Error('name the folder of the evaluation sets, or set BENCH_DIR');

const { train } = await readConversations(benchFolder);
const examples = await readExamples(train);
printFigures(crossValidate(examples));
await writeFile(WEIGHTS_PATH, `${JSON.stringify(rounded(fitModels(examples)), null, 1)}\n`);

async function readExamples(followUps: readonly RewrittenFollowUp[]): Promise<Example[]> {
  await using library = await openPassages(benchFolder ?? '');
  const read: Example[] = [];
  for (const followUp of followUps) {
    const { question, history } = followUp;
    const taken = readFollowUp({
      question,
      history: history.map((each) => ({ question: each })),
      language: 'en',
    });
    if (!taken) continue;
    const { rarity } = await readWordUse(taken, library.index);
    read.push({ followUp, read: taken, rarity, person: carriedByPerson(followUp) });
  }
  return read;
}

function fitModels(from: readonly Example[]): FollowUpModels {
  const lean = nameWeights(
    LEAN_FEATURES,
    fitLogistic(
      from.map(({ read, rarity, person }) => ({
        row: toRow(LEAN_FEATURES, viewHistory(read, rarity, NO_WEIGHTS).questionFeatures),
        positive: person.size > 0,
        weight: 1,
      })),
    ),
  );
  const phrase = nameWeights(
    PHRASE_FEATURES,
    fitLogistic(
      from.flatMap(({ read, rarity, person }) =>
        describeHistory(viewHistory(read, rarity, lean)).map((one: HistoryPhrase) => ({
          row: toRow(PHRASE_FEATURES, one.features),
          positive: one.terms.some((term) => person.has(term)),
          weight: 1,
        })),
      ),
    ),
  );
  return { lean, phrase };
}

/** What each example's models, learnt without its conversation, carry over. */
function crossValidate(all: readonly Example[]): (readonly string[])[] {
  const foldOf = assignFolds(all.map(({ followUp }) => followUp.conversation));
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitModels(all.filter(({ followUp }) => foldOf.get(followUp.conversation) !== fold)),
  );
  return all.map(({ followUp, read, rarity }) => {
    const { lean, phrases } = scorePhrases(read, rarity, models[foldOf.get(followUp.conversation) ?? 0]);
    const choice = choosePhrases(phrases, lean);
    return choice ? choice.phrases.map(({ text }) => text) : [];
  });
}

function assignFolds(conversations: readonly string[]): Map<string, number> {
  const random = seededRandom(BOOTSTRAP_SEED);
  const drawn = [...new Set(conversations)].map((conversation) => ({ conversation, key: random() }));
  drawn.sort((a, b) => a.key - b.key);
  return new Map(drawn.map(({ conversation }, at) => [conversation, at % FOLDS]));
}

function printFigures(carried: readonly (readonly string[])[]): void {
  const { precision, recall, falseCarries } = compareCarried(
    examples.map(({ followUp }) => followUp),
    carried,
  );
  console.log(
    `${examples.length} follow-ups, ${carried.filter((each) => each.length > 0).length} changed; cross-validated: precision ${precision.toFixed(3)}, ` +
      `recall ${recall.toFixed(3)} of the words that a person carried; changed where a person carried nothing ${falseCarries.toFixed(3)}`,
  );
}

function toRow<Name extends string>(
  names: readonly Name[],
  features: Readonly<Record<Name, number>>,
): Float32Array {
  return Float32Array.from(names, (name) => features[name]);
}

function nameWeights(
  names: readonly string[],
  { bias, weights }: { bias: number; weights: readonly number[] },
): LogisticWeights {
  return { bias, weights: Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0])) };
}

function rounded({ lean, phrase }: FollowUpModels): FollowUpModels {
  const round = (value: number) => Number(value.toFixed(DIGITS));
  const each = ({ bias, weights }: LogisticWeights) => ({
    bias: round(bias),
    weights: Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, round(weight)])),
  });
  return { lean: each(lean), phrase: each(phrase) };
}
