import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { segmentSentences } from '../../src/text/segment.ts';
import type { Span } from '../../src/types.ts';

const shared = process.env.FOOTNOTE_SHARED;
if (!shared) console.info('skipped: FOOTNOTE_SHARED names no folder with bench/');

interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
}

interface GoldQuery {
  readonly docs: readonly string[];
  readonly evidence?: readonly string[];
  readonly lang?: string;
}

function readLines<T>(set: string, file: string): T[] {
  const text = readFileSync(path.join(shared ?? '', 'bench', set, file), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));
}

/** Share of the evidence, cut by people or other tools, that lies within one sentence of ours, by language. */
function shareWithin(set: string): Map<string, number> {
  const documents = new Map(readLines<GoldDocument>(set, 'corpus.jsonl').map((one) => [one.id, one]));
  const sentences = new Map<string, Span[]>();
  for (const { id, text, lang } of documents.values())
    sentences.set(id, segmentSentences(text, lang ?? 'en'));
  const counts = new Map<string, { within: number; all: number }>();
  for (const { docs, evidence = [], lang = 'en' } of readLines<GoldQuery>(set, 'queries.jsonl')) {
    const count = counts.get(lang) ?? { within: 0, all: 0 };
    counts.set(lang, count);
    for (const quote of evidence) {
      const inside = docs.some((id) =>
        sentences
          .get(id)
          ?.some(({ start, end }) => documents.get(id)?.text.slice(start, end).includes(quote)),
      );
      count.all += 1;
      if (inside) count.within += 1;
    }
  }
  return new Map([...counts].map(([lang, { within, all }]) => [lang, within / all]));
}

describe.skipIf(!shared)('segmentSentences against sentences cut by others', () => {
  it.each([
    ['rtqa-2022', { en: 0.99 }],
    ['clapnq', { en: 0.99 }],
    ['xquad', { en: 0.98, es: 0.98, ru: 0.97, zh: 0.97, ar: 0.94 }],
  ] as const)('keeps the evidence of %s in one sentence', (set, least) => {
    const shares = shareWithin(set);
    for (const [language, share] of Object.entries(least)) {
      expect(shares.get(language), language).toBeGreaterThanOrEqual(share);
    }
  });
});
