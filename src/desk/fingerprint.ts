import { createHash } from 'node:crypto';
import type { Citation, ClosestPassage } from '../types.ts';
import type { StandingAnswer } from './types.ts';

const LENGTH = 22;

/** Says what a post of an answer shows: two that differ need an edit. Blind to timings and to where it is posted. */
export function fingerprintOf({ answer, state, correction, changes }: Omit<StandingAnswer, 'posts'>): string {
  const shown =
    answer.kind === 'grounded'
      ? { statements: answer.statements, places: answer.citations.map(placeOf), differ: answer.disagreements }
      : { reason: answer.reason, places: answer.closest.map(placeOf) };
  const whole = [state, correction && placeOf(correction.citation), changes, shown];
  return createHash('sha256').update(JSON.stringify(whole)).digest('base64url').slice(0, LENGTH);
}

function placeOf({ document, quote, link }: Citation | ClosestPassage) {
  return [
    document.id,
    document.title,
    document.publisher,
    document.published,
    document.kind,
    quote.span,
    link,
  ];
}
