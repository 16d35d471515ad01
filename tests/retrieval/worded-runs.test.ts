import { describe, expect, it } from 'vitest';
import { AnalysedSentence } from '../../src/retrieval/analyse-sentence.ts';
import { SENTENCES_WITH_RUNS } from './support/sentences-with-runs.ts';

function runsOf(text: string, language: string): string[] {
  const sentence = new AnalysedSentence(text, language);
  // The capital of a first word says nothing: whether it is a name is left open.
  const sure = sentence.runs.filter(({ kind, to }) => kind !== 'name' || to > 1);
  return sure.map((run) => {
    const { start, end } = sentence.spanOf(run);
    return `${run.kind}: ${text.slice(start, end)}`;
  });
}

const CASES = Object.entries(SENTENCES_WITH_RUNS).flatMap(([language, table]) =>
  table.map(([text, ...runs]) => [language, text, runs] as const),
);

describe('the runs of a sentence', () => {
  it.each(CASES)('are told by its language (%s): %s', (language, text, runs) => {
    expect(runsOf(text, language)).toEqual(runs);
  });
});
