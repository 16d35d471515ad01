import type { DeskContext } from './parts.ts';
import type { Desk } from './types.ts';

const INDENT = 2;

/** What is kept of people, and what they may do with it. */
export function createPeopleDesk({
  ledger,
  clock,
}: DeskContext): Pick<
  Desk,
  'isAsker' | 'share' | 'feedback' | 'audit' | 'forget' | 'dataOf' | 'localeOf' | 'setLocale'
> {
  return {
    isAsker: (answerId, origin) => ledger.answers.isAskedBy(answerId, origin),
    share: (answerId, origin) => {
      if (!ledger.answers.isAskedBy(answerId, origin)) return false;
      ledger.answers.share(answerId);
      return true;
    },
    feedback: (answerId, origin, verdict) => ledger.feedback.add(answerId, origin, { verdict, at: clock() }),
    audit: (by, action, detail) =>
      ledger.audit.add(by, { action, ...(detail !== undefined && { detail }), at: clock() }),
    forget: (origin) => ledger.people.forget(origin),
    dataOf: (origin) => JSON.stringify(ledger.people.dataOf(origin), null, INDENT),
    localeOf: (origin) => ledger.people.localeOf(origin),
    setLocale: (origin, locale) => ledger.people.setLocale(origin, locale),
  };
}
