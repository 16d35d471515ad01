import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWordEmbedder, type WordEmbedder } from '../../../src/retrieval/embedders/distilled-embedder.ts';
import { openEmbedder } from '../../../src/retrieval/embedders/open-embedder.ts';
import { cosine, testEmbedder } from '../../contracts/embedder.ts';

const CHILD = fileURLToPath(new URL('../../support/embed-in-child.ts', import.meta.url));
const TEXTS = ['The minister resigned after the vote.', 'Rescue teams reached the flooded village.'];
const WORDS_OF_TEXTS = 10;

const folders: string[] = [];
let shared: WordEmbedder;

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-words-'));
  folders.push(folder);
  return folder;
}

async function openBuiltin(cacheFolder: string, notes: string[] = []): Promise<WordEmbedder> {
  const embedder = await openEmbedder('builtin', { cacheFolder, note: (line) => notes.push(line) });
  if (!isWordEmbedder(embedder)) throw new Error('the built-in embedder offers no word vectors');
  return embedder;
}

async function embedInChild(cacheFolder: string) {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [CHILD, cacheFolder, ...TEXTS]);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

function cacheFile(folder: string): string {
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.sqlite'));
  if (name === undefined) throw new Error(`no cache in ${folder}`);
  return join(folder, name);
}

beforeAll(async () => {
  shared = await openBuiltin(makeFolder());
});

afterAll(async () => {
  await shared.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

testEmbedder('builtin', () => shared);

describe('the encoder distilled to words', () => {
  it('puts words of like meaning nearer than others', async () => {
    const pairs = [
      ['doctor', 'physician', 'carpet'],
      ['killed', 'murdered', 'sailed'],
      ['elections', 'vote', 'bread'],
      ['large', 'big', 'green'],
      ['israel', 'israeli', 'norwegian'],
    ] as const;
    const vectors = await shared.wordVectors(pairs.flat());
    for (const [word, near, far] of pairs) {
      const similarity = cosine(vectors.get(word), vectors.get(near));
      expect(similarity, `${word} and ${near}`).toBeGreaterThan(0.3);
      expect(similarity).toBeGreaterThan(cosine(vectors.get(word), vectors.get(far)) + 0.2);
    }
  });

  it('gives words their vectors by the form in which they were asked', async () => {
    const vectors = await shared.wordVectors(['Café', 'cafe', "cafe's", 'Москва', '2011']);
    expect([...vectors.keys()]).toEqual(['Café', 'cafe', "cafe's", 'Москва', '2011']);
    expect(cosine(vectors.get('Café'), vectors.get('cafe'))).toBeCloseTo(1, 5);
    expect(cosine(vectors.get("cafe's"), vectors.get('cafe'))).toBeCloseTo(1, 5);
    expect(Math.abs(cosine(vectors.get('Москва'), vectors.get('2011')))).toBeLessThan(0.4);
  });

  it('lets common words weigh little', async () => {
    const [full, bare, other] = await shared.embed(
      ['What was the treaty of the sea?', 'treaty sea', 'What was the price of the bread?'],
      'query',
    );
    expect(cosine(full, bare)).toBeGreaterThan(0.8);
    expect(cosine(full, other)).toBeLessThan(0.5);
  });

  it('brings forms of a word near each other where it knows letters only', async () => {
    const vectors = await shared.wordVectors(['президент', 'президента', 'правительство']);
    const similarity = cosine(vectors.get('президент'), vectors.get('президента'));
    expect(similarity).toBeGreaterThan(0.6);
    expect(Math.abs(cosine(vectors.get('президент'), vectors.get('правительство')))).toBeLessThan(0.4);
  });

  it('brings equal words of scripts that the encoder cannot read together', async () => {
    const [question, answer, other] = await shared.embed(
      ['Кто подписал договор?', 'Министр подписал договор в мае.', 'Погода была холодной и ясной.'],
      'query',
    );
    expect(cosine(question, answer)).toBeGreaterThan(cosine(question, other) + 0.3);
  });

  it('embeds the same words at the same time once', async () => {
    const texts = ['Seventeen lighthouses overlooked the archipelago.'];
    const runs = await Promise.all([1, 2, 3].map(() => shared.embed(texts, 'passage')));
    for (const run of runs) expect(run).toEqual(runs[0]);
  });

  it('leaves a call that is aborted while words are encoded, and keeps serving', async () => {
    const abort = new AbortController();
    const words = Array.from({ length: 400 }, (_, i) => `quux${String.fromCharCode(97 + (i % 26))}${i}`);
    const left = shared.embed([words.join(' ')], 'passage', abort.signal);
    setTimeout(() => abort.abort(new Error('enough')), 20);
    await expect(left).rejects.toThrow('enough');
    expect(await shared.embed([words.slice(0, 3).join(' ')], 'passage')).toHaveLength(1);
  });
});

describe('the cache of words', () => {
  it('serves another process without the model', async () => {
    const folder = makeFolder();
    const first = await embedInChild(folder);
    const second = await embedInChild(folder);
    expect(first.threads).toBe(1);
    expect(second.threads).toBe(0);
    expect(second.vectors).toEqual(first.vectors);
    expect([...first.notes, ...second.notes]).toEqual([]);
  });

  it('stands three processes that fill it at once', async () => {
    const folder = makeFolder();
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => embedInChild(folder)));
    for (const other of others) expect(other).toEqual(first);
    expect(first.notes).toEqual([]);
    const database = new DatabaseSync(cacheFile(folder), { readOnly: true });
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(database.prepare('SELECT count(*) AS words FROM words').get()).toEqual({ words: WORDS_OF_TEXTS });
    database.close();
  });

  it('is done without, with one note, when its file is damaged', async () => {
    const folder = makeFolder();
    const whole = await openBuiltin(folder);
    const expected = await whole.embed(TEXTS, 'passage');
    await whole.close();
    const file = cacheFile(folder);
    writeFileSync(file, 'no database at all '.repeat(1000));
    const notes: string[] = [];
    const embedder = await openBuiltin(folder, notes);
    const vectors = await embedder.embed(TEXTS, 'passage');
    await embedder.embed(['Another sentence with other words.'], 'passage');
    await embedder.close();
    vectors.forEach((vector, i) => {
      expect(cosine(vector, expected[i])).toBeGreaterThan(0.99999);
    });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(file);
  });

  it('encodes a word anew when its row is damaged', async () => {
    const folder = makeFolder();
    const whole = await openBuiltin(folder);
    const expected = await whole.embed(TEXTS, 'passage');
    await whole.close();
    const database = new DatabaseSync(cacheFile(folder));
    database.exec("UPDATE words SET vector = x'00ff' WHERE word = 'minister'");
    database.exec("UPDATE words SET vector = zeroblob(length(vector)) WHERE word = 'village'");
    database.close();
    const embedder = await openBuiltin(folder);
    const vectors = await embedder.embed(TEXTS, 'passage');
    await embedder.close();
    vectors.forEach((vector, i) => {
      expect(cosine(vector, expected[i])).toBeGreaterThan(0.99999);
    });
  });

  it('is done without, with one note, when its folder cannot be made', async () => {
    const file = join(makeFolder(), 'file');
    writeFileSync(file, '');
    const notes: string[] = [];
    const embedder = await openBuiltin(join(file, 'cache'), notes);
    expect(await embedder.embed(TEXTS, 'passage')).toHaveLength(TEXTS.length);
    await embedder.close();
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/cannot be used .* delete the file or make the folder writable/);
  });
});
