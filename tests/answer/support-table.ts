/**
 * Claims and the quotes that they cite, labelled by hand: what a drafter gets right, and the ways in which it errs.
 * All of it is invented news. Rules were written against `SUPPORT_TABLE`. `HELD_BACK_TABLE` was then looked at for the
 * first time: 37 of 37 false ones caught, 6 of 28 true ones lost; what was lost was mended after that.
 */

export type SupportLabel =
  | 'true'
  | 'altered-number'
  | 'altered-date'
  | 'altered-unit'
  | 'swapped-names'
  | 'other-name'
  | 'wrong-speaker'
  | 'dropped-negation'
  | 'added-negation'
  | 'stitched'
  | 'over-claimed'
  | 'changed-quotation'
  | 'invented';

export type SupportRow = readonly [label: SupportLabel, claim: string, ...quotes: string[]];

/** Every claim cites articles of this publisher and day. */
export const TABLE_FACTS = {
  title: 'Harbour vote ends in upset',
  publisher: 'The Tarn Courier',
  author: 'Mirela Oduya',
  published: '2019-03-14',
} as const;

const VOTE =
  'The Reform Alliance won 48 of the 90 seats in the regional assembly, the electoral board said on Thursday.';
const BRIDGE =
  'The new bridge over the Tarn, which cost about $3.2 billion, is 14 kilometres long and opened to traffic in May 2018.';
const TALKS =
  'President Lena Markovic met Prime Minister Tomas Villar in Oslo on 12 March 2019, but they did not sign an agreement.';
const STRIKE =
  'Union leader Paul Renner said: "We will not return to work until every dismissed driver has been reinstated."';
const FLOOD =
  'More than 300 people were evacuated from the village of Sella after the river burst its banks, police chief Ana Duarte told reporters.';
const PROBE =
  'Prosecutors allege that the former mayor, Stefan Kolb, may have accepted bribes worth 40,000 euros.';
const VACCINE =
  'The vaccine could reduce hospital admissions by up to 35 percent in people over 60, according to a study of 12,000 patients.';
const SUMMIT =
  'Haniyeh congratulated Abbas by telephone and invited him to Gaza, a spokesman for Haniyeh said.';
const MINE =
  'Two miners died and eleven were injured when a tunnel collapsed at the Korva mine early on Sunday; nine others remain missing.';
const BANK =
  'The central bank raised its main interest rate from 4.5 percent to 5 percent, the first increase in six years.';
const REJECT =
  'The opposition rejected the budget and its leader, Mara Quinn, refused to attend the session.';
const MATCH = 'Norrby beat Lindal 3-1 in the final, with Sofia Ek scoring twice in the second half.';
const ISRAEL =
  'Defence minister Oren Talmi said Israel would not hold talks with the group unless it disarmed.';
const FACTORY =
  'Velta Motors plans to close its plant in Braga next year, which would put 1,450 jobs at risk.';
const CENSUS =
  'Half of the residents of Port Ansa are under 25, and one in five was born abroad, the census found.';
const NOTSAY = 'Foreign minister Ilse Brandt did not say whether sanctions would be lifted.';
const LAW = 'Parliament approved the water bill by 61 votes to 22 on Tuesday, with seven abstentions.';
const DIED =
  'The novelist Amara Nwosu, who wrote "The Salt Road", died in Lisbon on 2 February 2019 at the age of 81.';
const TRADE = 'Exports to Japan fell by 8.4 percent in 2018 while imports from Brazil rose by 12 percent.';
const COURT =
  'The court acquitted Daniel Reyes of fraud but convicted his partner, Hugo Salas, of tax evasion.';
const NEITHER = 'Neither company has commented on the reported merger, and no date for a vote has been set.';
const SEVERAL =
  'Some residents said they heard an explosion shortly before the fire broke out at the warehouse.';

export const SUPPORT_TABLE: readonly SupportRow[] = [
  // ---- true ----
  ['true', `The Tarn Courier, 14 March 2019: ${VOTE}`, VOTE],
  [
    'true',
    'The Reform Alliance won 48 of 90 seats in the regional assembly, according to the electoral board.',
    VOTE,
  ],
  ['true', 'The electoral board said the Reform Alliance had won forty-eight seats.', VOTE],
  ['true', 'The Tarn Courier reported on 14 March 2019 that the Reform Alliance won 48 seats.', VOTE],
  ['true', 'The bridge over the Tarn opened to traffic in May 2018.', BRIDGE],
  ['true', 'The bridge, 14 km long, cost about 3.2 billion dollars.', BRIDGE],
  ['true', 'According to the Tarn Courier, the new bridge is 14 kilometres long.', BRIDGE],
  ['true', 'Markovic and Villar met in Oslo on 12 March 2019 without signing an agreement.', TALKS],
  ['true', 'Lena Markovic met Tomas Villar in Oslo in March 2019.', TALKS],
  [
    'true',
    'President Markovic and Prime Minister Villar did not sign an agreement when they met in Oslo.',
    TALKS,
  ],
  [
    'true',
    'Paul Renner said the union would not return to work until every dismissed driver had been reinstated.',
    STRIKE,
  ],
  [
    'true',
    'Renner said: "We will not return to work until every dismissed driver has been reinstated."',
    STRIKE,
  ],
  [
    'true',
    'The union leader said “we will not return to work” until dismissed drivers are reinstated.',
    STRIKE,
  ],
  ['true', 'More than 300 people were evacuated from Sella, police chief Ana Duarte said.', FLOOD],
  ['true', 'Police chief Ana Duarte told reporters that over 300 people had been evacuated.', FLOOD],
  ['true', 'Sella was evacuated after the river burst its banks.', FLOOD],
  ['true', 'Prosecutors allege that Stefan Kolb may have accepted bribes worth €40,000.', PROBE],
  ['true', 'Former mayor Stefan Kolb is alleged to have possibly taken bribes of 40,000 euros.', PROBE],
  [
    'true',
    'A study of 12,000 patients found the vaccine could reduce hospital admissions by up to 35% in people over 60.',
    VACCINE,
  ],
  ['true', 'The vaccine might cut hospital admissions by up to 35 per cent among people over 60.', VACCINE],
  ['true', 'Haniyya congratulated Abbas by telephone, a spokesman said.', SUMMIT],
  ['true', 'Abbas was congratulated by Haniyeh and invited to Gaza.', SUMMIT],
  ['true', 'Two miners died at the Korva mine when a tunnel collapsed.', MINE],
  ['true', 'Nine people remain missing after the collapse at the Korva mine.', MINE],
  ['true', 'Eleven miners were injured at Korva early on Sunday.', MINE],
  ['true', 'The central bank raised its main rate to 5 percent, the first increase in six years.', BANK],
  ['true', 'The main interest rate rose from 4.5% to 5%.', BANK],
  ['true', 'Mara Quinn, the opposition leader, refused to attend the session.', REJECT],
  ['true', 'The opposition did not accept the budget.', REJECT],
  ['true', 'Norrby beat Lindal 3-1; Sofia Ek scored twice.', MATCH],
  ['true', 'Lindal were beaten 3-1 by Norrby in the final.', MATCH],
  ['true', 'Israel would not hold talks with the group unless it disarmed, Oren Talmi said.', ISRAEL],
  ['true', 'Talmi, the Israeli defence minister, ruled out talks with the group unless it disarms.', ISRAEL],
  ['true', 'Velta Motors plans to close its plant in Braga next year.', FACTORY],
  ['true', 'Closing the Braga plant would put 1,450 jobs at risk.', FACTORY],
  ['true', '50 percent of Port Ansa residents are under 25.', CENSUS],
  ['true', 'The census found that half of Port Ansa’s residents are under 25.', CENSUS],
  ['true', 'Ilse Brandt did not say whether sanctions would be lifted.', NOTSAY],
  ['true', 'The water bill was approved by parliament by 61 votes to 22.', LAW],
  ['true', 'There were seven abstentions when parliament voted on the water bill on Tuesday.', LAW],
  ['true', 'Amara Nwosu, author of "The Salt Road", died in Lisbon in February 2019, aged 81.', DIED],
  ['true', 'Nwosu died on 2 February 2019.', DIED],
  ['true', 'Exports to Japan fell 8.4% in 2018.', TRADE],
  ['true', 'Imports from Brazil rose by 12 percent in 2018, while exports to Japan fell.', TRADE],
  ['true', 'Daniel Reyes was acquitted of fraud.', COURT],
  ['true', 'Hugo Salas was convicted of tax evasion; Daniel Reyes was acquitted.', COURT],
  ['true', 'Neither company has commented on the merger.', NEITHER],
  ['true', 'No date has been set for a vote on the reported merger.', NEITHER],
  ['true', 'Some residents reported hearing an explosion before the warehouse fire.', SEVERAL],
  [
    'true',
    'The Reform Alliance won 48 seats, and parliament approved the water bill by 61 votes to 22.',
    VOTE,
    LAW,
  ],

  // ---- numbers, dates, units ----
  ['altered-number', 'The Reform Alliance won 84 of the 90 seats in the regional assembly.', VOTE],
  ['altered-number', 'The Reform Alliance won 48 of the 99 seats.', VOTE],
  ['altered-number', 'The bridge cost about $2.3 billion.', BRIDGE],
  ['altered-number', 'More than 3,000 people were evacuated from Sella.', FLOOD],
  ['altered-number', 'Prosecutors allege that Kolb may have accepted 400,000 euros in bribes.', PROBE],
  ['altered-number', 'Three miners died at the Korva mine.', MINE],
  ['altered-number', 'Two miners were injured and eleven died when a tunnel collapsed.', MINE],
  ['altered-number', 'The central bank raised its main interest rate to 5.5 percent.', BANK],
  ['altered-number', 'Norrby beat Lindal 4-1 in the final.', MATCH],
  ['altered-number', 'A third of Port Ansa residents are under 25.', CENSUS],
  ['altered-number', 'Nearly two dozen people remain missing at Korva.', MINE],
  ['altered-number', 'Parliament approved the water bill by 22 votes to 61.', LAW],
  ['altered-date', 'The bridge opened to traffic in May 2016.', BRIDGE],
  ['altered-date', 'The bridge opened to traffic in March 2018.', BRIDGE],
  ['altered-date', 'Markovic met Villar in Oslo on 21 March 2019.', TALKS],
  ['altered-date', 'Parliament approved the water bill on Wednesday.', LAW],
  ['altered-date', 'The Tarn Courier, 14 March 2017: The Reform Alliance won 48 of the 90 seats.', VOTE],
  ['altered-date', 'Amara Nwosu died in Lisbon on 2 February 2009.', DIED],
  ['altered-date', 'Exports to Japan fell by 8.4 percent in 2017.', TRADE],
  ['altered-date', 'Velta Motors plans to close its plant in Braga this year.', FACTORY],
  ['altered-unit', 'The new bridge is 14 miles long.', BRIDGE],
  ['altered-unit', 'The bridge cost about 3.2 billion euros.', BRIDGE],
  ['altered-unit', 'The bridge cost about $3.2 million.', BRIDGE],
  ['altered-unit', 'The rate increase was the first in six months.', BANK],
  ['altered-unit', 'The study followed 12,000 hospitals.', VACCINE],
  ['altered-unit', 'The central bank raised its main interest rate by 5 percentage points.', BANK],

  // ---- names and speakers ----
  ['swapped-names', 'Abbas congratulated Haniyeh by telephone.', SUMMIT],
  ['swapped-names', 'Lindal beat Norrby 3-1 in the final.', MATCH],
  ['swapped-names', 'Haniyeh was congratulated by Abbas by telephone.', SUMMIT],
  [
    'swapped-names',
    'The court convicted Daniel Reyes of tax evasion and acquitted Hugo Salas of fraud.',
    COURT,
  ],
  [
    'swapped-names',
    'Exports to Brazil fell by 8.4 percent while imports from Japan rose by 12 percent.',
    TRADE,
  ],
  ['swapped-names', 'Prime Minister Lena Markovic met President Tomas Villar in Oslo.', TALKS],
  ['other-name', 'The Labour Alliance won 48 of the 90 seats.', VOTE],
  ['other-name', 'Lena Markovic met Tomas Villar in Stockholm.', TALKS],
  ['other-name', 'Lena Markovic met Tomas Varga in Oslo.', TALKS],
  ['other-name', 'Prosecutors allege that Stefan Kohler may have accepted bribes.', PROBE],
  ['other-name', 'Amara Nwosu died in Madrid on 2 February 2019.', DIED],
  ['other-name', 'Exports to China fell by 8.4 percent in 2018.', TRADE],
  [
    'wrong-speaker',
    'Ana Duarte said: "We will not return to work until every dismissed driver has been reinstated."',
    STRIKE,
    FLOOD,
  ],
  [
    'wrong-speaker',
    'Police chief Paul Renner told reporters that more than 300 people were evacuated.',
    FLOOD,
  ],
  ['wrong-speaker', 'Abbas said he had been invited to Gaza by Haniyeh.', SUMMIT],
  ['wrong-speaker', 'The opposition said on Thursday that the Reform Alliance won 48 of the 90 seats.', VOTE],
  ['wrong-speaker', 'The Daily Ledger, 14 March 2019: The Reform Alliance won 48 of the 90 seats.', VOTE],
  [
    'wrong-speaker',
    'Prime Minister Villar said Israel would not hold talks with the group unless it disarmed.',
    ISRAEL,
    TALKS,
  ],

  // ---- negation ----
  ['dropped-negation', 'Markovic and Villar met in Oslo and signed an agreement.', TALKS],
  [
    'dropped-negation',
    'Paul Renner said drivers will return to work until every dismissed driver has been reinstated.',
    STRIKE,
  ],
  ['dropped-negation', 'Ilse Brandt said whether sanctions would be lifted.', NOTSAY],
  ['dropped-negation', 'Oren Talmi said Israel would hold talks with the group unless it disarmed.', ISRAEL],
  ['dropped-negation', 'Both companies have commented on the reported merger.', NEITHER],
  ['dropped-negation', 'A date for a vote has been set.', NEITHER],
  ['dropped-negation', 'Mara Quinn attended the session.', REJECT],
  ['dropped-negation', 'The opposition accepted the budget.', REJECT],
  ['added-negation', 'The Reform Alliance did not win 48 of the 90 seats.', VOTE],
  ['added-negation', 'Lena Markovic did not meet Tomas Villar in Oslo.', TALKS],
  ['added-negation', 'The opposition did not reject the budget.', REJECT],
  ['added-negation', 'Parliament has not approved the water bill.', LAW],
  ['added-negation', 'Velta Motors has no plans to close its plant in Braga.', FACTORY],
  ['added-negation', 'The court did not acquit Daniel Reyes of fraud.', COURT],
  ['added-negation', 'Norrby never beat Lindal in the final.', MATCH],

  // ---- stitched ----
  ['stitched', 'Mara Quinn was convicted of tax evasion.', REJECT, COURT],
  ['stitched', 'Stefan Kolb died in Lisbon on 2 February 2019.', PROBE, DIED],
  ['stitched', 'The opposition rejected the budget because the Reform Alliance won 48 seats.', REJECT, VOTE],
  ['stitched', 'Velta Motors beat Lindal 3-1 in the final.', FACTORY, MATCH],
  ['stitched', 'Two miners died after the river burst its banks.', MINE, FLOOD],
  ['stitched', 'Lena Markovic rejected the budget.', TALKS, REJECT],

  // ---- over-claimed ----
  ['over-claimed', 'Stefan Kolb accepted bribes worth 40,000 euros.', PROBE],
  ['over-claimed', 'Prosecutors proved that Stefan Kolb accepted bribes.', PROBE],
  ['over-claimed', 'The vaccine will reduce hospital admissions by 35 percent.', VACCINE],
  ['over-claimed', 'The vaccine reduces hospital admissions by 35 percent in all patients.', VACCINE],
  ['over-claimed', 'Velta Motors has closed its plant in Braga.', FACTORY],
  ['over-claimed', 'All residents heard an explosion before the fire.', SEVERAL],
  ['over-claimed', 'Israel will not hold talks with the group.', ISRAEL],
  ['over-claimed', 'The Reform Alliance won every seat in the regional assembly.', VOTE],
  ['over-claimed', 'The new bridge over the Tarn is the longest in the country.', BRIDGE],
  ['over-claimed', 'Only two miners died at the Korva mine.', MINE],
  ['over-claimed', 'The bridge cost exactly $3.2 billion.', BRIDGE],
  ['over-claimed', 'It was the first final that Norrby won against Lindal.', MATCH],
  ['over-claimed', 'Parliament unanimously approved the water bill.', LAW],
  ['over-claimed', 'Exactly 300 people were evacuated from Sella.', FLOOD],

  // ---- quotations and inventions ----
  ['changed-quotation', 'Renner said: "We will never return to work."', STRIKE],
  ['changed-quotation', 'Renner said: "We shall not go back until every fired driver is rehired."', STRIKE],
  ['changed-quotation', 'Talmi said “Israel will destroy the group” unless it disarmed.', ISRAEL],
  ['changed-quotation', 'Amara Nwosu wrote "The Salt Sea".', DIED],
  ['invented', 'The bridge was designed by a firm from the capital and painted red.', BRIDGE],
  ['invented', 'Voters were angry about corruption, unemployment and the price of bread.', VOTE],
  ['invented', 'Read more at https://example.org/win and tell @everyone.', VOTE],
  ['invented', 'The Reform Alliance won 48 seats, see [the list](http://evil.example/list).', VOTE],
];

const HARVEST =
  'Farmers in the Dune province expect a harvest of roughly 2.1 million tonnes, down from 2.6 million tonnes in 2020.';
const ENVOY =
  'UN envoy Karim Saleh arrived in Damar on Monday and handed President Yusuf Benali a letter from the secretary-general.';
const FERRY =
  'The ferry Astrid sank in calm seas on the night of 3 October 2017; 27 of its 112 passengers were never found.';
const COACH = '"I was never asked to resign," head coach Ivo Petrak told the newspaper Sport Dan on Friday.';
const TAX =
  'Finance minister Grace Obeng suggested that the fuel tax could be halved if oil prices remain below $50 a barrel.';
const DEAL =
  'Norland agreed to sell 24 helicopters to Esteria for 900 million euros, its largest arms contract since 1998.';
const POLL =
  'A Lumen poll put support for the Green List at 31 percent, four points ahead of the Union of Liberals, with 12 percent undecided.';
const TEMPLE =
  'Archaeologists believe the temple was built in the 4th century, probably by masons from the coast.';
const SCHOOL =
  'No pupils were in the school when its roof collapsed on Saturday, head teacher Olga Winter said.';
const REFUSE =
  'The airline denied that its pilots had ignored a warning, and investigators found no evidence of sabotage.';
const FISH =
  'Most of the 5,600 boats in the fleet are less than ten metres long and rarely leave coastal waters.';
const PRIZE = 'The jury awarded the Halden Prize to Mei Tanaka rather than to the favourite, Luca Ferri.';

export const HELD_BACK_TABLE: readonly SupportRow[] = [
  ['true', 'Farmers in Dune expect to harvest about 2.1 million tonnes.', HARVEST],
  ['true', 'The harvest was 2.6 million tonnes in 2020.', HARVEST],
  ['true', 'A harvest of roughly 2,100,000 tonnes is expected in the Dune province.', HARVEST],
  ['true', 'Karim Saleh, the UN envoy, handed Yusuf Benali a letter from the secretary-general.', ENVOY],
  ['true', 'The envoy arrived in Damar on Monday, the Tarn Courier reported.', ENVOY],
  ['true', 'President Benali was handed a letter by Saleh.', ENVOY],
  ['true', 'The Astrid sank on 3 October 2017.', FERRY],
  ['true', 'Of the ferry’s 112 passengers, twenty-seven were never found.', FERRY],
  [
    'true',
    'The Tarn Courier, 14 March 2019: The ferry Astrid sank in calm seas on the night of 3 October 2017.',
    FERRY,
  ],
  ['true', 'Ivo Petrak told Sport Dan that he was never asked to resign.', COACH],
  ['true', 'Petrak said he "was never asked to resign".', COACH],
  ['true', 'Grace Obeng suggested the fuel tax could be halved if oil stays below 50 dollars a barrel.', TAX],
  ['true', 'According to Obeng, the fuel tax could be cut by half if oil prices remain below $50.', TAX],
  ['true', 'Norland agreed to sell Esteria 24 helicopters for €900 million.', DEAL],
  ['true', 'It was Norland’s largest arms contract since 1998.', DEAL],
  ['true', 'Esteria will buy two dozen helicopters from Norland.', DEAL],
  ['true', 'The Green List had 31% support in the Lumen poll.', POLL],
  ['true', 'The Union of Liberals was four points behind the Green List.', POLL],
  ['true', '12 per cent of those polled by Lumen were undecided.', POLL],
  ['true', 'The temple was probably built in the fourth century, archaeologists believe.', TEMPLE],
  ['true', 'Archaeologists believe masons from the coast probably built it.', TEMPLE],
  ['true', 'Head teacher Olga Winter said no pupils were in the school when the roof collapsed.', SCHOOL],
  [
    'true',
    'The school was empty of pupils when its roof collapsed on Saturday, according to Olga Winter.',
    SCHOOL,
  ],
  ['true', 'Investigators found no evidence of sabotage.', REFUSE],
  ['true', 'The airline denied its pilots had ignored a warning.', REFUSE],
  ['true', 'Most boats in the fleet are under ten metres long.', FISH],
  ['true', 'The Halden Prize went to Mei Tanaka, not to Luca Ferri.', PRIZE],
  ['true', 'Mei Tanaka was awarded the Halden Prize by the jury.', PRIZE],
  ['altered-number', 'Farmers expect a harvest of roughly 1.2 million tonnes.', HARVEST],
  [
    'altered-number',
    'Farmers expect a harvest of 2.6 million tonnes, down from 2.1 million tonnes.',
    HARVEST,
  ],
  ['altered-number', '72 of the passengers of the Astrid were never found.', FERRY],
  ['altered-number', 'Norland agreed to sell 42 helicopters to Esteria.', DEAL],
  ['altered-number', 'The Green List was fourteen points ahead.', POLL],
  ['altered-date', 'The Astrid sank on 3 October 2007.', FERRY],
  ['altered-date', 'The envoy arrived in Damar on Tuesday.', ENVOY],
  ['altered-date', 'It was the largest arms contract since 1989.', DEAL],
  ['altered-date', 'The temple was built in the 14th century.', TEMPLE],
  ['altered-unit', 'Norland agreed to sell 24 tanks to Esteria.', DEAL],
  ['altered-unit', 'Farmers expect a harvest of roughly 2.1 billion tonnes.', HARVEST],
  ['altered-unit', 'Most of the boats are less than ten feet long.', FISH],
  ['swapped-names', 'Esteria agreed to sell 24 helicopters to Norland.', DEAL],
  ['swapped-names', 'The jury awarded the Halden Prize to Luca Ferri rather than to Mei Tanaka.', PRIZE],
  ['swapped-names', 'Yusuf Benali handed Karim Saleh a letter from the secretary-general.', ENVOY],
  ['swapped-names', 'The Union of Liberals was four points ahead of the Green List.', POLL],
  ['other-name', 'UN envoy Karim Saleh arrived in Amman on Monday.', ENVOY],
  ['other-name', 'Finance minister Grace Mensah suggested the fuel tax could be halved.', TAX],
  ['wrong-speaker', 'Yusuf Benali told Sport Dan that he was never asked to resign.', COACH, ENVOY],
  ['wrong-speaker', 'Investigators denied that the pilots had ignored a warning.', REFUSE],
  ['dropped-negation', 'Ivo Petrak said he was asked to resign.', COACH],
  ['dropped-negation', 'Pupils were in the school when its roof collapsed on Saturday.', SCHOOL],
  ['dropped-negation', 'Investigators found evidence of sabotage.', REFUSE],
  ['dropped-negation', 'The 27 passengers were found.', FERRY],
  ['added-negation', 'The ferry Astrid did not sink in calm seas.', FERRY],
  ['added-negation', 'Norland did not agree to sell helicopters to Esteria.', DEAL],
  ['added-negation', 'The jury never awarded the Halden Prize to Mei Tanaka.', PRIZE],
  ['stitched', 'Grace Obeng was awarded the Halden Prize.', TAX, PRIZE],
  ['stitched', 'The roof of the school collapsed because the fuel tax was halved.', SCHOOL, TAX],
  ['over-claimed', 'The fuel tax will be halved, finance minister Grace Obeng said.', TAX],
  ['over-claimed', 'The temple was built by masons from the coast.', TEMPLE],
  ['over-claimed', 'All of the 5,600 boats in the fleet are less than ten metres long.', FISH],
  ['over-claimed', 'The airline’s pilots ignored a warning.', REFUSE],
  ['over-claimed', 'The boats never leave coastal waters.', FISH],
  ['changed-quotation', 'Petrak said: "I was often asked to resign."', COACH],
  ['changed-quotation', 'Obeng said the tax "must be halved" if oil prices remain low.', TAX],
  ['invented', 'The captain of the Astrid had been drinking and left the bridge unattended.', FERRY],
];
