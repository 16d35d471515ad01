import { chmod, mkdir, open, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_DOCUMENT_BYTES } from '../../src/ingest/limits.ts';
import { folderWith, makeDocx, makePdf, readAll } from './files.ts';

const STORY = 'The harbour of Portsea froze on Monday. Twelve ships waited outside until the ice broke.';

/** Reads a folder with one good file and one bad one; the good one must come through. Returns what the bad one said. */
async function problemOf(name: string, content: string | Uint8Array): Promise<string> {
  const folder = await folderWith({ [name]: content, 'zz-good.txt': STORY });
  const { documents, problems } = await readAll([folder]);
  expect(documents.map(({ id }) => id)).toEqual(['zz-good']);
  expect(problems).toHaveLength(1);
  const [problem] = problems;
  expect(problem?.message).not.toContain('\n');
  expect(problem?.message.startsWith(`${problem.source}: `)).toBe(true);
  expect(problem?.source).toContain(name);
  return problem?.message ?? '';
}

describe('readSources with bad input', () => {
  it.each([
    ['an empty file', 'a.txt', '', /file is empty; skipped\. Remove/],
    ['a file of white space', 'a.txt', ' \n\t\n', /holds no text; skipped\. Remove/],
    ['a file of hidden characters', 'a.txt', '\u200B\u2060\n', /no visible text; skipped\. Remove/],
    [
      'a binary file named .txt',
      'a.txt',
      Buffer.from([137, 80, 78, 71, 0, 1, 2, 0, 0, 9, 200]),
      /binary data/,
    ],
    ['a file of control characters', 'a.txt', '\u0001\u0002\u0003\u0004abcd', /binary data/],
    [
      'broken UTF-8',
      'a.txt',
      Buffer.from('caf\u00E9 \u20AC x \xE9 y', 'latin1'),
      /0xE9 at offset 3\).*iconv/,
    ],
    [
      'broken UTF-8 after a sound replacement character',
      'a.txt',
      Buffer.concat([Buffer.from('a\uFFFDb'), Buffer.from([0xff])]),
      /0xFF at offset 5\)/,
    ],
    [
      'a damaged PDF',
      'a.pdf',
      makePdf(['Hello there']).subarray(0, 90),
      /PDF cannot be read \(.+\); skipped\. Open and save/,
    ],
    ['something else named .pdf', 'a.pdf', STORY, /PDF cannot be read/],
    ['a PDF without text', 'a.pdf', makePdf([]), /holds no text.*OCR/],
    ['a damaged Word file', 'a.docx', makeDocx(['Hello']).subarray(0, 200), /DOCX cannot be read/],
    ['broken front matter', 'a.md', `---\ntitle: "open\n---\n${STORY}`, /front matter cannot be read/],
    ['front matter that is a list', 'a.md', `---\n- one\n---\n${STORY}`, /not a list of "name: value"/],
    ['an id with a #', 'a.md', `---\nid: a#1\n---\n${STORY}`, /id "a#1" cannot be used/],
    ['an id with a control character', 'a.md', `---\nid: "a\\u0007"\n---\n${STORY}`, /cannot be used/],
    ['an endless id', 'a.md', `---\nid: ${'x'.repeat(201)}\n---\n${STORY}`, /cannot be used/],
    ['an unknown kind', 'a.md', `---\nkind: rumour\n---\n${STORY}`, /kind "rumour" is unknown/],
    ['front matter without a body', 'a.md', '---\nid: a\n---\n', /holds no text/],
    ['an empty JSON Lines file', 'a.jsonl', '\n\n', /empty; skipped/],
    ['UTF-16 JSON Lines', 'a.jsonl', Buffer.from('\uFEFF{"text":"x"}', 'utf16le'), /is UTF-16.*skipped/],
  ] as const)('refuses %s', async (_what, name, content, expected) => {
    expect(await problemOf(name, content)).toMatch(expected);
  });

  it('does not let aliases of front matter grow', async () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((name, index) => {
        const before = 'abcdefgh'[index];
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
      }),
    ].join('\n');
    expect(await problemOf('a.md', `---\n${bomb}\n---\n${STORY}`)).toMatch(/front matter cannot be read/);
  });

  it('refuses a file of 200 MB without reading it', async () => {
    const folder = await folderWith({ 'good.txt': STORY });
    const file = await open(path.join(folder, 'huge.txt'), 'w');
    await file.truncate(200 * 1024 * 1024);
    await file.close();
    const started = performance.now();
    const { documents, problems } = await readAll([folder]);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(documents).toHaveLength(1);
    expect(problems[0]?.message).toMatch(
      /huge\.txt: 200 MB is more than a document may have \(20 MB\); skipped\. Split/,
    );
  });

  it('names the line of JSON Lines that cannot be used and reads the others', async () => {
    const lines = [
      JSON.stringify({ id: 'one', text: STORY }),
      '{"id": "two", "text": ',
      '["three"]',
      '{"id": "four"}',
      '{"id": "five", "text": 5}',
      JSON.stringify({ id: 'si#x', text: STORY }),
      JSON.stringify({ id: 'seven', text: STORY }),
    ];
    const folder = await folderWith({ 'a.jsonl': lines.join('\n') });
    const { documents, problems } = await readAll([folder]);
    expect(documents.map(({ id }) => id)).toEqual(['one', 'seven']);
    expect(problems.map(({ message }) => message.replace(`${folder}${path.sep}`, ''))).toEqual([
      'a.jsonl:2: the line is not valid JSON; skipped. Write one complete JSON object per line.',
      'a.jsonl:3: the line is not a JSON object; skipped. Write {"id": ..., "text": ...} per line.',
      'a.jsonl:4: the line has no "text"; skipped. Add the text of the document.',
      'a.jsonl:5: the line has no "text"; skipped. Add the text of the document.',
      expect.stringMatching(/^a\.jsonl:6: its id "si#x" cannot be used; skipped\./),
    ]);
  });

  it('passes over a line that is too long and one of broken UTF-8', async () => {
    const folder = await folderWith({
      'a.jsonl': Buffer.concat([
        Buffer.from('{"text":"'),
        Buffer.alloc(MAX_DOCUMENT_BYTES, 'x'),
        Buffer.from('"}\n{"text":"\xE9"}\n', 'latin1'),
        Buffer.from(JSON.stringify({ id: 'last', text: STORY })),
      ]),
    });
    const { documents, problems } = await readAll([folder]);
    expect(documents.map(({ id }) => id)).toEqual(['last']);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/a\.jsonl:1: the line is longer .* \(20 MB\); skipped/),
      expect.stringMatching(/a\.jsonl:2: the line is not valid UTF-8; skipped/),
    ]);
  });

  it('reads the first of two documents of one id and reports the second', async () => {
    const folder = await folderWith({ 'a/story.txt': STORY, 'b/story.txt': 'Another story. It is short.' });
    const { documents, problems } = await readAll([folder]);
    expect(documents.map(({ text }) => text)).toEqual([STORY]);
    expect(problems[0]?.message).toMatch(
      /b.story\.txt: its id "story" is already that of .*a.story\.txt; skipped\. Rename/,
    );
  });

  it('refuses a link that leaves the folder, and one that leads nowhere', async () => {
    const outside = await folderWith({ 'secret.txt': STORY });
    const folder = await folderWith({ 'good.txt': STORY });
    await symlink(path.join(outside, 'secret.txt'), path.join(folder, 'a.txt'));
    await symlink(outside, path.join(folder, 'b'));
    await symlink(path.join(folder, 'gone.txt'), path.join(folder, 'c.txt'));
    const { documents, problems } = await readAll([folder]);
    expect(documents.map(({ id }) => id)).toEqual(['good']);
    expect(problems.map(({ message }) => message.replace(`${folder}${path.sep}`, ''))).toEqual([
      'a.txt: the symbolic link leads out of the folder that was given; skipped. Name its target itself to read it.',
      'b: the symbolic link leads out of the folder that was given; skipped. Name its target itself to read it.',
      'c.txt: it does not exist; skipped. Remove the link or mend it.',
    ]);
    const matched = await readAll([path.join(folder, '**')]);
    expect(matched.documents.map(({ id }) => id)).toEqual(['good']);
  });

  it.skipIf(process.platform === 'win32')('reports a folder and a file that may not be read', async () => {
    const folder = await folderWith({ 'shut/a.txt': STORY, 'file.txt': STORY, 'good.txt': STORY });
    await chmod(folder, 0o755);
    await chmod(path.join(folder, 'shut'), 0);
    await chmod(path.join(folder, 'file.txt'), 0);
    await readAll([path.join(folder, 'good.txt')]); // loads what is lazy while the process may read it
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65534); // permissions do not bind root
    try {
      const { documents, problems } = await readAll([folder]);
      expect(documents.map(({ id }) => id)).toEqual(['good']);
      expect(problems.map(({ message }) => message.replace(`${folder}${path.sep}`, ''))).toEqual([
        'shut: permission to read it is denied; skipped. Check the permissions of the folder.',
        'file.txt: permission to read it is denied; skipped. Check the file and its permissions.',
      ]);
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(path.join(folder, 'shut'), 0o755);
    }
  });

  it('reports paths, globs and types that lead nowhere, and reads the rest', async () => {
    const folder = await folderWith({ 'good.txt': STORY, 'song.mp3': 'x' });
    await mkdir(path.join(folder, 'empty'));
    const paths = ['missing', '*.html', 'song.mp3', 'empty', 'good.txt'].map((name) =>
      path.join(folder, name),
    );
    const { documents, problems } = await readAll(paths);
    expect(documents.map(({ id }) => id)).toEqual(['good']);
    expect(problems.map(({ message }) => message.replace(`${folder}${path.sep}`, ''))).toEqual([
      'missing: it does not exist; skipped. Check the path and its permissions.',
      '*.html: the pattern matches no file; skipped. Quote it and check its folder.',
      'song.mp3: its type .mp3 is not read; skipped. Convert it to txt, md, html, pdf, docx or jsonl.',
    ]);
  });

  it('stops when it is told to', async () => {
    const folder = await folderWith({ 'a.txt': STORY, 'b.txt': STORY });
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(readAll([folder], { signal: stop.signal })).rejects.toThrow('enough');
  });
});
