import fc from 'fast-check';
import { type Block, blockText, joinRuns, type Run } from '../../src/render/block.ts';
import { safeLink } from '../../src/render/link.ts';
import { runsOf } from '../../src/render/runs.ts';

/** Blocks as answers have them, of hostile and of harmless words, for what splits and encodes them. */

/** Words that try to be more than words: pings, markup, escapes, piled-up marks, endless lines. */
export const HOSTILE: readonly string[] = [
  '@everyone @here <@123456789012345678>',
  '[click me](https://evil.example)',
  '*'.repeat(10_000),
  '\u202eevil\u202c \u200bhidden\u2066',
  `Z${'\u0351\u0316'.repeat(500)}algo`,
  '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007here\u001b]8;;\u0007',
  '<script>alert(1)</script> &amp; <b>',
  '👩‍👩‍👧‍👦 🏳️‍🌈 🇨🇭🇫🇷 नमस्ते',
  'これは区切りのない長い文です。'.repeat(300),
  'שלום עולם مرحبا بالعالم',
  '``` ```` |||| ~~~~ ___ > # -',
  'word '.repeat(900),
  `https://example.org/${'a'.repeat(3000)}`,
  '/start@some_bot t.me/some_bot?start=x tg://resolve?domain=x #tag $USD',
  'Write to desk@example.org or @desk_news, call +1-212-555-0123 or (212) 555-0123.',
  '@a_user @b_user, @c_user and /stop '.repeat(40),
  '\ud83d\ud83d \udc00',
  '',
];

const text = fc.oneof(
  { arbitrary: fc.constantFrom(...HOSTILE), weight: 3 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }), weight: 2 },
  { arbitrary: fc.lorem({ maxCount: 300 }), weight: 2 },
);
const link = fc
  .oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.constantFrom(`https://long.example/${'x'.repeat(2500)}`),
  )
  .map((url) => safeLink(url) ?? 'https://example.org/');
const words = fc
  .record({ text, start: fc.nat(300), length: fc.nat(80) })
  .map(({ text, start, length }) => runsOf(text, [{ start, end: start + length }]));
const statement = fc.tuple(words, fc.integer({ min: 1, max: 99 })).map(([runs, number]): Block => {
  const mark: Run = { text: `[${number}]`, reference: number };
  return {
    kind: 'statement',
    runs: [...runs, { text: '\u00a0' }, mark, { ...mark, text: '[100]', reference: 100 }],
  };
});
const source = fc.tuple(words, link, fc.uuid(), fc.nat(99)).map(
  ([title, link, id, number]): Block => ({
    kind: 'source',
    number,
    runs: [
      { text: `[${number}] ` },
      ...title.map((run) => ({ ...run, link })),
      { text: ' · ', faint: true },
      { text: id, code: true },
    ],
  }),
);
const verbatim = words.map((runs): Block => ({ kind: 'verbatim', runs }));
const heading: fc.Arbitrary<Block> = fc.constant({ kind: 'heading', runs: [{ text: 'Sources' }] });

/** One to twelve blocks with something in them. */
export const arbitraryBlocks = fc
  .array(fc.oneof(statement, source, verbatim, heading), { minLength: 1, maxLength: 12 })
  .map((blocks) => blocks.filter((block) => blockText(block) !== ''));

/** Parts put together again: a continued block goes on where the last one stopped. */
export function rejoinParts(parts: readonly (readonly Block[])[]): readonly Block[] {
  const whole: Block[] = [];
  for (const { continued, ...block } of parts.flat()) {
    const last = whole.at(-1);
    if (continued && last)
      whole[whole.length - 1] = { ...last, runs: joinRuns([...last.runs, ...block.runs]) };
    else whole.push({ ...block, runs: joinRuns(block.runs) });
  }
  return whole;
}

/** Where a block goes on in the next part: its ends on both sides. */
export function cutsOf(
  parts: readonly (readonly Block[])[],
): readonly { readonly before: Block; readonly after: Block }[] {
  return parts.slice(1).flatMap((part, index) => {
    const [before, after] = [parts[index]?.at(-1), part[0]];
    return before && after?.continued ? [{ before, after }] : [];
  });
}
