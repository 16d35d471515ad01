import { join } from 'node:path';
import { seededRandom } from '../../src/evaluate/bootstrap.ts';
import { readEvaluationSet } from '../../src/evaluate/read-evaluation-set.ts';
import type { EvaluationSet, GoldQuestion } from '../../src/evaluate/types.ts';
import type { Embedder } from '../../src/types.ts';
import { collectFrom, type Example } from './collect-examples.ts';

/**
 * Corpora of a few documents on one thing, cut out of large sets: what a newcomer tries first, and where a question
 * without an answer looks most like one with. Half of the documents of a group are kept; questions to those are
 * answerable, questions to the others are about the same thing and are not.
 */
const SEED = 20_111_124;
const GROUPS = 40;
const NEIGHBOURS = 5;
const QUESTIONS_PER_GROUP = 8;
const REMOVED = 'answer-removed';

/**
 * Examples over tiny corpora cut out of the bench folder's English sets, named `tiny ...`.
 * @param collected examples of the whole sets: what ranks beside a question's documents is told from them
 */
export async function collectTinyCorpora(
  bench: string,
  embedder: Embedder,
  collected: readonly Example[][],
): Promise<Example[][]> {
  const random = seededRandom(SEED);
  const xquad = await readEvaluationSet(join(bench, 'xquad'), { language: 'en' });
  const groups = [groupByTitle(xquad, random)];
  for (const name of ['rtqa-2022', 'clapnq']) {
    const set = await readEvaluationSet(join(bench, name), { language: 'en' });
    groups.push(
      groupByNeighbours(set, collected.find(([first]) => first?.set === `${name} en`) ?? [], random),
    );
  }
  const sets: Example[][] = [];
  for (const [at, name] of ['tiny xquad', 'tiny rtqa-2022', 'tiny clapnq'].entries()) {
    const examples: Example[] = [];
    for (const group of groups[at] ?? []) examples.push(...(await collectFrom({ name, ...group }, embedder)));
    sets.push(examples);
  }
  return sets;
}

type Group = Pick<EvaluationSet, 'corpus' | 'questions'>;

function readLines({
  corpus,
}: EvaluationSet): Map<string, { readonly line: string; readonly title: string }> {
  const lines = corpus.kind === 'lines' ? corpus.lines : [];
  return new Map(
    lines.map((line) => {
      const { id, title }: { id: string; title: string } = JSON.parse(line);
      return [id, { line, title }];
    }),
  );
}

/** Paragraphs of one article; every second one is taken out. */
function groupByTitle(set: EvaluationSet, random: () => number): Group[] {
  const documents = readLines(set);
  const byTitle = Map.groupBy(documents.keys(), (id) => documents.get(id)?.title ?? '');
  return [...byTitle.values()].map((ids) => {
    const kept = new Set(ids.filter((_, at) => at % 2 === 0));
    const asked = set.questions.filter(({ docs }) => docs.some((id) => ids.includes(id)));
    return makeGroup(documents, kept, sample(asked, QUESTIONS_PER_GROUP, random));
  });
}

/** A question's documents with those that the whole corpus ranks beside them, and the same without its own. */
function groupByNeighbours(set: EvaluationSet, examples: readonly Example[], random: () => number): Group[] {
  const documents = readLines(set);
  const answerable = examples.filter(({ gold }) => gold.answerable);
  return sample(answerable, GROUPS, random).flatMap(({ gold, pool }) => {
    const near = pool.documents.map(({ document }) => document.id).filter((id) => !gold.docs.includes(id));
    const others = near.slice(0, NEIGHBOURS);
    const own = gold.docs.filter((id) => documents.has(id)).slice(0, 2);
    return [
      makeGroup(documents, new Set([...own, ...others]), [gold]),
      makeGroup(documents, new Set(others), [gold]),
    ];
  });
}

function makeGroup(
  documents: ReturnType<typeof readLines>,
  kept: ReadonlySet<string>,
  questions: readonly GoldQuestion[],
): Group {
  return {
    corpus: { kind: 'lines', lines: [...kept].map((id) => documents.get(id)?.line ?? '') },
    questions: questions.map((gold) =>
      gold.docs.some((id) => kept.has(id))
        ? gold
        : { ...gold, answerable: false, unanswerableKind: REMOVED, docs: [] },
    ),
  };
}

function sample<Item>(items: readonly Item[], count: number, random: () => number): Item[] {
  const left = [...items];
  const taken: Item[] = [];
  while (taken.length < count && left.length > 0)
    taken.push(...left.splice(Math.floor(random() * left.length), 1));
  return taken;
}
