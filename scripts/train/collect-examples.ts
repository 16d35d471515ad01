import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quoteShowsEvidence, statementHoldsAnswer } from '../../src/evaluate/match-text.ts';
import { readEvaluationSet } from '../../src/evaluate/read-evaluation-set.ts';
import type { EvaluationSet, GoldQuestion } from '../../src/evaluate/types.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { openIndex } from '../../src/retrieval/index/open-index.ts';
import { createPreparer } from '../../src/retrieval/prepare-documents.ts';
import { createPoolSearch, type SearchedPool } from '../../src/retrieval/search-pool.ts';
import type { Embedder } from '../../src/types.ts';

/** A question with what was found for it, and what of that is right. */
export interface Example {
  readonly set: string;
  /** What the set weighs against others. */
  readonly weight: number;
  readonly gold: GoldQuestion;
  readonly pool: SearchedPool;
  /** Milliseconds that searching and describing took. */
  readonly tookMs: number;
  /** By document of the pool: whether it answers. */
  readonly rightDocuments: readonly boolean[];
  /** By document of the pool, then sentence in order of its passages: whether it is evidence. */
  readonly rightSentences: readonly (readonly boolean[])[];
  /** The same, whether it holds a gold answer. */
  readonly answering: readonly (readonly boolean[])[];
}

/** Ingests a set's documents into a folder of its own and searches for each of its questions. */
export async function collectExamples(
  folder: string,
  language: string,
  embedder: Embedder,
): Promise<Example[]> {
  return collectFrom(await readEvaluationSet(folder, { language }), embedder);
}

/** The same for a set that was read already. */
export async function collectFrom(
  set: Pick<EvaluationSet, 'name' | 'corpus' | 'questions'>,
  embedder: Embedder,
): Promise<Example[]> {
  const data = await mkdtemp(join(tmpdir(), 'footnote-train-'));
  const index = await openIndex(join(data, 'index'), { mode: 'write', embedder });
  try {
    const corpus = join(data, 'corpus.jsonl');
    if (set.corpus.kind === 'lines') await writeFile(corpus, set.corpus.lines.join('\n'));
    await ingest(set.corpus.kind === 'lines' ? [corpus] : set.corpus.paths, {
      index,
      prepare: createPreparer(embedder),
    });
    const search = createPoolSearch(index, embedder);
    const examples: Example[] = [];
    for (const gold of set.questions) {
      const started = performance.now();
      const pool = await search(gold.question);
      examples.push(label(set.name, gold, { pool, tookMs: performance.now() - started }));
    }
    return examples;
  } finally {
    await index.close();
    await rm(data, { recursive: true, force: true });
  }
}

function label(set: string, gold: GoldQuestion, found: Pick<Example, 'pool' | 'tookMs'>): Example {
  const { documents } = found.pool;
  const wanted = new Set([...gold.docs, ...gold.docsAll]);
  const rightDocuments = documents.map(({ document }) => wanted.has(document.id));
  const inRight = (matches: (text: string) => boolean) =>
    documents.map(({ passages }, at) =>
      passages.flatMap(({ sentences }) =>
        sentences.map(({ text }) => rightDocuments[at] === true && gold.answerable && matches(text)),
      ),
    );
  return {
    set,
    weight: 1,
    gold,
    ...found,
    rightDocuments,
    rightSentences: inRight((text) => gold.evidence.some((evidence) => quoteShowsEvidence(text, evidence))),
    answering: inRight((text) => gold.answers.some((answer) => statementHoldsAnswer(text, answer))),
  };
}
