import type { DocumentFacts } from '../types.ts';

/** Whose words they are and of when: "WorldNetDaily, 26 January 2006"; a digest says that it is one. In English. */
export function attributionOf(document: DocumentFacts): string {
  // A title that is but the beginning of the text names nobody.
  const who = document.publisher ?? (document.title.endsWith('…') ? document.id : document.title);
  const named = document.kind === 'digest' ? `Digest of ${who}` : who;
  return document.published === undefined ? named : `${named}, ${dateInWords(document.published)}`;
}

function dateInWords(published: string): string {
  const [year = '', month, day] = published.split('-');
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month) options.month = 'long';
  if (day) options.day = 'numeric';
  return new Intl.DateTimeFormat('en-GB', options).format(
    Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)),
  );
}
