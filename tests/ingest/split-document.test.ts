import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PASSAGE_MAX_UNITS, PASSAGE_TARGET_UNITS } from '../../src/ingest/limits.ts';
import { splitDocument } from '../../src/ingest/split-document.ts';
import type { Document, Span } from '../../src/types.ts';
import { readOne } from './files.ts';

const SENTENCE = 'The harbour board of Portsea met on Tuesday and decided to dredge the channel.';

function paragraph(sentences: number): string {
  return Array(sentences).fill(SENTENCE).join(' ');
}

function documentOf(text: string, boilerplate: readonly Span[]): Document {
  return {
    ...{ id: 'd', title: 'D', language: 'en', kind: 'article', digest: '', source: 'd.txt', warnings: [] },
    ...{ text, boilerplate },
  };
}

describe('splitDocument', () => {
  it('ends passages at paragraphs near the target length', async () => {
    const text = Array(12).fill(paragraph(3)).join('\n\n');
    const passages = splitDocument(await readOne('a.txt', text));
    expect(passages.map(({ ordinal, id }) => `${id}/${ordinal}`)).toEqual(
      passages.map((_, n) => `a#${n}/${n}`),
    );
    for (const { text: passage } of passages) {
      expect(passage.startsWith('The harbour') && passage.endsWith('channel.')).toBe(true);
      expect(passage.length % (paragraph(3).length + 2)).toBe(paragraph(3).length);
      expect(Math.abs(passage.length - PASSAGE_TARGET_UNITS)).toBeLessThan(PASSAGE_TARGET_UNITS / 2);
    }
  });

  it('cuts one long paragraph between sentences', async () => {
    const passages = splitDocument(await readOne('a.txt', paragraph(60)));
    expect(passages.length).toBeGreaterThan(5);
    for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(PASSAGE_MAX_UNITS);
    expect(passages.flatMap(({ sentences }) => sentences)).toHaveLength(60);
  });

  it('leaves boilerplate out and never spans it', async () => {
    const text = `${SENTENCE}\n\nRead more: Ships wait\n\n${SENTENCE}`;
    const passages = splitDocument(await readOne('a.txt', text));
    expect(passages.map((passage) => passage.text)).toEqual([SENTENCE, SENTENCE]);
  });

  it('leaves out rules and stray bars', async () => {
    const passages = splitDocument(await readOne('a.txt', `${SENTENCE}\n\n* * *\n\n${SENTENCE}\n\n|`));
    expect(passages.flatMap(({ sentences }) => sentences)).toHaveLength(2);
  });

  it('keeps whole sentences in order, apart from boilerplate, whatever the text', () => {
    const pieces = fc.constantFrom(
      SENTENCE,
      ' ',
      '\n\n',
      'Short. ',
      'x'.repeat(300),
      '1. ',
      'Dr. ',
      '!',
      '你好。',
      '-',
    );
    const cases = fc.tuple(
      fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.array(fc.tuple(fc.nat(3000), fc.nat(200)), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(cases, ([text, gaps]) => {
        let last = 0;
        const boilerplate = gaps
          .sort(([a], [b]) => a - b)
          .map(([start, length]) => {
            const span = { start: Math.min(text.length, Math.max(last, start)), end: 0 };
            last = Math.min(text.length, span.start + length);
            return { start: span.start, end: last };
          });
        let from = 0;
        for (const passage of splitDocument(documentOf(text, boilerplate))) {
          expect(passage.text).toBe(text.slice(passage.span.start, passage.span.end));
          expect(passage.sentences[0]?.start).toBe(passage.span.start);
          expect(passage.sentences.at(-1)?.end).toBe(passage.span.end);
          if (passage.sentences.length > 1)
            expect(passage.text.length).toBeLessThanOrEqual(PASSAGE_MAX_UNITS);
          for (const { start, end } of passage.sentences) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(end).toBeGreaterThan(start);
            from = end;
          }
          for (const gap of boilerplate) {
            const overlap = Math.min(gap.end, passage.span.end) - Math.max(gap.start, passage.span.start);
            expect(gap.end > gap.start && overlap > 0).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
