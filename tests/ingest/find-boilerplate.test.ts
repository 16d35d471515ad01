import { describe, expect, it } from 'vitest';
import { boilerplateOf, readOne } from './files.ts';

const FIRST = 'The harbour board of Portsea met on Tuesday and decided to dredge the northern channel.';
const SECOND =
  'Pilots, who had asked for it since the winter, thanked the board and said that work should begin soon.';

async function marked(text: string): Promise<string[]> {
  return boilerplateOf(await readOne('story.txt', text));
}

describe('boilerplate', () => {
  it.each([
    'Read More',
    'Advertisement',
    'Click here to read the full report.',
    'Sign up for our newsletter to get the harbour every morning!',
    'Subscribe to our channel',
    'Share this story',
    'Follow Ann Orr on Twitter: @annorr.',
    '© 2021 Portsea Post. All rights reserved.',
    'Copyright © 2021 Portsea Post',
    'RELATED: Ten ships that never came home.',
    'Read more: Ten ships that never came home',
    'Story continues below',
    'https://example.org/harbour/150070',
    'Jo Ray/Getty Images',
    'Photo: Jo Ray',
    'Lou Moe in Northsea contributed to this report.',
    'Note: Read our discussion guidelines before commenting.',
    'Portsea Watch > News > Harbour > Board dredges channel',
  ])('marks the line %j', async (line) => {
    expect(await marked(`${FIRST}\n\n${line}\n\n${SECOND}`)).toEqual([line]);
  });

  it.each([
    'Copyright law will change the harbour more than ice, Ann Orr said.',
    'Read more books, the librarian of Portsea told the children.',
    'Related to the founder by marriage, Orr has sat on the board since 2001.',
    'Click-bait about the harbour drew thousands.',
    'Comments by the mayor drew anger on the quay.',
    'Share prices of the shipyard fell by a tenth.',
    'Subscribers to the pilot fund lost everything.',
    'See also how the channel silted up in the fifties, Orr told the board.',
    'Follow the buoys, and you will not run aground, the pilots say.',
    'Tags were tied to every crate; nobody knew why.',
    'The photo, taken by Jo Ray of Getty Images, shows the quay under two feet of ice.',
    'By Friday the ice had gone.',
    'Published accounts of the winter of 1907 differ.',
    'More from the north came the ice, Orr recalled.',
    'Previous stories of ghost ships were dismissed by the board.',
    'He wrote it down at https://example.org/harbour and waited.',
  ])('leaves the sentence %j alone', async (sentence) => {
    expect(await marked(`${FIRST}\n\n${sentence}\n\n${SECOND}`)).toEqual([]);
  });

  it('marks a trailer with what hangs below it', async () => {
    const trailer = [
      'Related offer:',
      'The book about the ice – only here!',
      'Previous story:',
      'Harbour: We are ready',
      'Ice on the quay?',
    ].join('\n\n');
    expect(await marked(`${FIRST}\n\n${SECOND}\n\n${trailer}`)).toEqual([trailer]);
  });

  it('stops below a label at the next prose', async () => {
    const text = `${FIRST}\n\nRelated stories:\n\nTen ships that never came home\n\n${SECOND}\n\nShips wait`;
    expect(await marked(text)).toEqual(['Related stories:\n\nTen ships that never came home']);
  });

  it('marks the glued head and tail of a scraped page', async () => {
    const crumbs = 'Portsea Watch > Articles > Board Dredges Channel Board Dredges ChannelFebruary 3, 2021';
    const deck = 'Board Hails New Depth Harbour board and pilots met in Portsea, claiming that all is well.';
    const byline = 'By Ann Orr First Publish: 2/23/2021, 5:27 PMOrr and Moe Wikimedia Commons';
    const tail = 'https://example.org/News.aspx/150070 |';
    const text = `${crumbs} ${deck} ${byline} ${FIRST} ${SECOND} ${tail}`;
    expect(await marked(text)).toEqual([crumbs, byline, tail]);
  });

  it('marks one of two equal headlines', async () => {
    const headline = 'Board dredges the northern channel';
    expect(await marked(`${headline}\n\n${headline}\n\n${FIRST}`)).toEqual([headline]);
  });

  it('marks bylines and stamps at the head only', async () => {
    const filler = `${SECOND}\n\n`.repeat(20);
    const text = `Board dredges channel\nBy Ann Orr\nPublished: February 23, 2021\n\n${filler}By Lou Moe\n\n${FIRST}`;
    expect(await marked(text)).toEqual(['By Ann Orr\nPublished: February 23, 2021']);
  });

  it('marks a Markdown heading that repeats the title', async () => {
    const document = await readOne(
      'a.md',
      `---\ntitle: Board dredges\n---\n# Board dredges\n\n${FIRST}\n\n## Cost\n\n${SECOND}`,
    );
    expect(boilerplateOf(document)).toEqual(['# Board dredges']);
  });

  it('never marks a whole document', async () => {
    expect(await marked('Click here to read our rules.')).toEqual([]);
  });
});
