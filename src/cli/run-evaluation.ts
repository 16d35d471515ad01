import type { Config } from '../config.ts';
import { openBm25Baseline } from '../evaluate/baselines/bm25.ts';
import { evaluateSet } from '../evaluate/evaluate-set.ts';
import type { Evaluation } from '../evaluate/summarize.ts';
import type { EvaluationSet, SetDocument, System } from '../evaluate/types.ts';
import { openEmbedder } from '../retrieval/embedders/open-embedder.ts';
import { openProduct } from './open-product.ts';
import { showQuestions } from './show-questions.ts';

export type BaselineName = 'bm25' | 'tutorial';

export interface EvaluationRunOptions {
  readonly config: Config;
  readonly baselines: readonly BaselineName[];
  /** BCP 47 language of the set, for the baseline's stop words; English unless given. */
  readonly language?: string;
  /** Encoder of the tutorial baseline; the product's unless given. */
  readonly baselineEncoder?: string;
  readonly signal?: AbortSignal;
}

/** Fills the product and the baselines with a set's documents and asks them its questions; the product comes first. */
export async function runEvaluation(
  set: EvaluationSet,
  options: EvaluationRunOptions,
): Promise<readonly Evaluation[]> {
  const product = await openProduct(set, options);
  const evaluations: Evaluation[] = [];
  try {
    evaluations.push(await evaluateWithProgress(set, product.system, options));
    for (const name of options.baselines) {
      const system = await openBaseline(name, await product.documents(), options);
      try {
        evaluations.push(await evaluateWithProgress(set, system, options));
      } finally {
        await system.close();
      }
    }
  } finally {
    await product.system.close();
  }
  return evaluations;
}

async function evaluateWithProgress(
  set: EvaluationSet,
  system: System,
  options: EvaluationRunOptions,
): Promise<Evaluation> {
  using progress = showQuestions(system.name);
  return await evaluateSet(set, system, {
    onProgress: (done, total) => progress.update(done, total),
    ...(options.signal && { signal: options.signal }),
  });
}

async function openBaseline(
  name: BaselineName,
  documents: readonly SetDocument[],
  options: EvaluationRunOptions,
): Promise<System> {
  if (name === 'bm25') return openBm25Baseline(documents, options.language);
  const { openTutorialBaseline } = await import('../evaluate/baselines/tutorial.ts');
  const { config } = options;
  const { spec, baseUrl, apiKey } = config.embeddings;
  const embedder = await openEmbedder(options.baselineEncoder ?? spec, {
    cacheFolder: config.cacheFolder,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(apiKey !== undefined && { apiKey }),
  });
  const system = await openTutorialBaseline(documents, embedder);
  return { ...system, close: () => embedder.close() };
}
