import { describe, expect, it } from 'vitest';
import { setSideBySide } from '../../src/answer/side-by-side.ts';
import type { Citation, Disagreement } from '../../src/types.ts';
import { citationOf, documentOf, statementOf } from '../support/answers.ts';

/** One source a letter: a sentence, and when it was published. */
const dates: Readonly<Record<string, string | undefined>> = {
  a: '2006-01-27',
  b: '2011-11-24',
  c: undefined,
  d: '2011-12',
  e: '2009',
};
const sentence = (source: string) => `Source ${source} counts the seats.`;

function citation(number: number, source: string): Citation {
  const published = dates[source];
  return citationOf(
    number,
    documentOf(source, sentence(source), { ...(published !== undefined && { published }) }),
    sentence(source),
  );
}

/** An answer of one statement a source, in this order. */
function answer(sources: string, disagreements: readonly Disagreement[]) {
  const letters = [...sources];
  return {
    statements: letters.map((source, at) => statementOf(sentence(source), [at + 1])),
    citations: letters.map((source, at) => citation(at + 1, source)),
    disagreements,
  };
}

const read = ({ statements, citations }: ReturnType<typeof answer>) =>
  statements.map(({ citations: numbers }) =>
    numbers.map((number) => `${citations[number - 1]?.document.id}${number}`).join('+'),
  );

describe('setSideBySide', () => {
  it('leaves an answer without disagreements as it is', () => {
    const said = answer('abc', []);
    expect(setSideBySide(said)).toBe(said);
  });

  it('sets the newest of those that differ first, and numbers the footnotes anew', () => {
    const said = setSideBySide(answer('ab', [{ about: 'number', citations: [1, 2] }]));
    expect(read(said)).toEqual(['b1', 'a2']);
    expect(said.disagreements).toEqual([{ about: 'number', citations: [2, 1] }]);
    expect(said.citations.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('brings those that differ together, and moves nothing else', () => {
    expect(read(setSideBySide(answer('aeb', [{ about: 'date', citations: [1, 3] }])))).toEqual([
      'b1',
      'a2',
      'e3',
    ]);
    expect(read(setSideBySide(answer('eab', [{ about: 'date', citations: [2, 3] }])))).toEqual([
      'e1',
      'b2',
      'a3',
    ]);
  });

  it('sets what has no date last', () => {
    expect(read(setSideBySide(answer('cad', [{ about: 'position', citations: [1, 2, 3] }])))).toEqual([
      'd1',
      'a2',
      'c3',
    ]);
  });

  it('takes disagreements that share a statement as one', () => {
    const disagreements: Disagreement[] = [
      { about: 'number', citations: [1, 2] },
      { about: 'date', citations: [2, 4] },
    ];
    expect(read(setSideBySide(answer('aebd', disagreements)))).toEqual(['d1', 'e2', 'a3', 'b4']);
  });

  it('keeps every footnote with its statement where one has several', () => {
    const said = {
      statements: [statementOf('Old.', [1, 2]), statementOf('New.', [3])],
      citations: [citation(1, 'a'), citation(2, 'e'), citation(3, 'b')],
      disagreements: [{ about: 'number', citations: [2, 3] }] as const,
    };
    expect(read(setSideBySide({ ...said, disagreements: [...said.disagreements] }))).toEqual(['b1', 'a2+e3']);
  });
});
