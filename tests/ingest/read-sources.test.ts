import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitDocument } from '../../src/ingest/split-document.ts';
import { stripHidden } from '../../src/text/hidden-characters.ts';
import { boilerplateOf, folderWith, makeDocx, makePdf, readAll, readOne } from './files.ts';

const STORY = 'The harbour of Portsea froze on Monday. Twelve ships waited outside until the ice broke.';

describe('readSources', () => {
  it('reads a folder in the order of names, without hidden files', async () => {
    const folder = await folderWith({
      'b.txt': STORY,
      'a/z.md': STORY,
      'a/picture.png': 'x',
      '.hidden.txt': STORY,
      '.git/config.txt': STORY,
      'c.txt': STORY,
    });
    let skipped = 0;
    const { documents, problems } = await readAll([folder], {
      onSkipped: (files) => {
        skipped = files;
      },
    });
    expect(documents.map(({ id }) => id)).toEqual(['z', 'b', 'c']);
    expect(problems).toEqual([]);
    expect(skipped).toBe(1);
  });

  it('reads globs and reads nothing twice', async () => {
    const folder = await folderWith({ 'one.txt': STORY, 'two.txt': STORY, 'three.md': STORY });
    const { documents } = await readAll([path.join(folder, '*.txt'), folder, path.join(folder, 'one.txt')]);
    expect(documents.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
  });

  it('follows links inside a folder once, through loops too', async () => {
    const folder = await folderWith({ 'real/story.txt': STORY, '.attic/old.txt': STORY });
    await symlink(path.join(folder, 'real'), path.join(folder, 'again'));
    await symlink(folder, path.join(folder, 'real', 'loop'));
    await symlink(path.join(folder, '.attic', 'old.txt'), path.join(folder, 'attic.txt'));
    const { documents, problems } = await readAll([folder]);
    expect(problems).toEqual([]);
    expect(documents.map(({ id }) => id)).toEqual(['story', 'attic']);
  });

  it('follows a link that was named itself', async () => {
    const folder = await folderWith({ 'real/story.txt': STORY });
    await symlink(path.join(folder, 'real'), path.join(folder, 'link'));
    expect((await readAll([path.join(folder, 'link')])).documents).toHaveLength(1);
  });

  it('takes facts from front matter', async () => {
    const front = [
      'id: portsea-1',
      'title: "Harbour freezes: ships wait"',
      'publisher: The Portsea Post',
      'author: Ann Orr',
      'published: 2021-02-03',
      'url: https://example.org/harbour',
      'language: en',
      'kind: digest',
      'digest_of: an article of the Portsea Post',
    ].join('\n');
    const document = await readOne('x.md', `---\n${front}\n---\n\n${STORY}\n`);
    expect(document).toMatchObject({
      id: 'portsea-1',
      title: 'Harbour freezes: ships wait',
      publisher: 'The Portsea Post',
      author: 'Ann Orr',
      published: '2021-02-03',
      url: 'https://example.org/harbour',
      kind: 'digest',
      digestOf: 'an article of the Portsea Post',
      text: `\n${STORY}\n`,
    });
  });

  it('keeps ids and dates of front matter as they are written', async () => {
    expect(await readOne('x.md', `---\nid: 007\ndate: 2021-02\n---\n${STORY}`)).toMatchObject({
      id: '007',
      published: '2021-02',
    });
  });

  it('leaves out an address that is not http and a date that is none, and says so', async () => {
    const document = await readOne('x.md', `---\nurl: "javascript:alert(1)"\ndate: someday\n---\n${STORY}`);
    expect(document).not.toHaveProperty('url');
    expect(document).not.toHaveProperty('published');
    expect(document.warnings).toHaveLength(2);
  });

  it('takes an unclosed mark for text, not for front matter', async () => {
    expect((await readOne('x.md', `---\n${STORY}`)).text).toBe(`---\n${STORY}`);
  });

  it('cleans facts into single lines of bounded length', async () => {
    const document = await readOne(
      'x.md',
      `---\ntitle: "a\\nb\\u0007\\u202Ec ${'x'.repeat(900)}"\n---\n${STORY}`,
    );
    expect(document.title.startsWith('a bc xxx')).toBe(true);
    expect(document.title.length).toBeLessThanOrEqual(300);
  });

  it('streams JSON Lines with either name of each field', async () => {
    const lines = [
      {
        id: 'n1',
        title: 'One',
        source: 'Post',
        date: '2021-02-03',
        author: 'Ann Orr',
        lang: 'en',
        text: STORY,
      },
      {
        id: 2,
        title: 'Two',
        publisher: 'Post',
        published: '2021-02-03T10:00:00Z',
        language: 'es',
        text: STORY,
      },
      { title: 'Three', authors: ['Ann Orr', 'Lou Moe'], url: 'http://example.org/3', text: STORY },
    ];
    const folder = await folderWith({
      'feed.jsonl': `\uFEFF${lines.map((line) => JSON.stringify(line)).join('\r\n\r\n')}\n`,
    });
    const { documents, problems } = await readAll([folder]);
    expect(problems).toEqual([]);
    expect(documents[0]).toMatchObject({
      id: 'n1',
      publisher: 'Post',
      published: '2021-02-03',
      author: 'Ann Orr',
    });
    expect(documents[1]).toMatchObject({
      id: '2',
      publisher: 'Post',
      published: '2021-02-03',
      language: 'es',
    });
    expect(documents[2]).toMatchObject({
      id: 'feed-5',
      author: 'Ann Orr, Lou Moe',
      url: 'http://example.org/3',
    });
    expect(documents[0]?.source).toBe(`${path.join(folder, 'feed.jsonl')}:1`);
  });

  it('reads the main text and the facts of a page, and runs none of its scripts', async () => {
    const paragraphs = Array.from(
      { length: 6 },
      (_, index) => `<p>Part ${index}. ${STORY} <b>Nobody</b> was hurt.<br>Tugs came.</p>`,
    );
    const page = `<!doctype html><html lang="en"><head><title>Harbour freezes - Post</title>
      <meta property="og:site_name" content="The Portsea Post"><meta property="og:title" content="Harbour freezes">
      <meta property="article:published_time" content="2021-02-03T08:00:00Z">
      <link rel="canonical" href="https://example.org/harbour">
      <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"x","author":[{"name":"Ann Orr"}]}]}</script>
      <script>document.title = 'hacked'; globalThis.hacked = true;</script></head>
      <body><nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>Harbour freezes</h1>${paragraphs.join('')}</article>
      <footer>Imprint and cookies</footer></body></html>`;
    const document = await readOne('page.html', page);
    expect(document).toMatchObject({
      title: 'Harbour freezes',
      publisher: 'The Portsea Post',
      author: 'Ann Orr',
      published: '2021-02-03',
      url: 'https://example.org/harbour',
    });
    expect(document.text).toContain(`Part 5. ${STORY} Nobody was hurt.\nTugs came.`);
    expect(document.text).toContain('came.\n\nPart 1.');
    expect(document.text).not.toMatch(/cookies|hacked|Home/);
    expect(globalThis).not.toHaveProperty('hacked');
  });

  it('reads a page that is no article whole', async () => {
    expect((await readOne('page.htm', '<p>Short notice.</p><script>bad()</script>')).text).toBe(
      'Short notice.',
    );
  });

  it('reads PDF and Word', async () => {
    const pdf = await readOne(
      'notice.pdf',
      makePdf(['The harbour of Portsea froze on Monday.', 'Twelve ships waited outside.']),
    );
    expect(pdf.text.trim()).toBe('The harbour of Portsea froze on Monday.\nTwelve ships waited outside.');
    const docx = await readOne('notice.docx', makeDocx(['The harbour froze.', 'Twelve ships waited.']));
    expect(docx.text.trim()).toBe('The harbour froze.\n\nTwelve ships waited.');
  });

  it('reads UTF-8 with a mark and UTF-16 with or without one', async () => {
    const plain = `${STORY} Çà et là.`;
    const little = Buffer.from(plain, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(plain)]),
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
      little,
      big,
    ]) {
      expect((await readOne('story.txt', bytes)).text).toBe(plain);
    }
  });

  it.each([
    'One.\r\nTwo.\rThree.\u2028Four.\fFive.\r\n',
    ' \uFEFFIce.\n\n\n',
    '\u200BIce\u{E0041} \u202Ecame.',
  ])('keeps the text of every format as it was decoded: %j', async (text) => {
    const bytes = Buffer.from(text, 'utf16le');
    expect((await readOne('s.txt', text)).text).toBe(text);
    expect((await readOne('s.txt', `\uFEFF${text}`)).text).toBe(text);
    expect((await readOne('s.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]))).text).toBe(text);
    expect((await readOne('s.jsonl', `${JSON.stringify({ text })}\r\n`)).text).toBe(text);
    expect((await readOne('s.md', `---\r\ntitle: Ice\r\n---\r\n${text}`)).text).toBe(text);
    expect((await readOne('s.md', `---\ntitle: Ice\n---\n${text}`)).text).toBe(text);
  });

  it('keeps hidden characters in the text, and says which and how many', async () => {
    const hidden = `The \u200Bharbour\u2060 \u202Efroze\u2066 on\u{E0041}\u{E0042}\u{E0041} Monday.\u0007 Soft\u00ADware stays.`;
    const document = await readOne('s.txt', hidden);
    expect(document.text).toBe(hidden);
    expect(document.warnings).toEqual([
      '9 hidden characters (U+E0041, U+200B, U+2060, U+202E, U+2066, ...) are kept in the text and never shown or indexed',
    ]);
    expect(document.title).toBe('The harbour froze on Monday');
    expect((await readOne('s.txt', `Hid\u200Bden. ${STORY}`)).warnings).toEqual([
      '1 hidden character (U+200B) is kept in the text and never shown or indexed',
    ]);
  });

  it('reads facts and boilerplate past hidden characters and Windows line ends', async () => {
    const plain = `By Ann Orr\nNovember 24, 2011\n\n${STORY}\n\nRelated stories:\nShips wait outside\n`;
    const planted = plain
      .replaceAll('\n', '\u200B\r\n')
      .replace('By Ann', 'By\u{E0041} A\u00ADnn')
      .replace('Related', '\u2066Rela\u2060ted');
    const [clean, dirty] = [await readOne('a.txt', plain), await readOne('a.txt', planted)];
    const { title, author, published, language } = clean;
    expect({ author, published }).toEqual({ author: 'Ann Orr', published: '2011-11-24' });
    expect(dirty).toMatchObject({ title, author, published, language });
    const visible = boilerplateOf(dirty).map((part) => stripHidden(part).replaceAll('\r\n', '\n'));
    expect(visible).toEqual(boilerplateOf(clean));
    expect(visible.join()).toContain('Related stories');
    const sentences = splitDocument(dirty).flatMap((passage) => passage.sentences);
    expect(sentences.map(({ start, end }) => dirty.text.slice(start, end))).toEqual(
      splitDocument(clean).flatMap(({ sentences: own }) =>
        own.map(({ start, end }) => plain.slice(start, end)),
      ),
    );
  });

  it('leaves hidden characters out of what is told about a document', async () => {
    const fields = {
      title: 'Ice\u200B \u202Eage\r\nin\u{E0041} may',
      source: 'The\u2060 Post\u200F',
      author: 'Ann\u00AD Orr',
    };
    expect(await readOne('a.jsonl', `${JSON.stringify({ ...fields, text: STORY })}\n`)).toMatchObject({
      title: 'Ice age in may',
      publisher: 'The Post',
      author: 'Ann Orr',
    });
    expect((await readOne('st\u200Bory\u3164.txt', STORY)).id).toBe('story');
    await expect(readOne('a.jsonl', `${JSON.stringify({ id: 'a\u3164', text: STORY })}\n`)).rejects.toThrow(
      /its id .* cannot be used/,
    );
  });

  it('does not warn of joiners where a script or an emoji needs them', async () => {
    const needed = 'می\u200Cخواهم به بندر بروم. 👩\u200D🚒 क\u094D\u200Dष';
    const document = await readOne('p.txt', needed);
    expect(document.text).toBe(needed);
    expect(document.warnings).toEqual([]);
  });

  it('replaces broken surrogates, so that offsets stay sound', async () => {
    const document = await readOne('a.jsonl', '{"text":"The harbour \\ud83d froze."}\n');
    expect(document.text).toBe('The harbour \uFFFD froze.');
    expect(document.warnings).toHaveLength(1);
  });

  it.each([
    ['en', STORY],
    ['es', 'El puerto se congeló el lunes y doce barcos esperaron fuera hasta que se rompió el hielo.'],
    ['de', 'Der Hafen fror am Montag zu, und zwölf Schiffe warteten draußen, bis das Eis endlich brach.'],
    ['ru', 'Гавань замёрзла в понедельник, и двенадцать кораблей ждали снаружи.'],
    ['zh', '港口周一结冰。'],
    ['ja', '港は月曜日に凍った。'],
    ['ar', 'تجمد الميناء يوم الاثنين وانتظرت السفن في الخارج.'],
    ['el', 'Το λιμάνι πάγωσε.'],
    ['en', 'Ice.'],
  ])('tells %s', async (language, text) => {
    expect((await readOne('x.txt', text)).language).toBe(language);
  });

  it('reports bytes done of the bytes found', async () => {
    const folder = await folderWith({
      'a.txt': STORY,
      'b.jsonl': `${JSON.stringify({ text: STORY })}\n`.repeat(3),
    });
    const seen: number[] = [];
    let total = 0;
    await readAll([folder], {
      onRead: ({ bytesDone, bytesTotal }) => {
        seen.push(bytesDone);
        total = bytesTotal;
      },
    });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(total);
  });

  it('gives equal digests to equal documents and others to changed text or facts', async () => {
    const one = await readOne('x.txt', STORY);
    expect((await readOne('x.txt', STORY)).digest).toBe(one.digest);
    expect((await readOne('x.txt', `${STORY} `)).digest).not.toBe(one.digest);
    expect((await readOne('y.txt', STORY)).digest).not.toBe(one.digest);
    expect(one.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('makes an id of any file name', async () => {
    const folder = await folderWith({ 'a#b\tc.txt': STORY });
    await mkdir(path.join(folder, 'empty'));
    expect((await readAll([folder])).documents[0]?.id).toBe('a-b-c');
  });
});
