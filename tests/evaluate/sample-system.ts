import type { EvaluationSet, GoldQuestion, Outcome, System } from '../../src/evaluate/types.ts';

export const TEXTS: Readonly<Record<string, string>> = {
  ferry: 'The ferry ran aground on Monday. Nobody was hurt in the accident at all.',
  bridge: 'The bridge will cost 640 million crowns. Work on it began in February.',
};

export function goldQuestion(id: string, overrides: Partial<GoldQuestion> = {}): GoldQuestion {
  return {
    id,
    question: { text: `${id}?` },
    answerable: true,
    docs: ['ferry'],
    docsAll: [],
    evidence: ['The ferry ran aground on Monday.'],
    evidenceIs: 'sentence',
    answers: ['Monday'],
    ...overrides,
  };
}

export function unanswerable(id: string, kind: string): GoldQuestion {
  return goldQuestion(id, { answerable: false, unanswerableKind: kind, docs: [], evidence: [], answers: [] });
}

/** A statement that is the quote of a sentence of `TEXTS`, at its offsets. */
export function statementOf(documentId: string, quote: string) {
  const start = TEXTS[documentId]?.indexOf(quote) ?? -1;
  return { text: quote, citations: [{ documentId, quote, start, end: start + quote.length }] };
}

export function sampleSet(questions: readonly GoldQuestion[]): EvaluationSet {
  return {
    name: 'sample',
    documents: Object.entries(TEXTS).map(([id, text]) => ({ id, title: id, text })),
    corpus: { kind: 'lines', lines: [] },
    questions,
  };
}

/** A system that gives the outcomes it was told, by question. */
export function scriptedSystem(outcomes: Readonly<Record<string, Outcome>>): System {
  return {
    name: 'scripted',
    ingest: { documents: 2, characters: 140, seconds: 0.5 },
    async ask(question) {
      const outcome = outcomes[question.text.replace('?', '')];
      if (!outcome) throw new Error(`no outcome for ${question.text}`);
      return outcome;
    },
    textOf: async (id) => TEXTS[id],
    close: async () => {},
  };
}
