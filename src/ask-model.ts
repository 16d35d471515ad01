/** What asking a model takes and costs. */
import type { Drafter, Rephraser, Tokens } from './types.ts';

/** How many tokens are still allowed. Implemented over the ledger. */
export interface TokenBudget {
  /** Whether a model may be asked, in all and for this person. */
  isLeft(person: string | undefined): boolean;
  spend(tokens: Tokens, person: string | undefined): void;
}

/** A language model, as the assistant uses it. */
export interface ModelParts {
  readonly drafter: Drafter;
  readonly rephraser: Rephraser;
  /** Unlimited when absent. */
  readonly budget?: TokenBudget;
  /** Milliseconds for everything that one question asks of the model; then the sources' own words stand in. */
  readonly timeLimitMs: number;
}

/** Counts the tokens of one question. */
export interface TokenUse {
  /** Key of the person who asks, for budgets. */
  readonly person: string | undefined;
  add(tokens: Tokens | undefined): void;
  /** Undefined while no model was asked. */
  total(): Tokens | undefined;
}

/** A count for one question, charged to the budget as it grows. */
export function countTokens(person: string | undefined, budget: TokenBudget | undefined): TokenUse {
  let total: Tokens | undefined;
  return {
    person,
    add: (tokens) => {
      if (!tokens) return;
      total = {
        input: (total?.input ?? 0) + tokens.input,
        output: (total?.output ?? 0) + tokens.output,
        ...((tokens.estimated ?? total?.estimated) && { estimated: true }),
      };
      budget?.spend(tokens, person);
    },
    total: () => total,
  };
}
