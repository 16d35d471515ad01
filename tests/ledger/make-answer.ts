import type { AnswerToKeep, Origin } from '../../src/ledger/types.ts';
import { crowdAnswer, harbour } from '../support/answers.ts';

export const alone: Origin = { platform: 'telegram', chat: '9988776655', person: '9988776655' };

/** An answer to keep, asked in a private chat. */
export function makeAnswer(id: string, askedAt = Date.parse('2026-03-05T12:00:00Z')): AnswerToKeep {
  return {
    id,
    askedAt,
    origin: alone,
    locale: 'en',
    isPrivate: false,
    answer: { ...crowdAnswer, question: { text: 'Zanzibar marker question' } },
    cited: [{ documentId: harbour.id, digest: 'h1', span: { start: 0, end: 6 }, text: 'Harbour' }],
    generation: 1,
    fingerprint: 'print',
  };
}
