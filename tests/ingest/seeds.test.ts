import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitDocument } from '../../src/ingest/split-document.ts';
import type { Document } from '../../src/types.ts';
import { boilerplateOf, readAll } from './files.ts';

const shared = process.env.FOOTNOTE_SHARED;
if (!shared) console.info('skipped: FOOTNOTE_SHARED names no folder with seeds/');

async function readSeeds(): Promise<Map<string, Document>> {
  const { documents, problems } = await readAll([path.join(shared ?? '', 'seeds')]);
  expect(problems).toEqual([]);
  return new Map(documents.map((document) => [document.id.slice(0, 3), document]));
}

describe.skipIf(!shared)('the seeds as they were scraped', () => {
  it('keep their texts and stems', async () => {
    for (const { id, text, source } of (await readSeeds()).values()) {
      expect(path.parse(source).name).toBe(id);
      expect(text).toBe(await readFile(source, 'utf8'));
    }
  });

  it('tell the facts that they hold and no others', async () => {
    const seeds = await readSeeds();
    expect(seeds.get('000')).toMatchObject({ language: 'en', kind: 'article' });
    for (const field of ['publisher', 'author', 'published'])
      expect(seeds.get('000')).not.toHaveProperty(field);
    expect(seeds.get('001')).toMatchObject({ publisher: 'WorldNetDaily' });
    for (const field of ['author', 'published']) expect(seeds.get('001')).not.toHaveProperty(field);
    expect(seeds.get('002')).toMatchObject({
      title: 'Fatah and Hamas Establish Partnership',
      publisher: 'Militant Islam Monitor',
      author: 'Gavriel Queenann',
      published: '2011-11-24',
    });
  });

  it('have no boilerplate in any passage, and every sentence of the article in one', async () => {
    const seeds = await readSeeds();
    const beginnings = [...seeds.values()].map((seed) =>
      boilerplateOf(seed).map((text) => text.slice(0, 14)),
    );
    expect(beginnings).toEqual([
      [],
      ['Related offer:'],
      ['Militant Islam', 'By Gavriel Que', 'http://www.isr'],
    ]);
    for (const seed of seeds.values()) {
      const passages = splitDocument(seed);
      let kept = seed.text;
      for (const { start, end } of [...seed.boilerplate].reverse())
        kept = kept.slice(0, start) + kept.slice(end);
      expect(
        passages
          .map(({ text }) => text)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(kept.replace(/\s/g, ''));
    }
  });
});
