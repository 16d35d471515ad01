import { describe, expect, it } from 'vitest';
import { renderAnswer, renderBeginning, renderDocuments, renderPartial } from '../../src/render/answer.ts';
import { blockText } from '../../src/render/block.ts';
import {
  abstention,
  citationOf,
  closestOf,
  crowdAnswer,
  digestDocument,
  documentOf,
  groundedAnswer,
  harbour,
  rival,
  statementOf,
  writtenAnswer,
} from '../support/answers.ts';

const lines = (blocks: ReturnType<typeof renderAnswer>) =>
  blocks.map((block) => `${block.kind}: ${blockText(block)}`);

describe('renderAnswer', () => {
  it('says an extractive answer in the words of each source, attributed, and quotes them once', () => {
    expect(lines(renderAnswer(crowdAnswer))).toEqual([
      'attribution: The Coast Courier, 24 November 2011:',
      'verbatim: The final drew 41,000 people, the club said.\u00a0[1]',
      'attribution: Evening Ledger, November 2011:',
      'verbatim: A crowd of 38,500 saw the final, according to the stadium.\u00a0[2]',
      'attribution: Evening Ledger, 2009 (digest):',
      'verbatim: The Ledger article reports that the stadium was rebuilt in 2009 for 12 million.\u00a0[3]',
      'notice: Sources differ on a number:\u00a0[1][2]',
      'heading: Sources',
      'source: [1] Harbour United take the cup — The Coast Courier, 24 November 2011 · harbour-cup-1a2b:40-84',
      'source: [2] Final seen by 38,500 — Evening Ledger, November 2011 · rival-report-3c4d:0-58',
      'source: [3] How the stadium was rebuilt — Evening Ledger, 2009 (digest) · digest-5e6f:0-79',
      'notice: Quoted word for word, not rewritten.',
    ]);
  });

  it('puts the quotes of a written answer under their sources', () => {
    expect(lines(renderAnswer(writtenAnswer))).toEqual([
      'statement: Harbour United won the cup before a crowd of about 40,000.\u00a0[1][2]',
      'heading: Sources',
      'source: [1] Harbour United take the cup — The Coast Courier, 24 November 2011 · harbour-cup-1a2b:0-39',
      'verbatim: Harbour United won the cup on Saturday.',
      'source: [2] Final seen by 38,500 — Evening Ledger, November 2011 · rival-report-3c4d:0-58',
      'verbatim: A crowd of 38,500 saw the final, according to the stadium.',
    ]);
  });

  it('marks the likely answer and the footnote', () => {
    const verbatim = renderAnswer(crowdAnswer)[1];
    expect(verbatim?.runs).toEqual([
      { text: 'The final drew ' },
      { text: '41,000', strong: true },
      { text: ' people, the club said.' },
      { text: '\u00a0' },
      { text: '[1]', reference: 1 },
    ]);
    expect(verbatim?.language).toBe('en');
  });

  it('attributes two sentences of one document once, and gives its title once', () => {
    const [first, second] = [
      'Harbour United won the cup on Saturday.',
      'The final drew 41,000 people, the club said.',
    ];
    const answer = groundedAnswer(
      [statementOf(first, [1]), statementOf(second, [2])],
      [citationOf(1, harbour, first), citationOf(2, harbour, second)],
    );
    expect(lines(renderAnswer(answer))).toEqual([
      'attribution: The Coast Courier, 24 November 2011:',
      `verbatim: ${first}\u00a0[1]`,
      `verbatim: ${second}\u00a0[2]`,
      'heading: Sources',
      'source: [1] Harbour United take the cup — The Coast Courier, 24 November 2011 · harbour-cup-1a2b:0-39',
      'source: [2] The Coast Courier, 24 November 2011 · harbour-cup-1a2b:40-84',
      'notice: Quoted word for word, not rewritten.',
    ]);
  });

  it('names the title where no publisher is known, and the id where no title is', () => {
    const anonymous = documentOf('note-1', 'It rained.', { title: '' });
    const answer = groundedAnswer([statementOf('It rained.', [1])], [citationOf(1, anonymous, 'It rained.')]);
    expect(lines(renderAnswer(answer))[0]).toBe('attribution: note-1:');
  });

  it('puts the first words of a text, which stand in for a title, in marks: nobody is named by them', () => {
    const title = 'Ida Quill, the keeper of the lighthouse, telephoned…';
    const cut = documentOf('note-2', 'It rained.', { title });
    const answer = groundedAnswer([statementOf('It rained.', [1])], [citationOf(1, cut, 'It rained.')]);
    expect(lines(renderAnswer(answer))).toEqual([
      `attribution: “${title}”:`,
      'verbatim: It rained.\u00a0[1]',
      'heading: Sources',
      `source: [1] “${title}” · note-2:0-10`,
      'notice: Quoted word for word, not rewritten.',
    ]);
  });

  it('marks a digest of which nothing else is known', () => {
    const digest = documentOf('d', 'It rained.', { kind: 'digest' });
    const rendered = lines(renderAnswer(abstention('declined', [closestOf(digest, 'It rained.')])));
    expect(rendered[2]).toBe('passage: Title of d (digest) · d:0-10');
  });

  it.each([
    ['no-evidence', 'The corpus holds no answer to this.'],
    ['declined', 'The passages found do not answer this.'],
    ['unsupported', 'No answer could be backed by a quote.'],
  ] as const)('tells an abstention for %s and shows what came closest', (reason, sentence) => {
    expect(
      lines(renderAnswer(abstention(reason, [closestOf(rival, 'It was the largest of the season.')]))),
    ).toEqual([
      `notice: ${sentence}`,
      'heading: Closest passages',
      'passage: Final seen by 38,500 — Evening Ledger, November 2011 · rival-report-3c4d:59-92',
      'verbatim: It was the largest of the season.',
    ]);
    expect(lines(renderAnswer(abstention(reason)))).toEqual([`notice: ${sentence}`]);
  });

  it('speaks the asked-for language and leaves the sources in theirs', () => {
    expect(lines(renderAnswer(crowdAnswer, { locale: 'de-AT' }))).toContain(
      'attribution: Evening Ledger, 2009 (Zusammenfassung):',
    );
    expect(lines(renderAnswer(abstention('no-evidence'), { locale: 'tlh' }))).toEqual([
      'notice: The corpus holds no answer to this.',
    ]);
  });

  it('links titles to http(s) and own pages only', () => {
    const linksTo = (link: string) =>
      renderAnswer(
        groundedAnswer(
          [statementOf('It rained.', [1])],
          [citationOf(1, documentOf('a', 'It rained.'), 'It rained.', link)],
        ),
      ).flatMap(({ runs }) => runs.flatMap((run) => run.link ?? []));
    expect(linksTo('https://example.org/a?b=1#:~:text=it')).toEqual(['https://example.org/a?b=1#:~:text=it']);
    expect(linksTo('https://example.org/a(b)<c>"d')).toEqual(['https://example.org/a%28b%29%3Cc%3E%22d']);
    expect(linksTo('/documents/a?start=0&end=3#quote')).toEqual(['/documents/a?start=0&end=3#quote']);
    for (const link of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example/',
      '/\\evil.example',
      'file:///etc/passwd',
      'nonsense',
      '',
    ]) {
      expect(linksTo(link), link).toEqual([]);
    }
  });

  it('widens emphasis to whole graphemes and survives spans out of range', () => {
    const family = '👩‍👩‍👧‍👦 came.';
    const document = documentOf('f', family);
    const answer = groundedAnswer(
      [
        {
          text: family,
          citations: [1],
          emphasis: [
            { start: 1, end: 2 },
            { start: 900, end: 910 },
            { start: 3, end: 3 },
          ],
        },
      ],
      [citationOf(1, document, family)],
    );
    expect(renderAnswer(answer)[1]?.runs[0]).toEqual({ text: '👩‍👩‍👧‍👦', strong: true });
  });
});

describe('renderDocuments', () => {
  it('lists what is known of each document', () => {
    expect(lines(renderDocuments([harbour, digestDocument]))).toEqual([
      'passage: Harbour United take the cup — The Coast Courier, 24 November 2011 · harbour-cup-1a2b',
      'passage: How the stadium was rebuilt — Evening Ledger, 2009 (digest) · digest-5e6f',
    ]);
    expect(lines(renderDocuments([]))).toEqual(['notice: The corpus is empty.']);
  });
});

describe('what is said about an answer itself', () => {
  const firstAndLast = (answer: Parameters<typeof renderAnswer>[0], locale = 'en') => {
    const all = lines(renderAnswer(answer, { locale }));
    return [all[0], all.at(-1)];
  };

  it('begins with how a follow-up was understood', () => {
    const understood = 'notice: Understood as: Who won the cup in 2011?';
    const understoodAs = 'Who won the cup in 2011?';
    expect(firstAndLast({ ...writtenAnswer, understoodAs })[0]).toBe(understood);
    expect(firstAndLast({ ...abstention('no-evidence'), understoodAs })[0]).toBe(understood);
  });

  it('begins with who judges, where a judgement is asked for', () => {
    const judgement = 'notice: This asks for a judgement, which is yours to make: the bot takes no side.';
    expect(firstAndLast({ ...crowdAnswer, remark: 'judgement' })[0]).toBe(judgement);
    expect(lines(renderBeginning({ ...crowdAnswer, remark: 'judgement' }))[0]).toBe(judgement);
    const unanswered = lines(renderAnswer({ ...abstention('no-evidence'), remark: 'judgement' }));
    expect(unanswered).toEqual([judgement, 'notice: The corpus holds no answer to this.']);
    const leftOpen = lines(renderAnswer({ ...abstention('declined'), remark: 'judgement' }));
    expect(leftOpen).toEqual([judgement]);
    expect(firstAndLast({ ...crowdAnswer, remark: 'judgement' }, 'ru')[0]).not.toBe(judgement);
  });

  it('answers talk with what the bot is for, and nothing else', () => {
    const talk = 'notice: This bot answers questions about its documents, in their words: ask what they say.';
    expect(lines(renderAnswer({ ...abstention('declined'), remark: 'talk' }))).toEqual([talk]);
  });

  it('does not say that the corpus holds no answer where it was asked in another language', () => {
    const near = [closestOf(rival, 'It was the largest of the season.')];
    const answer = { ...abstention('no-evidence', near), remark: 'language' } as const;
    expect(firstAndLast(answer)[0]).toBe(
      'notice: The question is in another language than the documents (English): asked in theirs, it may find more.',
    );
    expect(firstAndLast(answer, 'es')[0]).toContain('(inglés)');
  });

  it('ends with why the sources’ own words stand in for a model, or that it stopped early', () => {
    const fallback = 'notice: The language model could not answer; these are the sources’ own words.';
    expect(firstAndLast({ ...crowdAnswer, fallback: 'slow' })[1]).toBe(fallback);
    expect(firstAndLast({ ...abstention('no-evidence'), fallback: 'unavailable' })[1]).toBe(fallback);
    expect(firstAndLast({ ...writtenAnswer, cutShort: 'slow' })[1]).toBe(
      'notice: The language model stopped early; the answer may be incomplete.',
    );
    expect(firstAndLast({ ...crowdAnswer, fallback: 'slow' }, 'de')[1]).not.toBe(fallback);
  });

  it('keeps hostile characters of a question out', () => {
    const understoodAs = 'Who\u202e won\u0000\u200b?';
    expect(firstAndLast({ ...writtenAnswer, understoodAs })[0]).toBe('notice: Understood as: Who won?');
  });
});

describe('renderPartial', () => {
  it('shows what is verified so far as the whole answer will show it', () => {
    const [statement] = crowdAnswer.statements;
    const [citation] = crowdAnswer.citations;
    const partial = { drafter: 'extractive', statements: [statement], citations: [citation] };
    expect(lines(renderPartial(partial))).toEqual([
      'attribution: The Coast Courier, 24 November 2011:',
      'verbatim: The final drew 41,000 people, the club said.\u00a0[1]',
      'source: [1] Harbour United take the cup — The Coast Courier, 24 November 2011 · harbour-cup-1a2b:40-84',
    ]);
    expect(renderPartial({ drafter: 'extractive', statements: [], citations: [] })).toEqual([]);
  });
});
