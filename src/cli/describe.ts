import { cleanText } from '../render/clean.ts';
import type { DocumentFacts } from '../types.ts';

/** Text of a document or a user, safe to show on a terminal in one line. */
export function printable(text: string): string {
  return cleanText(text).trim();
}

/** `Title — Publisher, 2011-11-24 (digest)`, with what is known. */
export function describeDocument({ title, publisher, published, kind }: DocumentFacts): string {
  const origin = [publisher, published].filter((fact) => fact !== undefined).join(', ');
  return printable(`${title}${origin && ` — ${origin}`}${kind === 'digest' ? ' (digest)' : ''}`);
}
