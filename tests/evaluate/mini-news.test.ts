import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEvaluation } from '../../src/cli/run-evaluation.ts';
import { readConfig } from '../../src/config.ts';
import { baselineFile, findRegressions } from '../../src/evaluate/compare-baseline.ts';
import { containsWords, foldWords } from '../../src/evaluate/match-text.ts';
import { readEvaluationSet } from '../../src/evaluate/read-evaluation-set.ts';
import type { Evaluation } from '../../src/evaluate/summarize.ts';
import type { EvaluationSet } from '../../src/evaluate/types.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/mini-news', import.meta.url));
const BASELINE = new URL('../bench-baseline.json', import.meta.url);

/** Words are distilled from nothing, on a machine that may be busy. */
const TIMEOUT_MS = 180_000;

describe('mini-news', () => {
  let set: EvaluationSet;
  let evaluations: readonly Evaluation[];
  let cache: string;

  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), 'footnote-cache-'));
    set = await readEvaluationSet(FOLDER);
    const config = readConfig({ environment: { CACHE_DIR: cache }, file: join(cache, 'no.env') });
    evaluations = await runEvaluation(set, { config, baselines: ['bm25', 'tutorial'] });
  }, TIMEOUT_MS);
  afterAll(() => rm(cache, { recursive: true, force: true }));

  it('has evidence that stands in its documents, and answers that stand in its evidence', () => {
    const texts = new Map(set.documents.map((document) => [document.id, document.text]));
    for (const gold of set.questions.filter((one) => one.answerable)) {
      for (const evidence of gold.evidence) {
        expect(gold.docs.some((id) => texts.get(id)?.includes(evidence))).toBe(true);
      }
      for (const answer of gold.answers) {
        const holds = gold.evidence.some((one) => containsWords(foldWords(one), foldWords(answer)));
        expect(holds, `${gold.id}: ${answer}`).toBe(true);
      }
    }
  });

  it('is answered no worse than the committed baseline (npm run bench -- --update-baseline accepts a change)', async () => {
    const baseline = baselineFile.parse(JSON.parse(await readFile(BASELINE, 'utf8')));
    const [product] = evaluations;
    expect(product?.questions).toBe(baseline.questions);
    expect(product && findRegressions(baseline, product)).toEqual([]);
  });

  it('is quoted word for word, every time', () => {
    const [product] = evaluations;
    expect(product?.quotes?.count).toBeGreaterThan(80);
    expect(product?.quotes?.verbatim).toBe(product?.quotes?.count);
    expect(product?.quotes?.inPlace).toBe(product?.quotes?.count);
  });

  it('is served better than by the baselines: first document, and knowing when not to answer', () => {
    const [product, ...baselines] = evaluations;
    expect(baselines.map((evaluation) => evaluation.system)).toEqual([
      'bm25 over documents',
      'tutorial pipeline',
    ]);
    for (const baseline of baselines) {
      expect(product?.measures['mrr@10']?.value).toBeGreaterThan(baseline.measures['mrr@10']?.value ?? 1);
      expect(product?.abstention.auroc.all?.value).toBeGreaterThan(baseline.abstention.auroc.all?.value ?? 1);
    }
  });
});

describe('findRegressions', () => {
  const figure = (value: number) => ({ value, low: value, high: value, count: 10 });
  const evaluation: Evaluation = {
    system: 'one',
    questions: 10,
    answerable: 10,
    measures: { 'hit@1': figure(0.8), 'hit@3': figure(0.9) },
    quotes: { count: 1000, verbatim: 999, inPlace: 999 },
    abstention: { auroc: {}, reliability: [], documentRisk: [] },
    latency: { whole: { p50: 1, p95: 2 } },
    ingest: { documents: 1, characters: 1, seconds: 1 },
    ranks: [],
    results: [],
  };
  const baseline = (figures: Record<string, number>) => ({
    set: 's',
    questions: 10,
    tolerance: 0.05,
    figures,
  });

  it('lets a figure fall within the tolerance, and rise', () => {
    expect(findRegressions(baseline({ 'hit@1': 0.84, 'hit@3': 0.7 }), evaluation)).toEqual([]);
  });

  it('names what fell further, what is gone, and any quote that is not verbatim', () => {
    const before = { 'hit@1': 0.86, 'evidence@1': 0.5, 'quotes verbatim': 1 };
    expect(findRegressions(baseline(before), evaluation)).toEqual([
      'hit@1 fell from 0.86 to 0.8',
      'evidence@1 was 0.5 and is not measured any more',
      'quotes verbatim fell from 1 to 0.999',
    ]);
  });
});
