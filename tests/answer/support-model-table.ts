/**
 * Claims as language models word them, with what they get wrong. Written before the rules had seen any of it: at first
 * sight they caught 44 of 57 false ones and lost 4 of 40 true ones; what that showed was mended. All of it is invented news.
 */
import type { SupportLabel } from './support-table.ts';

/** Kinds of error that the other tables do not tell apart. */
type ModelLabel = SupportLabel | 'opinion' | 'dropped-hedge' | 'dropped-condition' | 'other-source';
export type ModelRow = readonly [label: ModelLabel, claim: string, ...quotes: string[]];

const STRIKE =
  'About 2,300 dockers at the port of Velm walked out on Monday after talks over night shifts collapsed, the union said.';
const STRIKE_OWNER =
  'Harbour operator Kantor said that only 1,100 workers had joined the strike and that ships were being unloaded "with short delays".';
const RATE =
  'The central bank of Orland left its key rate unchanged at 3.75 percent on Thursday, but Governor Hilde Aune did not rule out a cut in June.';
const TRIAL =
  'A jury found former treasurer Milan Petrak guilty of embezzling 640,000 euros from the hospital fund and cleared him of forgery.';
const APPEAL = 'His lawyer, Dora Lenz, said he would appeal against the conviction "to the last instance".';
const WILDFIRE =
  'The wildfire near Carvo has burned 4,800 hectares since Sunday and destroyed 37 houses; nobody has been killed, mayor Rui Taveira said.';
const VACCINE =
  'The new malaria vaccine may prevent three out of four severe cases in children under two, researchers reported in a study that has not yet been peer reviewed.';
const RAIL =
  'The night train between Harn and Lisca, suspended in 2014, will run again from 12 December, three times a week.';
const SUMMIT =
  'President Adela Korin told her counterpart Viktor Sand in Brenna on Tuesday that her country would not recognise the annexation.';
const SUMMIT_REPLY =
  'Sand replied that the referendum was "an internal matter", according to a transcript published by his office.';
const MERGER =
  'Telecom group Norda offered 2.1 billion dollars for its rival Skyline, which rejected the bid as too low.';
const POLL =
  'A survey by the institute Civitas put the Farmers Party at 24 percent, two points behind the governing Union, with a margin of error of three points.';
const RESCUE =
  'Divers freed nine of the eleven tourists trapped in the Grotta Bassa cave; the search for the other two was suspended because of rain.';
const PROTEST =
  'Police fired tear gas at demonstrators who had tried to break through a barrier outside the ministry, a reporter of this newspaper saw.';
const MUSEUM =
  'The stolen painting, "Woman with Lute" by Joris Maat, was found behind a false wall in a garage in Ostwijk.';
const CLIMATE =
  'Last month was the warmest October since measurements began in 1901, the weather service said, 2.1 degrees above the average of 1991 to 2020.';
const FOOTBALL = 'Arden drew 2-2 at Molby after Pia Ekdal equalised from a penalty in the 89th minute.';
const BORDER =
  'Unless an agreement is reached by 31 March, trucks from Tessia will need a permit for each crossing, the transport ministry warned.';
const CHOLERA =
  'Health officials confirmed 58 cases of cholera in the Sunna camp, including seven deaths, but rejected reports that the disease had spread to the capital.';
const TAX =
  'Parliament voted 112 to 97 on Wednesday to raise the tax on sugary drinks from 10 to 15 cents a litre.';

export const MODEL_TABLE: readonly ModelRow[] = [
  // ---- true ----
  ['true', 'About 2,300 dockers walked out at the port of Velm, according to the union.', STRIKE],
  ['true', 'The union said the walkout came after talks on night shifts collapsed.', STRIKE],
  ['true', 'Kantor, the harbour operator, put the number of strikers at only 1,100.', STRIKE_OWNER],
  ['true', 'According to Kantor, ships were being unloaded "with short delays".', STRIKE_OWNER],
  [
    'true',
    'The union spoke of about 2,300 dockers, while the operator Kantor said that only 1,100 workers had joined the strike.',
    STRIKE,
    STRIKE_OWNER,
  ],
  ['true', 'Orland’s central bank kept its key rate at 3.75 percent.', RATE],
  ['true', 'Governor Hilde Aune did not rule out a rate cut in June.', RATE],
  ['true', 'The key rate was left unchanged on Thursday.', RATE],
  [
    'true',
    'Milan Petrak, a former treasurer, was found guilty of embezzling €640,000 from the hospital fund.',
    TRIAL,
  ],
  ['true', 'Petrak was cleared of forgery.', TRIAL],
  ['true', 'The jury convicted Petrak of embezzlement but acquitted him of forgery.', TRIAL],
  ['true', 'Petrak’s lawyer Dora Lenz said that he would appeal.', TRIAL, APPEAL],
  ['true', 'Mayor Rui Taveira said the fire near Carvo had destroyed 37 houses and killed nobody.', WILDFIRE],
  ['true', 'The wildfire has burned 4,800 hectares since Sunday.', WILDFIRE],
  [
    'true',
    'Researchers reported that the malaria vaccine may prevent three quarters of severe cases in children under two.',
    VACCINE,
  ],
  ['true', 'The study of the malaria vaccine has not yet been peer reviewed.', VACCINE],
  ['true', 'The night train from Harn to Lisca will run again from 12 December.', RAIL],
  ['true', 'The train was suspended in 2014.', RAIL],
  ['true', 'It will run three times a week.', RAIL],
  ['true', 'Adela Korin told Viktor Sand that her country would not recognise the annexation.', SUMMIT],
  ['true', 'In Brenna, President Korin said her country would not recognise the annexation.', SUMMIT],
  [
    'true',
    'Sand called the referendum "an internal matter", according to a transcript from his office.',
    SUMMIT_REPLY,
  ],
  ['true', 'Norda made an offer of $2.1 billion for Skyline.', MERGER],
  ['true', 'Skyline rejected Norda’s bid as too low.', MERGER],
  ['true', 'The Farmers Party stood at 24% in a Civitas survey.', POLL],
  ['true', 'The survey put the Farmers Party two points behind the Union.', POLL],
  ['true', 'Nine of the eleven trapped tourists were freed by divers.', RESCUE],
  ['true', 'The search for the remaining two was suspended because of rain.', RESCUE],
  ['true', 'Police used tear gas against demonstrators who tried to break through a barrier.', PROTEST],
  ['true', 'The painting "Woman with Lute" was found in a garage in Ostwijk.', MUSEUM],
  ['true', 'Joris Maat’s stolen painting was hidden behind a false wall.', MUSEUM],
  ['true', 'The weather service said it was the warmest October since 1901.', CLIMATE],
  ['true', 'The month was 2.1 degrees warmer than the 1991–2020 average.', CLIMATE],
  ['true', 'Pia Ekdal equalised for Arden in the 89th minute.', FOOTBALL],
  ['true', 'Arden and Molby drew 2-2.', FOOTBALL],
  [
    'true',
    'Trucks from Tessia will need a permit for each crossing unless an agreement is reached by 31 March.',
    BORDER,
  ],
  ['true', 'There were 58 confirmed cases of cholera in the Sunna camp, seven of them fatal.', CHOLERA],
  ['true', 'Officials rejected reports that cholera had spread to the capital.', CHOLERA],
  ['true', 'Parliament voted by 112 to 97 to raise the tax on sugary drinks.', TAX],
  ['true', 'The tax on sugary drinks rises from 10 to 15 cents per litre.', TAX],
  // ---- false ----
  ['altered-number', 'About 3,200 dockers walked out at the port of Velm.', STRIKE],
  ['altered-number', 'The wildfire has destroyed 73 houses.', WILDFIRE],
  ['altered-number', 'Officials confirmed 58 deaths from cholera in the Sunna camp.', CHOLERA],
  ['altered-number', 'Parliament voted by 97 to 112 to raise the tax on sugary drinks.', TAX],
  ['altered-number', 'The tax on sugary drinks rises from 15 to 10 cents a litre.', TAX],
  ['altered-number', 'Eleven of the nine trapped tourists were freed.', RESCUE],
  ['altered-number', 'All eleven tourists were freed from the cave.', RESCUE],
  ['altered-number', 'The Farmers Party was three points behind the Union.', POLL],
  ['altered-date', 'The night train was suspended in 2004.', RAIL],
  ['altered-date', 'The night train will run again from 21 December.', RAIL],
  ['altered-date', 'The dockers walked out on Tuesday.', STRIKE],
  ['altered-date', 'Hilde Aune did not rule out a cut in July.', RATE],
  ['altered-date', 'It was the warmest November since measurements began.', CLIMATE],
  ['altered-unit', 'Norda offered 2.1 billion euros for Skyline.', MERGER],
  ['altered-unit', 'The wildfire has burned 4,800 square kilometres.', WILDFIRE],
  ['altered-unit', 'The night train will run three times a month.', RAIL],
  ['altered-unit', 'The tax rises to 15 cents a bottle.', TAX],
  ['swapped-names', 'Skyline offered 2.1 billion dollars for Norda.', MERGER],
  ['swapped-names', 'Norda rejected the bid of Skyline as too low.', MERGER],
  [
    'swapped-names',
    'Viktor Sand told Adela Korin that his country would not recognise the annexation.',
    SUMMIT,
  ],
  ['swapped-names', 'The Union is two points behind the Farmers Party.', POLL],
  ['swapped-names', 'Molby equalised at Arden through Pia Ekdal.', FOOTBALL],
  ['other-name', 'President Adela Korin met Viktor Sand in Vienna.', SUMMIT],
  ['other-name', 'The painting was by Joris Maan.', MUSEUM],
  ['wrong-speaker', 'Kantor said that about 2,300 dockers had walked out.', STRIKE, STRIKE_OWNER],
  ['wrong-speaker', 'Milan Petrak said that he would appeal "to the last instance".', TRIAL, APPEAL],
  ['wrong-speaker', 'President Korin called the referendum "an internal matter".', SUMMIT, SUMMIT_REPLY],
  [
    'wrong-speaker',
    'Mayor Rui Taveira said that ships were being unloaded "with short delays".',
    STRIKE_OWNER,
    WILDFIRE,
  ],
  ['dropped-negation', 'Governor Hilde Aune ruled out a cut in June.', RATE],
  ['dropped-negation', 'Korin told Sand that her country would recognise the annexation.', SUMMIT],
  ['dropped-negation', 'The study of the vaccine has been peer reviewed.', VACCINE],
  ['dropped-negation', 'People have been killed in the wildfire near Carvo.', WILDFIRE],
  ['added-negation', 'Parliament did not vote to raise the tax on sugary drinks.', TAX],
  ['added-negation', 'Petrak was not found guilty of embezzling money.', TRIAL],
  ['added-negation', 'Skyline has not rejected the bid.', MERGER],
  ['stitched', 'Petrak was cleared of embezzling and found guilty of forgery.', TRIAL],
  ['stitched', 'Because of the strike at Velm, the central bank left its key rate unchanged.', STRIKE, RATE],
  ['stitched', 'Rain destroyed 37 houses near Carvo.', RESCUE, WILDFIRE],
  ['over-claimed', 'Cholera has spread to the capital, health officials confirmed.', CHOLERA],
  ['over-claimed', 'All dockers at the port of Velm walked out.', STRIKE],
  ['over-claimed', 'The vaccine prevents all severe cases in children.', VACCINE],
  ['over-claimed', 'Police fired at demonstrators outside the ministry, killing several.', PROTEST],
  ['over-claimed', 'It was the warmest month since measurements began.', CLIMATE],
  ['changed-quotation', 'Dora Lenz said he would appeal "to the highest court".', APPEAL],
  ['changed-quotation', 'Sand called the referendum "a purely internal matter".', SUMMIT_REPLY],
  ['invented', 'The dockers demand a pay rise and longer holidays.', STRIKE],
  ['invented', 'The museum will display the painting again next spring.', MUSEUM],
  [
    'dropped-hedge',
    'The new malaria vaccine prevents three out of four severe cases in children under two.',
    VACCINE,
  ],
  ['dropped-hedge', 'The governor announced a cut in June.', RATE],
  ['dropped-condition', 'Trucks from Tessia will need a permit for each crossing from 31 March.', BORDER],
  [
    'dropped-condition',
    'The transport ministry warned that trucks from Tessia will need a permit for each crossing.',
    BORDER,
  ],
  ['opinion', 'The brutal police fired tear gas at peaceful demonstrators.', PROTEST],
  ['opinion', 'Parliament rightly voted to raise the tax on sugary drinks.', TAX],
  ['opinion', 'Sadly, the search for the other two was suspended because of rain.', RESCUE],
  ['opinion', 'Skyline made a mistake when it rejected the bid.', MERGER],
  ['other-source', 'According to Reuters, nine of the eleven tourists were freed.', RESCUE],
  ['other-source', 'The BBC reported that the painting was found in a garage in Ostwijk.', MUSEUM],
];
