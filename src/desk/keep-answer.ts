import { randomInt } from 'node:crypto';
import { utcInstant } from '../ledger/days.ts';
import type { Answer } from '../types.ts';
import type { CorpusState } from './catalogue.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { DeskContext } from './parts.ts';
import type { DeskQuestion, StandingAnswer } from './types.ts';

/** 95 bits: nobody guesses the id of another's answer. */
const ID_LENGTH = 16;
const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What is kept beside question and answer. */
export interface Keeping extends Pick<DeskContext, 'ledger'> {
  readonly askedAt: number;
  /** The answer before this one in its conversation. */
  readonly parent: string | undefined;
  /** The corpus when it was asked. */
  readonly before: CorpusState;
}

/** Puts an answer into the ledger; it stands as it was given. */
export function keepAnswer(
  { origin, locale, isPrivate = false, replaces }: DeskQuestion,
  answer: Answer,
  { askedAt, parent, before, ledger }: Keeping,
): StandingAnswer {
  const standing: StandingAnswer = {
    id: createId(),
    askedAt: utcInstant(askedAt),
    platform: origin.platform,
    locale,
    isPrivate,
    answer,
    state: 'standing',
    changes: [],
    posts: [],
  };
  const places = answer.kind === 'grounded' ? answer.citations : answer.closest;
  ledger.answers.add({
    id: standing.id,
    askedAt,
    origin,
    locale,
    isPrivate,
    answer,
    // A document that changed while the answer was made has another digest by now, and is looked at again.
    cited: places.map(({ quote }) => ({ ...quote, digest: before.digests.get(quote.documentId) ?? '' })),
    ...(parent !== undefined && { parent }),
    generation: before.generation,
    fingerprint: fingerprintOf(standing),
  });
  if (replaces !== undefined) ledger.answers.supersede(replaces, standing.id);
  return standing;
}

function createId(): string {
  return Array.from({ length: ID_LENGTH }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join('');
}
