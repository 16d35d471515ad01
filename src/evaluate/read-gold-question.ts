import * as z from 'zod';
import { SourceError } from '../errors.ts';
import type { Question } from '../types.ts';
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

/** Reads one line; throws `SourceError` naming `source` (`path:line`) when it is not a question. */
export function readGoldQuestion(line: string, source: string): GoldQuestion {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (cause) {
    throw new SourceError(source, `${source} is not JSON; the set is not measured. Mend the line.`, {
      cause,
    });
  }
  const parsed = questionLine.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SourceError(
      source,
      `${source}: ${issue?.path.join('.') || 'the line'}: ${issue?.message}; the set is not measured. Mend the line.`,
    );
  }
  const read = parsed.data;
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
function questionOf(read: z.infer<typeof questionLine>): Question {
  return {
    text: read.question,
    ...(read.date === undefined ? {} : { today: read.date }),
    ...(read.lang === undefined ? {} : { language: read.lang }),
    ...(read.history.length === 0 ? {} : { history: read.history }),
  };
}
