import { UsageError } from './errors.ts';
import type { Question } from './types.ts';

/** UTF-16 code units. The longest question of the evaluation sets has under 600. */
export const QUESTION_LIMIT = 2000;

/** Throws `UsageError` for a question that is empty or longer than `QUESTION_LIMIT`. */
export function checkQuestion({ text }: Question): void {
  if (text.trim() === '') {
    throw new UsageError('the question is empty, so nothing can be looked up: ask in a few words');
  }
  if (text.length > QUESTION_LIMIT) {
    throw new UsageError(
      `the question has ${text.length} characters and ${QUESTION_LIMIT} is the limit: ask it in fewer words`,
    );
  }
}
