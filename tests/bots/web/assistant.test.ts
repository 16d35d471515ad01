import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb, type Web } from '../../../bots/web/start-web.ts';
import { openParts, type Parts, readConfig } from '../../../src/index.ts';
import { ingestSeeds } from '../../support/seed-index.ts';

describe('the web page over an index of the seeds', () => {
  let parts: Parts;
  let web: Web;

  beforeAll(async () => {
    parts = await openParts(readConfig({ overrides: { DATA: await ingestSeeds() } }));
    web = await startWeb(
      {
        ask: (question, options) => parts.assistant.ask(question, options),
        documents: () => parts.index.documents(),
        document: (id) => parts.index.document(id),
      },
      { port: 0 },
    );
  });

  afterAll(async () => {
    await web.close();
    await parts[Symbol.asyncDispose]();
  });

  const open = async (path: string) => parseHTML(await (await fetch(web.url + path)).text()).document;

  it('leads from a question to the cited words in their document', async () => {
    const answer = await open('/?q=Where+did+Abbas+and+Mashaal+meet+in+November+2011%3F');
    const said = answer.querySelector('.answer blockquote')?.textContent?.replace(/\s*\[\d+\]$/u, '');
    expect(said).toContain('Cairo');
    const reader = await open(answer.querySelector('.sources a')?.getAttribute('href') ?? '');
    expect([...reader.querySelectorAll('.text mark')].map((mark) => mark.textContent).join(' ')).toBe(said);
    expect(reader.querySelector('.digest')).not.toBeNull();
  });

  it('says that the corpus holds no answer', async () => {
    const answer = await open('/?q=Who+won+the+1998+football+World+Cup%3F');
    expect(answer.querySelector('.abstention .notice')?.textContent).toBe(
      'The corpus holds no answer to this.',
    );
  });

  it('opens every document of the list', async () => {
    const list = await open('/documents');
    const links = [...list.querySelectorAll('.documents li a')].map(
      (link) => link.getAttribute('href') ?? '',
    );
    expect(links.length).toBe(3);
    for (const link of links)
      expect((await open(link)).querySelectorAll('.text p').length).toBeGreaterThan(2);
  });
});
