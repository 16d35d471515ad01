/** What is kept how long. */
import { readInteger } from './columns.ts';
import { DAY_MS, utcDay } from './days.ts';
import type { LedgerFile } from './ledger-file.ts';
import { stripAnswers } from './strip-answers.ts';

/** What the settings say of how long things are kept. */
export interface Retention {
  /** Days for which questions, answers and feedback are kept; 0: see `purgeLedger`. */
  readonly days: number;
  /** Milliseconds after which a conversation is over. */
  readonly conversationMs: number;
}

/** Moderators answer for what they did for at least this long, and can take the last change back. */
const LEAST_MODERATION_DAYS = 30;
/** With `days` 0: for how long a post can still be edited when its sources change. */
const EDITABLE_POST_DAYS = 90;
/** For how long updates are told apart from those that come again. */
const UPDATE_DAYS = 2;

/**
 * Deletes what is older than is kept. With 0 days nothing stays beyond what a running conversation and the editing of
 * posts need: once its conversation is over, an answer goes, or, where it was posted, loses its question, its asker and
 * its feedback; what was said and its sources stay as long as the post can be edited.
 */
export function purgeLedger(file: LedgerFile, { days, conversationMs }: Retention, now: number): number {
  const deleted = file.write(() => {
    purgeCounts(file, { days, now });
    purgeModeration(file, now - Math.max(days, LEAST_MODERATION_DAYS) * DAY_MS);
    file.run('DELETE FROM updates WHERE received_at < ?', now - UPDATE_DAYS * DAY_MS);
    file.run('DELETE FROM memory WHERE until < ?', now);
    if (days > 0) return deleteAnswers(file, now - days * DAY_MS);
    const over = now - conversationMs;
    const gone =
      file.run(
        `DELETE FROM answers WHERE asked_at < ? AND NOT EXISTS (SELECT 1 FROM posts WHERE answer = answers.id)`,
        over,
      ) + deleteAnswers(file, now - EDITABLE_POST_DAYS * DAY_MS);
    file.run('DELETE FROM feedback WHERE given_at < ?', over);
    stripAnswers(file, 'asked_at < ? AND person IS NOT NULL', over);
    return gone;
  });
  file.wipeLog();
  return deleted;
}

/** Deletes what was said and done before an instant, or ever. Settings, holds and adapters' memory stay. */
export function eraseLedger(file: LedgerFile, before: number | undefined): number {
  const limit = before ?? Number.MAX_SAFE_INTEGER;
  const deleted = file.write(() => {
    file.run('DELETE FROM token_counts WHERE day < ?', before === undefined ? '9999' : utcDay(before));
    file.run('DELETE FROM question_counts WHERE day < ?', before === undefined ? '9999' : utcDay(before));
    if (before === undefined) file.run('DELETE FROM locales');
    purgeModeration(file, limit);
    file.run('DELETE FROM feedback WHERE given_at < ?', limit);
    return deleteAnswers(file, limit);
  });
  file.wipeLog();
  return deleted;
}

/** With their turns, posts, cited spans and feedback. */
function deleteAnswers(file: LedgerFile, before: number): number {
  const row = file.get('SELECT count(*) AS count FROM answers WHERE asked_at < ?', before);
  file.run('DELETE FROM answers WHERE asked_at < ?', before);
  return row ? readInteger(row, 'count') : 0;
}

function purgeModeration(file: LedgerFile, before: number): void {
  file.run('DELETE FROM audit WHERE done_at < ?', before);
  file.run('DELETE FROM changes WHERE begun_at < ? AND is_done = 1', before);
}

/** Who asked how much matters on the day only. */
function purgeCounts(file: LedgerFile, { days, now }: { readonly days: number; readonly now: number }): void {
  const today = utcDay(now);
  file.run('DELETE FROM question_counts WHERE day < ?', today);
  file.run("DELETE FROM token_counts WHERE day < ? AND person <> ''", today);
  file.run(
    'DELETE FROM token_counts WHERE day < ?',
    utcDay(now - Math.max(days, LEAST_MODERATION_DAYS) * DAY_MS),
  );
}
