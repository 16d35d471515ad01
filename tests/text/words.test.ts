import { describe, expect, it } from 'vitest';
import { fold, indexTerm, indexTerms, isStopWord, tokenise } from '../../src/text/words.ts';
import { seedRandom } from '../contracts/make-entry.ts';

const words = (text: string, language = 'en') => tokenise(text, language).map((token) => token.text);

/** Pieces that random texts are joined from: letters of many scripts, marks, hidden characters, digits and signs. */
const PIECES = [
  ...'aZéßıİ',
  ...'бЯё',
  ...'عربيـ',
  ...'议会东京',
  ...'カなไทย한',
  ...'0１²½٣',
  ...' .,\'’-"?\n',
  '\u0301',
  '\u00ad',
  '\u200b',
  '\ufeff',
  '🚀',
  '👩‍👩‍👧',
  '\ud800',
  '\u0000',
  'U.S.',
  "o'neil",
  '1,000',
];
const RANDOM_TEXTS = 400;
const MOST_PIECES = 40;

function randomTexts(): string[] {
  const random = seedRandom(11);
  const pick = () => PIECES[Math.floor(random() * PIECES.length)] ?? '';
  return Array.from({ length: RANDOM_TEXTS }, () =>
    Array.from({ length: 1 + Math.floor(random() * MOST_PIECES) }, pick).join(''),
  );
}

describe('tokenise', () => {
  it.each(['en', 'zh', 'th', 'und'])('slices every token from the text, in order (%s)', (language) => {
    for (const text of randomTexts()) {
      let from = 0;
      for (const token of tokenise(text, language)) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(token.start).toBeGreaterThanOrEqual(from);
        expect(token.end).toBeGreaterThan(token.start);
        from = token.end;
      }
    }
  });

  it('leaves out no letter or digit of a script with spaces', () => {
    for (const text of randomTexts()) {
      if (/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Thai}]/u.test(text)) continue;
      const kept = words(text)
        .join('')
        .match(/[\p{L}\p{N}]/gu);
      expect(kept).toEqual(text.match(/[\p{L}\p{N}]/gu));
    }
  });

  it.each([
    ['Wait: is it here?', ['Wait', 'is', 'it', 'here']],
    ["O'Neil’s dogs' bowls", ["O'Neil’s", 'dogs', 'bowls']],
    ['The U.S. and the U.S.A. agreed.', ['The', 'U.S', 'and', 'the', 'U.S.A', 'agreed']],
    ['1,000 of 66.5%, then 12.', ['1,000', 'of', '66.5', 'then', '12']],
    ['a well-known F-16', ['a', 'well', 'known', 'F', '16']],
    ['the end.Next', ['the', 'end', 'Next']],
    ["'quoted' “words”", ['quoted', 'words']],
    ['co\u00adoper\u00adation', ['co\u00adoper\u00adation']],
    ['cafe\u0301s', ['cafe\u0301s']],
    ['3rd H1N1 14m', ['3rd', 'H1N1', '14m']],
    ['🚀 – …', []],
    ['', []],
  ])('splits %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('splits scripts without spaces by their dictionary', () => {
    expect(words('议会决定了', 'zh')).toContain('议会');
    expect(words('2023年3月', 'zh')).toEqual(['2023', '年', '3', '月']);
    expect(words('東京へ行く', 'ja')).toContain('東京');
  });
});

describe('fold', () => {
  it.each([
    ['diacritics', 'cafe', ['Café', 'CAFÉ', 'cafe\u0301', 'café']],
    ['letters that do not decompose', 'lodz', ['Łódź', 'łódź']],
    ['sharp s', 'strasse', ['Straße', 'STRASSE']],
    ['possessives, straight and curly', 'harbour', ["harbour's", 'Harbour’s', "harbour'", 'harbourʼs']],
    ['a possessive of a plural', 'dogs', ["dogs'", 'dogs’']],
    ['an inner apostrophe, which stays', "o'neil", ["o'neil", 'O’Neil', 'OʼNeil', "O'Neil's"]],
    ['the United States', 'usa', ['U.S', 'US', 'U.S.A', 'USA']],
    ['the United Kingdom', 'uk', ['U.K', 'UK']],
    ['the United Nations', 'un', ['U.N', 'UN']],
    ['initials', 'jrr', ['J.R.R', 'JRR']],
    ['a pronoun, which is no country', 'us', ['us', 'Us']],
    ['thousands', '1000', ['1,000', '1000', '１０００']],
    ['millions', '1000000', ['1,000,000', '1000000']],
    ['a decimal, whose point stays', '66.5', ['66.5']],
    ['thousands with a decimal', '1000.5', ['1,000.5']],
    ['a soft hyphen', 'cooperation', ['co\u00adoper\u00adation', 'cooperation']],
    ['zero-width characters', 'bridge', ['bri\u200bdge', 'bri\u200cdge', '\ufeffbridge', 'bri\u2060dge']],
    ['ligatures', 'finance', ['ﬁnance']],
    ['Turkish dotted and dotless i', 'igdir', ['Iğdır', 'IĞDIR', 'İğdir', 'ığdır']],
    ['Arabic alef', 'احمد', ['أحمد', 'احمد', 'أحمد'.normalize('NFD')]],
    ['Arabic vowel signs', 'محمد', ['محمّد', 'مُحَمَّد']],
    ['Arabic tatweel', 'محمد', ['مـحـمـد', 'محمـــد']],
    ['Arabic alef maqsura', 'علي', ['على', 'علي']],
    ['Arabic ta marbuta', 'مدرسه', ['مدرسة', 'مدرسه']],
    ['Cyrillic yo', 'елка', ['Ёлка', 'ёлка', 'елка']],
  ])('brings together %s', (_what, folded, spellings) => {
    expect(spellings.map(fold)).toEqual(spellings.map(() => folded));
  });

  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'])(
    'takes %s for a word like any other',
    (word) => {
      expect(fold(word)).toBe(word.toLowerCase());
      for (const language of ['en', 'es', 'de', 'zh'])
        expect(typeof indexTerm(word, language)).toBe('string');
    },
  );

  it('folds what is folded to itself', () => {
    for (const text of randomTexts()) {
      for (const word of words(text)) expect(fold(fold(word))).toBe(fold(word));
    }
  });

  it('keeps apart what differs', () => {
    for (const [a, b] of [
      ['US', 'us'],
      ['1.000', '1000'],
      ['12', '1.2'],
      ['Mashal', 'Mashaal'],
    ] as const) {
      expect(fold(a)).not.toBe(fold(b));
    }
  });
});

describe('isStopWord', () => {
  it.each([
    ['en', ['the', 'of', 'did', 'and', 'what'], ['bridge', 'march', 'minister']],
    ['es', ['el', 'la', 'de', 'que'], ['puente', 'alcalde']],
    ['ru', ['и', 'в', 'что'], ['мост', 'министр']],
    ['ar', ['في', 'من'], ['جسر', 'وزير']],
    ['zh', ['的', '了'], ['议会', '大桥']],
  ])('knows those of %s', (language, dropped, kept) => {
    expect(dropped.filter((word) => !isStopWord(fold(word), language))).toEqual([]);
    expect(kept.filter((word) => isStopWord(fold(word), language))).toEqual([]);
  });

  it('drops no number, and nothing of a language that it does not know', () => {
    expect(['1', '2023', '0'].filter((number) => isStopWord(number, 'en'))).toEqual([]);
    expect(isStopWord('the', 'xx')).toBe(false);
  });
});

describe('indexTerms', () => {
  it.each([
    ['en', 'When did the bridges open?', 'The bridge opened', ['bridg', 'open']],
    ['en', 'the U.S. president', 'Presidents of the US', undefined],
    ['en', '9000 people', '9,000 people', undefined],
    ['en', 'O’Neil’s bridge', "bridges of O'Neil", undefined],
    ['en', 'Café owners', 'the owner of a cafe', undefined],
    ['en', 'co\u00adoperating', 'cooperation', undefined],
    ['es', '¿Quién abrió los puentes?', 'el puente', undefined],
    ['ru', 'мосты министра', 'министр и мост', undefined],
    ['ar', 'المدرسة', 'المدرسه', undefined],
  ])('meet, whatever the form (%s): %j and %j', (language, question, text, expected) => {
    const [asked, found] = [question, text].map((one) => new Set(indexTerms(one, language)));
    const met = [...(asked ?? [])].filter((term) => found?.has(term));
    expect(met.length).toBeGreaterThan(0);
    expect(met.length).toBe(Math.min(asked?.size ?? 0, found?.size ?? 0));
    if (expected) expect(met).toEqual(expected);
  });

  it.each([
    ['an abbreviation in lower case, as people type it', 'u.s. troops', 'troops of the U.S.', 2],
    ['an acronym that is spelt like a stop word', 'the WHO warned', 'a warning of the WHO', 2],
    ['Arabic-Indic digits', '2023 year', '٢٠٢٣ year', 2],
    ['a name with an opening apostrophe', 'Abd Rabbuh', 'ʼAbd Rabbuh', 2],
  ])('meet for %s', (_what, question, text, count) => {
    const found = new Set(indexTerms(text, 'en'));
    expect(indexTerms(question, 'en').filter((term) => found.has(term))).toHaveLength(count);
  });

  it.each([
    ['ar', ['الحكومة', 'والحكومة', 'بالحكومة', 'للحكومة', 'حكومة']],
    ['ru', ['построить', 'построили', 'построенный', 'постройка']],
    ['ru', ['российский', 'российского', 'Российская']],
    ['ru', ['английский', 'английской', 'АНГЛИЙСКИЙ']],
  ])('bring together what a language writes together or derives (%s: %j)', (language, words) => {
    expect(new Set(words.flatMap((word) => indexTerms(word, language))).size).toBe(1);
  });

  it.each([
    ['ar', 'الحكومة', 'المدينة'],
    ['ar', 'ولد', 'بلد'],
    ['ru', 'министр', 'миграция'],
    ['ru', 'город', 'горы'],
  ])('keep apart what differs (%s: %s, %s)', (language, one, other) => {
    expect(indexTerms(one, language)).not.toEqual(indexTerms(other, language));
  });

  it.each([
    ['th', 'การ เลือกตั้ง และ ฝน', 'ฝน'],
    ['vi', 'cuộc bầu cử bị hoãn bởi mưa', 'cuoc bau hoan mua'],
    ['pl', 'kiedy odbyły się wybory', 'odbyly wybory'],
    ['ja', '選挙 は 行われた', '選挙 行 われ'],
    ['he', 'הבחירות או', 'הבחירות'],
    ['cs', 'a volby ale', 'volby'],
  ])('drop the stop words of %s: %s', (language, text, kept) => {
    const terms = indexTerms(text, language);
    for (const term of kept.split(' ')) expect(terms).toContain(term);
    expect(terms.length).toBeLessThan(tokenise(text, language).length);
  });

  it.each(['constructor', 'toString', '__proto__'])(
    'are made by no rules in the made-up language %s',
    (language) => {
      expect(indexTerms('rain falls', language)).toEqual(['rain', 'falls']);
    },
  );

  it('drop stop words, keep the order and the repeats', () => {
    expect(indexTerms('The bridge of the bridges, and a ferry', 'en')).toEqual(['bridg', 'bridg', 'ferri']);
    expect(indexTerms('What is the of and to a in?', 'en')).toEqual([]);
  });

  it('are the terms of the words one by one', () => {
    for (const text of randomTexts()) {
      const terms = words(text).map((word) => indexTerm(word, 'en'));
      expect(indexTerms(text, 'en')).toEqual(terms.filter((term) => term !== ''));
      expect(terms.some((term) => /\s/.test(term))).toBe(false);
    }
  });

  it('differ by language, not by region', () => {
    expect(indexTerms('The bridges', 'en-GB')).toEqual(indexTerms('The bridges', 'en'));
    expect(indexTerms('The bridges', 'xx')).toEqual(['the', 'bridges']);
  });
});
