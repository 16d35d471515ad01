/** Run as a child process: `node embed-in-child.ts CACHE_FOLDER TEXT...` prints notes, threads and vectors as JSON. */
import { openEmbedder } from '../../src/retrieval/embedders/open-embedder.ts';

const [cacheFolder = '', ...texts] = process.argv.slice(2);
const notes: string[] = [];
const embedder = await openEmbedder('builtin', { cacheFolder, note: (line) => notes.push(line) });
const vectors = await embedder.embed(texts, 'passage');
const report = process.report.getReport();
const threads = 'workers' in report && Array.isArray(report.workers) ? report.workers.length : 0;
console.log(JSON.stringify({ notes, threads, vectors: vectors.map((vector) => [...vector]) }));
// Not closed on purpose: idle threads must not keep a process alive.
