import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  Filters,
  Hit,
  IndexedDocument,
  PassageIndex,
  VectorHit,
  WeightedTerm,
} from '../../src/types.ts';
import { makeEntry, seedRandom, unitVector, vectorOf } from './make-entry.ts';
import { documentRows, passageRows, rankPlainly } from './reference-bm25.ts';

/** Vectors that are handed to an index in this suite have so many dimensions. */
export const DIMENSIONS = 8;

/** An index under test, new and empty, and further connections to it as other processes have them. */
export interface Subject {
  readonly index: PassageIndex;
  openReader(): Promise<PassageIndex>;
  destroy(): Promise<void>;
}

const term = (word: string, weight = 1): WeightedTerm => ({ term: word, weight });
const ids = (hits: readonly Hit[]): readonly string[] => hits.map((hit) => hit.id);
const ANY = { limit: 100 };

const news = [
  makeEntry({
    id: 'harbour',
    publisher: 'The Gazette',
    author: 'Ann Lee',
    published: '2011-11-24',
    url: 'https://example.org/harbour',
    passages: [['harbour strike ends', 'dockers win pay'], ['ferry resumes']],
    fieldTerms: 'gazette harbour',
    names: [{ key: 'l', term: 'lee' }],
  }),
  makeEntry({
    id: 'orchard',
    publisher: 'Évening Post',
    published: '2011-11',
    kind: 'digest',
    digestOf: 'an article on fruit',
    passages: [['frost harms orchard', 'growers lose harvest']],
    fieldTerms: 'post orchard',
    names: [
      { key: 'l', term: 'leigh' },
      { key: 'grw', term: 'grower' },
    ],
  }),
  makeEntry({
    id: 'undated',
    publisher: 'the gazette',
    passages: [['harbour museum opens']],
    fieldTerms: 'museum',
  }),
];

/** Documents of random words out of a small vocabulary, so that terms differ in frequency and texts in length. */
function randomCorpus(documents: number): readonly IndexedDocument[] {
  const random = seedRandom(5);
  const words = (most: number): string =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => `w${Math.floor(20 * random() ** 2)}`).join(
      ' ',
    );
  return Array.from({ length: documents }, (_, number) =>
    makeEntry({
      id: `random-${number}`,
      published: `20${10 + (number % 5)}`,
      passages: Array.from({ length: 1 + Math.floor(random() * 4) }, () => [words(12), words(12)]),
      fieldTerms: words(4),
    }),
  );
}

/** Same order and scores; rows of equal score may change places. */
function expectSameRanking(actual: readonly Hit[], expected: readonly Hit[]): void {
  expect(actual.map((hit) => hit.score.toFixed(4))).toEqual(expected.map((hit) => hit.score.toFixed(4)));
  const scores = new Map(expected.map((hit) => [hit.id, hit.score]));
  for (const { id, score } of actual) expect(score).toBeCloseTo(scores.get(id) ?? Number.NaN, 4);
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function scanPlainly(corpus: readonly IndexedDocument[], query: Float32Array): VectorHit[] {
  return corpus
    .flatMap(({ passages }) =>
      passages.flatMap(({ passage, vectors }) =>
        vectors.map((vector, sentence) => ({ id: passage.id, sentence, score: cosine(vector, query) })),
      ),
    )
    .sort((a, b) => b.score - a.score);
}

/** Everything that the index holds of a document's words, vectors, names and texts. */
async function findEverywhere(index: PassageIndex, entry: IndexedDocument): Promise<readonly string[]> {
  const { document, fieldTerms, passages, names } = entry;
  const words = [...passages.map(({ terms }) => terms), fieldTerms].join(' ');
  const terms = words.split(' ').map((word) => term(word));
  const vector = passages[0]?.vectors[0] ?? new Float32Array(DIMENSIONS);
  const own = (id: string): boolean => id === document.id || id.startsWith(`${document.id}#`);
  const found = [
    ...ids(await index.matchingPassages(terms, ANY)),
    ...ids(await index.matchingDocuments(terms, ANY)),
    ...ids(await index.nearest(vector, ANY)),
    ...(await index.documents()).map((facts) => facts.id),
    ...(await index.passages(passages.map(({ passage }) => passage.id))).map((passage) => passage.id),
    ...(await index.passagesOf(document.id)).map((passage) => passage.id),
    ...((await index.document(document.id)) === undefined ? [] : [document.id]),
  ].filter(own);
  const ownNames = await index.namesByKey(names.map(({ key }) => key));
  return [
    ...found,
    ...names.filter(({ term: name }) => ownNames.includes(name)).map(({ term: name }) => name),
  ];
}

/** The conformance suite of `PassageIndex`: every engine runs it. */
export function testPassageIndex(engine: string, create: () => Promise<Subject>): void {
  describe(`${engine} as a passage index`, () => {
    let subject: Subject;
    let index: PassageIndex;
    const putAll = async (corpus: readonly IndexedDocument[]): Promise<void> => {
      for (const entry of corpus) await index.put(entry);
    };

    beforeEach(async () => {
      subject = await create();
      index = subject.index;
    });
    afterEach(() => subject.destroy());

    describe('reads that belong together', () => {
      it('have what comes of them handed back, and what they throw', async () => {
        await putAll(news);
        const both = index.during(async () => [await index.passagesOf('harbour'), await index.stats()]);
        expect(await both).toMatchObject([[{ id: 'harbour#0' }, { id: 'harbour#1' }], { documents: 3 }]);
        const nested = index.during(() => index.during(() => index.document('undated')));
        expect(await nested).toMatchObject({ id: 'undated' });
        const failing = index.during(() => Promise.reject(new Error('no')));
        await expect(failing).rejects.toThrow('no');
      });
    });

    describe('what was put', () => {
      it('gives documents back as they were, in any script', async () => {
        const entry = makeEntry({
          id: 'näme/with#odd "signs"',
          passages: [['Привет 🌍 мир', '你好'], ['مرحبا']],
          language: 'ru',
        });
        await putAll([...news, entry]);
        expect(await index.document(entry.document.id)).toEqual(entry.document);
        for (const { document } of news) expect(await index.document(document.id)).toEqual(document);
        expect(await index.document('nobody')).toBeUndefined();
        expect(await index.passagesOf(entry.document.id)).toEqual(
          entry.passages.map(({ passage }) => passage),
        );
      });

      it('gives passages in the order asked and leaves out unknown ones', async () => {
        await putAll(news);
        const asked = [
          'undated#0',
          'harbour#1',
          'harbour#7',
          'nobody#0',
          'harbour',
          'harbour#01',
          'harbour#0',
        ];
        const passages = await index.passages(asked);
        expect(passages.map((passage) => passage.id)).toEqual(['undated#0', 'harbour#1', 'harbour#0']);
        expect(passages[2]).toEqual(news[0]?.passages[0]?.passage);
        expect(await index.passagesOf('nobody')).toEqual([]);
      });

      it('gives the terms of each sentence as they were put', async () => {
        await putAll(news);
        const wanted = news[0]?.passages[0]?.sentenceTerms;
        expect(await index.sentenceTerms(['harbour#0', 'nobody#0'])).toEqual([wanted, []]);
      });

      it('gives vectors so near to what was put that no cosine moves by 0.005', async () => {
        await putAll(news);
        const [harbour, nobody, ferry] = await index.vectors(['harbour#0', 'nobody#0', 'harbour#1']);
        expect(nobody).toEqual([]);
        for (const [given, sentence] of [
          [harbour?.[0], 'harbour strike ends'],
          [harbour?.[1], 'dockers win pay'],
          [ferry?.[0], 'ferry resumes'],
        ] as const) {
          const wanted = vectorOf(sentence, DIMENSIONS);
          for (let axis = 0; axis < DIMENSIONS; axis++) {
            expect(Math.abs((given?.[axis] ?? Number.NaN) - (wanted[axis] ?? 0))).toBeLessThan(0.001);
          }
        }
      });

      it('lists facts, digest and source by id', async () => {
        await putAll(news.toReversed());
        const expected = news.map(
          ({ document: { text: _, boilerplate: __, warnings: ___, ...facts } }) => facts,
        );
        expect(await index.documents()).toEqual(expected);
      });

      it('takes a document without passages or terms', async () => {
        await putAll([...news, makeEntry({ id: 'bare', passages: [] })]);
        await index.flush();
        expect((await index.document('bare'))?.text).toBe('');
        expect(await index.passagesOf('bare')).toEqual([]);
        expect(ids(await index.matchingPassages([term('harbour')], ANY))).toContain('undated#0');
        expect(ids(await index.nearest(vectorOf('ferry resumes', DIMENSIONS), { limit: 1 }))).toEqual([
          'harbour#1',
        ]);
      });

      it.each([
        ['a vector that holds NaN', [Float32Array.of(Number.NaN, 1, 0, 0, 0, 0, 0, 0)]],
        ['a vector of other dimensions', [Float32Array.of(1, 0)]],
        ['a vector that is not of length 1', [Float32Array.of(3, 4, 0, 0, 0, 0, 0, 0)]],
        ['fewer vectors than sentences', []],
      ])('refuses %s and changes nothing', async (_, vectors) => {
        await putAll(news);
        const before = await index.stats();
        await expect(
          index.put(makeEntry({ id: 'bad', passages: [['one sentence']], vectors })),
        ).rejects.toThrow(RangeError);
        expect(await index.stats()).toEqual(before);
        expect(await index.document('bad')).toBeUndefined();
      });
    });

    describe('filters', () => {
      let filtered: Subject;
      beforeAll(async () => {
        filtered = await create();
        for (const entry of news) await filtered.index.put(entry);
        await filtered.index.flush();
      });
      afterAll(() => filtered.destroy());

      it.each<[string, Filters, readonly string[]]>([
        ['none', {}, ['harbour', 'orchard', 'undated']],
        ['documents by id', { documents: ['undated', 'nobody'] }, ['undated']],
        ['no document at all', { documents: [] }, []],
        ['a publisher without case', { publisher: 'THE GAZETTE' }, ['harbour', 'undated']],
        ['a publisher without case beyond ASCII', { publisher: 'éVENING post' }, ['orchard']],
        ['a publisher composed otherwise', { publisher: 'E\u0301vening Post' }, ['orchard']],
        ['the day itself as after', { after: '2011-11-24' }, ['harbour', 'orchard']],
        ['the day itself as before', { before: '2011-11-24' }, ['harbour', 'orchard']],
        ['the day after', { after: '2011-11-25' }, ['orchard']],
        [
          'a month that a partial date may lie in',
          { after: '2011-11-30', before: '2011-11-30' },
          ['orchard'],
        ],
        ['a later month', { after: '2011-12' }, []],
        ['an earlier month', { before: '2011-10' }, []],
        ['a partial date as after', { after: '2011-11' }, ['harbour', 'orchard']],
        ['a year as both bounds', { after: '2011', before: '2011' }, ['harbour', 'orchard']],
        ['several, all of which must hold', { publisher: 'the gazette', after: '2011' }, ['harbour']],
        ['a date that cannot be read', { after: 'yesterday' }, []],
      ])('by %s', async (_, filters, expected) => {
        const options = { limit: 100, filters };
        const terms = ['harbour', 'orchard', 'museum'].map((word) => term(word));
        const toDocuments = (hits: readonly Hit[]): readonly string[] =>
          [...new Set(hits.map((hit) => hit.id.replace(/#\d+$/, '')))].sort();
        expect((await filtered.index.documents(filters)).map((facts) => facts.id)).toEqual(expected);
        expect(toDocuments(await filtered.index.matchingPassages(terms, options))).toEqual(expected);
        expect(toDocuments(await filtered.index.matchingDocuments(terms, options))).toEqual(expected);
        expect(toDocuments(await filtered.index.nearest(vectorOf('x', DIMENSIONS), options))).toEqual(
          expected,
        );
      });
    });

    describe('terms', () => {
      const odd = [
        '66.5',
        'al-zahar',
        "o'neil",
        'машал',
        'مشعل',
        'منظّمة',
        '北京',
        'ölçü',
        'café',
        '10,000',
        'c++',
        'a"b',
      ];
      const syntax = ['or', 'near(x', '*', 'body:x', '^x', '(', '"', "'", '%', '_', '\\', 'emoji😀'];

      it.each([...odd, ...syntax])('finds %s whole', async (word) => {
        await index.put(
          makeEntry({ id: 'it', passages: [[`before ${word} after`]], fieldTerms: `field-${word}` }),
        );
        await index.put(makeEntry({ id: 'other', passages: [['before after al zahar 66 5 o neil']] }));
        expect(ids(await index.matchingPassages([term(word)], ANY))).toEqual(['it#0']);
        expect(ids(await index.matchingDocuments([term(word)], ANY))).toEqual(['it']);
        expect(ids(await index.matchingPassages([term(`field-${word}`)], ANY))).toEqual(['it#0']);
        expect(await index.frequencies([word, `field-${word}`, `${word}x`, ''])).toEqual([1, 1, 0, 0]);
      });

      it('ranks passages and documents as plain BM25F does, by weight of term and field', async () => {
        const corpus = randomCorpus(30);
        await putAll(corpus);
        const queries = [
          [term('w0')],
          [term('w1'), term('w7')],
          [term('w1', 0.2), term('w7', 3), term('unknown')],
          [term('w2', 0.5), term('w2', 0.5), term('w12', 1.5), term('w4'), term('w5', 0)],
        ];
        for (const terms of queries) {
          for (const fieldWeight of [0, 1, 2.5]) {
            const options = { limit: 1000, fieldWeight };
            const [passages, documents] = [passageRows(corpus), documentRows(corpus)];
            expectSameRanking(
              await index.matchingPassages(terms, options),
              rankPlainly(passages, terms, fieldWeight),
            );
            expectSameRanking(
              await index.matchingDocuments(terms, options),
              rankPlainly(documents, terms, fieldWeight),
            );
          }
        }
      });

      it('returns the best of what passes the filters, scored as without them', async () => {
        const corpus = randomCorpus(30);
        await putAll(corpus);
        const terms = [term('w1'), term('w7')];
        const all = rankPlainly(passageRows(corpus), terms, 1);
        const passing = new Set(
          corpus.filter((entry) => entry.document.published === '2012').map((e) => e.document.id),
        );
        const options = { limit: 4, filters: { after: '2012', before: '2012' } };
        const expected = all.filter((hit) => passing.has(hit.id.replace(/#\d+$/, ''))).slice(0, 4);
        expectSameRanking(await index.matchingPassages(terms, options), expected);
        expectSameRanking(await index.matchingPassages(terms, { limit: 3 }), all.slice(0, 3));
        expect(await index.matchingPassages(terms, { limit: 0 })).toEqual([]);
      });

      it('counts the passages that hold a term in body or field, each once', async () => {
        await putAll(news);
        expect(await index.frequencies(['harbour', 'ferry', 'gazette', 'none'])).toEqual([3, 1, 2, 0]);
        await index.matchingPassages([term('harbour'), term('ferry')], ANY);
        expect(await index.frequencies(['none', 'gazette', 'ferry', 'harbour'])).toEqual([0, 2, 1, 3]);
      });

      it('tells which of many terms any passage holds', async () => {
        await putAll(news);
        const guesses = Array.from({ length: 500 }, (_, at) => `guess${at}`);
        const asked = ['strike', '', ...guesses, 'harbou', "o'neil", 'ferry', 'gazette', 'strike%'];
        expect(await index.knownTerms(asked)).toEqual(['strike', 'ferry']);
        expect(await index.knownTerms([])).toEqual([]);
        await index.remove('harbour');
        expect(await index.knownTerms(asked)).toEqual([]);
      });

      it('finds names by any of several keys, each once', async () => {
        await putAll(news);
        expect([...(await index.namesByKey(['l', 'grw', 'l', 'zzz']))].sort()).toEqual([
          'grower',
          'lee',
          'leigh',
        ]);
        expect(await index.namesByKey(['zzz'])).toEqual([]);
      });
    });

    describe('vectors', () => {
      it('finds what a plain scan finds, best first, with its cosine', async () => {
        const corpus = randomCorpus(40);
        await putAll(corpus);
        await index.flush();
        const random = seedRandom(11);
        const place = ({ id, sentence }: VectorHit): string => `${id}/${sentence}`;
        let found = 0;
        for (let query = 0; query < 20; query++) {
          const vector = unitVector(DIMENSIONS, random);
          const all = scanPlainly(corpus, vector);
          const scores = new Map(all.map((hit) => [place(hit), hit.score]));
          const wanted = new Set(all.slice(0, 10).map(place));
          const hits = await index.nearest(vector, { limit: 10 });
          for (const hit of hits)
            expect(Math.abs(hit.score - (scores.get(place(hit)) ?? 9))).toBeLessThan(0.005);
          expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
          found += hits.filter((hit) => wanted.has(place(hit))).length;
        }
        expect(found / 200).toBeGreaterThanOrEqual(0.95);
      });

      it('returns all there are when asked for more', async () => {
        await putAll(news);
        await index.flush();
        expect(await index.nearest(vectorOf('x', DIMENSIONS), { limit: 1000 })).toHaveLength(6);
        expect(await index.nearest(vectorOf('x', DIMENSIONS), { limit: 0 })).toEqual([]);
      });

      it('refuses a query that cannot be compared', async () => {
        await putAll(news);
        await expect(index.nearest(Float32Array.of(1, 0), ANY)).rejects.toThrow(RangeError);
        await expect(index.nearest(new Float32Array(DIMENSIONS).fill(Number.NaN), ANY)).rejects.toThrow(
          RangeError,
        );
      });
    });

    describe('changes', () => {
      it('replaces a document wholly', async () => {
        await putAll(news);
        await index.flush();
        const [old] = news;
        if (old === undefined) throw new Error('no news');
        const next = makeEntry({ id: 'harbour', passages: [['quay rebuilt']], fieldTerms: 'herald' });
        await index.put(next);
        for (const word of ['strike', 'dockers', 'ferry', 'gazette']) {
          expect(await index.matchingPassages([term(word)], ANY)).toEqual([]);
          expect(await index.matchingDocuments([term(word)], ANY)).toEqual([]);
        }
        expect(await index.namesByKey(['l'])).toEqual(['leigh']);
        expect(await index.passages(['harbour#1'])).toEqual([]);
        expect(await index.document('harbour')).toEqual(next.document);
        const nearest = await index.nearest(vectorOf('quay rebuilt', DIMENSIONS), ANY);
        expect(nearest[0]).toMatchObject({ id: 'harbour#0', sentence: 0 });
        expect(nearest).toHaveLength(4);
        expect(await index.stats()).toMatchObject({ documents: 3, passages: 3, vectors: 4 });
      });

      it('removes a document from every list, and only that one', async () => {
        await putAll(news);
        await index.flush();
        const [gone, ...kept] = news;
        if (gone === undefined) throw new Error('no news');
        expect((await findEverywhere(index, gone)).length).toBeGreaterThan(10);
        expect(await index.remove('harbour')).toBe(true);
        expect(await findEverywhere(index, gone)).toEqual([]);
        await index.flush();
        expect(await findEverywhere(index, gone)).toEqual([]);
        for (const entry of kept) expect((await findEverywhere(index, entry)).length).toBeGreaterThan(5);
        expect(await index.frequencies(['strike', 'harbour'])).toEqual([0, 1]);
      });

      it('says whether there was anything to remove, and counts changes by one', async () => {
        const { generation } = await index.stats();
        await putAll(news);
        expect((await index.stats()).generation).toBe(generation + 3);
        expect(await index.remove('nobody')).toBe(false);
        expect((await index.stats()).generation).toBe(generation + 3);
        await putAll(news.slice(0, 1));
        expect(await index.remove('orchard')).toBe(true);
        expect((await index.stats()).generation).toBe(generation + 5);
      });

      it('shows them to readers at their next call', async () => {
        await putAll(news.slice(0, 2));
        const reader = await subject.openReader();
        const [gone] = news;
        if (gone === undefined) throw new Error('no news');
        expect((await findEverywhere(reader, gone)).length).toBeGreaterThan(10);
        await putAll(news.slice(2));
        expect(ids(await reader.matchingPassages([term('museum')], ANY))).toEqual(['undated#0']);
        expect(
          (await reader.nearest(vectorOf('harbour museum opens', DIMENSIONS), { limit: 1 }))[0]?.id,
        ).toBe('undated#0');
        await index.remove('harbour');
        expect(await findEverywhere(reader, gone)).toEqual([]);
        expect((await reader.stats()).generation).toBe((await index.stats()).generation);
        await reader.close();
      });

      it('keeps all calls right that run at once', async () => {
        const corpus = randomCorpus(20);
        const work = corpus.map(async (entry, number) => {
          await index.put(entry);
          await index.nearest(vectorOf('x', DIMENSIONS), { limit: 3 });
          if (number % 2 === 0) await index.remove(entry.document.id);
        });
        await Promise.all([...work, index.flush()]);
        const left = corpus.filter((_, number) => number % 2 === 1);
        expect((await index.documents()).map((facts) => facts.id)).toEqual(
          left.map((e) => e.document.id).sort(),
        );
        const nearest = await index.nearest(vectorOf('x', DIMENSIONS), { limit: 1000 });
        expect(nearest).toHaveLength(scanPlainly(left, vectorOf('x', DIMENSIONS)).length);
      });
    });

    it('answers an empty index with nothing', async () => {
      await index.flush();
      expect(await index.documents()).toEqual([]);
      expect(await index.matchingPassages([term('x')], ANY)).toEqual([]);
      expect(await index.matchingDocuments([term('x')], ANY)).toEqual([]);
      expect(await index.nearest(vectorOf('x', DIMENSIONS), ANY)).toEqual([]);
      expect(await index.vectors(['x#0'])).toEqual([[]]);
      expect(await index.frequencies(['x'])).toEqual([0]);
      expect(await index.stats()).toMatchObject({
        documents: 0,
        passages: 0,
        vectors: 0,
        dimensions: DIMENSIONS,
      });
    });

    it('may be closed twice', async () => {
      await index.close();
      await index.close();
    });
  });
}
