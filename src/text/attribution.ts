import type { DocumentFacts } from '../types.ts';
import { englishDate } from './english-date.ts';

/** Whose words they are and of when: "WorldNetDaily, 26 January 2006"; a digest says that it is one. In English. */
export function attributionOf(document: DocumentFacts): string {
  // A title that is but the beginning of the text names nobody.
  const who = document.publisher ?? (document.title.endsWith('…') ? document.id : document.title);
  const named = document.kind === 'digest' ? `Digest of ${who}` : who;
  return document.published === undefined ? named : `${named}, ${englishDate(document.published)}`;
}
