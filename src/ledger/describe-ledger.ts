/** The ledger for operators: counts, and everything a line each. */
import type { Answer } from '../types.ts';
import { type Row, readInteger, readJson, readOptionalText, readText } from './columns.ts';
import { createTokenCounts } from './counts.ts';
import { utcInstant } from './days.ts';
import type { LedgerFile } from './ledger-file.ts';
import type { ExportLine, Kept, LedgerStats } from './types.ts';

/** Days of token use that an export holds. */
const EXPORTED_DAYS = 10_000;

/** How much is kept. */
export function countLedger(file: LedgerFile): LedgerStats {
  const count = (from: string): number => {
    const row = file.get(`SELECT count(*) AS count FROM ${from}`);
    return row ? readInteger(row, 'count') : 0;
  };
  return {
    answers: count('answers'),
    abstentions: count("answers WHERE kind = 'abstention'"),
    people: count('(SELECT DISTINCT person FROM answers WHERE person IS NOT NULL)'),
    posts: count('posts'),
    helpful: count("feedback WHERE verdict = 'helpful'"),
    notHelpful: count("feedback WHERE verdict <> 'helpful'"),
    retracted: count("answers WHERE state = 'retracted'"),
    corrected: count("answers WHERE state = 'corrected'"),
    pendingEdits: count('edits'),
  };
}

/** Everything that was said and done, oldest first within each kind. */
export function* exportLedger(file: LedgerFile): Generator<ExportLine> {
  for (const row of file.iterate('SELECT * FROM answers ORDER BY asked_at')) yield describeAnswer(file, row);
  for (const row of file.iterate('SELECT * FROM feedback ORDER BY given_at')) {
    yield {
      table: 'feedback',
      at: utcInstant(readInteger(row, 'given_at')),
      answer: readText(row, 'answer'),
      person: readText(row, 'person'),
      verdict: readText(row, 'verdict'),
    };
  }
  for (const row of file.iterate('SELECT * FROM audit ORDER BY done_at, row')) {
    yield {
      table: 'audit',
      at: utcInstant(readInteger(row, 'done_at')),
      ...describePlace(row),
      person: readText(row, 'person'),
      action: readText(row, 'action'),
      detail: readOptionalText(row, 'detail') ?? null,
    };
  }
  for (const row of file.iterate('SELECT * FROM changes WHERE is_done = 1 ORDER BY place')) {
    yield {
      table: 'corpus',
      at: utcInstant(readInteger(row, 'begun_at')),
      action: readText(row, 'action'),
      document: readText(row, 'document'),
      digest: readOptionalText(row, 'digest') ?? null,
    };
  }
  for (const { day, tokens } of createTokenCounts(file).byDay(EXPORTED_DAYS))
    yield { table: 'tokens', day, ...tokens };
}

function describeAnswer(file: LedgerFile, row: Row): ExportLine {
  const id = readText(row, 'id');
  const answer = readJson<Kept<Answer>>(row, 'answer');
  const cited = file.all('SELECT * FROM cited_spans WHERE answer = ? ORDER BY rowid', id);
  return {
    table: 'answer',
    id,
    at: utcInstant(readInteger(row, 'asked_at')),
    ...describePlace(row),
    person: readOptionalText(row, 'person') ?? null,
    isPrivate: readInteger(row, 'is_private') === 1,
    question: answer.question.text,
    understoodAs: answer.understoodAs ?? null,
    kind: answer.kind,
    reason: answer.kind === 'abstention' ? answer.reason : null,
    statements: answer.kind === 'grounded' ? answer.statements.map(({ text }) => text) : [],
    drafter: answer.drafter,
    fallback: answer.fallback ?? null,
    confidence: answer.confidence,
    tokens: answer.tokens ?? null,
    state: readText(row, 'state'),
    cited: cited.map((span) => ({
      document: readText(span, 'document'),
      digest: readText(span, 'digest'),
      start: readInteger(span, 'start_offset'),
      end: readInteger(span, 'end_offset'),
      quoteHash: readText(span, 'quote_hash'),
    })),
    posts: file.all('SELECT row FROM posts WHERE answer = ?', id).length,
  };
}

function describePlace(row: Row): { platform: string; space: string | null; chat: string } {
  return {
    platform: readText(row, 'platform'),
    space: readOptionalText(row, 'space') ?? null,
    chat: readText(row, 'chat'),
  };
}
