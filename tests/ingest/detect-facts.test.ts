import { describe, expect, it } from 'vitest';
import type { DocumentFacts } from '../../src/types.ts';
import { readOne } from './files.ts';

const BODY =
  'The harbour board of Portsea met on Tuesday and decided to dredge the northern channel. Work begins in March 2030.';
const LONG = `${BODY}\n\nThe pilots agreed. ${BODY}\n`;

type Expected = Partial<Record<keyof DocumentFacts, string | undefined>>;

const TABLE: readonly (readonly [why: string, text: string, expected: Expected])[] = [
  ['nothing from plain prose', LONG, { publisher: undefined, author: undefined, published: undefined }],
  [
    'a title from the first sentence, cut at a word',
    LONG,
    { title: 'The harbour board of Portsea met on Tuesday and decided to dredge the northern channel' },
  ],
  ['a headline line', `Harbour to be dredged\n\n${LONG}`, { title: 'Harbour to be dredged' }],
  [
    'a question as headline',
    `Will the harbour be dredged?\n${LONG}`,
    { title: 'Will the harbour be dredged?' },
  ],
  ['a Markdown heading', `# Harbour to be dredged\n\n${LONG}`, { title: 'Harbour to be dredged' }],
  [
    'a byline below the headline',
    `Harbour dredged\n\nBy Ann B. Orr\n\n${LONG}`,
    { author: 'Ann B. Orr', title: 'Harbour dredged' },
  ],
  [
    'a byline of two with a role',
    `Harbour dredged\nBy Ann Orr and Lou al-Moe, Staff Writers\n\n${LONG}`,
    { author: 'Ann Orr and Lou al-Moe' },
  ],
  ['a shouted byline', `Harbour dredged\nBY ANN O’ORR\n\n${LONG}`, { author: 'Ann O’orr' }],
  [
    'no byline from prose',
    `Harbour dredged\n\nBy Monday Morning the ice had gone.\n\n${LONG}`,
    { author: undefined },
  ],
  ['no byline from a line of prose', `By then the board had met\n\n${LONG}`, { author: undefined }],
  [
    'a stamp with a label',
    `Harbour dredged\nPosted: January 26, 2026 1:00 a.m. Eastern\n\n${LONG}`,
    { published: '2026-01-26' },
  ],
  [
    'a stamp in figures',
    `Harbour dredged\nFirst Publish: 11/24/2021, 5:27 PM\n\n${LONG}`,
    { published: '2021-11-24' },
  ],
  [
    'a stamp that is all its line',
    `Harbour dredged\nWednesday, 3 February 2021\n\n${LONG}`,
    { published: '2021-02-03' },
  ],
  [
    'a stamp without a colon',
    `Harbour dredged\nPublished Feb. 3, 2021\n\n${LONG}`,
    { published: '2021-02-03' },
  ],
  [
    'publication before update',
    `Harbour dredged\nUpdated: February 5, 2021\nPublished: February 3, 2021\n\n${LONG}`,
    { published: '2021-02-03' },
  ],
  [
    'an update for want of better',
    `Harbour dredged\nLast updated: February 5, 2021\n\n${LONG}`,
    { published: '2021-02-05' },
  ],
  [
    'no date that could be read two ways',
    `Harbour dredged\nPublished: 03/04/2021\n\n${LONG}`,
    { published: undefined },
  ],
  ['no date from prose', `The ice of February 3, 2021 broke the quay. ${LONG}`, { published: undefined }],
  [
    'no date from what was published long ago',
    `A map published in 1907 shows it. ${LONG}`,
    { published: undefined },
  ],
  [
    'an impossible date',
    `Harbour dredged\nPublished: February 31, 2021\n\n${LONG}`,
    { published: undefined },
  ],
  ['an agency', `PORTSEA (AP) — ${LONG}`, { publisher: 'Associated Press' }],
  ['an agency glued to its city', `PORTSEA, Ohio (Reuters)- ${LONG}`, { publisher: 'Reuters' }],
  ['an agency without a city', `(CNN) ${LONG}`, { publisher: 'CNN' }],
  [
    'an agency and a whole date',
    `PORTSEA, Feb. 3, 2021 (AFP) - ${LONG}`,
    { publisher: 'Agence France-Presse', published: '2021-02-03' },
  ],
  [
    'a dateline with a date',
    `PORTSEA, February 3, 2021 – ${LONG}`,
    { published: '2021-02-03', publisher: undefined },
  ],
  ['a dateline without either', `PORTSEA – ${LONG}`, { published: undefined, publisher: undefined }],
  ['no agency from prose', `${LONG} The board told the Associated Press (AP) so.`, { publisher: undefined }],
  [
    'breadcrumbs and a glued, repeated headline',
    `Portsea Watch > Articles > Board Dredges Channel Board Dredges ChannelFebruary 3, 2021 ${BODY}`,
    { publisher: 'Portsea Watch', title: 'Board Dredges Channel', published: '2021-02-03' },
  ],
  [
    'breadcrumbs of a line',
    `Portsea Watch » News » Board Dredges Channel\n\n${LONG}`,
    { publisher: 'Portsea Watch', title: 'Board Dredges Channel' },
  ],
  [
    'breadcrumbs from home',
    `Home > News > Board Dredges Channel\n\n${LONG}`,
    { publisher: undefined, title: 'Board Dredges Channel' },
  ],
  [
    'a byline glued before a stamp',
    `A deck ends here. By Ann Orr First Publish: 11/24/2021, 5:27 PM${BODY}`,
    { author: 'Ann Orr', published: '2021-11-24' },
  ],
  [
    'a copyright line',
    `${LONG}\n© 2021 The Portsea Post. All rights reserved.`,
    { publisher: 'Portsea Post' },
  ],
  [
    'a written copyright line',
    `${LONG}\nCopyright 2021 Portsea Media Group\n`,
    { publisher: 'Portsea Media Group' },
  ],
  [
    'no publisher from copyright in prose',
    `${LONG} Copyright ended for the map in 2021.`,
    { publisher: undefined },
  ],
  [
    'an outlet spoken to by name and initials',
    `“No,” Orr told PortSeaDaily. Moe told PSD he agreed. Asked by PSD, Venn declined. ${LONG}`,
    { publisher: 'PortSeaDaily' },
  ],
  [
    'no publisher from one interview',
    `“No,” Orr told PortSeaDaily. Moe agreed. ${LONG}`,
    { publisher: undefined },
  ],
  [
    'no publisher from another outlet’s interviews',
    `Orr told Reuters no. Moe told Reuters yes. Venn told Reuters maybe. ${LONG}`,
    { publisher: undefined },
  ],
];

describe('facts of a plain text', () => {
  it.each(TABLE)('tell %s', async (_why, text, expected) => {
    const document = await readOne('story.txt', text);
    for (const [field, value] of Object.entries(expected)) {
      expect(document[field as keyof DocumentFacts], field).toBe(value);
    }
  });

  it('yield to what was declared, and fill in what was not', async () => {
    const line = {
      id: 'a',
      title: 'Declared',
      source: 'Declared Post',
      date: '2020-01-01',
      text: `Harbour\nBy Ann Orr\nPublished: May 5, 2021\n\n${LONG}`,
    };
    expect(await readOne('a.jsonl', JSON.stringify(line))).toMatchObject({
      title: 'Declared',
      publisher: 'Declared Post',
      published: '2020-01-01',
      author: 'Ann Orr',
    });
  });
});
