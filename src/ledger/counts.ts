/** What limits are held against: questions and tokens of a day. */
import { readInteger, readText } from './columns.ts';
import type { LedgerFile } from './ledger-file.ts';
import { personKey } from './places.ts';
import type { Origin, QuestionCounts, TokenCounts } from './types.ts';

/** As `question_counts.space` has it: spaces are numbered by their platforms. */
export function spaceName({ platform, space = '' }: Pick<Origin, 'platform' | 'space'>): string {
  return `${platform}:${space}`;
}

/** Stands for all persons together. */
const EVERYBODY = '';
const NOTHING = { input: 0, output: 0 };

/** `QuestionCounts` on SQLite. */
export function createQuestionCounts(file: LedgerFile): QuestionCounts {
  return {
    count: (origin, day) => {
      const row = file.get(
        'SELECT count FROM question_counts WHERE day = ? AND person = ? AND space = ?',
        day,
        personKey(file.keys, origin),
        spaceName(origin),
      );
      return row ? readInteger(row, 'count') : 0;
    },
    add: (origin, day, count) =>
      void file.run(
        `INSERT INTO question_counts (day, person, space, count) VALUES (?, ?, ?, max(0, ?))
         ON CONFLICT DO UPDATE SET count = max(0, count + ?)`,
        day,
        personKey(file.keys, origin),
        spaceName(origin),
        count,
        count,
      ),
  };
}

/** `TokenCounts` on SQLite. */
export function createTokenCounts(file: LedgerFile): TokenCounts {
  return {
    spend: (day, person, { input, output }) =>
      file.write(() => {
        for (const who of person === undefined ? [EVERYBODY] : [EVERYBODY, person]) {
          file.run(
            `INSERT INTO token_counts (day, person, input, output) VALUES (?, ?, ?, ?)
             ON CONFLICT DO UPDATE SET input = input + excluded.input, output = output + excluded.output`,
            day,
            who,
            input,
            output,
          );
        }
      }),
    spent: (day, person = EVERYBODY) => {
      const row = file.get(
        'SELECT input, output FROM token_counts WHERE day = ? AND person = ?',
        day,
        person,
      );
      return row ? { input: readInteger(row, 'input'), output: readInteger(row, 'output') } : NOTHING;
    },
    byDay: (limit) =>
      file
        .all(
          'SELECT day, input, output FROM token_counts WHERE person = ? ORDER BY day DESC LIMIT ?',
          EVERYBODY,
          limit,
        )
        .map((row) => ({
          day: readText(row, 'day'),
          tokens: { input: readInteger(row, 'input'), output: readInteger(row, 'output') },
        })),
  };
}
