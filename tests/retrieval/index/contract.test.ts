import { openIndex } from '../../../src/retrieval/index/open-index.ts';
import { DIMENSIONS, type Subject, testPassageIndex } from '../../contracts/passage-index.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function createEmbedded(hnswFrom: number): Promise<Subject> {
  const { folder, remove } = temporaryFolder();
  const embedder = { id: 'hashed', dimensions: DIMENSIONS };
  const index = await openIndex(folder, { embedder, mode: 'write', hnswFrom });
  return {
    index,
    openReader: () => openIndex(folder, { embedder, mode: 'read', hnswFrom }),
    destroy: async () => {
      await index.close();
      remove();
    },
  };
}

testPassageIndex('the embedded engine with exact search', () => createEmbedded(1_000_000));
testPassageIndex('the embedded engine with HNSW', () => createEmbedded(1));
