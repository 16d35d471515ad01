import { hitAt, ndcgAt } from '../../src/evaluate/rank-measures.ts';
import { type RankedDocument, rankPool, type Weights } from '../../src/retrieval/rank-pool.ts';
import type { Example } from './collect-examples.ts';

/** Mean figures over the answerable questions of a set, by the names that `footnote evaluate` uses. */
export type Figures = Readonly<Record<string, number>>;

const STATEMENTS = 3;

/** Ranks every answerable example by the weights that `weightsFor` gives it and means the figures. */
export function measureRanking(
  examples: readonly Example[],
  weightsFor: (example: Example) => Weights,
): Figures {
  const sums: Record<string, number> = {
    'hit@1': 0,
    'nDCG@10': 0,
    'evidence@1': 0,
    'evidence@3': 0,
    'answer@1': 0,
    'answer@3': 0,
  };
  const answerable = examples.filter(({ gold }) => gold.answerable);
  for (const example of answerable) {
    const figures = measureOne(example, rankPool(example.pool.documents, weightsFor(example)));
    for (const [name, value] of Object.entries(figures)) sums[name] = (sums[name] ?? 0) + value;
  }
  return Object.fromEntries(
    Object.entries(sums).map(([name, sum]) => [name, sum / Math.max(1, answerable.length)]),
  );
}

function measureOne(example: Example, ranked: readonly RankedDocument[]): Figures {
  const { gold } = example;
  const wanted = gold.docs.length > 0 ? gold.docs : gold.docsAll;
  const order = ranked.map(({ document }) => document.id);
  const sentences = ranked
    .flatMap((document) => {
      const at = example.pool.documents.findIndex((other) => other.document === document.document);
      return document.ranked
        .flatMap(({ scores }) => scores)
        .map((score, place) => ({
          score,
          evidence: example.rightSentences[at]?.[place] === true,
          answer: example.answering[at]?.[place] === true,
        }));
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, STATEMENTS);
  const share = (held: boolean | undefined) => (held ? 1 : 0);
  return {
    'hit@1': hitAt(order, wanted, 1),
    'nDCG@10': ndcgAt(order, wanted, 10),
    'evidence@1': share(sentences[0]?.evidence),
    'evidence@3': share(sentences.some(({ evidence }) => evidence)),
    'answer@1': share(sentences[0]?.answer),
    'answer@3': share(sentences.some(({ answer }) => answer)),
  };
}
