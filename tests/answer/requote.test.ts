import { describe, expect, it } from 'vitest';
import { recite, requote } from '../../src/answer/requote.ts';
import { documentOf, spanOf } from '../support/answers.ts';

const WORDS = 'The gate is open.';

/** Words as they were kept, where they stood in a text of then. */
const keptAt = (start: number) => ({
  documentId: 'gate',
  span: { start, end: start + WORDS.length },
  text: WORDS,
});

describe('requote', () => {
  it('finds the words where they stood', () => {
    const document = documentOf('gate', `One. ${WORDS} Two. ${WORDS}`);
    for (const start of [5, 28]) expect(requote(document, keptAt(start))?.span.start).toBe(start);
  });

  it('finds them nearest to where they stood', () => {
    const document = documentOf('gate', `${WORDS} ${'filler '.repeat(20)}${WORDS} The end.`);
    const second = document.text.lastIndexOf(WORDS);
    expect(requote(document, keptAt(second + 12))?.span).toEqual({
      start: second,
      end: second + WORDS.length,
    });
    expect(requote(document, keptAt(9))?.span.start).toBe(0);
    expect(requote(document, keptAt(100_000))?.text).toBe(WORDS);
  });

  it('finds no others, however alike', () => {
    for (const text of ['The gate is open', 'the gate is open.', 'The gate  is open.', 'Nothing.', '']) {
      expect(requote(documentOf('gate', text), keptAt(0))).toBeUndefined();
    }
    expect(requote(documentOf('gate', WORDS), { ...keptAt(0), text: '' })).toBeUndefined();
  });

  it('does not quote what is boilerplate by now', () => {
    const text = `${WORDS} More. ${WORDS}`;
    const first = { start: 0, end: WORDS.length };
    const document = documentOf('gate', text, { boilerplate: [first] });
    expect(requote(document, keptAt(0))?.span.start).toBe(text.lastIndexOf(WORDS));
    const all = documentOf('gate', text, { boilerplate: [spanOf(text, text)] });
    expect(requote(all, keptAt(0))).toBeUndefined();
  });

  it('does not take a grapheme apart', () => {
    const document = documentOf('gate', 'Caf\u0065\u0301 open');
    expect(
      requote(document, { documentId: 'gate', span: { start: 0, end: 4 }, text: 'Cafe' }),
    ).toBeUndefined();
  });
});

describe('recite', () => {
  it('tells the document as it is now', () => {
    const document = documentOf('gate', `New. ${WORDS}`, {
      title: 'New title',
      url: 'https://gate.example/a',
    });
    const citation = recite(document, { quote: keptAt(0), number: 4 }, 'http://reader.example');
    expect(citation).toMatchObject({
      number: 4,
      document: { title: 'New title' },
      quote: { span: { start: 5 } },
    });
    expect(citation?.link).toMatch(/^https:\/\/gate\.example\/a#:~:text=/);
    expect(recite(documentOf('gate', 'Gone.'), { quote: keptAt(0), number: 4 }, '')).toBeUndefined();
  });
});
