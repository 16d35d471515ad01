import type { Answer } from '../types.ts';
import { type Row, readInteger, readJson, readOptionalText, readText } from './columns.ts';
import { createTokenCounts } from './counts.ts';
import { utcDay, utcInstant } from './days.ts';
import type { LedgerFile } from './ledger-file.ts';
import { personKey } from './places.ts';
import { stripAnswers } from './strip-answers.ts';
import type { ForgottenCounts, Kept, PeopleBook, PersonData } from './types.ts';

/** `PeopleBook` on SQLite. */
export function createPeopleBook(file: LedgerFile, clock: () => number): PeopleBook {
  return {
    localeOf: (origin) => {
      const row = file.get('SELECT locale FROM locales WHERE person = ?', personKey(file.keys, origin));
      return row && readText(row, 'locale');
    },
    setLocale: (origin, locale) => {
      const person = personKey(file.keys, origin);
      if (locale === undefined) file.run('DELETE FROM locales WHERE person = ?', person);
      else file.run('INSERT OR REPLACE INTO locales (person, locale) VALUES (?, ?)', person, locale);
    },
    forget: (origin) => {
      const counts = file.write(() => forgetPerson(file, personKey(file.keys, origin)));
      file.wipeLog();
      return counts;
    },
    dataOf: (origin) => describePerson(file, personKey(file.keys, origin), clock()),
  };
}

function forgetPerson(file: LedgerFile, person: string): ForgottenCounts {
  const count = (what: string): number => {
    const row = file.get(`SELECT count(${what}) AS count FROM answers WHERE person = ?`, person);
    return row ? readInteger(row, 'count') : 0;
  };
  const answers = count('*');
  const conversations = count('DISTINCT (SELECT root FROM turns WHERE turns.answer = answers.id)');
  const feedback = file.run('DELETE FROM feedback WHERE person = ?', person);
  file.run(
    `DELETE FROM answers WHERE person = ?
     AND (space IS NULL OR is_private = 1 OR NOT EXISTS (SELECT 1 FROM posts WHERE posts.answer = answers.id))`,
    person,
  );
  stripAnswers(file, 'person = ?', person);
  file.run('DELETE FROM locales WHERE person = ?', person);
  return { conversations, answers, feedback };
}

function describePerson(file: LedgerFile, person: string, now: number): PersonData {
  const today = utcDay(now);
  const locale = file.get('SELECT locale FROM locales WHERE person = ?', person);
  const counted = file.get(
    'SELECT coalesce(sum(count), 0) AS count FROM question_counts WHERE person = ? AND day = ?',
    person,
    today,
  );
  const { input, output } = createTokenCounts(file).spent(today, person);
  return {
    ...(locale && { locale: readText(locale, 'locale') }),
    questions: file
      .all('SELECT asked_at, answer, is_private FROM answers WHERE person = ? ORDER BY asked_at', person)
      .map(describeQuestion),
    feedback: file
      .all('SELECT given_at, verdict FROM feedback WHERE person = ? ORDER BY given_at', person)
      .map((row) => ({
        at: utcInstant(readInteger(row, 'given_at')),
        verdict: readText(row, 'verdict') === 'helpful' ? 'helpful' : 'not-helpful',
      })),
    actions: file
      .all('SELECT done_at, action, detail FROM audit WHERE person = ? ORDER BY done_at', person)
      .map(describeAction),
    questionsToday: counted ? readInteger(counted, 'count') : 0,
    tokensToday: input + output,
  };
}

function describeQuestion(row: Row): PersonData['questions'][number] {
  const answer = readJson<Kept<Answer>>(row, 'answer');
  const isGrounded = answer.kind === 'grounded';
  return {
    at: utcInstant(readInteger(row, 'asked_at')),
    question: answer.question.text,
    answer: isGrounded ? answer.statements.map(({ text }) => text) : [],
    sources: isGrounded ? [...new Set(answer.citations.map(({ document }) => document.id))] : [],
    isPrivate: readInteger(row, 'is_private') === 1,
  };
}

function describeAction(row: Row): PersonData['actions'][number] {
  const detail = readOptionalText(row, 'detail');
  return {
    at: utcInstant(readInteger(row, 'done_at')),
    action: readText(row, 'action'),
    ...(detail !== undefined && { detail }),
  };
}
