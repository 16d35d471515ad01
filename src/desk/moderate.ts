import type { WordingCheck, WordingHit } from '../answer/check-wording.ts';
import { LookupError } from '../errors.ts';
import type { PostEditor } from './edits.ts';
import type { DeskContext } from './parts.ts';
import type { Desk, StandingAnswer } from './types.ts';

/** What deciding on answers takes. */
export interface ModerationParts {
  readonly editor: PostEditor;
  readonly read: (answerId: string) => Promise<StandingAnswer | undefined>;
  readonly check: (words: string) => Promise<WordingCheck>;
}

/** What moderators decide on answers; each decision is in the audit and reaches every post. */
export function createModeration(
  { ledger, clock, index }: DeskContext,
  { editor, read, check }: ModerationParts,
): Pick<Desk, 'retract' | 'correct'> {
  const reread = async (answerId: string): Promise<StandingAnswer> => {
    const standing = await read(answerId);
    if (!standing) throw unknownAnswer(answerId);
    return standing;
  };
  return {
    retract: async (answerId, by) => {
      if (!ledger.answers.retract(answerId)) throw unknownAnswer(answerId);
      ledger.audit.add(by, { action: 'answer retracted', detail: answerId, at: clock() });
      editor.request(answerId);
      return reread(answerId);
    },
    correct: async (answerId, words, by) => {
      const { answer } = await reread(answerId);
      const { quote } = chooseHit(await check(words), answer);
      const document = await index.document(quote.documentId);
      const at = clock();
      ledger.answers.correct(answerId, { ...quote, digest: document?.digest ?? '', at });
      const { start, end } = quote.span;
      const detail = `${answerId} ${quote.documentId}:${start}-${end}`;
      ledger.audit.add(by, { action: 'answer corrected', detail, at });
      editor.request(answerId);
      return reread(answerId);
    },
  };
}

/** The words as they stand in a document that the answer cites, else in any. */
function chooseHit({ hits }: WordingCheck, answer: StandingAnswer['answer']): WordingHit {
  const exact = hits.filter(({ how }) => how === 'exact');
  const cited = answer.kind === 'grounded' ? answer.citations.map(({ document }) => document.id) : [];
  const hit = exact.find(({ document }) => cited.includes(document.id)) ?? exact[0];
  if (hit) return hit;
  throw new LookupError(
    'these words stand in no document, so they cannot be put in the place of an answer: copy them from one',
  );
}

function unknownAnswer(answerId: string): LookupError {
  return new LookupError(
    `there is no answer "${answerId}", or it is no longer kept, so nothing can be done to it: name a newer one`,
  );
}
