import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SENTENCE_UNITS, segmentSentences } from '../../src/text/segment.ts';
import type { Span } from '../../src/types.ts';

function sentencesOf(text: string, language = 'en', range?: Span): string[] {
  return segmentSentences(text, language, range).map(({ start, end }) => text.slice(start, end));
}

/** `|` marks where a sentence must end; white space around it belongs to no sentence. */
const ENGLISH: readonly (readonly [why: string, text: string])[] = [
  ['a title before a name', 'Mr. Hale met Mrs. Orr and Dr. Venn. | They spoke.'],
  ['military and civil titles', 'Gen. Amis thanked Sen. Poole, Rep. Lund and Gov. Reyes. | All left.'],
  ['a lieutenant governor', 'Lt. Gov. Ana Ruiz and Sgt. Maj. Tom Bell spoke.'],
  ['a country before a noun', 'The U.S. Senate voted. | The U.K. Parliament did not.'],
  ['a country at the end', 'She moved to the U.S. | He stayed.'],
  ['a country at the end before a pronoun', 'Troops left the U.N. | They had been there for years.'],
  ['the E.U. before a verb', 'The E.U. together with the U.N. will meet. | Nobody objected.'],
  ['an acronym without its last stop', 'Heading the P.A is not easy. | It never was.'],
  ['initials of a person', 'J. K. Marlowe and George W. Tate wrote it. | It sold.'],
  ['initials set tight', 'The poet W.H. Orden read. | We listened.'],
  ['an initial before a Scottish name', 'It was bought by Robert P. McAllan from the city.'],
  ['a hyphenated initial', 'J.-P. Sarre refused the prize.'],
  ['a letter that is no initial', 'Oranges hold vitamin C. | The rest is water.'],
  ['the pronoun I', 'Nobody was gladder than I. | Everybody cheered.'],
  ['a time before a new sentence', 'It opens at 9 a.m. | Guests come later.'],
  ['a time before a weekday', 'It opens at 9 a.m. Tuesday and shuts at 5 p.m. EST on Friday.'],
  ['a month before a day', 'It began on Jan. 5 and ended on Sept. 30. | Nobody came.'],
  ['a month at the end', 'It begins in Jan. | The rest follows.'],
  ['numero', 'It stands at No. 10 and No. 12. | Both are shut.'],
  ['the answer no', 'They said no. | We agreed.'],
  ['a saint and a street', 'St. Mary lived on Mill St. | The house is gone.'],
  ['versus', 'In Orr v. Venn and Poole vs. Lund the court agreed.'],
  ['for example, that is', 'Bring fruit, e.g. Bramleys, i.e. Cooking apples.'],
  ['companies inside', 'Acme Inc. Chief Ann Lee and Bolt Corp. Chair Lou Moe met.'],
  ['a company at the end', 'He left Acme Inc. | The board was told.'],
  ['junior and senior', 'Carl Tate Jr. Poole met John Tate Sr. | They spoke.'],
  ['states', 'Police in Flint, Mich. Gov. Reyes said so.'],
  ['a state that is a word', 'They had a long wash. | The water was cold.'],
  ['et cetera at the end', 'Apples, pears, etc. | The list goes on.'],
  ['et al. before a year', 'Shown by Poole et al. 1998 and Lund 2001. | Others doubt it.'],
  ['a degree', 'He has a Ph.D. | The title is new.'],
  ['feet at the end', 'They climbed 5,000 ft. | The air was thin.'],
  ['decimals', 'Prices rose 3.5 per cent to $1.25. | Wages fell 0.4.'],
  ['a year at the end', 'It was built in 1907. | Trams came in 1912.'],
  ['a number that begins', 'Many came. | 12 stayed. | “$5 is too much.”'],
  ['a price', 'It cost Rs. 500 in all. | No. 7 was free.'],
  ['a domain name', 'Write to desk@example.org or see example.com. | Thanks.'],
  ['an address with capitals', 'See https://example.org/A.Bc?d=E.Fg for more.'],
  ['a product with a dot', 'It runs on Node.js and ASP.Net today.'],
  ['an ellipsis that goes on', 'We waited ... and waited … and left.'],
  ['an ellipsis that ends', 'We waited... | Then it rained.'],
  ['an ellipsis sign that ends', 'We waited… | The rain came.'],
  ['an omission before a name', 'The talks of the … Harbour Board went on.'],
  ['an omission at the head', 'They left the hall. | … [We have the] votes of many.'],
  ['a quotation at the end', '“We will go West.” | He said so twice.'],
  ['an exclamation and who said it', '"Yes!" she said. | "Never!" he cried.'],
  ['an exclamation and a named speaker', '“Are we late?” Orr asked. | “Run!” Ann Venn shouted.'],
  ['a question and a new sentence', '“Are we late?” | He did not know.'],
  ['a quotation of two sentences', '“I think not. | This is not our way [to lose].” | He left.'],
  ['a comma inside the quotation', '“It is late,” said Orr. | “Go home.”'],
  ['nested marks', '“She said ‘never.’” | Nobody laughed.'],
  ['a stop after the closing mark', 'They want to "keep public order". | Nobody does.'],
  ['a colon before a quotation', 'He said: “We go now.” | Then he went.'],
  ['a dateline', 'PORTSEA – The harbour froze. | Ships waited.'],
  ['an agency dateline', 'PORTSEA (AP) — The harbour froze. | Ships waited.'],
  ['a sentence in parentheses', 'It rained. | (It often does.) | We stayed.'],
  ['a stop inside a parenthesis', 'He left (it was late. Very late.) and slept.'],
  ['a figure in a parenthesis', 'They grew (see Fig. 3) fast. | Then they stopped.'],
  ['a company with an exclamation mark', 'She joined Yahoo! Inc. in May. | He did not.'],
  ['several marks', 'Really?! | Yes!!! | Good.'],
  ['a reference mark', 'The tower fell.[12] | It was rebuilt.[3][4] | It stands.'],
  ['glued sentences', 'He left the committee.The next day he came back.'.replace('.The', '. | The')],
  ['glued after a quotation', '“I left the hall.”| He came back.'],
  [
    'a glued date stamp',
    'Harbour Board and Pilots Sign Deal|November 24, 2011|Harbour Board hails a new era.',
  ],
  ['a glued time stamp', 'First Publish: 11/24/2011, 5:27 PM|Orr and Venn shook hands.'],
  ['a name that begins small', 'Many were sold. | iPhone sales rose. | eBay followed.'],
  ['an address after the end', 'They reportedly told Orr. | https://example.org/150070'],
  ['tokenised text', 'It rained . | The roof leaked , too . | Nobody came .'],
  ['tokenised quotations', "He said `` go . '' | She went . | It was `` late '' ."],
  ['tokenised single quotations', "It was ' reset . ' | What is left is new ."],
  ['loose straight quotation marks', 'He said " go now . " | She went.'],
  ['a non-breaking space', 'Dr.\u00A0Venn came.\u00A0| She left.'],
  ['a zero-width space', 'It rained.\u200B | \u200BWe stayed.'],
  ['a blank line without a stop', 'HARBOUR FREEZES\n\n| The harbour froze.'],
  ['a blank line with spaces', 'it rained\n \t\n| and snowed'],
  ['a blank line after an abbreviation', 'Signed by Dr.\n\n| Venn came later.'],
  ['Windows line ends', 'It rained.\r\n\r\n| We stayed.'],
  [
    'a heading above long text',
    `Weather\n| ${'The harbour froze over and the ships waited outside for days. '.repeat(3).trim().replaceAll('. The', '. | The')}`,
  ],
  ['bullets', 'Bring:\n| - apples\n| - pears\n| * plums'],
  ['numbered lines', '1. Peel the apples.\n| 2. Boil them.'],
  ['bullets in a line', 'Bring | • apples | • pears'],
  ['a Markdown heading', '## The weather\n| It rained.'],
  ['short lines', 'Apples\n| Pears\n| Plums'],
];

const WRAPPED = [
  'The harbour board met on Tuesday evening and decided, after a',
  'long debate, to dredge the northern channel before the end of',
  'March. Work will begin as soon as Ann Orr and, of course, Dr.',
  'Venn has signed.',
];

const OTHER_LANGUAGES: readonly (readonly [language: string, text: string])[] = [
  ['es', '¿Quién vino? | ¡Nadie! | El Sr. Ruiz llegó a EE. UU. en mayo. | Luego se fue.'],
  ['es', 'La Dra. Gil vive en EE.UU. | Ella trabaja allí.'],
  ['de', 'Am 3. Oktober sprach Dr. Weiß. | Er kam z.B. Nicht allein.'],
  ['de', 'Der Umbau kostet 3,5 Mio. Euro. | Das ist viel.'],
  ['fr', 'M. Petit est venu. | « Il pleut. » | Elle est partie.'],
  ['it', 'Il sig. Neri è qui. | La porta è chiusa.'],
  ['pt', 'O Sr. Lima chegou. | Ela saiu.'],
  ['ru', 'В 1912 г. Москва росла. | А. С. Орлов жил на ул. Садовой. | Он писал.'],
  ['ru', 'Цена выросла на 5 млн. Рублей мало. | Это правда.'],
  ['zh', '港口结冰了。 | 船在等待！ | 为什么？ | 没人知道。'.replaceAll(' | ', '|')],
  ['zh', '他说：“我们走吧。”|然后他走了。'],
  ['zh', '“你好！”他说。|她笑了。'],
  ['ja', '港が凍った。|船は待っている。|「行こう。」|彼は去った。'],
  ['ar', 'تجمد الميناء. | لماذا؟ | قال د. سامي إنه لا يعرف.'],
  ['hi', 'बारिश हुई। | डॉ. वर्मा आए।'],
  ['el', 'Πού πήγε; | Κανείς δεν ξέρει.'],
  ['tr', 'Dr. Kaya geldi. | Kimse sormadı.'],
  ['no-such-language-tag', 'It rained. | We stayed.'],
];

function expectCuts(marked: string, language: string): void {
  const expected = marked.split('|').map((part) => part.replace(/^[\s\u200B]+|[\s\u200B]+$/g, ''));
  expect(
    sentencesOf(
      marked.replace(/ \| |\|\s?/g, (bar) => (bar === '|' ? '' : ' ')),
      language,
    ),
  ).toEqual(expected);
}

describe('segmentSentences', () => {
  it.each(ENGLISH)('cuts English at %s', (_why, marked) => expectCuts(marked, 'en'));

  it.each(OTHER_LANGUAGES)('cuts %s: %s', (language, marked) => expectCuts(marked, language));

  it.each([
    [
      'behind a stop',
      ['It rained.', 'We stayed.'],
      'It rained.\u200B\u{E0041}\u{E0042} \u2060We stayed.\u202C',
    ],
    ['before a stop', ['It rained\u200B.', 'We stayed.'], 'It rained\u200B. We stayed.'],
    [
      'in an abbreviation',
      ['D\u00ADr\u200B. Venn came.', 'She left.'],
      'D\u00ADr\u200B. Venn came. She left.',
    ],
    [
      'between a stop and its quotation mark',
      ['“We stay.\u2066”', 'She left.'],
      '\u202A“We stay.\u2066”\u2069 She left.',
    ],
    ['in a blank line', ['HARBOUR FREEZES', 'The ice broke.'], 'HARBOUR FREEZES\r\n\uFEFF\r\nThe ice broke.'],
    ['alone', [], ' \u200B\u{E0041}\r\n\u0007'],
    [
      'in an emoji, where it belongs',
      ['We won 👩\u200D🚒❤\uFE0F', 'Yes.'],
      'We won 👩\u200D🚒❤\uFE0F\r\n\r\nYes.',
    ],
  ])('reads past what is hidden %s', (_where, sentences, text) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('wraps Windows lines as it wraps others', () => {
    const sentences = sentencesOf(WRAPPED.join('\r\n'));
    expect(sentences.map((sentence) => sentence.replaceAll('\r\n', '\n'))).toEqual(
      sentencesOf(WRAPPED.join('\n')),
    );
  });

  it('cuts sentences that hidden characters blow up, and leaves the characters out', () => {
    const text = `It rained ${'\u{E0041}'.repeat(5_000)}all day. We stayed.`;
    expect(sentencesOf(text)).toEqual(['It rained', 'all day.', 'We stayed.']);
  });

  it('reads hard-wrapped lines as one text', () => {
    const sentences = sentencesOf(WRAPPED.join('\n'));
    expect(sentences).toHaveLength(2);
    expect(sentences[1]).toBe('Work will begin as soon as Ann Orr and, of course, Dr.\nVenn has signed.');
  });

  it('ends a paragraph at a newline that leaves room on its line', () => {
    const text = `${WRAPPED.slice(0, 2).join('\n')}\nMarch.\nShips may pass again\n${WRAPPED[0]}`;
    expect(sentencesOf(text)).toEqual([
      `${WRAPPED.slice(0, 2).join('\n')}\nMarch.`,
      'Ships may pass again',
      WRAPPED[0],
    ]);
  });

  it('reads only the range that was asked for', () => {
    const text = 'One is here. Two is here. Three is here.';
    expect(segmentSentences(text, 'en', { start: 13, end: 25 })).toEqual([{ start: 13, end: 25 }]);
    expect(sentencesOf(text, 'en', { start: 4, end: 20 })).toEqual(['is here.', 'Two is']);
  });

  it('finds nothing in nothing', () => {
    expect(segmentSentences('', 'en')).toEqual([]);
    expect(segmentSentences(' \n\u200B\u00A0\n', 'en')).toEqual([]);
  });

  it('caps text without stops, at a semicolon before a comma before a space', () => {
    const clause = 'the ships waited outside, and nobody came to the quay';
    for (const [joint, ending] of [
      ['; ', ';'],
      [', ', ','],
      [' ', ''],
    ] as const) {
      const text = Array(60)
        .fill(joint === ' ' ? clause.replace(',', '') : clause)
        .join(joint);
      const sentences = sentencesOf(text);
      expect(sentences.length).toBeGreaterThan(2);
      for (const sentence of sentences) expect(sentence.length).toBeLessThanOrEqual(MAX_SENTENCE_UNITS);
      expect(sentences[0]?.endsWith(ending)).toBe(true);
    }
    expect(sentencesOf('x'.repeat(2500)).map((sentence) => sentence.length)).toEqual([1000, 1000, 500]);
  });

  it('never cuts a surrogate pair', () => {
    for (const sentence of sentencesOf('x'.concat('😀'.repeat(1500))))
      expect(sentence.isWellFormed()).toBe(true);
  });

  it('reads 4 MB of English in under 4 seconds', () => {
    const text = ENGLISH.map(([, marked]) => marked.replaceAll('|', '')).join('\n\n');
    const long = `${text}\n\n`.repeat(Math.ceil(4_000_000 / text.length));
    const started = performance.now();
    expect(segmentSentences(long, 'en').length).toBeGreaterThan(50_000);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

const PIECES = [
  ...[
    'Mr. ',
    'U.S. ',
    'The ',
    'dog',
    'ran',
    '. ',
    '.',
    '! ',
    '? ',
    '...',
    '…',
    '\n',
    '\n\n',
    ' ',
    '\r\n',
    '"',
    '“',
  ],
  ...[
    '”',
    "''",
    '``',
    '(',
    ')',
    '5',
    '. 7',
    '。',
    '你好',
    '؟',
    'November 24, 2011',
    '\u200B',
    '\u202E',
    '\u0007',
    '\u00AD',
    '\u{E0041}',
    '\u00A0',
    '- ',
    '# ',
    '😀',
  ],
];

describe('segmentSentences on any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join('')),
    fc.array(fc.constantFrom(...PIECES), { minLength: 400, maxLength: 900 }).map((pieces) => pieces.join('')),
  );
  const unseen = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
  // A joiner or variation selector at an edge belongs to the letter or emoji before it.
  const inPlace = '(?![\\u200C\\u200D\\p{Variation_Selector}])';
  const unseenEdge = new RegExp(`^${inPlace}${unseen.source}|${inPlace}${unseen.source}$`, 'u');

  it('keeps spans in order, apart, inside the range, trimmed, and complete', () => {
    const cases = fc.tuple(texts, fc.constantFrom('en', 'zh', 'ar', 'ru', 'de'), fc.nat(50), fc.nat(50));
    fc.assert(
      fc.property(cases, ([text, language, skip, drop]) => {
        const range = {
          start: Math.min(skip, text.length),
          end: Math.max(Math.min(skip, text.length), text.length - drop),
        };
        const spans = segmentSentences(text, language, range);
        let from = range.start;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(end - start).toBeLessThanOrEqual(MAX_SENTENCE_UNITS);
          const sentence = text.slice(start, end);
          expect(sentence).not.toMatch(unseenEdge);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(range.end);
        const joined = spans.map(({ start, end }) => text.slice(start, end)).join('');
        expect(joined.replace(unseen, '')).toBe(text.slice(range.start, range.end).replace(unseen, ''));
      }),
      { numRuns: 400 },
    );
  });
});
