import { describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/types.ts';

const TEXTS = [
  'The parliament approved the budget on Tuesday.',
  'A volcano erupted near the harbour.',
  'Wer hat die Wahl gewonnen?',
  'Президент подписал закон.',
  '選挙は日曜日に行われた。',
  '12,500',
];

/** Texts that say nothing: a fixed vector each, of length 1 like all others. */
const BLANK = ['', ' \n\t', '—'];

/** Components of two runs may differ in their last bits: the encoder pads a batch to its longest text. */
const SAME = 0.99999;

export function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (!a || !b || a.length !== b.length) return Number.NaN;
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** What every embedder keeps to. `embedder` is called in each test; who passes it also closes it. */
export function testEmbedder(name: string, embedder: () => Embedder): void {
  describe(`${name} as an embedder`, () => {
    it('names itself', () => {
      expect(embedder().id).toMatch(/\S/);
      expect(embedder().dimensions).toBeGreaterThan(0);
    });

    it('gives one finite vector of length 1 and of its dimensions for each text', async () => {
      const vectors = await embedder().embed([...TEXTS, ...BLANK], 'passage');
      expect(vectors).toHaveLength(TEXTS.length + BLANK.length);
      for (const vector of vectors) {
        expect(vector).toBeInstanceOf(Float32Array);
        expect(vector).toHaveLength(embedder().dimensions);
        expect(vector.every(Number.isFinite)).toBe(true);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
      }
    });

    it('gives the same text the same vector, alone or among others', async () => {
      const together = await embedder().embed(TEXTS, 'passage');
      for (const [i, text] of TEXTS.entries()) {
        const [alone] = await embedder().embed([text], 'passage');
        expect(cosine(alone, together[i])).toBeGreaterThan(SAME);
      }
    });

    it('keeps the order, repeated and blank texts included', async () => {
      const [a = '', b = ''] = TEXTS;
      const [first, blank, second, again] = await embedder().embed([a, '', b, a], 'passage');
      const [alone] = await embedder().embed([b], 'passage');
      expect(cosine(second, alone)).toBeGreaterThan(SAME);
      expect(cosine(first, again)).toBeGreaterThan(SAME);
      expect(cosine(first, second)).toBeLessThan(0.99);
      expect(cosine(blank, (await embedder().embed([' '], 'query'))[0])).toBeGreaterThan(SAME);
    });

    it('takes an empty list', async () => {
      expect(await embedder().embed([], 'query')).toEqual([]);
    });

    it('takes a text of 100,000 characters', async () => {
      const [vector] = await embedder().embed(['The harbour was closed. '.repeat(4200)], 'passage');
      expect(vector?.every(Number.isFinite)).toBe(true);
    });

    it('stops at an aborted signal, and serves the next call', async () => {
      const reason = new Error('enough');
      const aborted = embedder().embed(['An abandoned zeppelin.'], 'query', AbortSignal.abort(reason));
      await expect(aborted).rejects.toBe(reason);
      expect(await embedder().embed(['An abandoned zeppelin.'], 'query')).toHaveLength(1);
    });
  });
}
