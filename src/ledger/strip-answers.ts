import type { SQLInputValue } from 'node:sqlite';
import type { Answer } from '../types.ts';
import { readJson, readText } from './columns.ts';
import type { LedgerFile } from './ledger-file.ts';
import type { Kept } from './types.ts';

/**
 * Leaves of answers only what editing their posts takes: what was said and its sources, not what was asked, by whom or
 * in which conversation. `where` is a condition on `answers`.
 */
export function stripAnswers(file: LedgerFile, where: string, ...values: readonly SQLInputValue[]): void {
  for (const row of file.all(`SELECT id, answer FROM answers WHERE ${where}`, ...values)) {
    const { understoodAs: _understoodAs, ...answer } = readJson<Kept<Answer>>(row, 'answer');
    const stripped = { ...answer, question: { text: '' }, retrieved: [] };
    const id = readText(row, 'id');
    file.run('UPDATE answers SET person = NULL, answer = ? WHERE id = ?', JSON.stringify(stripped), id);
    file.run('DELETE FROM turns WHERE answer = ?', id);
  }
}
