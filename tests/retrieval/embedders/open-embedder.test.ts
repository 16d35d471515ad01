import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, EmbedderError } from '../../../src/errors.ts';
import { isWordEmbedder } from '../../../src/retrieval/embedders/distilled-embedder.ts';
import { openEmbedder } from '../../../src/retrieval/embedders/open-embedder.ts';
import type { Embedder } from '../../../src/types.ts';
import { cosine, testEmbedder } from '../../contracts/embedder.ts';

const hasTransformers = (() => {
  try {
    createRequire(import.meta.url).resolve('@huggingface/transformers');
    return true;
  } catch {
    return false;
  }
})();

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-embedders-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('builtin-full', () => {
  let full: Embedder;

  beforeAll(async () => {
    full = await openEmbedder('builtin-full', { cacheFolder: folder });
  });

  afterAll(() => full.close());

  testEmbedder('builtin-full', () => full);

  it('sees what a sentence means beyond its words', async () => {
    const [question, answer, other] = await full.embed(
      ['How old are you?', 'What is your age?', 'How are you painting the old fence?'],
      'query',
    );
    expect(full.dimensions).toBe(512);
    expect(cosine(question, answer)).toBeGreaterThan(cosine(question, other) + 0.2);
    expect(isWordEmbedder(full)).toBe(false);
  });
});

describe('openEmbedder', () => {
  it.each(['', 'Builtin', 'builtin:en', 'openai', 'openai:', 'ollama: ', 'word2vec:x', 'transformers:'])(
    'refuses "%s" and says what it takes',
    async (spec) => {
      const opening = openEmbedder(spec, { cacheFolder: folder });
      await expect(opening).rejects.toThrow(ConfigError);
      await expect(opening).rejects.toThrow(
        /builtin, builtin-full, transformers:FOLDER, openai:MODEL or ollama:MODEL/,
      );
    },
  );

  it('gives the distilled encoder an id of its own', async () => {
    const embedder = await openEmbedder('builtin', { cacheFolder: folder });
    expect(embedder.id).toMatch(/^builtin-words-128-[0-9a-f]{12}$/);
    await embedder.close();
  });

  it('names a model folder that does not exist', async () => {
    const opening = openEmbedder(`transformers:${join(folder, 'none')}`, { cacheFolder: folder });
    await expect(opening).rejects.toThrow(EmbedderError);
    await expect(opening).rejects.toThrow(/none does not exist/);
  });

  it.skipIf(hasTransformers)('names the command that installs what a model folder needs', async () => {
    const opening = openEmbedder(`transformers:${folder}`, { cacheFolder: folder });
    await expect(opening).rejects.toThrow(/npm install @huggingface\/transformers/);
  });
});
