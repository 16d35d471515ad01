/**
 * Written after the rules had been mended for `THIRD_TABLE`, in wordings as close to the source as the prompt asks for. At
 * first sight they caught 32 of 36 false ones and lost 2 of 34 true ones. All of it is invented news.
 */
import type { ModelRow } from './support-model-table.ts';

const DEAL =
  'Union Volta and the carmaker Prisma agreed on Saturday night on a pay rise of 4.1 percent over 18 months, averting a strike that was to begin on Monday.';
const OPPOSED =
  'Volta negotiator Sara Lindh called the deal "a respectable result", whereas the smaller union Kraft, which had asked for 7 percent, refused to sign.';
const MAYOR =
  'Mayor Bela Antos, who has governed Zarand since 2010, announced on Wednesday that he would not run again in the election of 12 October.';
const TOWER =
  'The 96-metre radio tower of Lysa, built in 1938 and unused since 2003, was blown up at 11 a.m. on Sunday in front of some 3,000 onlookers.';
const FLU =
  'Bird flu has been confirmed at a second farm in the district of Aland, where 14,000 turkeys were culled on Thursday. The virus poses little risk to people, veterinary officer Greta Sand said.';
const ARCHIVE =
  'Historians at the University of Torun have found 212 unknown letters by the composer Elsa Rohn in an attic in Bergstad; most of them are addressed to her sister.';
const HACK =
  'Hackers stole the data of about 90,000 patients from the Saint Olav clinic in March, the clinic admitted on Monday. Bank details were not affected, it said.';
const MINISTRY =
  'Interior minister Leo Farkas blamed a criminal gang known as Grey Owl and rejected opposition claims that the authorities had reacted too late.';
const PORT =
  'The port of Calder handled 3.4 million containers last year, 6 percent fewer than in 2022, because ships avoided the Strait of Ormen after a series of attacks.';
const SKI =
  'Norwegian Tora Hagen won the downhill at Gröden by 0.04 seconds ahead of the Swiss Lea Bodmer; the favourite, Anna Rossi, fell shortly before the finish.';
const COURT =
  'The constitutional court struck down the curfew law on Friday by six votes to three, ruling that it violated the freedom of movement. The government has until the end of June to pass a new one.';
const AID =
  'A convoy of 31 lorries with food and medicine reached the besieged town of Merow on Tuesday, the first aid in five weeks, the United Nations said. Another convoy is to follow if the ceasefire holds.';
const GAS =
  'Gas prices fell to 28 euros a megawatt hour, the lowest since June 2021, after the operator of the Varg field said that repairs had been completed ahead of schedule.';
const POET =
  'The poet Ada Mirel, 74, has been awarded the Silver Quill for her life’s work. She will receive the prize, endowed with 25,000 euros, in Trieste on 9 May.';

export const FOURTH_TABLE: readonly ModelRow[] = [
  ['true', 'Volta and Prisma agreed on a pay rise of 4.1 percent over 18 months.', DEAL],
  ['true', 'The agreement averted a strike that was to begin on Monday.', DEAL],
  ['true', 'The union Kraft refused to sign the deal.', OPPOSED],
  ['true', 'Kraft had asked for 7 percent.', OPPOSED],
  ['true', 'Sara Lindh of Volta called the deal "a respectable result".', OPPOSED],
  ['true', 'Bela Antos announced that he would not run again in the election of 12 October.', MAYOR],
  ['true', 'Antos has governed Zarand since 2010.', MAYOR],
  ['true', 'The radio tower of Lysa was blown up on Sunday at 11 a.m.', TOWER],
  ['true', 'Some 3,000 onlookers watched the tower being blown up.', TOWER],
  ['true', 'The tower had not been used since 2003.', TOWER],
  ['true', 'Bird flu was confirmed at a second farm in the district of Aland.', FLU],
  ['true', '14,000 turkeys were culled there on Thursday.', FLU],
  ['true', 'Veterinary officer Greta Sand said that the virus poses little risk to people.', FLU],
  ['true', 'Historians found 212 unknown letters by Elsa Rohn in an attic in Bergstad.', ARCHIVE],
  ['true', 'Most of the letters are addressed to Rohn’s sister.', ARCHIVE],
  [
    'true',
    'The Saint Olav clinic admitted that hackers stole the data of about 90,000 patients in March.',
    HACK,
  ],
  ['true', 'According to the clinic, bank details were not affected.', HACK],
  ['true', 'Leo Farkas blamed a gang known as Grey Owl.', MINISTRY],
  ['true', 'Farkas rejected claims by the opposition that the authorities had reacted too late.', MINISTRY],
  ['true', 'The port of Calder handled 3.4 million containers, 6 percent fewer than in 2022.', PORT],
  ['true', 'Ships avoided the Strait of Ormen after a series of attacks.', PORT],
  ['true', 'Tora Hagen won the downhill at Gröden, 0.04 seconds ahead of Lea Bodmer.', SKI],
  ['true', 'Anna Rossi, the favourite, fell shortly before the finish.', SKI],
  ['true', 'The constitutional court struck down the curfew law by six votes to three.', COURT],
  ['true', 'The court ruled that the law violated the freedom of movement.', COURT],
  ['true', 'The government has until the end of June to pass a new law.', COURT],
  ['true', 'A convoy of 31 lorries reached the besieged town of Merow on Tuesday.', AID],
  ['true', 'It was the first aid in five weeks, according to the United Nations.', AID],
  ['true', 'Another convoy is to follow if the ceasefire holds.', AID],
  ['true', 'Gas prices fell to 28 euros a megawatt hour.', GAS],
  ['true', 'It was the lowest price since June 2021.', GAS],
  ['true', 'The operator of the Varg field said repairs had been completed ahead of schedule.', GAS],
  ['true', 'Ada Mirel has been awarded the Silver Quill for her life’s work.', POET],
  ['true', 'Mirel will receive the prize in Trieste on 9 May.', POET],
  ['altered-number', 'Volta and Prisma agreed on a pay rise of 4.7 percent.', DEAL],
  ['altered-number', 'Historians found 122 unknown letters by Elsa Rohn.', ARCHIVE],
  ['altered-number', 'The court struck down the law by three votes to six.', COURT],
  ['altered-number', 'The port handled 6 percent more containers than in 2022.', PORT],
  ['altered-date', 'The election is on 10 December.', MAYOR],
  ['altered-date', 'The tower was built in 1983.', TOWER],
  ['altered-date', 'Gas prices were the lowest since July 2021.', GAS],
  ['altered-unit', 'The pay rise covers 18 weeks.', DEAL],
  ['altered-unit', 'Gas prices fell to 28 dollars a megawatt hour.', GAS],
  ['swapped-names', 'Lea Bodmer won the downhill ahead of Tora Hagen.', SKI],
  ['swapped-names', 'Kraft signed the deal and Volta refused to sign.', OPPOSED, DEAL],
  [
    'swapped-names',
    'The opposition rejected claims by Farkas that the authorities had reacted too late.',
    MINISTRY,
  ],
  ['other-name', 'Bird flu was confirmed in the district of Öland.', FLU],
  ['other-name', 'The union Volta agreed with the carmaker Prius.', DEAL],
  ['wrong-speaker', 'Kraft called the deal "a respectable result".', OPPOSED],
  ['wrong-speaker', 'Leo Farkas said that bank details were not affected.', HACK, MINISTRY],
  ['dropped-negation', 'Antos announced that he would run again.', MAYOR],
  ['dropped-negation', 'Bank details were affected.', HACK],
  ['added-negation', 'The convoy did not reach Merow.', AID],
  ['added-negation', 'The court did not strike down the curfew law.', COURT],
  ['stitched', 'The strike began because of the attacks.', DEAL, PORT],
  ['stitched', 'Hackers blew up the radio tower.', HACK, TOWER],
  ['over-claimed', 'All of the letters are addressed to her sister.', ARCHIVE],
  ['over-claimed', 'The virus is harmless to people.', FLU],
  ['over-claimed', 'Antos has resigned as mayor.', MAYOR],
  ['over-claimed', 'The authorities reacted too late.', MINISTRY],
  ['over-claimed', 'The siege of Merow is over.', AID],
  ['changed-quotation', 'Lindh called the deal "a good result".', OPPOSED],
  ['invented', 'The letters tell of an unhappy love.', ARCHIVE],
  ['invented', 'Rossi broke her leg in the fall.', SKI],
  ['dropped-condition', 'Another convoy is to follow.', AID],
  ['dropped-hedge', 'Another convoy has followed.', AID],
  ['opinion', 'The incompetent clinic lost the data of 90,000 patients.', HACK],
  ['opinion', 'Fortunately the strike was averted.', DEAL],
  ['opinion', 'The ruling is a victory for democracy.', COURT],
  ['other-source', 'According to the Financial Times, gas prices fell to 28 euros.', GAS],
];
