import { seededRandom } from '../../src/evaluate/bootstrap.ts';
import { DOCUMENT_FEATURES } from '../../src/retrieval/document-features.ts';
import type { Weights } from '../../src/retrieval/rank-pool.ts';
import { SENTENCE_FEATURES } from '../../src/retrieval/sentence-features.ts';
import type { Example } from './collect-examples.ts';
import { type Choice, fitSoftmax } from './fit-softmax.ts';

const SEED = 20_061_126;
/** A set of weight 1 weighs as much as this many questions, so that no set drowns the others. */
const QUESTIONS_PER_SET = 300;

/** Fits both steps of the ranker to labelled examples: the same examples give the same weights. */
export function fitRanker(examples: readonly Example[]): Weights {
  const usable = examples.filter(
    (example) => example.gold.answerable && example.rightDocuments.includes(true),
  );
  const counts = new Map<string, number>();
  for (const { set } of usable) counts.set(set, (counts.get(set) ?? 0) + 1);
  const weightOf = ({ set, weight }: Example) => (weight * QUESTIONS_PER_SET) / (counts.get(set) ?? 1);
  const documents = usable.map(
    (example): Choice => ({
      rows: example.pool.documents.map(({ row }) => row),
      right: example.rightDocuments,
      weight: weightOf(example),
    }),
  );
  const sentences = usable.flatMap((example) => sentenceChoices(example, weightOf(example)));
  return {
    document: fitSoftmax(documents, { features: DOCUMENT_FEATURES.length, random: seededRandom(SEED) }),
    sentence: fitSoftmax(sentences, { features: SENTENCE_FEATURES.length, random: seededRandom(SEED) }),
  };
}

/** One choice per right document: which of its sentences is evidence. */
function sentenceChoices(example: Example, weight: number): Choice[] {
  const documents = example.rightDocuments.filter(Boolean).length;
  return example.pool.documents.flatMap(({ passages }, at): Choice[] => {
    const right = example.rightSentences[at] ?? [];
    if (!right.includes(true) || !right.includes(false)) return [];
    return [{ rows: passages.flatMap(({ rows }) => rows), right, weight: weight / documents }];
  });
}
