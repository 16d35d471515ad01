/**
 * Written after the rules had been mended for `MODEL_TABLE`, in other fields and phrasings. At first sight they caught 44 of
 * 52 false ones and lost 9 of 40 true ones, six of these by mistaking who does what; general faults were mended after that.
 * All of it is invented news.
 */
import type { ModelRow } from './support-model-table.ts';

const DAM =
  'Engineers lowered the water level of the Orsa reservoir by four metres over the weekend after cracks 20 centimetres wide appeared in the dam, the regional government said on Monday.';
const EVAC =
  'Some 1,900 residents of the villages below were told to leave their homes; by evening about 1,400 had done so, according to the fire brigade.';
const COACH =
  'Goalkeeper Ines Varga will miss the rest of the season with a torn ligament, her club Dinamo Sarn said, two days after she was injured in the 1-0 win over Polna.';
const BANKRUPT =
  'The airline Blue Meridian filed for insolvency on Friday with debts of 380 million euros, leaving 42,000 passengers with worthless tickets.';
const MINISTER =
  'Environment minister Teo Barrak told the daily Morgenblatt that he considered a ban on single-use bottles "unavoidable", without naming a date.';
const OPPOSE =
  'The beverage industry association called the plan "an attack on consumers" and announced that it would go to court if the ban was passed.';
const SPACE =
  'The probe Halcyon landed on the asteroid Mirova at 14:07 on Wednesday and sent back 61 pictures before its signal was lost, the space agency said.';
const AGENCY = 'Flight director Noor Haddad said it was too early to say why contact had broken off.';
const SCHOOL =
  'Twelve of the 14 teachers at the school in Brock have handed in their notice since a new headmaster, Colin Marsh, took over in August.';
const HEAD =
  'Marsh declined to comment on the resignations, but wrote in a letter to parents that lessons would continue as planned.';
const DRUG =
  'Customs officers in the port of Lagosta seized 3.4 tonnes of cocaine hidden in a shipment of bananas from Corvia and arrested a lorry driver of 39.';
const CENSUS =
  'For the first time, more people left the islands last year than moved there: 8,120 departed and 7,455 arrived, the statistics office reported.';
const TREATY =
  'Lawmakers in Uvaria approved the extradition treaty by a single vote late on Thursday, after the government had made the vote a matter of confidence.';
const AUTHOR =
  'Novelist Salim Ruiz withdrew his name from the shortlist of the Orpheus Prize, saying he did not want to compete with the late Greta Amsel.';
const HEAT =
  'At least 16 farm workers have died in the heatwave in the Tolva valley since 2 July, ten of them in the past three days, the health ministry said.';
const UNION =
  'The farm workers’ union puts the number at 29 and accuses landowners of ignoring a rule that forbids work in the open above 38 degrees.';
const BRIDGE =
  'A barge struck a pier of the Karlo bridge shortly before dawn on Saturday; the bridge was closed but did not suffer lasting damage, inspectors found.';
const TRIAL =
  'The prosecutor asked for a prison sentence of nine years for banker Otto Klee, while the defence demanded his acquittal; a verdict is expected on 20 May.';

export const UNSEEN_TABLE: readonly ModelRow[] = [
  // ---- true ----
  ['true', 'The water level of the Orsa reservoir was lowered by four metres.', DAM],
  ['true', 'Cracks 20 cm wide had appeared in the dam, according to the regional government.', DAM],
  ['true', 'About 1,900 villagers were told to leave their homes.', EVAC],
  ['true', 'The fire brigade said around 1,400 residents had left by evening.', EVAC],
  ['true', 'Ines Varga has a torn ligament and will miss the rest of the season, Dinamo Sarn said.', COACH],
  ['true', 'The goalkeeper was injured in a 1-0 win against Polna.', COACH],
  ['true', 'Blue Meridian filed for insolvency with €380 million of debt.', BANKRUPT],
  ['true', 'The insolvency left 42,000 passengers holding worthless tickets.', BANKRUPT],
  [
    'true',
    'Teo Barrak, the environment minister, called a ban on single-use bottles "unavoidable".',
    MINISTER,
  ],
  ['true', 'Barrak did not name a date for the ban.', MINISTER],
  ['true', 'The industry association described the plan as "an attack on consumers".', OPPOSE],
  ['true', 'The association said it would go to court if the ban was passed.', OPPOSE],
  [
    'true',
    'Minister Barrak considers the ban "unavoidable", while the beverage industry association calls it "an attack on consumers".',
    MINISTER,
    OPPOSE,
  ],
  ['true', 'The probe Halcyon touched down on the asteroid Mirova on Wednesday.', SPACE],
  ['true', 'Halcyon sent 61 pictures before contact was lost.', SPACE],
  ['true', 'According to flight director Noor Haddad, it is too early to say why contact broke off.', AGENCY],
  ['true', 'Twelve of the school’s 14 teachers have resigned since Colin Marsh became headmaster.', SCHOOL],
  ['true', 'Colin Marsh took over as headmaster in August.', SCHOOL],
  ['true', 'Marsh would not comment on the resignations.', HEAD],
  ['true', 'Marsh wrote to parents that lessons would continue as planned.', HEAD],
  ['true', 'Customs officers found 3.4 tonnes of cocaine in a shipment of bananas from Corvia.', DRUG],
  ['true', 'A 39-year-old lorry driver was arrested.', DRUG],
  ['true', 'The cocaine was seized in the port of Lagosta.', DRUG],
  ['true', '8,120 people left the islands last year and 7,455 arrived.', CENSUS],
  ['true', 'More people departed from the islands than moved there, the statistics office reported.', CENSUS],
  ['true', 'Uvaria’s lawmakers approved the extradition treaty by one vote.', TREATY],
  ['true', 'The government had made the vote on the treaty a matter of confidence.', TREATY],
  ['true', 'Salim Ruiz withdrew from the shortlist of the Orpheus Prize.', AUTHOR],
  ['true', 'Ruiz said he did not want to compete with the late Greta Amsel.', AUTHOR],
  ['true', 'The health ministry said at least 16 farm workers had died in the heatwave.', HEAT],
  ['true', 'Ten of the workers died within the past three days.', HEAT],
  ['true', 'The union gives the number of dead as 29.', UNION, HEAT],
  ['true', 'The health ministry speaks of at least 16 dead, the farm workers’ union of 29.', HEAT, UNION],
  [
    'true',
    'Landowners are accused by the union of ignoring a rule against work in the open above 38 degrees.',
    UNION,
  ],
  ['true', 'A barge hit a pier of the Karlo bridge before dawn on Saturday.', BRIDGE],
  ['true', 'Inspectors found no lasting damage to the bridge.', BRIDGE],
  ['true', 'The prosecutor demanded nine years in prison for Otto Klee.', TRIAL],
  ['true', 'Klee’s defence asked for an acquittal.', TRIAL],
  ['true', 'A verdict in the case of Otto Klee is expected on 20 May.', TRIAL],
  ['true', 'The bridge was closed after a barge struck one of its piers.', BRIDGE],
  // ---- false ----
  ['altered-number', 'The water level was lowered by 14 metres.', DAM],
  ['altered-number', 'About 1,400 residents were told to leave their homes.', EVAC],
  ['altered-number', 'Halcyon sent back 16 pictures.', SPACE],
  ['altered-number', 'Fourteen of the twelve teachers have handed in their notice.', SCHOOL],
  ['altered-number', '8,120 people arrived on the islands and 7,455 departed.', CENSUS],
  ['altered-number', 'The health ministry puts the number of dead at 29.', HEAT, UNION],
  ['altered-date', 'The probe landed on Mirova on Tuesday.', SPACE],
  ['altered-date', 'A verdict is expected on 20 March.', TRIAL],
  ['altered-date', 'Blue Meridian filed for insolvency on Monday.', BANKRUPT],
  ['altered-date', 'Colin Marsh took over in September.', SCHOOL],
  ['altered-unit', 'Cracks 20 metres wide appeared in the dam.', DAM],
  ['altered-unit', 'Customs officers seized 3.4 kilos of cocaine.', DRUG],
  ['altered-unit', 'The prosecutor asked for a sentence of nine months.', TRIAL],
  ['swapped-names', 'Polna won 1-0 against Dinamo Sarn.', COACH],
  ['swapped-names', 'Greta Amsel said she did not want to compete with Salim Ruiz.', AUTHOR],
  ['swapped-names', 'The asteroid Halcyon was reached by the probe Mirova.', SPACE],
  ['swapped-names', 'The landowners accuse the union of ignoring a rule.', UNION],
  ['swapped-names', 'The defence asked for nine years and the prosecutor demanded an acquittal.', TRIAL],
  ['other-name', 'The cocaine was seized in the port of Lisbon.', DRUG],
  ['other-name', 'Headmaster Colin Harsh took over in August.', SCHOOL],
  ['wrong-speaker', 'The minister called the plan "an attack on consumers".', MINISTER, OPPOSE],
  ['wrong-speaker', 'Noor Haddad said that the probe had sent back 61 pictures.', SPACE, AGENCY],
  ['wrong-speaker', 'The fire brigade said that cracks had appeared in the dam.', DAM, EVAC],
  ['dropped-negation', 'The bridge suffered lasting damage.', BRIDGE],
  ['dropped-negation', 'Marsh commented on the resignations.', HEAD],
  ['dropped-negation', 'Salim Ruiz said he wanted to compete with Greta Amsel.', AUTHOR],
  ['dropped-negation', 'Barrak named a date for the ban.', MINISTER],
  ['added-negation', 'The bridge was not closed.', BRIDGE],
  ['added-negation', 'Lawmakers in Uvaria did not approve the extradition treaty.', TREATY],
  ['stitched', 'Passengers were injured when a barge struck the Karlo bridge.', BRIDGE, BANKRUPT],
  ['stitched', 'The teachers resigned because of the heatwave.', SCHOOL, HEAT],
  ['stitched', 'Otto Klee was sentenced to nine years for smuggling cocaine.', TRIAL, DRUG],
  ['over-claimed', 'Otto Klee was sentenced to nine years in prison.', TRIAL],
  ['over-claimed', 'The government has banned single-use bottles.', MINISTER],
  ['over-claimed', 'The dam has collapsed.', DAM],
  ['over-claimed', 'All residents have left the villages.', EVAC],
  ['over-claimed', 'Lawmakers approved the treaty unanimously.', TREATY],
  ['over-claimed', 'The teachers were dismissed by the new headmaster.', SCHOOL],
  ['changed-quotation', 'The minister called the ban "inevitable".', MINISTER],
  ['changed-quotation', 'The association called the plan "an attack on the consumer".', OPPOSE],
  ['invented', 'The probe cost 500 million euros and took six years to build.', SPACE],
  ['invented', 'Blue Meridian had expanded too quickly during the boom.', BANKRUPT],
  ['invented', 'Parents have asked for the headmaster to be replaced.', SCHOOL, HEAD],
  ['dropped-hedge', 'The association went to court.', OPPOSE],
  ['dropped-hedge', 'The landowners ignored a rule that forbids work above 38 degrees.', UNION],
  ['dropped-condition', 'The beverage industry association announced that it would go to court.', OPPOSE],
  ['opinion', 'The greedy landowners ignore a rule that forbids work in the open, the union says.', UNION],
  ['opinion', 'The airline shamelessly left 42,000 passengers with worthless tickets.', BANKRUPT],
  ['opinion', 'It is a pity that contact with the probe was lost.', SPACE],
  ['opinion', 'The minister is right that a ban is "unavoidable".', MINISTER],
  ['other-source', 'The Guardian reported that Otto Klee faces nine years in prison.', TRIAL],
  ['other-source', 'According to Interpol, 3.4 tonnes of cocaine were seized.', DRUG],
];
