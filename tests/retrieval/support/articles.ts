import type { Article } from './open-corpus.ts';

/**
 * Invented news from an invented coast, in clusters that graded questions are asked of: within each, articles share
 * some of a question's words and not others.
 */
export const ARTICLES: readonly Article[] = [
  // Two bridges and a tunnel.
  {
    id: 'bridge-opens',
    title: 'New crossing open',
    publisher: 'Vale Tribune',
    published: '2022-05-15',
    text: 'The Ostrand bridge opened to traffic on 14 May 2022 after four years of work. Transport secretary Ilse Marten cut the ribbon in front of a brass band. The crossing saves drivers a detour of 37 kilometres.',
  },
  {
    id: 'bridge-cracks',
    title: 'Engineers look at hairline cracks',
    publisher: 'Harbour Echo',
    published: '2023-02-02',
    text: 'Engineers have found hairline cracks in two pillars of the Ostrand bridge. A repair would take about six weeks, the road office said. Divers will examine the foundations next.',
  },
  {
    id: 'bridge-kelmar',
    title: 'Kelmar remembers its bridge builders',
    publisher: 'Harbour Echo',
    published: '2018-10-01',
    text: 'The Kelmar bridge opened to traffic in 1998 and has been painted green ever since. A plaque now recalls the three men who died while building it.',
  },
  {
    id: 'tunnel',
    title: 'Night works in the tunnel',
    publisher: 'Vale Tribune',
    published: '2021-11-20',
    text: 'The Sarn tunnel is closed to traffic every night this week. Crews are replacing the lamps and cleaning the drains.',
  },
  // All of a question's words in one sentence, and scattered.
  {
    id: 'lighthouse-insurer',
    title: 'Storm cover for a landmark',
    publisher: 'Vale Tribune',
    published: '2022-12-08',
    text: 'The company Norrland Mutual insures the Halden lighthouse against storm damage. The premium has doubled since the winter gales.',
  },
  {
    id: 'lighthouse-scattered',
    title: 'A busy summer on the coast',
    publisher: 'Harbour Echo',
    published: '2022-08-19',
    text: 'A theatre company from the capital played to full houses all week. Visitors to Halden queued for smoked eel. The farm shop now insures its own ponies. Children painted a cardboard lighthouse at the village school.',
  },
  {
    id: 'halden-fair',
    title: 'Rain stops the fair',
    publisher: 'Harbour Echo',
    published: '2022-09-04',
    text: 'Rain put an early end to the autumn fair in Halden on Saturday. Stallholders will get half of their fees back.',
  },
  // One event, two publishers, two figures.
  {
    id: 'kites-echo',
    title: 'Kites fill the sky',
    publisher: 'Harbour Echo',
    published: '2023-06-12',
    text: 'About 9,000 people attended the kite festival on Denby sands on Sunday. The longest kite measured forty metres.',
  },
  {
    id: 'kites-tribune',
    title: 'Kites over the sands',
    publisher: 'Vale Tribune',
    published: '2023-06-12',
    text: 'Some 6,500 people attended the kite festival on Denby sands on Sunday. Two kites were lost to the wind.',
  },
  {
    id: 'kites-moved',
    title: 'Organisers choose a new beach',
    publisher: 'Coast Radio',
    published: '2023-03-02',
    text: 'The kite festival is moving to Denby sands because of building work. Parking will be free of charge.',
  },
  // One council, three decisions.
  {
    id: 'parking-march-2023',
    title: 'Council on parking',
    publisher: 'Vale Tribune',
    published: '2023-03-16',
    text: 'The council decided on Tuesday to make parking free for nurses. Councillors passed the plan without a debate.',
  },
  {
    id: 'parking-september-2023',
    title: 'Council on parking',
    publisher: 'Harbour Echo',
    published: '2023-09-13',
    text: 'The council decided on Tuesday to double parking fees at the beach. Shopkeepers had warned against the plan.',
  },
  {
    id: 'parking-2021',
    title: 'Council on parking',
    publisher: 'Vale Tribune',
    published: '2021-05-06',
    text: 'The council decided on Tuesday to close the parking deck behind the station. Pigeons had settled in its stairwells.',
  },
  // One name, spelt in two ways, and half of it.
  {
    id: 'meshal',
    title: 'Envoy speaks in Geneva',
    publisher: 'Vale Tribune',
    published: '2020-04-02',
    text: 'Salim Meshal said that the prisoners would be home before the harvest. The envoy spoke to reporters in Geneva.',
  },
  {
    id: 'mashaal',
    title: 'Envoy cautious in Vienna',
    publisher: 'Harbour Echo',
    published: '2020-04-09',
    text: 'Salim Mashaal said that the prisoners could not expect to leave soon. The envoy spoke to reporters in Vienna.',
  },
  {
    id: 'barakat',
    title: 'A baker and his oven',
    publisher: 'Coast Radio',
    published: '2020-07-21',
    text: 'The baker Salim Barakat heats his oven with walnut shells. He learnt the trade from his grandmother.',
  },
  // A figure, the same farm without one, and another farm's.
  {
    id: 'wind-count',
    title: 'Approval for a wind farm',
    publisher: 'Vale Tribune',
    published: '2021-01-28',
    text: 'The Brenmoor wind farm will have 48 turbines when it is complete. It should power 70,000 homes.',
  },
  {
    id: 'wind-noise',
    title: 'Neighbours cannot sleep',
    publisher: 'Harbour Echo',
    published: '2022-03-30',
    text: 'Neighbours of the Brenmoor wind farm complain that the turbines hum at night. A doctor is to measure the noise.',
  },
  {
    id: 'wind-skell',
    title: 'Skell island unplugs its diesel',
    publisher: 'Coast Radio',
    published: '2019-09-17',
    text: 'The wind farm on Skell has 31 turbines and a battery. The island switched off its last diesel engine in August.',
  },
  // Two mayors on one matter, and the matter alone.
  {
    id: 'ferry-arden',
    title: 'Arden backs ferry money',
    publisher: 'Vale Tribune',
    published: '2022-02-10',
    text: 'The mayor of Arden, Petra Voll, supports the ferry subsidy. Without it, she said, the school run would end.',
  },
  {
    id: 'ferry-lisk',
    title: 'Lisk against ferry money',
    publisher: 'Harbour Echo',
    published: '2022-02-11',
    text: 'The mayor of Lisk, Tomas Eck, rejects the ferry subsidy. The money would be better spent on buses, he said.',
  },
  {
    id: 'ferry-timetable',
    title: 'Earlier boats in winter',
    publisher: 'Coast Radio',
    published: '2021-10-30',
    text: 'The last ferry will leave at seven from November on. Dogs travel free of charge.',
  },
  // An agency's report printed twice, and what came after.
  {
    id: 'regatta-echo',
    title: 'Orla Finnegan takes the regatta',
    publisher: 'Harbour Echo',
    published: '2021-07-05',
    text: 'Orla Finnegan won the Corvane sailing regatta by eleven seconds on Sunday. It was her third victory in a row. A broken mast forced the favourite to give up.',
  },
  {
    id: 'regatta-tribune',
    title: 'Finnegan wins regatta',
    publisher: 'Vale Tribune',
    published: '2021-07-05',
    text: 'Orla Finnegan won the Corvane sailing regatta by eleven seconds on Sunday. It was her third victory in a row. A broken mast forced the favourite to give up early.',
  },
  {
    id: 'regatta-banned',
    title: 'Motor boats barred',
    publisher: 'Coast Radio',
    published: '2021-08-14',
    text: 'Motor boats must keep away from the Corvane sailing regatta next year. Swimmers had complained of the wash.',
  },
  // A subject, a mention, and a word.
  {
    id: 'lanternfish',
    title: 'How the Lanternfish programme works',
    publisher: 'Vale Tribune',
    published: '2023-01-19',
    text: 'The Lanternfish programme pays trawler crews to bring lost nets ashore. It has cleared nine tonnes of nets since the spring.',
  },
  {
    id: 'harbour-budget',
    title: 'Harbour budget grows',
    publisher: 'Harbour Echo',
    published: '2023-01-25',
    text: 'The harbour board will spend more on dredging and on cranes next year. Money for the Lanternfish programme stays as it is. The board meets again in April.',
  },
  {
    id: 'concert-programme',
    title: 'Choir sings in the mill',
    publisher: 'Coast Radio',
    published: '2022-11-11',
    text: 'The choir has put together a programme of sea songs. It pays for its own heating in the old mill.',
  },
  // A rare word against common ones.
  {
    id: 'peat',
    title: 'A boat under the moor',
    publisher: 'Vale Tribune',
    published: '2022-06-03',
    text: 'The Quillan peat has given up an oak boat of the Bronze Age. Volunteers keep it wet with garden hoses.',
  },
  {
    id: 'researchers',
    title: 'Researchers find gulls are choosy',
    publisher: 'Coast Radio',
    published: '2022-06-10',
    text: 'Researchers were surprised to find that gulls prefer chips without vinegar. The researchers also did find that gulls look at faces.',
  },
  // A publisher as the subject.
  {
    id: 'echo-sold',
    title: 'Newspaper changes hands',
    publisher: 'Vale Tribune',
    published: '2019-03-05',
    text: 'The widow Lene Brandt has bought the Harbour Echo from its founder. All forty posts will stay, she promised.',
  },
  // Several kinds of things, a sentence each.
  {
    id: 'mill-fire',
    title: 'Paper mill burns down',
    publisher: 'Harbour Echo',
    published: '2021-08-04',
    text: 'A fire destroyed the Brackwater paper mill on 3 August 2021. According to director Henrike Solvang, nobody was hurt. All 62 workers left the building within minutes. The flames spread because a sprinkler pump had failed. Residents were taken to a sports hall in Lower Denby. Rebuilding will cost 14 million crowns.',
  },
  {
    id: 'dig',
    title: 'Treasure under the school yard',
    publisher: 'Coast Radio',
    published: '2020-10-13',
    text: 'Schoolgirl Mira Tallis discovered a hoard of silver coins in September 2019. The coins lay in a clay jar near Tolver Abbey. Experts counted 340 of them. Monks had probably buried the jar because raiders were close. About 80 percent of the coins came from abroad.',
  },
];

/** The articles whose ids begin so: fewer words to embed where a test needs some clusters only. */
export function articlesNamed(...beginnings: readonly string[]): readonly Article[] {
  return ARTICLES.filter(({ id }) => beginnings.some((beginning) => id.startsWith(beginning)));
}
