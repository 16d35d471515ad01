import { describe, expect, it } from 'vitest';
import { evaluateSet } from '../../src/evaluate/evaluate-set.ts';
import { formatFailures, formatReport } from '../../src/evaluate/format-report.ts';
import { renderReport } from '../../src/evaluate/html/report.ts';
import type { Outcome } from '../../src/evaluate/types.ts';
import { verdictOf } from '../../src/evaluate/verdict.ts';
import { goldQuestion, sampleSet, scriptedSystem, statementOf, unanswerable } from './sample-system.ts';

const aground = statementOf('ferry', 'The ferry ran aground on Monday.');
const unhurt = statementOf('ferry', 'Nobody was hurt in the accident at all.');
const cost = statementOf('bridge', 'The bridge will cost 640 million crowns.');
const ferryFirst = [
  { documentId: 'ferry', score: 2 },
  { documentId: 'bridge', score: 1 },
];
const bridgeFirst = [...ferryFirst].reverse();

function outcome(confidence: number, overrides: Partial<Outcome> = {}): Outcome {
  return { retrieved: ferryFirst, statements: [aground], confidence, threshold: 0.5, ...overrides };
}

/** Right, right but silent, wrong, late, and two that have no answer: one answered, one not. */
const questions = [
  goldQuestion('right'),
  goldQuestion('silent'),
  goldQuestion('wrong'),
  goldQuestion('late'),
  unanswerable('fooled', 'near-miss'),
  unanswerable('quiet', 'other-topic'),
];
const outcomes = {
  right: outcome(0.9),
  silent: outcome(0.4),
  wrong: outcome(0.8, { retrieved: bridgeFirst, statements: [cost] }),
  late: outcome(0.7, { statements: [cost, unhurt, aground] }),
  fooled: outcome(0.6),
  quiet: outcome(0.1, { statements: [] }),
};

const evaluate = () => evaluateSet(sampleSet(questions), scriptedSystem(outcomes));

describe('evaluateSet', () => {
  it('measures retrieval and drafts over answerable questions, whatever the threshold', async () => {
    const { measures } = await evaluate();
    const values = Object.fromEntries(Object.entries(measures).map(([name, figure]) => [name, figure.value]));
    expect(values).toMatchObject({
      'hit@1': 0.75,
      'hit@3': 1,
      'mrr@10': 0.875,
      'recall@10': 1,
      'evidence@1': 0.5,
      'evidence@3': 0.75,
      'answer@1': 0.5,
      'answer@3': 0.75,
      // Shares of 1, 1, 0 and 2/3.
      'citation-precision': (1 + 1 + 0 + 2 / 3) / 4,
    });
    expect(measures['hit@1']?.count).toBe(4);
  });

  it('counts silence as a miss in what is shipped', async () => {
    const { measures } = await evaluate();
    expect(measures['shipped-evidence@1']?.value).toBe(0.25);
    expect(measures['shipped-answer@3']?.value).toBe(0.5);
  });

  it('judges decisions at the threshold that the system names', async () => {
    const { abstention } = await evaluate();
    expect(abstention.shipped).toMatchObject({
      threshold: 0.5,
      accuracy: { value: 4 / 6 },
      falseAnswers: { value: 0.5 },
      falseAbstentions: { value: 0.25 },
      right: { value: 0.5 },
    });
  });

  it('takes AUROC of answerable questions against each kind of unanswerable one', async () => {
    const { abstention } = await evaluate();
    // .9, .8 and .7 beat .6, .4 does not; all beat .1.
    expect(abstention.auroc['near-miss']?.value).toBe(0.75);
    expect(abstention.auroc['other-topic']?.value).toBe(1);
    expect(abstention.auroc.all?.value).toBe(0.875);
  });

  it('names how each question went', async () => {
    const { results } = await evaluate();
    expect(results.map(verdictOf)).toEqual([
      'right',
      'silent, though its answer was right',
      'wrong answer',
      'right',
      'answered the unanswerable',
      'right',
    ]);
  });

  it('finds a quote that does not stand at its offsets, and says so in the table and on the page', async () => {
    const moved = { ...aground, citations: aground.citations.map((each) => ({ ...each, start: 1 })) };
    const evaluation = await evaluateSet(
      sampleSet([goldQuestion('right'), goldQuestion('silent')]),
      scriptedSystem({ right: outcome(0.9, { statements: [moved] }), silent: outcome(0.9) }),
    );
    expect(evaluation.quotes).toEqual({ count: 2, verbatim: 1, inPlace: 1 });
    expect(formatReport('sample', [evaluation])).toContain('50.00 % !! 1 OF 2 NOT');
    expect(renderReport('sample', [evaluation], '2024-05-01')).toContain('1 of 2 quotes');
  });

  it('tells a quote that is verbatim, but was moved by what ingest left out of the document', async () => {
    const system = scriptedSystem({ right: outcome(0.9) });
    const set = sampleSet([goldQuestion('right')]);
    const documents = set.documents.map((document) => ({ ...document, text: `\u200f${document.text}` }));
    const evaluation = await evaluateSet({ ...set, documents }, system);
    expect(evaluation.quotes).toEqual({ count: 1, verbatim: 1, inPlace: 0 });
    expect(formatReport('sample', [evaluation])).toMatch(
      /the same in the lines as given +0\.00 % !! 1 OF 1 NOT/,
    );
  });

  it('leaves out what does not apply: no statements, no threshold, answers that no sentence holds', async () => {
    const finder: Outcome = { retrieved: bridgeFirst, confidence: 7 };
    const evaluation = await evaluateSet(
      sampleSet([goldQuestion('right', { answers: ['Yes'] })]),
      scriptedSystem({ right: finder }),
    );
    expect(Object.keys(evaluation.measures)).not.toContain('evidence@1');
    expect(evaluation.abstention.shipped).toBeUndefined();
    const yesNo = await evaluateSet(
      sampleSet([goldQuestion('right', { answers: ['Yes'] })]),
      scriptedSystem({ right: outcome(0.9) }),
    );
    expect(Object.keys(yesNo.measures)).not.toContain('answer@1');
    expect(yesNo.measures['evidence@1']?.value).toBe(1);
  });
});

describe('a question whose documents must all be cited', () => {
  const gold = goldQuestion('both', {
    docs: ['ferry', 'bridge'],
    docsAll: ['ferry', 'bridge'],
    evidence: ['ran aground'],
    evidenceIs: 'part',
  });
  const judge = async (statements: Outcome['statements'] & object) => {
    const { results } = await evaluateSet(
      sampleSet([gold]),
      scriptedSystem({ both: outcome(0.9, { statements }) }),
    );
    return results[0]?.right;
  };

  it('is right with every document cited and the words inside a quote', async () => {
    expect(await judge([cost, unhurt, aground])).toBe(true);
  });

  it('is wrong with one document missing, or without the words', async () => {
    expect(await judge([aground])).toBe(false);
    expect(await judge([cost, unhurt])).toBe(false);
  });
});

describe('reports', () => {
  it('put systems side by side, with a dash where a figure does not apply', async () => {
    const finder = await evaluateSet(
      sampleSet([goldQuestion('right')]),
      scriptedSystem({ right: { retrieved: ferryFirst, confidence: 3 } }),
    );
    const table = formatReport('sample', [await evaluate(), finder]);
    expect(table).toContain('sample: 6 questions, 4 answerable, over 2 documents');
    expect(table).toMatch(/evidence@1 +\.500 \(.*\) +-$/m);
    expect(table).toContain('3 of 6 right as shipped');
  });

  it('list every failure with what was said and what was wanted', async () => {
    const text = formatFailures((await evaluate()).results);
    expect(text.match(/^ {2}asked/gm)).toHaveLength(3);
    expect(text).toContain('said    The bridge will cost 640 million crowns.');
    expect(text).toContain('wanted  silence');
  });

  it('escape what comes from a set or a system, and load nothing', async () => {
    const hostile = '"><script>alert(1)</script>&';
    const evaluation = await evaluateSet(
      sampleSet([goldQuestion('right', { answers: [hostile], id: hostile, kind: hostile })]),
      scriptedSystem({
        right: outcome(0.1, { statements: [{ text: hostile, citations: [] }], trace: [hostile] }),
      }),
    );
    const page = renderReport(hostile, [evaluation], hostile);
    expect(page).not.toContain(hostile);
    expect(page).not.toContain('<script>alert');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/\b(?:src|href)=|url\(|@import|https?:/);
    expect(page).toContain("default-src 'none'");
  });
});
