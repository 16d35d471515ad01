/** Searches the index of a folder as a user who may not write there, and prints how many passages it found. */
import { openIndex } from '../../../src/retrieval/index/open-index.ts';

const NOBODY = 65_534;
if (process.getuid?.() === 0) {
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}
const [, , folder = ''] = process.argv;
const index = await openIndex(folder, { embedder: { id: 'hashed', dimensions: 8 }, mode: 'read' });
const hits = await index.matchingPassages([{ term: 'common', weight: 1 }], { limit: 10 });
process.stdout.write(`${hits.length}\n`);
await index.close();
