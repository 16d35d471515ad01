import type { IndexedDocument } from '../../../src/types.ts';
import { makeEntry } from '../../contracts/make-entry.ts';

export const PASSAGES = 6;

/** A document every part of which names its version: passages, sentences, body, field, name and title. */
export function makeVersion(id: string, version: number): IndexedDocument {
  const own = `${id}v${version}`;
  return makeEntry({
    id,
    title: own,
    passages: Array.from({ length: PASSAGES }, (_, passage) => [
      `${own} p${passage} first`,
      `${own} p${passage} second`,
    ]),
    fieldTerms: `field-${own}`,
    names: [{ key: id, term: own }],
  });
}
