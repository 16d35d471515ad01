import { indexTerms } from '../../src/text/words.ts';
import type { RewrittenFollowUp } from './read-conversations.ts';

/** Words of earlier turns that a person carried over into the rewrite, as index terms. */
export function carriedByPerson({ history, question, rewrite }: RewrittenFollowUp): Set<string> {
  const said = new Set(indexTerms(history.join('\n'), 'en'));
  const asked = new Set(indexTerms(question, 'en'));
  return new Set(indexTerms(rewrite, 'en').filter((term) => said.has(term) && !asked.has(term)));
}

/** How carried words compare with those that a person carried. */
export interface CarriedComparison {
  readonly precision: number;
  readonly recall: number;
  /** Share of the questions into which a person carried nothing that were changed. */
  readonly falseCarries: number;
}

/** Compares over questions; `carried` in the same order. */
export function compareCarried(
  followUps: readonly RewrittenFollowUp[],
  carried: readonly (readonly string[])[],
): CarriedComparison {
  let right = 0;
  let wanted = 0;
  let given = 0;
  let standing = 0;
  let changed = 0;
  for (const [at, followUp] of followUps.entries()) {
    const person = carriedByPerson(followUp);
    const asked = new Set(indexTerms(followUp.question, 'en'));
    const own = new Set(indexTerms((carried[at] ?? []).join(' '), 'en').filter((term) => !asked.has(term)));
    wanted += person.size;
    given += own.size;
    right += [...own].filter((term) => person.has(term)).length;
    if (person.size > 0) continue;
    standing += 1;
    if (own.size > 0) changed += 1;
  }
  return { precision: right / given, recall: right / wanted, falseCarries: changed / standing };
}
