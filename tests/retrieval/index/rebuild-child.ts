/** Builds the index of a folder anew again and again until it is killed: every document of it in one version. */
import { openRebuild } from '../../../src/retrieval/index/open-index.ts';
import { makeVersion } from './versions.ts';

const [, , folder = '', from = '0'] = process.argv;
process.stdout.write('ready\n');
for (let version = Number(from); ; version++) {
  const rebuild = await openRebuild(folder, { embedder: { id: 'hashed', dimensions: 8 } });
  for (const id of ['d0', 'd1', 'd2']) await rebuild.put(makeVersion(id, version));
  await rebuild.flush();
  await rebuild.takePlace();
}
