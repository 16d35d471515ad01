/**
 * Written after the rules had been mended for `HELD_BACK_TABLE`, in other phrasings. At first sight of it the rules caught
 * 31 of 36 false ones and lost 8 of 30 true ones; general faults that it showed were mended.
 */
import type { SupportRow } from './support-table.ts';

const QUAKE =
  'An earthquake of magnitude 6.1 struck the island of Toma on Friday, killing at least 43 people and injuring more than 200, the civil protection agency said.';
const VISIT =
  'Chancellor Anna Reiss will travel to Tokyo next week for talks with Japanese Prime Minister Kenji Mori about a trade accord.';
const RESIGN =
  'Health minister Pavel Dorin resigned on 9 June 2020 after an audit found that his ministry had overpaid for masks.';
const APPEAL =
  'Judge Helen Okafor ruled that the newspaper was not obliged to reveal its source, and the government said it would appeal.';
const ROCKET =
  'The rocket, built by Arden Space, failed to reach orbit because a valve in the second stage did not open, engineers believe.';
const CLUB =
  'FC Marin signed the Brazilian striker Caio Leal from Porto Verde for 18 million euros on a four-year contract.';
const DROUGHT =
  'Reservoirs in the south are at 23 percent of capacity, the lowest level since 1976, and a third of the wells have run dry.';
const SAID =
  '"The offer is an insult," said Nadia Ferro, who leads the teachers’ union, adding that members would vote on a strike in May.';
const TRUCE =
  'Rebel commander Idris Fall accused the army of breaking the truce, but General Omar Diop rejected the accusation as baseless.';
const MUSEUM =
  'The museum, founded in 1887 by the banker Otto Lindt, attracts about 700,000 visitors a year and employs 120 people.';
const ELECTION =
  'With 95 percent of the ballots counted, Ruth Alvarez led with 51.2 percent to 48.8 percent for Simon Petit.';
const AIRPORT =
  'No flights left Korin airport on Monday because of fog; operations resumed at 6:30 a.m. on Tuesday.';
const MERGER =
  'Shareholders of Belco are expected to approve the takeover by the Danish group Nordia in September, two people familiar with the matter said.';
const WALL =
  'Residents of Hallam, but not those of nearby Easton, will receive compensation for the damage caused by the tunnel works.';

export const FRESH_TABLE: readonly SupportRow[] = [
  ['true', 'At least 43 people died when a magnitude 6.1 earthquake hit the island of Toma.', QUAKE],
  [
    'true',
    'More than 200 people were injured in the earthquake on Toma, according to the civil protection agency.',
    QUAKE,
  ],
  ['true', 'The earthquake struck on Friday.', QUAKE],
  ['true', 'Anna Reiss will travel to Tokyo to discuss a trade accord with Kenji Mori.', VISIT],
  ['true', 'Reiss and Mori will hold talks about a trade accord next week.', VISIT],
  ['true', 'Japan’s Prime Minister Kenji Mori will meet Chancellor Reiss.', VISIT],
  ['true', 'Pavel Dorin stepped down as health minister on 9 June 2020.', RESIGN],
  ['true', 'Dorin resigned after an audit found the health ministry had overpaid for masks.', RESIGN],
  ['true', 'The newspaper does not have to reveal its source, Judge Helen Okafor ruled.', APPEAL],
  ['true', 'The government said it would appeal against the ruling.', APPEAL],
  ['true', 'Engineers believe a valve in the second stage did not open.', ROCKET],
  ['true', 'Arden Space’s rocket did not reach orbit.', ROCKET],
  ['true', 'Caio Leal joined FC Marin from Porto Verde for €18 million.', CLUB],
  ['true', 'The striker signed a contract of four years.', CLUB],
  ['true', 'Southern reservoirs are at 23% of capacity, the lowest level since 1976.', DROUGHT],
  ['true', 'One third of the wells have run dry.', DROUGHT],
  ['true', 'Nadia Ferro, the leader of the teachers’ union, called the offer "an insult".', SAID],
  ['true', 'Ferro said union members would vote on a strike in May.', SAID],
  ['true', 'Idris Fall accused the army of breaking the truce; Omar Diop rejected the accusation.', TRUCE],
  ['true', 'General Diop called the accusation baseless.', TRUCE],
  ['true', 'The museum was founded by Otto Lindt in 1887.', MUSEUM],
  ['true', 'It employs 120 people and has roughly 700,000 visitors a year.', MUSEUM],
  ['true', 'Ruth Alvarez was ahead of Simon Petit by 51.2 to 48.8 percent.', ELECTION],
  ['true', 'Alvarez had 51.2% of the vote with 95% of ballots counted.', ELECTION],
  ['true', 'Fog kept all flights on the ground at Korin airport on Monday.', AIRPORT],
  ['true', 'Operations at Korin airport resumed on Tuesday at 6:30 a.m.', AIRPORT],
  ['true', 'Belco’s shareholders are expected to approve the takeover by Nordia in September.', MERGER],
  ['true', 'Nordia, a Danish group, wants to take over Belco.', MERGER],
  ['true', 'Hallam residents will be compensated for damage from the tunnel works.', WALL],
  ['true', 'Residents of Easton will not receive compensation.', WALL],
  ['altered-number', 'At least 34 people died in the earthquake on Toma.', QUAKE],
  ['altered-number', 'At least 200 people were killed and more than 43 injured on Toma.', QUAKE],
  ['altered-number', 'Caio Leal cost FC Marin 80 million euros.', CLUB],
  ['altered-number', 'Reservoirs in the south are at 32 percent of capacity.', DROUGHT],
  ['altered-number', 'Half of the wells have run dry.', DROUGHT],
  ['altered-number', 'Ruth Alvarez led with 48.8 percent to 51.2 percent for Simon Petit.', ELECTION],
  ['altered-date', 'Pavel Dorin resigned on 9 July 2020.', RESIGN],
  ['altered-date', 'The museum was founded in 1878.', MUSEUM],
  ['altered-date', 'Anna Reiss will travel to Tokyo next month.', VISIT],
  ['altered-date', 'No flights left Korin airport on Sunday.', AIRPORT],
  ['altered-unit', 'Caio Leal signed a four-month contract with FC Marin.', CLUB],
  ['altered-unit', 'Leal cost 18 million dollars.', CLUB],
  ['swapped-names', 'Porto Verde signed Caio Leal from FC Marin.', CLUB],
  [
    'swapped-names',
    'Omar Diop accused the army of breaking the truce, but Idris Fall rejected the accusation.',
    TRUCE,
  ],
  ['swapped-names', 'Shareholders of Nordia are expected to approve the takeover by Belco.', MERGER],
  ['swapped-names', 'Residents of Easton, but not those of Hallam, will receive compensation.', WALL],
  ['other-name', 'Anna Reiss will travel to Kyoto next week.', VISIT],
  ['other-name', 'The rocket was built by Orion Space.', ROCKET],
  ['wrong-speaker', 'The government ruled that the newspaper was not obliged to reveal its source.', APPEAL],
  ['wrong-speaker', 'Pavel Dorin said "the offer is an insult".', SAID, RESIGN],
  ['dropped-negation', 'Judge Okafor ruled that the newspaper was obliged to reveal its source.', APPEAL],
  ['dropped-negation', 'The rocket reached orbit.', ROCKET],
  ['dropped-negation', 'Flights left Korin airport on Monday.', AIRPORT],
  ['dropped-negation', 'A valve in the second stage opened.', ROCKET],
  ['added-negation', 'Pavel Dorin did not resign.', RESIGN],
  ['added-negation', 'FC Marin has not signed Caio Leal.', CLUB],
  ['added-negation', 'General Diop did not reject the accusation.', TRUCE],
  ['stitched', 'Anna Reiss resigned on 9 June 2020.', VISIT, RESIGN],
  ['stitched', 'The rocket failed to reach orbit because of fog.', ROCKET, AIRPORT],
  ['over-claimed', 'Shareholders of Belco approved the takeover by Nordia.', MERGER],
  ['over-claimed', 'All of the wells have run dry.', DROUGHT],
  ['over-claimed', 'Exactly 43 people died in the earthquake.', QUAKE],
  ['over-claimed', 'The army broke the truce.', TRUCE],
  ['over-claimed', 'The museum is the oldest in the country.', MUSEUM],
  ['changed-quotation', 'Ferro said the offer was "an outrage".', SAID],
  ['invented', 'The minister had taken money from a supplier and hidden it abroad.', RESIGN],
];
