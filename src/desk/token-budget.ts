import type { TokenBudget } from '../ask-model.ts';
import { utcDay } from '../ledger/days.ts';
import type { TokenCounts } from '../ledger/types.ts';
import type { Tokens } from '../types.ts';

/** What the settings allow a model to take. */
export interface TokenLimits {
  /** Tokens, read and written, of all questions of a day (UTC); 0 for no limit. */
  readonly tokensPerDay: number;
  /** The same for one person. */
  readonly tokensPerPerson: number;
}

/** A budget that is counted in the ledger: by all processes together, and across restarts. */
export function createTokenBudget(
  counts: TokenCounts,
  { tokensPerDay, tokensPerPerson }: TokenLimits,
  clock: () => number = Date.now,
): TokenBudget {
  const isWithin = (spent: Tokens, limit: number): boolean =>
    limit === 0 || spent.input + spent.output < limit;
  return {
    isLeft: (person) => {
      const day = utcDay(clock());
      return (
        isWithin(counts.spent(day), tokensPerDay) &&
        (person === undefined || isWithin(counts.spent(day, person), tokensPerPerson))
      );
    },
    spend: (tokens, person) => counts.spend(utcDay(clock()), person, tokens),
  };
}
