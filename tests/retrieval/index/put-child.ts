/**
 * Puts documents into the index of a folder until it is killed, replacing and removing as well. Versions follow one
 * another: document `d<n>` is put as version 0, 1, 2 ... and says so in every part of it.
 */
import { openIndex } from '../../../src/retrieval/index/open-index.ts';
import { makeVersion } from './versions.ts';

const [, , folder = '', seed = '0'] = process.argv;
const index = await openIndex(folder, { embedder: { id: 'hashed', dimensions: 8 }, mode: 'write' });
process.stdout.write('ready\n');
for (let step = Number(seed); ; step++) {
  const id = `d${step % 17}`;
  if (step % 5 === 4) await index.remove(id);
  else await index.put(makeVersion(id, step));
}
