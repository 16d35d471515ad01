import * as z from 'zod';
import type { Question } from '../types.ts';
import { parseLine } from './parse-line.ts';
import type { GoldQuestion } from './types.ts';

const strings = z.array(z.string()).default([]);

/** One line of queries.jsonl, or of a set whose documents are `docsAny` and `docsAll`. Further fields are not read. */
const questionLine = z.object({
  id: z.string().min(1),
  question: z.string().min(1),
  answerable: z.boolean(),
  unanswerable_kind: z.string().optional(),
  kind: z.string().optional(),
  question_type: z.string().optional(),
  docs: strings,
  docsAny: z.array(z.string()).optional(),
  docsAll: strings,
  evidence: strings,
  answers: strings,
  date: z.string().optional(),
  lang: z.string().optional(),
  history: strings,
});

/** Reads one line of a file; throws `SourceError` when it is not a question. */
export function readGoldQuestion(line: { readonly text: string; readonly source: string }): GoldQuestion {
  const read = parseLine(questionLine, line);
  const kind = read.kind ?? read.question_type;
  return {
    id: read.id,
    question: questionOf(read),
    answerable: read.answerable,
    ...(read.answerable ? {} : { unanswerableKind: read.unanswerable_kind ?? read.kind ?? 'unanswerable' }),
    ...(kind === undefined ? {} : { kind }),
    docs: read.answerable ? [...new Set([...read.docs, ...(read.docsAny ?? []), ...read.docsAll])] : [],
    docsAll: read.answerable ? read.docsAll : [],
    evidence: read.answerable ? read.evidence.filter((text) => text.trim() !== '') : [],
    evidenceIs: read.docsAny ? 'part' : 'sentence',
    answers: read.answerable ? read.answers.filter((text) => text.trim() !== '') : [],
  };
}

/** What a system under test may see: nothing that gives the answer away. */
function questionOf(read: z.output<typeof questionLine>): Question {
  return {
    text: read.question,
    ...(read.date === undefined ? {} : { today: read.date }),
    ...(read.lang === undefined ? {} : { language: read.lang }),
    ...(read.history.length === 0 ? {} : { history: read.history.map((earlier) => ({ question: earlier })) }),
  };
}
