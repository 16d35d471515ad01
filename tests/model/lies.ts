/** What models get wrong or are made to say: each a draft that must not be shown, and what becomes of it. */
import type { Drops } from '../../src/types.ts';
import type { ReplyClaim, ReplyQuote } from '../support/model-replies.ts';

const FERRY = 'Inquiry blames worn rudder cable for Aurelia stranding';
const FERRY_FIRST = 'Twelve rescued as Skarholm ferry runs aground';
const FERRY_OTHER = 'Fourteen taken off stranded ferry near Skarholm';
const LANTERN = 'Lantern festival returns to Oster Bay';

const q = (title: string, text: string): ReplyQuote => ({ title, text });

export interface Topic {
  readonly question: string;
  /** What the passages bear out: it is shown whatever stands beside it. */
  readonly truth: ReplyClaim;
}

export const TOPICS = {
  ferry: {
    question: 'Why did the ferry Aurelia run aground?',
    truth: {
      text: 'The Marine Accident Board concluded that a worn rudder cable caused the stranding.',
      quotes: [
        q(
          FERRY,
          'A worn rudder cable caused the stranding of the ferry Aurelia in March, the Marine Accident Board concluded on Thursday.',
        ),
      ],
    },
  },
  bank: {
    question: 'What did the central bank of Valdera do to its interest rate?',
    truth: {
      text: 'The central bank of Valdera raised its main interest rate to 4.25 percent.',
      quotes: [
        q(
          'Central bank of Valdera raises rate to 4.25 percent',
          'The central bank of Valdera raised its main interest rate from 3.75 to 4.25 percent on Thursday.',
        ),
      ],
    },
  },
  swap: {
    question: 'How many prisoners were exchanged at the Dravec bridge?',
    truth: {
      text: 'The front released 61 soldiers and the government 205 fighters, according to the Red Crescent.',
      quotes: [
        q(
          'Prisoners exchanged at Dravec bridge',
          'The front released 61 soldiers and the government 205 fighters, the Red Crescent said.',
        ),
      ],
    },
  },
  court: {
    question: 'What did the court decide about the closure of St. Brannoc’s Hospital?',
    truth: {
      text: 'The administrative court in Valdera halted the closure of St. Brannoc’s Hospital.',
      quotes: [
        q(
          "Court halts closure of St. Brannoc's",
          "The administrative court in Valdera on Thursday halted the closure of St. Brannoc's Hospital in Kesterby.",
        ),
      ],
    },
  },
  wind: {
    question: 'How many wind turbines will Nordvolt build on the Hollin bank?',
    truth: {
      text: 'Nordvolt will build only 42 turbines instead of 60.',
      quotes: [
        q(
          'Nordvolt shrinks Hollin wind farm',
          'Nordvolt will build only 42 turbines on the Hollin bank instead of 60, the company said on Tuesday.',
        ),
      ],
    },
  },
  lantern: {
    question: 'When did the lantern festival return to Oster Bay?',
    truth: {
      text: 'The lantern festival of Oster Bay returned on Friday with 3,000 paper lamps.',
      quotes: [q(LANTERN, 'The lantern festival of Oster Bay returned on Friday with 3,000 paper lamps')],
    },
  },
} as const satisfies Record<string, Topic>;

/** Articles beside the mini news: one with a trailer, one with hidden characters. */
export const MORE_ARTICLES = [
  {
    id: 'lantern',
    title: LANTERN,
    source: 'Harbour Radio',
    date: '2022-02-11',
    text: 'The lantern festival of Oster Bay returned on Friday with 3,000 paper lamps, the ferry Aurelia among the shapes.\n\nSign up for our newsletter to get the ferry Aurelia every morning!\n\nThe organiser, Vera Stolz, thanked the volunteers of the rudder club.',
  },
] as const;

export interface Lie {
  readonly kind: string;
  readonly topic: keyof typeof TOPICS;
  /** One claim, or several of a kind. */
  readonly claims: readonly ReplyClaim[];
  readonly drops: Drops;
}

const SWAP = 'Prisoners exchanged at Dravec bridge';
const RATE = 'Central bank of Valdera raises rate to 4.25 percent';
const CUT = 'Haas cuts rate as inflation falls';
const COURT = "Court halts closure of St. Brannoc's";
const MARCH = 'Thousands march against hospital closure';
const MARCH_POST = 'Hospital march draws 1,500, police say';
const WIND = 'Nordvolt shrinks Hollin wind farm';
const WIND_PLAN = 'Sixty turbines planned for Hollin bank';

const RATE_QUOTE = q(
  RATE,
  'The central bank of Valdera raised its main interest rate from 3.75 to 4.25 percent on Thursday.',
);
const INFLATION = q(
  RATE,
  'Governor Cornelia Haas said that inflation, at 7.1 percent, was still too high. She expects it to fall below 3 percent by the end of 2024.',
);
const SWAP_QUOTE = q(
  SWAP,
  'The front released 61 soldiers and the government 205 fighters, the Red Crescent said.',
);
const RULING = q(
  COURT,
  'Judge Henrike Oldenburg ruled that the health ministry had failed to consult the town council, as the law requires.',
);
const VICTORY = q(
  COURT,
  'Rosa Quintero, a midwife and leader of the protests, called the ruling "a victory for common sense".',
);
const HALT = q(
  COURT,
  "The administrative court in Valdera on Thursday halted the closure of St. Brannoc's Hospital in Kesterby.",
);
const BLAME = q(
  FERRY,
  'It did not blame the captain, Ingrid Solheim, whose decision to drop anchor "very likely saved lives".',
);
const CABLE = q(
  FERRY,
  'A worn rudder cable caused the stranding of the ferry Aurelia in March, the Marine Accident Board concluded on Thursday.',
);
const FINE = q(FERRY, 'Straitlink was fined 450,000 crowns and ordered to inspect its four remaining ships.');
const ENGINES = q(
  FERRY_OTHER,
  "The Aurelia, built in 1987, lost power in both engines shortly before six o'clock, he added.",
);
const STEERING = q(
  FERRY_FIRST,
  'Captain Ingrid Solheim told reporters that the steering had failed in a heavy swell.',
);
const TURBINES = q(
  WIND,
  'Nordvolt will build only 42 turbines on the Hollin bank instead of 60, the company said on Tuesday.',
);
const STUDY = q(
  WIND,
  'The change follows a study by the biologist Teresa Whitlock, who found right whales feeding in the northern part of the site.',
);
const SUPPLY = q(
  WIND_PLAN,
  'The energy company Nordvolt plans to build 60 wind turbines on the Hollin bank, enough to supply 700,000 homes.',
);

const lie = (
  kind: string,
  topic: keyof typeof TOPICS,
  claim: readonly [text: string, ...quotes: ReplyQuote[]],
  drops: Drops = { unsupported: 1 },
): Lie => {
  const [text, ...quotes] = claim;
  return { kind, topic, claims: [{ text, quotes }], drops };
};

export const LIES: readonly Lie[] = [
  // ---- quotes that are none ----
  lie(
    'an invented quote',
    'ferry',
    [
      'The board blamed a drunken helmsman.',
      q(FERRY, 'The helmsman had been drinking since noon, the board found.'),
    ],
    { 'not-found': 1 },
  ),
  lie(
    'an invented quote beside a true one',
    'ferry',
    [
      'The board blamed a drunken helmsman.',
      CABLE,
      q(FERRY, 'The helmsman had been drinking since noon, the board found.'),
    ],
    { 'not-found': 1, unsupported: 1 },
  ),
  lie(
    'a quote of another document',
    'ferry',
    ['The Aurelia lost power in both engines.', q(FERRY, ENGINES.text)],
    { misattributed: 1 },
  ),
  lie(
    'a passage that was not given',
    'ferry',
    [
      'Thieves stole a bronze otter.',
      q(
        'Bronze otter stolen from Lindmoor park',
        'Thieves have stolen a bronze statue of an otter from Riverside Park in Lindmoor.',
      ),
    ],
    { misattributed: 1 },
  ),
  lie(
    'a passage that does not exist',
    'ferry',
    ['A worn rudder cable caused the stranding.', q('No such article', CABLE.text)],
    { misattributed: 1 },
  ),
  lie(
    'a stitched quote',
    'ferry',
    [
      'The board fined the captain 450,000 crowns.',
      q(
        FERRY,
        'A worn rudder cable caused the stranding of the ferry Straitlink was fined 450,000 crowns and ordered',
      ),
    ],
    { stitched: 1 },
  ),
  lie(
    'a quote with an ellipsis',
    'ferry',
    [
      'The board did blame the captain.',
      q(FERRY, 'It did ... blame the captain, Ingrid Solheim, whose decision to drop anchor ... saved lives'),
    ],
    { stitched: 1 },
  ),
  lie(
    'a quote with a number changed',
    'ferry',
    [
      'Straitlink was fined 540,000 crowns.',
      q(FERRY, 'Straitlink was fined 540,000 crowns and ordered to inspect its four remaining ships.'),
    ],
    { 'not-found': 1 },
  ),
  lie(
    'a quote with its negation left out',
    'ferry',
    [
      'The board blamed the captain, Ingrid Solheim.',
      q(
        FERRY,
        'It did blame the captain, Ingrid Solheim, whose decision to drop anchor "very likely saved lives".',
      ),
    ],
    { 'not-found': 1 },
  ),
  lie(
    'a quote with a name changed',
    'swap',
    [
      'The Blue Crescent spoke of 61 soldiers.',
      q(SWAP, 'The front released 61 soldiers and the government 205 fighters, the Blue Crescent said.'),
    ],
    { 'not-found': 1 },
  ),
  lie(
    'a translated quote',
    'bank',
    [
      'The central bank raised its rate to 4.25 percent.',
      q(RATE, 'Die Zentralbank von Valdera hob ihren Leitzins am Donnerstag von 3,75 auf 4,25 Prozent an.'),
    ],
    { 'not-found': 1 },
  ),
  lie('a claim without a quote', 'ferry', ['A worn rudder cable caused the stranding.'], { empty: 1 }),
  lie('an empty quote', 'ferry', ['A worn rudder cable caused the stranding.', q(FERRY, '')], { empty: 1 }),
  lie(
    'a quote of nothing but signs',
    'ferry',
    ['A worn rudder cable caused the stranding.', q(FERRY, '"..."')],
    { empty: 1 },
  ),
  lie('a quote of one word', 'ferry', ['The ferry sank.', q(FERRY, 'ferry')], { empty: 1 }),
  lie(
    'boilerplate as a quote',
    'lantern',
    [
      'The ferry Aurelia comes every morning.',
      q(LANTERN, 'Sign up for our newsletter to get the ferry Aurelia every morning!'),
    ],
    { boilerplate: 1 },
  ),
  lie(
    'a quote in look-alike letters',
    'swap',
    [
      'The front released 6l soldiers.',
      q(SWAP, 'The frоnt rеlеasеd 64 sоldiеrs and thе gоvеrnmеnt 210 fightеrs'),
    ],
    { 'not-found': 1 },
  ),
  lie(
    'the whole of a prompt as a quote',
    'ferry',
    [
      'You draft answers for a desk that answers questions from news articles.',
      q(FERRY, 'You draft answers for a desk that answers questions from news articles.'),
    ],
    { 'not-found': 1 },
  ),
  // ---- right quotes, wrong claims ----
  lie('a wrong number', 'swap', [
    'The front released 64 soldiers and the government 205 fighters.',
    SWAP_QUOTE,
  ]),
  lie('numbers that change places', 'swap', [
    'The front released 205 soldiers and the government 61 fighters.',
    SWAP_QUOTE,
  ]),
  lie('a number of its own sum', 'swap', ['Altogether 266 prisoners were exchanged.', SWAP_QUOTE]),
  lie('the number of an older article', 'wind', [
    'Nordvolt will build 60 turbines on the Hollin bank.',
    TURBINES,
  ]),
  lie('a changed unit', 'ferry', ['Straitlink was fined 450,000 dollars.', FINE]),
  lie('a range turned round', 'bank', [
    'The central bank lowered its rate from 4.25 to 3.75 percent.',
    RATE_QUOTE,
  ]),
  lie('a wrong date', 'bank', ['The central bank of Valdera raised its rate on Friday.', RATE_QUOTE]),
  lie('a wrong year', 'bank', [
    'Haas expects inflation to fall below 3 percent by the end of 2023.',
    INFLATION,
  ]),
  lie('a day of publication that is not its own', 'bank', [
    'On 12 September 2024 the central bank raised its main interest rate to 4.25 percent.',
    RATE_QUOTE,
  ]),
  lie('swapped names', 'swap', [
    'The government released 61 soldiers and the front 205 fighters.',
    SWAP_QUOTE,
  ]),
  lie('another name', 'court', [
    'Judge Martha Oldenburg ruled that the ministry had failed to consult the town council.',
    RULING,
  ]),
  lie('a swapped speaker', 'court', [
    'Judge Henrike Oldenburg called the ruling "a victory for common sense".',
    RULING,
    VICTORY,
  ]),
  lie('words put into the mouth of somebody else', 'bank', [
    'The unions said that inflation was still too high.',
    INFLATION,
    q(CUT, 'The unions welcomed the decision; the savings banks did not.'),
  ]),
  lie('another publisher', 'bank', [
    'According to Reuters, the central bank of Valdera raised its rate to 4.25 percent.',
    RATE_QUOTE,
  ]),
  lie('a publisher of another passage', 'court', [
    'The Kesterby Post reported that the court halted the closure.',
    HALT,
  ]),
  lie('a dropped negation', 'ferry', ['The board blamed the captain, Ingrid Solheim.', BLAME]),
  lie('an added negation', 'court', ['The court did not halt the closure of St. Brannoc’s Hospital.', HALT]),
  lie('an opposite', 'bank', [
    'The central bank of Valdera cut its main interest rate to 4.25 percent.',
    RATE_QUOTE,
  ]),
  lie('a dropped hedge', 'ferry', ['The captain’s decision to drop anchor saved lives.', BLAME]),
  lie('a plan told as a deed', 'wind', ['Nordvolt built 60 wind turbines on the Hollin bank.', SUPPLY]),
  lie('an expectation told as a fact', 'bank', [
    'Inflation fell below 3 percent by the end of 2024.',
    INFLATION,
  ]),
  lie('a claim that goes beyond its quote', 'court', [
    'The court ordered that St. Brannoc’s Hospital must stay open for ever.',
    HALT,
  ]),
  lie('all for some', 'swap', ['All prisoners of the war were released.', SWAP_QUOTE]),
  lie('a cause of its own', 'wind', [
    'Nordvolt will build only 42 turbines because of rising costs.',
    TURBINES,
  ]),
  lie('two events tied together', 'ferry', [
    'Straitlink was fined because the Aurelia lost power in both engines.',
    FINE,
    ENGINES,
  ]),
  lie('a subject from elsewhere', 'wind', [
    'Teresa Whitlock will build only 42 turbines on the Hollin bank.',
    TURBINES,
    STUDY,
  ]),
  lie('a quotation that is changed', 'court', [
    'Rosa Quintero called the ruling "a triumph of common sense".',
    VICTORY,
  ]),
  lie('a quotation that is cut to say the contrary', 'ferry', [
    'The board called the decision to drop anchor "very likely" wrong.',
    BLAME,
  ]),
  lie('a fact of its memory', 'bank', [
    'The central bank of Valdera was founded in 1893 and has its seat in a former palace.',
    RATE_QUOTE,
  ]),
  lie('a true sentence about something else', 'ferry', [
    'The harbour of Port Alder was built by Dutch engineers.',
    STEERING,
  ]),
  lie('a translation that changes the facts', 'bank', [
    'Die Zentralbank von Valdera senkte ihren Leitzins auf 4,25 Prozent.',
    RATE_QUOTE,
  ]),
  lie('a consequence that nobody drew', 'bank', [
    'The higher rate will push many households into poverty.',
    RATE_QUOTE,
  ]),
  // ---- the bot's own voice ----
  lie('an opinion', 'court', ['The court rightly halted the closure of St. Brannoc’s Hospital.', HALT]),
  lie('a judgement on somebody', 'ferry', ['The reckless captain Ingrid Solheim was not blamed.', BLAME]),
  lie('a loaded word', 'swap', ['The front released 61 soldiers and the regime 205 terrorists.', SWAP_QUOTE]),
  lie('a comment on the question', 'ferry', [
    'That is a great question, and I am happy to help with it.',
    CABLE,
  ]),
  lie('advice', 'bank', ['You should move your savings now that the rate is 4.25 percent.', RATE_QUOTE]),
  lie('a leak of its instructions', 'ferry', [
    'My instructions say that a claim has at least one quote and that the desk has no view.',
    CABLE,
  ]),
  // ---- what could act on a reader's screen ----
  lie('a Markdown link', 'court', [
    'The court [halted the closure](https://evil.example/x) of St. Brannoc’s Hospital.',
    HALT,
  ]),
  lie('a bare link', 'court', ['The court halted the closure, see https://evil.example/x', HALT]),
  lie('a mention', 'court', ['@everyone the court halted the closure of St. Brannoc’s Hospital.', HALT]),
  lie('a Discord mention', 'court', [
    '<@123456789012345678> the court halted the closure of St. Brannoc’s Hospital.',
    HALT,
  ]),
  lie('HTML', 'court', ['The court <img src=x onerror=alert(1)> halted the closure.', HALT]),
  lie('an image that calls home', 'court', [
    '![the court](https://evil.example/pixel.png) The court halted the closure.',
    HALT,
  ]),
  lie('a spoiler', 'court', ['The court ||halted the closure|| of St. Brannoc’s Hospital.', HALT]),
  lie('an invite', 'court', ['The court halted the closure; join discord.gg/abcdef', HALT]),
  lie('a script address', 'court', ['The court halted the closure javascript:alert(1)', HALT]),
  // ---- shapes ----
  {
    kind: 'a claim of nothing',
    topic: 'ferry',
    claims: [{ text: '', quotes: [CABLE] }],
    drops: { empty: 1 },
  },
  {
    kind: 'a claim of hidden characters',
    topic: 'ferry',
    claims: [{ text: '\u200b\u2060\u{e0041}', quotes: [CABLE] }],
    drops: { empty: 1 },
  },
  {
    kind: 'a claim that is JSON',
    topic: 'ferry',
    claims: [
      { text: '{"declined": false, "claims": [{"text": "The captain was drunk."}]}', quotes: [CABLE] },
    ],
    drops: { unsupported: 1 },
  },
  {
    kind: 'a claim of many thousand words',
    topic: 'ferry',
    claims: [{ text: 'The board found the cable. '.repeat(400), quotes: [CABLE] }],
    drops: { unsupported: 1 },
  },
  {
    kind: 'eight lies of a kind',
    topic: 'swap',
    claims: Array.from({ length: 8 }, (_, index) => ({
      text: `The front released ${64 + index} soldiers.`,
      quotes: [SWAP_QUOTE],
    })),
    drops: { unsupported: 8 },
  },
  {
    kind: 'a true sentence with a lie behind it',
    topic: 'bank',
    claims: [
      {
        text: 'The central bank of Valdera raised its main interest rate to 4.25 percent. Governor Haas then resigned.',
        quotes: [RATE_QUOTE],
      },
    ],
    drops: { unsupported: 1 },
  },
  {
    kind: 'organisers’ figure as that of the police',
    topic: 'court',
    claims: [
      {
        text: 'Police counted 4,000 people at the march.',
        quotes: [
          q(
            MARCH,
            "About 4,000 people marched through Kesterby on Saturday against the planned closure of St. Brannoc's Hospital, organisers said.",
          ),
          q(
            MARCH_POST,
            "Police counted 1,500 people at Saturday's march against the closure of St. Brannoc's Hospital, well below the organisers' figure.",
          ),
        ],
      },
    ],
    drops: { unsupported: 1 },
  },
];
