import type { QuestionResult } from './types.ts';

/** How a question went as shipped, in words. */
export type Verdict =
  | 'right'
  | 'wrong answer'
  | 'answered the unanswerable'
  | 'silent, though its answer was right'
  | 'silent, with no right answer';

export function verdictOf(result: QuestionResult): Verdict {
  if (result.right) return 'right';
  if (!result.gold.answerable) return 'answered the unanswerable';
  if (result.answers) return 'wrong answer';
  return result.draftRight ? 'silent, though its answer was right' : 'silent, with no right answer';
}
