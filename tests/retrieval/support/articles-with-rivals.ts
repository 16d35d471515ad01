import type { Article } from './open-corpus.ts';

/** Invented articles in French and Ukrainian whose sentences share words, and differ in the kind of thing they tell. */
export const ARTICLES_WITH_RIVALS: readonly Article[] = [
  {
    id: 'fr-phare',
    language: 'fr',
    title: 'Le phare de Kermorvan rallumé',
    text: 'Le phare de Kermorvan a été rallumé devant une foule émue. Le phare de Kermorvan a été rallumé le 12 avril 2019. L’ingénieure Solenn Le Goff a dirigé les travaux du phare. Les travaux du phare ont coûté 340 000 euros. Les travaux du phare ont duré sept mois parce que la lentille était brisée.',
  },
  {
    id: 'fr-phare-projet',
    language: 'fr',
    title: 'Le phare de Kermorvan attend',
    text: 'Le phare de Kermorvan pourrait être rallumé un jour, espèrent les habitants. Aucun budget n’est prévu.',
  },
  {
    id: 'fr-marche',
    language: 'fr',
    title: 'Le marché déménage',
    text: 'Le marché quitte la place centrale. Les commerçants craignent de perdre des clients.',
  },
  {
    id: 'uk-mlyn',
    language: 'uk',
    title: 'Водяний млин у Зеленому Яру знову працює',
    text: 'Водяний млин у Зеленому Яру знову запустили після довгої перерви. Водяний млин у Зеленому Яру знову запустили 7 вересня 2018 року. Ремонтом млина керувала Оксана Бондаренко. Ремонт млина коштував 90 тисяч гривень. На ремонт млина пішло вісім тижнів.',
  },
  {
    id: 'uk-mlyn-plan',
    language: 'uk',
    title: 'Водяний млин чекає на ремонт',
    text: 'Водяний млин у Зеленому Яру колись запустять, сподіваються мешканці. Грошей поки немає.',
  },
  {
    id: 'uk-yarmarok',
    language: 'uk',
    title: 'Ярмарок переїхав',
    text: 'Ярмарок переїхав з центральної площі. Торговці бояться втратити покупців.',
  },
];

export interface Rivalry {
  readonly language: string;
  readonly question: string;
  /** Documents from the first on. */
  readonly documents: readonly string[];
  /** How the best sentence begins. */
  readonly opening: string;
  readonly highlight: string;
  readonly why: string;
}

export const RIVALRIES: readonly Rivalry[] = [
  {
    language: 'fr',
    question: 'Quand le phare de Kermorvan a-t-il été rallumé ?',
    documents: ['fr-phare', 'fr-phare-projet'],
    opening: 'Le phare de Kermorvan a été rallumé le 12',
    highlight: '12 avril 2019',
    why: 'another sentence and another article have the same words, and no date',
  },
  {
    language: 'fr',
    question: 'Combien ont coûté les travaux du phare ?',
    documents: ['fr-phare'],
    opening: 'Les travaux du phare ont coûté',
    highlight: '340 000',
    why: 'two more sentences have the works, and this one has money',
  },
  {
    language: 'fr',
    question: 'Combien de temps les travaux du phare ont-ils duré ?',
    documents: ['fr-phare'],
    opening: 'Les travaux du phare ont duré',
    highlight: 'sept mois',
    why: 'two more sentences have the works, and this one has a duration',
  },
  {
    language: 'fr',
    question: 'Qui a dirigé les travaux du phare ?',
    documents: ['fr-phare'],
    opening: 'L’ingénieure',
    highlight: 'Solenn Le Goff',
    why: 'it has the verb, and a name',
  },
  {
    language: 'uk',
    question: 'Коли знову запустили водяний млин у Зеленому Яру?',
    documents: ['uk-mlyn', 'uk-mlyn-plan'],
    opening: 'Водяний млин у Зеленому Яру знову запустили 7',
    highlight: '7 вересня 2018 року',
    why: 'another sentence and another article have the same words, and no date',
  },
  {
    language: 'uk',
    question: 'Скільки коштував ремонт млина?',
    documents: ['uk-mlyn'],
    opening: 'Ремонт млина коштував',
    highlight: '90 тисяч',
    why: 'two more sentences have the repair, and this one has money',
  },
  {
    language: 'uk',
    question: 'Хто керував ремонтом млина?',
    documents: ['uk-mlyn'],
    opening: 'Ремонтом млина керувала',
    highlight: 'Оксана Бондаренко',
    why: 'it has the verb, and a name',
  },
];
