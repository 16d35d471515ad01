import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, it } from 'vitest';
import type { WebParts } from '../../../bots/web/route.ts';
import { startWeb, type Web, type WebOptions } from '../../../bots/web/start-web.ts';
import { UsageError } from '../../../src/index.ts';
import {
  abstention,
  citationOf,
  closestOf,
  crowdAnswer,
  digestDocument,
  documentOf,
  groundedAnswer,
  harbour,
  rival,
  spanOf,
  statementOf,
} from '../../support/answers.ts';

const hostile = documentOf(
  '../../etc/<b>',
  '<script>alert(1)</script> \u001b[31mred\u001b[0m \u202eevil\u202c\n\n<img src=x onerror=alert(1)>',
  { title: '</title><script>alert(1)</script>', url: 'javascript:alert(1)', publisher: '"><svg onload=1>' },
);
const long = documentOf(
  'long',
  Array.from({ length: 9_000 }, (_, index) => `Sentence ${index} of a long report.`).join('\n\n'),
);
const planted = documentOf(
  'planted',
  `The har\u200bbour fro\u00adze on \u202eMonday\u202c.\u{e0073}\u{e0061}\u{e0079}\r\n\r\n\u2066Twelve ships\u0007 wait\u2060ed.\r\n\u3164`,
  { title: 'I\u200bce\u{e0041}', publisher: 'The\u202e Post' },
);
const documents = [harbour, rival, digestDocument, hostile, long, planted];

const parts: WebParts = {
  ask: async (question) => {
    if (question.text === '') throw new UsageError('the question is empty');
    return question.text.includes('moon')
      ? abstention('no-evidence', [closestOf(rival, 'It was the largest of the season.')])
      : crowdAnswer;
  },
  documents: async () => documents,
  document: async (id) => documents.find((document) => document.id === id),
};

let running: Web | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

async function serve(rest: Partial<WebParts> = {}, options: Partial<WebOptions> = {}): Promise<string> {
  running = await startWeb({ ...parts, ...rest }, { port: 0, ...options });
  return running.url;
}

async function page(url: string, init?: RequestInit) {
  const response = await fetch(url, init);
  const { document } = parseHTML(await response.text());
  return { response, document, status: response.status };
}

const squeeze = (words: string | null | undefined) => words?.replace(/\s+/gu, ' ').trim();

describe('the answer page', () => {
  it('answers without scripts, in the language of the browser, with sources that lead to the reader', async () => {
    const url = await serve();
    const { document, status } = await page(`${url}/?q=How+many%3F`, {
      headers: { 'accept-language': 'tlh, fr-CA;q=0.9, en;q=0.5' },
    });
    expect(status).toBe(200);
    expect(document.documentElement.getAttribute('lang')).toBe('fr-CA');
    expect(document.querySelector('input[name=q]')?.getAttribute('value')).toBe('How many?');
    expect(document.querySelectorAll('.answer blockquote').length).toBe(3);
    const link = document.querySelector('#source-1 a')?.getAttribute('href') ?? '';
    expect(link).toBe('/documents/harbour-cup-1a2b?start=40&end=84#quote');
    const reader = await page(url + link);
    expect(reader.document.querySelector('mark#quote')?.textContent).toBe(
      'The final drew 41,000 people, the club said.',
    );
  });

  it('tells an abstention and what came closest', async () => {
    const { document } = await page(`${await serve()}/?q=Who+walked+on+the+moon`);
    expect(squeeze(document.querySelector('.abstention')?.textContent)).toBe(
      'The corpus holds no answer to this.Closest passagesFinal seen by 38,500 — Evening Ledger, November 2011 · rival-report-3c4d:59-92It was the largest of the season.',
    );
  });

  it('asks nothing for an empty question', async () => {
    const url = await serve({ ask: () => Promise.reject(new Error('asked')) });
    expect((await page(`${url}/?q=%20`)).status).toBe(200);
    expect((await page(url)).document.querySelector('form.ask')).not.toBeNull();
  });

  it('escapes the question', async () => {
    const { document } = await page(
      `${await serve()}/?q=${encodeURIComponent('"><script>alert(1)</script>')}`,
    );
    expect([...document.querySelectorAll('script')].map((script) => script.getAttribute('src'))).toEqual([
      '/ask.js',
    ]);
    expect(document.querySelector('input[name=q]')?.getAttribute('value')).toBe(
      '"><script>alert(1)</script>',
    );
  });

  it('shows a refused question with its reason, and keeps it in the form', async () => {
    const url = await serve({ ask: () => Promise.reject(new UsageError('the question is too long')) });
    const { document, status } = await page(`${url}/?q=long`);
    expect(status).toBe(400);
    expect(squeeze(document.querySelector('[role=alert]')?.textContent)).toBe('the question is too long');
    expect(document.querySelector('input[name=q]')?.getAttribute('value')).toBe('long');
  });
});

describe('the reader page', () => {
  it('shows facts, marks the cited words once and greys what is no part of the article', async () => {
    const { document } = await page(`${await serve()}/documents/harbour-cup-1a2b?start=40&end=84`);
    expect(squeeze(document.querySelector('h1')?.textContent)).toBe('Harbour United take the cup');
    expect(squeeze(document.querySelector('.facts')?.textContent)).toBe(
      'The Coast CourierR. Okafor24 November 2011 harbour-cup-1a2b Original',
    );
    expect(document.querySelectorAll('#quote').length).toBe(1);
    expect(document.querySelector('.text .boilerplate')?.textContent).toBe('Related offer: buy the scarf.');
    expect(squeeze(document.querySelector('.text')?.textContent)).toBe(squeeze(harbour.text));
  });

  it('marks words that run over paragraphs, and says what a digest restates', async () => {
    const url = await serve();
    const { start } = spanOf(harbour.text, 'told reporters');
    const { document } = await page(
      `${url}/documents/harbour-cup-1a2b?start=${start}&end=${harbour.text.length}`,
    );
    expect([...document.querySelectorAll('.text mark')].map((mark) => mark.textContent)).toEqual([
      'told reporters.',
      'Related offer: buy the scarf.',
    ]);
    expect(document.querySelectorAll('#quote').length).toBe(1);
    const digest = await page(`${url}/documents/digest-5e6f`);
    expect(squeeze(digest.document.querySelector('.digest')?.textContent)).toBe(
      `digest ${digestDocument.digestOf}`,
    );
  });

  it.each([
    'start=5',
    'start=-1&end=4',
    'start=9&end=3',
    'start=0&end=99999',
    'start=x&end=y',
    'start=1e1&end=20',
  ])('shows the document without a mark for %s', async (query) => {
    const { document, status } = await page(`${await serve()}/documents/harbour-cup-1a2b?${query}`);
    expect(status).toBe(200);
    expect(document.querySelector('mark')).toBeNull();
  });

  it('interprets nothing of a document', async () => {
    const { document, status } = await page(`${await serve()}/documents/${encodeURIComponent(hostile.id)}`);
    expect(status).toBe(200);
    expect(document.querySelectorAll('main script, svg, img, b').length).toBe(0);
    expect(document.querySelector('a[href^="javascript"]')).toBeNull();
    expect(document.querySelector('.text p')?.textContent).toBe('<script>alert(1)</script> red evil');
  });

  it('shows a long document part by part, beginning near the cited words', async () => {
    const url = await serve();
    const cited = spanOf(long.text, 'Sentence 5000 of a long report.');
    const first = await page(`${url}/documents/long?start=${cited.start}&end=${cited.end}`);
    expect(first.document.querySelector('#quote')?.textContent).toBe('Sentence 5000 of a long report.');
    const seen: string[] = [];
    for (let next = '/documents/long?from=0'; next !== ''; ) {
      const { document } = await page(url + next);
      seen.push(...[...document.querySelectorAll('.text p')].map((paragraph) => paragraph.textContent ?? ''));
      const links = [...document.querySelectorAll('nav.part a')];
      next = links.find((link) => link.textContent === 'Later part')?.getAttribute('href') ?? '';
    }
    expect(seen.join('\n\n')).toBe(long.text);
  });
});

describe('the other pages', () => {
  it('list the documents', async () => {
    const { document } = await page(`${await serve()}/documents`);
    expect(
      [...document.querySelectorAll('.documents li a')].map((link) => link.getAttribute('href')),
    ).toContain('/documents/..%2F..%2Fetc%2F%3Cb%3E');
  });

  it('list many documents page by page', async () => {
    const many = Array.from({ length: 450 }, (_, index) => documentOf(`document-${index}`, 'Text.'));
    const url = await serve({ documents: async () => many });
    const seen: string[] = [];
    for (let next = '/documents'; next !== ''; ) {
      const { document } = await page(url + next);
      seen.push(...[...document.querySelectorAll('.documents li code')].map((id) => id.textContent ?? ''));
      next = document.querySelector('a[rel=next]')?.getAttribute('href') ?? '';
    }
    expect(seen).toEqual(many.map(({ id }) => id));
    expect((await page(`${url}/documents?from=9999`)).status).toBe(200);
  });

  it('give the answer as JSON', async () => {
    const url = await serve();
    const response = await fetch(`${url}/api/ask?q=How+many`);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toMatchObject({
      kind: 'grounded',
      citations: [{ documentId: 'harbour-cup-1a2b', start: 40, end: 84 }, {}, {}],
    });
    const empty = await fetch(`${url}/api/ask`);
    expect([empty.status, await empty.json()]).toEqual([400, { error: 'the question is empty' }]);
  });

  it('tell that the server is well', async () => {
    const well = await fetch(`${await serve()}/healthz`);
    expect([well.status, await well.json()]).toEqual([200, { status: 'ok' }]);
    await running?.close();
    const ill = await fetch(`${await serve({ document: () => Promise.reject(new Error('gone')) })}/healthz`);
    expect(ill.status).toBe(500);
  });

  it.each(['/style.css', '/ask.js', '/icon.svg'])('serve %s', async (path) => {
    expect((await fetch((await serve()) + path)).status).toBe(200);
  });

  it.each([
    ['/nothing', 404],
    ['/documents/nothing', 404],
    ['/api/nothing', 404],
    ['/static/style.css', 404],
    ['/..%2fpackage.json', 404],
    ['/constructor', 404],
    ['/documents/%E0%A4%A', 400],
  ])('answer %s with %i', async (path, status) => {
    expect((await fetch((await serve()) + path)).status).toBe(status);
  });
});

describe('a document with hidden characters', () => {
  const hidden = /(?![\n\t])\p{Cc}|[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;
  const words = 'har\u200bbour fro\u00adze on \u202eMonday\u202c.';
  const answer = groundedAnswer(
    [statementOf(`The Post: “The ${words}”`, [1])],
    [citationOf(1, planted, words, 'https://example.org/ice')],
  );

  it('is shown without them on every page', async () => {
    const url = await serve({ ask: async () => answer });
    const { start, end } = spanOf(planted.text, words);
    const reader = `/documents/planted?start=${start}&end=${end}`;
    for (const path of ['/?q=When', reader, '/documents/planted', '/documents']) {
      const response = await fetch(url + path);
      expect(response.status).toBe(200);
      expect(await response.text()).not.toMatch(hidden);
    }
    const { document } = await page(url + reader);
    expect(document.querySelector('mark#quote')?.textContent).toBe('harbour froze on Monday.');
    expect([...document.querySelectorAll('.text p')].map((text) => text.textContent?.trim())).toEqual([
      'The harbour froze on Monday.',
      'Twelve ships waited.',
    ]);
    expect(document.querySelector('h1')?.textContent).toBe('Ice');
  });

  it('is quoted word for word as JSON', async () => {
    const response = await fetch(`${await serve({ ask: async () => answer })}/api/ask?q=When`);
    expect(await response.json()).toMatchObject({ citations: [{ quote: words, start: 4 }] });
  });
});

describe('defences', () => {
  it('sends the headers that keep a page to itself, on every kind of reply', async () => {
    const url = await serve();
    for (const path of ['/', '/?q=x', '/documents', '/api/ask?q=x', '/style.css', '/nothing']) {
      const { headers } = await fetch(url + path);
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(headers.get('content-security-policy'), path).not.toContain('unsafe');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    }
  });

  it('uses nothing inline and nothing from elsewhere', async () => {
    const { document } = await page(`${await serve()}/?q=x`);
    expect(document.querySelectorAll('style, [style], [onclick], [onsubmit]').length).toBe(0);
    for (const element of document.querySelectorAll('script, link[rel=stylesheet], link[rel=icon], img')) {
      expect(element.getAttribute('src') ?? element.getAttribute('href')).toMatch(/^\/[a-z]/u);
    }
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const response = await fetch(await serve(), { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('answers HEAD without a body', async () => {
    const response = await fetch(`${await serve()}/documents`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(500);
    expect(await response.text()).toBe('');
  });

  it('refuses a body, and an address that is none', async () => {
    const { port } = new URL(await serve());
    const raw = async (lines: string) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.end(lines);
      return (await text(socket)).split('\r\n', 1)[0];
    };
    const host = 'Host: localhost\r\n';
    expect(await raw(`GET / HTTP/1.1\r\n${host}Content-Length: 4\r\n\r\nbody`)).toBe(
      'HTTP/1.1 400 Bad Request',
    );
    expect(await raw(`GET http://evil.example/ HTTP/1.1\r\n${host}\r\n`)).toBe('HTTP/1.1 400 Bad Request');
    expect(await raw(`GET /?q=${'x'.repeat(40_000)} HTTP/1.1\r\n${host}\r\n`)).toMatch(/^HTTP\/1.1 431/u);
    expect(await raw('nonsense\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request');
  });

  it('answers to its own names only while it is meant for this machine', async () => {
    const ask = async (url: string, host: string) => {
      const sent = request(url, { headers: { host } });
      sent.end();
      const [response] = await once(sent, 'response');
      response.resume();
      return response.statusCode;
    };
    const url = await serve({}, { publicUrl: 'https://footnote.example/reader' });
    expect(await ask(url, 'localhost:99')).toBe(200);
    expect(await ask(url, 'footnote.example')).toBe(200);
    expect(await ask(url, 'evil.example')).toBe(421);
  });

  it('turns away what is too much at once, and tells when to come back', async () => {
    let finish: () => void = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let asked = 0;
    const url = await serve(
      {
        ask: async () => {
          asked += 1;
          await finished;
          return crowdAnswer;
        },
      },
      { limits: { total: 8, perClient: 2 } },
    );
    const atWork = [fetch(`${url}/?q=1`), fetch(`${url}/api/ask?q=2`)];
    while (asked < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    const refused = await fetch(`${url}/?q=3`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await fetch(`${url}/documents`)).status).toBe(200);
    finish();
    expect((await Promise.all(atWork)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await fetch(`${url}/?q=4`)).status).toBe(200);
  });

  it('gives up a question that takes too long, and keeps its place taken until the work ends', async () => {
    const signals: AbortSignal[] = [];
    const url = await serve(
      {
        ask: (_question, { signal }) => {
          signals.push(signal);
          return new Promise(() => {});
        },
      },
      { askTimeLimitMs: 50, limits: { total: 1, perClient: 1 } },
    );
    expect((await fetch(`${url}/?q=1`)).status).toBe(504);
    expect(signals[0]?.aborted).toBe(true);
    expect((await fetch(`${url}/?q=2`)).status).toBe(503);
  });

  it('gives up the work of a client that has gone', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const url = await serve({
      ask: (_question, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            resolve();
            reject(signal.reason);
          });
        }),
    });
    const gone = new AbortController();
    const asking = fetch(`${url}/?q=1`, { signal: gone.signal }).catch(() => {});
    setTimeout(() => gone.abort(), 50);
    await Promise.all([asking, promise]);
  });

  it('tells a failure without its cause, and logs it without the question', async () => {
    const lines: string[] = [];
    const url = await serve(
      { ask: () => Promise.reject(new Error('disk on fire')) },
      { log: (line) => lines.push(line) },
    );
    const { response, document } = await page(`${url}/?q=secret`);
    expect(response.status).toBe(500);
    expect(document.documentElement.textContent).not.toContain('fire');
    expect(lines).toEqual(['web: GET "/" failed: Error: disk on fire']);
    const inJson = await fetch(`${url}/api/ask?q=secret`);
    expect([inJson.status, await inJson.json()]).toEqual([
      500,
      { error: 'Something went wrong. The question was not answered.' },
    ]);
  });

  it('stops while a question is at work', async () => {
    const url = await serve({ ask: () => new Promise(() => {}) });
    const asking = fetch(`${url}/?q=1`).catch(() => 'closed');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await running?.close();
    running = undefined;
    expect(await asking).toBe('closed');
  });
});
