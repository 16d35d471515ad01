import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

/** A digest may share names, titles and short quoted fragments with its article, never a run this long. */
const COPIED_RUN_WORDS = 8;

const FOLDER = join(import.meta.dirname, '..', 'seeds');
const frontMatter = z.strictObject({
  id: z.string().regex(/^\d{3}_[0-9a-f]{16}$/),
  title: z.string().min(10),
  publisher: z.string().min(2).optional(),
  author: z.string().min(2).optional(),
  published: z.iso.date().optional(),
  kind: z.literal('digest'),
  digest_of: z.string().min(20),
});

const digests = readdirSync(FOLDER)
  .sort()
  .map((file) => {
    const [, head = '', body = ''] = readFileSync(join(FOLDER, file), 'utf8').split(/^---\n/mu);
    return { stem: basename(file, '.md'), facts: frontMatter.parse(parse(head)), head, body };
  });

describe('the seeds', () => {
  it('are the three digests, each named by its id', () => {
    expect(digests.map((digest) => digest.stem)).toEqual([
      '000_e8686d85092d98a3',
      '001_39eabfb24ca25d24',
      '002_a501227d1568e9ca',
    ]);
    for (const { stem, facts } of digests) expect(facts.id).toBe(stem);
  });

  it.each(digests)('$stem names publisher and date only where its article does', ({ stem, facts }) => {
    const told = { publisher: facts.publisher, published: facts.published };
    const expected: Record<string, typeof told> = {
      '000_e8686d85092d98a3': { publisher: undefined, published: undefined },
      '001_39eabfb24ca25d24': { publisher: 'WorldNetDaily', published: undefined },
      '002_a501227d1568e9ca': { publisher: 'Militant Islam Monitor', published: '2011-11-24' },
    };
    expect(told).toEqual(expected[stem]);
  });

  it.each(digests)('$stem quotes at most seven words at a time', ({ body }) => {
    for (const [, quoted = ''] of body.matchAll(/"([^"]*)"/gu)) {
      expect(words(quoted).length, quoted).toBeLessThanOrEqual(COPIED_RUN_WORDS - 1);
    }
  });
});

const shared = process.env.FOOTNOTE_SHARED;
const originals = shared === undefined ? '' : join(shared, 'seeds');
const comparable = originals !== '' && existsSync(originals);
if (!comparable) {
  console.info(
    'skips the comparison with the original articles: FOOTNOTE_SHARED does not name a folder with them',
  );
}

describe.skipIf(!comparable)('the seeds beside their articles', () => {
  const pairs = comparable
    ? digests.map((digest) => ({
        ...digest,
        article: article(digest.stem),
        whole: digest.head + digest.body,
      }))
    : [];

  it.each(pairs)('$stem copies no run of eight words', ({ article, whole }) => {
    const known = runs(article);
    expect([...runs(whole)].filter((run) => known.has(run))).toEqual([]);
  });

  it.each(pairs)('$stem keeps every number of its article', ({ article, whole }) => {
    const numbers = new Set(article.match(/\d+/gu));
    expect([...numbers].filter((number) => !new RegExp(`\\b${number}\\b`, 'u').test(whole))).toEqual([]);
  });

  it.each(pairs)('$stem keeps every name of its article', ({ article, whole }) => {
    const kept = new Set(whole.match(/\p{L}+/gu));
    expect([...names(article)].filter((name) => !kept.has(name))).toEqual([]);
  });
});

/** The article without the trailer that its site put under it. */
function article(stem: string): string {
  return readFileSync(join(originals, `${stem}.txt`), 'utf8').replace(/\nRelated offer:[\s\S]*$/u, '');
}

function words(text: string): string[] {
  return (
    text
      .replace(/https?:\S+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function runs(text: string): Set<string> {
  const all = words(text);
  return new Set(
    all.slice(COPIED_RUN_WORDS - 1).map((_, at) => all.slice(at, at + COPIED_RUN_WORDS).join(' ')),
  );
}

/** Capitalised words of headlines and page furniture that name nothing. */
const FURNITURE = new Set(['Establish', 'Partnership', 'PartnershipNovember', 'First', 'Publish']);

/** Capitalised words inside a sentence: those at its beginning may be any word. */
function names(text: string): Set<string> {
  return new Set([...text.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{L}+/gu)].map(([name]) => name)).difference(
    FURNITURE,
  );
}
