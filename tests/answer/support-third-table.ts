/**
 * Written after the rules had been mended for `UNSEEN_TABLE`. At first sight they caught 34 of 41 false ones and lost 11 of
 * 31 true ones: who does what and negation were read into too much. All of it is invented news.
 */
import type { ModelRow } from './support-model-table.ts';

const PIPE =
  'A burst pipe left 6,500 households in the east of Dallin without water on Sunday; the utility Aquano expects repairs to last until Wednesday.';
const CHIEF =
  'Aquano’s chief engineer, Maren Holt, said the pipe dated from 1954 and had been due for replacement in spring.';
const STUDY =
  'People who slept fewer than six hours were 1.4 times as likely to catch a cold, a study of 3,300 nurses found, but its authors cautioned that they could not rule out other causes.';
const RAID =
  'Police searched 23 flats in Kastel and Orn before dawn and detained four men aged 19 to 27 who are suspected of having planned an attack on a synagogue.';
const LAWYER = 'A lawyer for one of the men, Iris Dahl, called the accusation "pure speculation".';
const VISA =
  'From 1 July citizens of Norvia can travel to Almeria without a visa for up to 90 days, the two governments announced on Tuesday.';
const CUP =
  'Defending champions Torra lost 2-1 to Skara in the semi-final after Emil Brandt was sent off in the 30th minute.';
const OIL =
  'The tanker Meriden, carrying 80,000 tonnes of crude oil, ran aground off Cape Lorn late on Friday, but no oil has leaked so far, the coastguard said.';
const GREEN =
  'The environmental group Clear Seas accused the shipping company of having ignored three storm warnings, which the company denies.';
const WAGE =
  'The government wants to raise the minimum wage from 11.20 to 12.50 crowns an hour in January, labour minister Jan Sorel told parliament.';
const EMPLOY =
  'Employers warned that 20,000 jobs could be lost; the trade union federation called the rise "long overdue".';
const SINGER =
  'Singer Mila Tarn has cancelled the remaining eleven concerts of her tour on medical advice, her manager wrote on Monday without giving details.';
const LAND =
  'A landslide buried the road between Imst and Varo on Thursday night. Rescuers found a damaged car but nobody inside it.';
const BOOK =
  'The library of Sundal returned a 400-year-old prayer book to the monastery of Hagen, from which it had been stolen in 1973.';
const DEBT =
  'Kardania will repay the loan of 1.8 billion dollars two years early, finance minister Ola Reth said, adding that the country had "left the crisis behind".';
const VOTE =
  'In the first round, Senator Petra Vaal won 38 percent of the votes and former general Udo Krantz 35 percent; the run-off is on 14 April.';

export const THIRD_TABLE: readonly ModelRow[] = [
  ['true', '6,500 households in eastern Dallin had no water on Sunday because of a burst pipe.', PIPE],
  ['true', 'Repairs are expected to last until Wednesday, according to Aquano.', PIPE],
  ['true', 'The pipe dated from 1954, chief engineer Maren Holt said.', CHIEF],
  ['true', 'It was due to be replaced in spring.', CHIEF],
  ['true', 'Nurses who slept less than six hours were 1.4 times as likely to catch a cold.', STUDY],
  ['true', 'The study’s authors said they could not rule out other causes.', STUDY],
  ['true', 'Police detained four men aged between 19 and 27.', RAID],
  ['true', 'The four men are suspected of planning an attack on a synagogue.', RAID],
  ['true', '23 flats in Kastel and Orn were searched.', RAID],
  ['true', 'Iris Dahl, a lawyer for one of the detained men, spoke of "pure speculation".', LAWYER, RAID],
  ['true', 'Norvian citizens can travel to Almeria without a visa for up to 90 days from 1 July.', VISA],
  ['true', 'The two governments announced the visa-free travel on Tuesday.', VISA],
  ['true', 'Skara beat the defending champions Torra 2-1 in the semi-final.', CUP],
  ['true', 'Torra’s Emil Brandt was sent off after 30 minutes.', CUP],
  ['true', 'The tanker Meriden ran aground off Cape Lorn with 80,000 tonnes of crude oil.', OIL],
  ['true', 'According to the coastguard, no oil has leaked so far.', OIL],
  ['true', 'Clear Seas says that the company ignored three storm warnings; the company denies it.', GREEN],
  ['true', 'The shipping company denies having ignored storm warnings.', GREEN],
  [
    'true',
    'Labour minister Jan Sorel said the government wants to raise the minimum wage to 12.50 crowns an hour.',
    WAGE,
  ],
  ['true', 'The minimum wage is 11.20 crowns an hour.', WAGE],
  ['true', 'Employers said 20,000 jobs could be lost.', EMPLOY],
  ['true', 'The trade union federation called the planned rise "long overdue".', EMPLOY],
  ['true', 'Mila Tarn cancelled the last eleven concerts of her tour for medical reasons.', SINGER],
  ['true', 'Her manager gave no details.', SINGER],
  ['true', 'The road between Imst and Varo was buried by a landslide.', LAND],
  ['true', 'Rescuers found a damaged car, but nobody was in it.', LAND],
  ['true', 'The prayer book had been stolen from the monastery of Hagen in 1973.', BOOK],
  ['true', 'Sundal’s library gave the book back to the monastery.', BOOK],
  ['true', 'Kardania is to repay its loan of $1.8 billion two years early.', DEBT],
  ['true', 'Petra Vaal received 38% of the vote in the first round, ahead of Udo Krantz with 35%.', VOTE],
  ['true', 'The run-off takes place on 14 April.', VOTE],
  ['altered-number', '5,600 households in Dallin had no water.', PIPE],
  ['altered-number', 'Nurses who slept little were 14 times as likely to catch a cold.', STUDY],
  ['altered-number', 'Petra Vaal won 35 percent and Udo Krantz 38 percent of the votes.', VOTE],
  ['altered-number', 'The minimum wage is to rise by 12.50 crowns.', WAGE],
  ['altered-date', 'The pipe dated from 1945.', CHIEF],
  ['altered-date', 'Citizens of Norvia can travel without a visa from 1 June.', VISA],
  ['altered-date', 'Repairs are expected to last until Friday.', PIPE],
  ['altered-unit', 'The minimum wage is to rise to 12.50 crowns a day.', WAGE],
  ['altered-unit', 'Citizens of Norvia can stay in Almeria for 90 weeks.', VISA],
  ['altered-unit', 'The tanker carried 80,000 barrels of oil.', OIL],
  ['swapped-names', 'Torra beat Skara 2-1 in the semi-final.', CUP],
  ['swapped-names', 'Citizens of Almeria can travel to Norvia without a visa.', VISA],
  ['swapped-names', 'The library of Hagen returned the book to the monastery of Sundal.', BOOK],
  ['swapped-names', 'General Petra Vaal will face Senator Udo Krantz.', VOTE],
  ['other-name', 'The tanker Meridian ran aground off Cape Horn.', OIL],
  ['wrong-speaker', 'The employers called the rise "long overdue".', EMPLOY],
  ['wrong-speaker', 'Jan Sorel warned that 20,000 jobs could be lost.', WAGE, EMPLOY],
  ['wrong-speaker', 'Maren Holt said that repairs would last until Wednesday.', PIPE, CHIEF],
  ['dropped-negation', 'Oil has leaked from the tanker.', OIL],
  ['dropped-negation', 'The authors could rule out other causes.', STUDY],
  ['dropped-negation', 'Rescuers found somebody inside the damaged car.', LAND],
  ['added-negation', 'Kardania will not repay the loan early.', DEBT],
  ['added-negation', 'The shipping company does not deny that it ignored the warnings.', GREEN],
  ['stitched', 'The pipe burst because of a landslide.', PIPE, LAND],
  ['stitched', 'Mila Tarn lost 2-1 to Skara.', SINGER, CUP],
  ['over-claimed', 'Four men attacked a synagogue in Kastel.', RAID],
  ['over-claimed', 'Lack of sleep causes colds.', STUDY],
  ['over-claimed', 'The company ignored three storm warnings.', GREEN],
  ['over-claimed', '20,000 jobs will be lost.', EMPLOY],
  ['over-claimed', 'Petra Vaal won the election.', VOTE],
  ['over-claimed', 'Mila Tarn has ended her career.', SINGER],
  ['changed-quotation', 'The lawyer spoke of "mere speculation".', LAWYER],
  ['changed-quotation', 'The minister said the country had "put the crisis behind it".', DEBT],
  ['invented', 'The driver of the car fled to the mountains.', LAND],
  ['invented', 'The monks celebrated the return of the book with a mass.', BOOK],
  ['dropped-hedge', 'The four men planned an attack on a synagogue.', RAID],
  ['dropped-hedge', 'The minimum wage rises to 12.50 crowns an hour in January.', WAGE],
  ['opinion', 'The negligent company ignored three storm warnings, Clear Seas says.', GREEN],
  ['opinion', 'Thankfully, no oil has leaked so far.', OIL],
  ['opinion', 'The wage rise is needed urgently.', WAGE, EMPLOY],
  ['other-source', 'The New York Times reported that the Meriden ran aground.', OIL],
];
