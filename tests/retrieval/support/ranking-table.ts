import type { Filters, Question } from '../../../src/types.ts';
import type { Article } from './open-corpus.ts';

/** Places of a ranking from the first on: one article, or several that may stand in any order among themselves. */
export interface Row {
  readonly ids: readonly string[];
  readonly why: string;
}

export interface RankingCase {
  readonly behaviour: string;
  readonly question: Question;
  readonly rows: readonly Row[];
}

const row = (ids: string | readonly string[], why: string): Row => ({
  ids: typeof ids === 'string' ? [ids] : ids,
  why,
});

export const RANKINGS: readonly RankingCase[] = [
  {
    behaviour: 'ranks an exact match above partial ones, and a name above common words',
    question: { text: 'When did the Ostrand bridge open to traffic?' },
    rows: [
      row('bridge-opens', 'says when the Ostrand bridge opened to traffic'),
      row(
        ['bridge-cracks', 'bridge-kelmar'],
        'name the Ostrand bridge but no opening, and the opening of another bridge',
      ),
      row('tunnel', 'is about traffic only'),
    ],
  },
  {
    behaviour: 'ranks words in one sentence above the same words scattered',
    question: { text: 'Which company insures the Halden lighthouse?' },
    rows: [
      row('lighthouse-insurer', 'has company, insures, Halden and lighthouse in one sentence'),
      row('lighthouse-scattered', 'has all four words, each in a sentence about something else'),
      row('halden-fair', 'has Halden only'),
    ],
  },
  {
    behaviour: 'prefers the publisher that the question names (first of two)',
    question: { text: 'According to the Harbour Echo, how many people attended the kite festival?' },
    rows: [
      row('kites-echo', 'gives the attendance, and is of the Harbour Echo'),
      row('kites-tribune', 'gives the attendance, but is of another publisher'),
      row('kites-moved', 'is about the festival, without an attendance, and of another publisher'),
    ],
  },
  {
    behaviour: 'prefers the publisher that the question names (second of two)',
    question: { text: 'According to the Vale Tribune, how many people attended the kite festival?' },
    rows: [
      row('kites-tribune', 'gives the attendance, and is of the Vale Tribune'),
      row('kites-echo', 'gives the attendance, but is of another publisher'),
      row('kites-moved', 'is about the festival, without an attendance, and of another publisher'),
    ],
  },
  {
    behaviour: 'prefers the month that the question names',
    question: { text: 'What did the council decide about parking in March 2023?' },
    rows: [
      row('parking-march-2023', 'tells of a decision on parking, and is of March 2023'),
      row('parking-september-2023', 'tells of one too, of the same year'),
      row('parking-2021', 'tells of one too, of another year'),
    ],
  },
  {
    behaviour: 'prefers the year that the question names',
    question: { text: 'What did the council decide about parking in 2021?' },
    rows: [
      row('parking-2021', 'tells of a decision on parking, and is of 2021'),
      row(['parking-march-2023', 'parking-september-2023'], 'tell of one too, two years later'),
    ],
  },
  {
    behaviour: 'reads "this week" from the day of the question',
    question: { text: 'What did the council decide about parking this week?', today: '2023-09-14' },
    rows: [
      row('parking-september-2023', 'tells of a decision on parking, and is of the day before'),
      row('parking-march-2023', 'tells of one half a year before'),
      row('parking-2021', 'tells of one two years before'),
    ],
  },
  {
    behaviour: 'reads another "this week" from another day',
    question: { text: 'What did the council decide about parking this week?', today: '2021-05-07' },
    rows: [
      row('parking-2021', 'tells of a decision on parking, and is of the day before'),
      row(
        ['parking-march-2023', 'parking-september-2023'],
        'tell of one, long after the day of the question',
      ),
    ],
  },
  {
    behaviour: 'ranks the spelling that was asked above another spelling (Meshal)',
    question: { text: 'What did Salim Meshal say about the prisoners?' },
    rows: [
      row('meshal', 'says it of Meshal, spelt as asked'),
      row('mashaal', 'says it of Mashaal, another spelling of the name'),
      row('barakat', 'is about another Salim, and no prisoners'),
    ],
  },
  {
    behaviour: 'ranks the spelling that was asked above another spelling (Mashaal)',
    question: { text: 'What did Salim Mashaal say about the prisoners?' },
    rows: [
      row('mashaal', 'says it of Mashaal, spelt as asked'),
      row('meshal', 'says it of Meshal, another spelling of the name'),
      row('barakat', 'is about another Salim, and no prisoners'),
    ],
  },
  {
    behaviour: 'finds both spellings by a third',
    question: { text: 'What did Mishaal say about the prisoners?' },
    rows: [row(['meshal', 'mashaal'], 'say it of the name, spelt otherwise')],
  },
  {
    behaviour: 'prefers a number where one is asked for',
    question: { text: 'How many turbines will the Brenmoor wind farm have?' },
    rows: [
      row('wind-count', 'gives the number for Brenmoor'),
      row('wind-noise', 'names the Brenmoor wind farm and its turbines, without a number'),
      row('wind-skell', 'gives the number of another farm'),
    ],
  },
  {
    behaviour: 'puts first all documents that the question names',
    question: { text: 'Do both the mayor of Arden and the mayor of Lisk support the ferry subsidy?' },
    rows: [
      row(['ferry-arden', 'ferry-lisk'], 'each has one of the two mayors and the ferry subsidy'),
      row('ferry-timetable', 'has the ferry only'),
    ],
  },
  {
    behaviour: 'keeps near-duplicates together above what only shares the subject',
    question: { text: 'Who won the Corvane sailing regatta?' },
    rows: [
      row(['regatta-echo', 'regatta-tribune'], 'say who won, in the same words'),
      row('regatta-banned', 'names the regatta, but no winner'),
    ],
  },
  {
    behaviour: 'ranks an article about a thing above one that mentions it',
    question: { text: 'What is the Lanternfish programme?' },
    rows: [
      row('lanternfish', 'has the programme in its title and says what it does'),
      row('harbour-budget', 'mentions the programme in passing'),
      row('concert-programme', 'has a programme, of songs'),
    ],
  },
  {
    behaviour: 'ranks one rare word above several common ones',
    question: { text: 'What did researchers find in the Quillan peat?' },
    rows: [
      row('peat', 'is about the Quillan peat'),
      row('researchers', 'has researchers and find, twice each, and a title that begins with them'),
    ],
  },
  {
    behaviour: 'finds the only article that holds any of the words that matter',
    question: { text: 'Where did Mira Tallis discover the silver coins?' },
    rows: [row('dig', 'is the only article with Mira Tallis, the discovery, or silver coins')],
  },
  {
    behaviour: 'takes a publisher for the subject where an article is about it',
    question: { text: 'Who bought the Harbour Echo?' },
    rows: [row('echo-sold', 'tells of the sale; the articles of the Harbour Echo tell nothing of it')],
  },
  {
    behaviour: 'matches a number however it is grouped',
    question: { text: 'Where did 9000 people attend a festival?' },
    rows: [
      row('kites-echo', 'tells of 9,000 people at a festival'),
      row('kites-tribune', 'tells of people at a festival: 6,500'),
      row('kites-moved', 'tells of the festival only'),
    ],
  },
  {
    behaviour: 'reads keywords without capitals',
    question: { text: 'salim meshal prisoners' },
    rows: [
      row('meshal', 'has all three words as they are spelt'),
      row('mashaal', 'has one of them spelt otherwise'),
      row('barakat', 'has Salim only'),
    ],
  },
  {
    behaviour: 'forgives a misspelt name',
    question: { text: 'How many turbines will the Brenmor wind farm have?' },
    rows: [
      row('wind-count', 'gives the number for Brenmoor, the nearest name'),
      row(['wind-noise', 'wind-skell'], 'have the name without a number, and a number without the name'),
    ],
  },
  {
    behaviour: 'follows wording between quotation marks',
    question: { text: 'Who said that money "would be better spent on buses"?' },
    rows: [row('ferry-lisk', 'has the very wording; the harbour board only spends money')],
  },
  {
    behaviour: 'matches other forms of a word',
    question: { text: 'Whose complaint about humming turbines reached the doctors?' },
    rows: [row('wind-noise', 'has complain, hum, turbines and doctor')],
  },
];

export interface FilterCase {
  readonly behaviour: string;
  readonly question: Question & { readonly filters: Filters };
  readonly rows: readonly Row[];
  /** Whether an article passes, told by the naive reading of the filter. */
  readonly passes: (article: Article) => boolean;
}

const PARKING = 'What did the council decide about parking?';
const published = (article: Article): string => article.published ?? '';

export const FILTERED: readonly FilterCase[] = [
  {
    behaviour: 'on documents lets through nothing but them',
    question: { text: PARKING, filters: { documents: ['halden-fair', 'parking-2021'] } },
    rows: [row('parking-2021', 'is about parking, and the other is not')],
    passes: ({ id }) => id === 'halden-fair' || id === 'parking-2021',
  },
  {
    behaviour: 'on a publisher lets through nothing but its articles, whatever its case',
    question: { text: PARKING, filters: { publisher: 'VALE tribune' } },
    rows: [row(['parking-march-2023', 'parking-2021'], 'are the decisions on parking in the Vale Tribune')],
    passes: ({ publisher }) => publisher === 'Vale Tribune',
  },
  {
    behaviour: 'lets through nothing from before a day, and that day',
    question: { text: PARKING, filters: { after: '2023-09-13' } },
    rows: [row('parking-september-2023', 'is of that very day')],
    passes: (article) => published(article) >= '2023-09-13',
  },
  {
    behaviour: 'lets through nothing from after a day, and that day',
    question: { text: PARKING, filters: { before: '2021-05-06' } },
    rows: [row('parking-2021', 'is of that very day')],
    passes: (article) => published(article) <= '2021-05-06',
  },
  {
    behaviour: 'lets through nothing from outside a period that begins with a month',
    question: { text: PARKING, filters: { after: '2023-01', before: '2023-06-30' } },
    rows: [row('parking-march-2023', 'is the one decision of that half year')],
    passes: (article) => published(article) >= '2023-01-01' && published(article) <= '2023-06-30',
  },
  {
    behaviour: 'holds beside others',
    question: { text: PARKING, filters: { publisher: 'Vale Tribune', after: '2022-01-01' } },
    rows: [row('parking-march-2023', 'is the one decision that passes both')],
    passes: (article) => article.publisher === 'Vale Tribune' && published(article) >= '2022-01-01',
  },
  {
    behaviour: 'wins over what the question names',
    question: {
      text: 'According to the Harbour Echo, how many people attended the kite festival?',
      filters: { publisher: 'Vale Tribune' },
    },
    rows: [row('kites-tribune', 'is the one count of the Vale Tribune')],
    passes: ({ publisher }) => publisher === 'Vale Tribune',
  },
];
