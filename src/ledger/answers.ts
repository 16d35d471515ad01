import { createHash } from 'node:crypto';
import type { Answer } from '../types.ts';
import { type Row, readInteger, readJson, readOptionalText, readText } from './columns.ts';
import type { LedgerFile } from './ledger-file.ts';
import { chatKey, personKey, shownChat } from './places.ts';
import type { AnswerBook, AnswerToKeep, CitedSpan, Kept, KeptAnswer, KeptCorrection } from './types.ts';

/** `AnswerBook` on SQLite. */
export function createAnswerBook(file: LedgerFile): AnswerBook {
  const change = (id: string, work: () => void): boolean =>
    file.write(() => {
      if (!file.get('SELECT 1 AS one FROM answers WHERE id = ?', id)) return false;
      work();
      return true;
    });
  return {
    add: (answer) =>
      file.write(() => {
        addAnswer(file, answer);
        for (const cited of answer.cited) addCitedSpan(file, answer.id, cited);
        addTurn(file, answer);
      }),
    get: (id) => {
      const row = file.get('SELECT * FROM answers WHERE id = ?', id);
      return row && readAnswer(row);
    },
    at: (message) => {
      const row = file.get(
        `SELECT posts.answer FROM messages JOIN posts ON posts.row = messages.post
         WHERE messages.platform = ? AND messages.chat_key = ? AND messages.message = ?`,
        message.platform,
        chatKey(file.keys, message),
        message.message,
      );
      return row && readText(row, 'answer');
    },
    isAskedBy: (id, origin) =>
      file.get(
        'SELECT 1 AS one FROM answers WHERE id = ? AND person = ?',
        id,
        personKey(file.keys, origin),
      ) !== undefined,
    retract: (id) =>
      change(id, () => {
        file.run("UPDATE answers SET state = 'retracted', correction = NULL WHERE id = ?", id);
      }),
    correct: (id, { at, ...cited }) =>
      change(id, () => {
        const { documentId, span, text } = cited;
        const correction: KeptCorrection = { words: { documentId, span, text }, at };
        file.run(
          "UPDATE answers SET state = 'corrected', correction = ? WHERE id = ?",
          JSON.stringify(correction),
          id,
        );
        addCitedSpan(file, id, cited);
      }),
    share: (id) =>
      void change(id, () => {
        file.run('UPDATE answers SET is_private = 0 WHERE id = ?', id);
        file.run('UPDATE turns SET is_private = 0 WHERE answer = ?', id);
      }),
    supersede: (id, by) =>
      file.write(() => {
        file.run('UPDATE turns SET parent = ? WHERE parent = ? AND answer <> ?', by, id, by);
        file.run('DELETE FROM turns WHERE answer = ?', id);
      }),
  };
}

function addAnswer(file: LedgerFile, answer: AnswerToKeep): void {
  const { origin } = answer;
  file.run(
    `INSERT INTO answers
       (id, asked_at, platform, space, chat, person, locale, is_private, kind, answer, generation, fingerprint)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    answer.id,
    answer.askedAt,
    origin.platform,
    origin.space ?? null,
    shownChat(file.keys, origin),
    personKey(file.keys, origin),
    answer.locale,
    Number(answer.isPrivate),
    answer.answer.kind,
    JSON.stringify(withoutHistory(answer.answer)),
    answer.generation,
    answer.fingerprint,
  );
}

/** Earlier turns are answers of their own: kept once, and forgotten once. */
function withoutHistory(answer: Answer): Answer {
  const { history: _history, ...question } = answer.question;
  return { ...answer, question };
}

function addCitedSpan(file: LedgerFile, answerId: string, cited: CitedSpan): void {
  file.run(
    `INSERT INTO cited_spans (answer, document, digest, checked_digest, start_offset, end_offset, quote_hash)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    answerId,
    cited.documentId,
    cited.digest,
    cited.digest,
    cited.span.start,
    cited.span.end,
    createHash('sha256').update(cited.text).digest('hex'),
  );
}

function addTurn(file: LedgerFile, { id, parent, origin, isPrivate, askedAt }: AnswerToKeep): void {
  const before =
    parent === undefined ? undefined : file.get('SELECT root FROM turns WHERE answer = ?', parent);
  file.run(
    `INSERT INTO turns (answer, parent, root, platform, chat_key, thread, person, is_private, asked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    before && parent !== undefined ? parent : null,
    before ? readText(before, 'root') : id,
    origin.platform,
    chatKey(file.keys, origin),
    origin.thread ?? '',
    personKey(file.keys, origin),
    Number(isPrivate),
    askedAt,
  );
}

const STATES: readonly KeptAnswer['state'][] = ['standing', 'retracted', 'corrected'];

function readAnswer(row: Row): KeptAnswer {
  const state = readText(row, 'state');
  return {
    id: readText(row, 'id'),
    askedAt: readInteger(row, 'asked_at'),
    platform: readText(row, 'platform'),
    locale: readText(row, 'locale'),
    isPrivate: readInteger(row, 'is_private') === 1,
    answer: readJson<Kept<Answer>>(row, 'answer'),
    state: STATES.find((known) => known === state) ?? 'standing',
    ...(readOptionalText(row, 'correction') !== undefined && {
      correction: readJson<KeptCorrection>(row, 'correction'),
    }),
    generation: readInteger(row, 'generation'),
  };
}
