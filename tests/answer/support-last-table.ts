/**
 * Written last. At first sight the rules caught 25 of 26 false ones and lost 3 of 23 true ones: the nearest figure to what
 * phrasings nobody has tuned for will meet. Four small faults that it showed were mended afterwards.
 */
import type { SupportRow } from './support-table.ts';

const HOTEL =
  'The owner of the Hotel Miral, Sanna Koski, told the court that she had never received a warning about the faulty lift.';
const SHARES =
  'Shares in Ostra Bank dropped 12 percent after it reported a quarterly loss of $310 million, its third in a row.';
const TREATY =
  'Uldavia and Kestria signed a border treaty in Geneva on 4 April 2017, ending a dispute that began in 1952.';
const HEAT =
  'Temperatures in Navar reached 44 degrees Celsius on Sunday, and six people, most of them elderly, died.';
const CHESS =
  'Grandmaster Petra Holm defeated Ilya Sorin in 38 moves and now leads the tournament by half a point.';
const PLEDGE =
  'Governor Ray Tellman pledged to plant 20,000 trees by 2025 but did not explain how the programme would be paid for.';
const SPILL =
  'About 900 tonnes of oil leaked from the tanker Corvina, owned by Delmar Shipping, off the coast of Brenn; no injuries were reported.';
const EXILE =
  'Opposition figure Samir Haddad, who has lived in exile since 2011, said he might return if the elections were free.';
const UNION =
  'Two of the three unions accepted the pay offer of 4 percent; the dockers’ union turned it down.';
const FILM =
  'The film "Low Tide", directed by Noor Aziz, won the main prize, while the actor Ben Strand received a special mention.';

export const LAST_TABLE: readonly SupportRow[] = [
  ['true', 'Sanna Koski said she had never received a warning about the lift.', HOTEL],
  [
    'true',
    'Koski, who owns the Hotel Miral, told the court she never got a warning about the faulty lift.',
    HOTEL,
  ],
  ['true', 'Ostra Bank’s shares fell by 12% after it reported a loss.', SHARES],
  ['true', 'The bank reported a quarterly loss of 310 million dollars.', SHARES],
  ['true', 'It was the third quarterly loss in a row for Ostra Bank.', SHARES],
  ['true', 'Kestria and Uldavia signed a border treaty on 4 April 2017.', TREATY],
  ['true', 'The dispute between Uldavia and Kestria began in 1952.', TREATY],
  ['true', 'A treaty signed in Geneva in April 2017 ended the border dispute.', TREATY],
  ['true', 'Six people died as temperatures reached 44 °C in Navar on Sunday.', HEAT],
  ['true', 'Most of the six dead were elderly.', HEAT],
  ['true', 'Ilya Sorin was defeated by Petra Holm in 38 moves.', CHESS],
  ['true', 'Petra Holm leads the tournament by half a point after beating Sorin.', CHESS],
  ['true', 'Ray Tellman promised to plant 20,000 trees by 2025.', PLEDGE],
  ['true', 'The governor did not say how the programme would be paid for.', PLEDGE],
  ['true', 'Roughly 900 tonnes of oil leaked from the Corvina off Brenn.', SPILL],
  ['true', 'The tanker belongs to Delmar Shipping.', SPILL],
  ['true', 'Nobody was reported injured in the leak from the Corvina.', SPILL],
  ['true', 'Samir Haddad has lived in exile since 2011.', EXILE],
  ['true', 'Haddad said he might come back if the elections were free.', EXILE],
  ['true', 'The dockers’ union rejected the offer of 4 per cent.', UNION],
  ['true', 'Two unions out of three accepted the pay offer.', UNION],
  ['true', 'Noor Aziz’s film "Low Tide" won the main prize.', FILM],
  ['true', 'A special mention went to the actor Ben Strand.', FILM],
  ['altered-number', 'Ostra Bank reported a quarterly loss of $130 million.', SHARES],
  ['altered-number', 'Petra Holm defeated Ilya Sorin in 83 moves.', CHESS],
  ['altered-date', 'The treaty was signed on 4 April 2007.', TREATY],
  ['altered-date', 'Samir Haddad has lived in exile since 2001.', EXILE],
  ['altered-unit', 'Temperatures in Navar reached 44 degrees Fahrenheit.', HEAT],
  ['altered-unit', 'About 900 barrels of oil leaked from the Corvina.', SPILL],
  ['swapped-names', 'Ilya Sorin defeated Petra Holm in 38 moves.', CHESS],
  ['swapped-names', 'The film "Low Tide", directed by Ben Strand, won the main prize.', FILM],
  ['other-name', 'The treaty was signed in Vienna.', TREATY],
  ['other-name', 'The tanker Corvina is owned by Baltic Shipping.', SPILL],
  ['wrong-speaker', 'Ray Tellman said he might return if the elections were free.', EXILE, PLEDGE],
  ['wrong-speaker', 'The court said that Koski had never received a warning.', HOTEL],
  [
    'dropped-negation',
    'Sanna Koski told the court that she had received a warning about the faulty lift.',
    HOTEL,
  ],
  ['dropped-negation', 'Ray Tellman explained how the programme would be paid for.', PLEDGE],
  ['dropped-negation', 'Injuries were reported after the leak.', SPILL],
  ['added-negation', 'Uldavia and Kestria did not sign a border treaty.', TREATY],
  ['added-negation', 'The film "Low Tide" did not win the main prize.', FILM],
  ['added-negation', 'Two of the three unions did not accept the pay offer.', UNION],
  ['stitched', 'Petra Holm pledged to plant 20,000 trees.', CHESS, PLEDGE],
  ['stitched', 'Shares in Ostra Bank dropped because oil leaked from the tanker Corvina.', SHARES, SPILL],
  ['over-claimed', 'Samir Haddad will return.', EXILE],
  ['over-claimed', 'All three unions accepted the pay offer.', UNION],
  ['over-claimed', 'All of the dead were elderly.', HEAT],
  ['over-claimed', 'Governor Tellman planted 20,000 trees.', PLEDGE],
  ['changed-quotation', 'The film "High Tide" won the main prize.', FILM],
  ['invented', 'The hotel had been closed for months and was about to be sold.', HOTEL],
];
