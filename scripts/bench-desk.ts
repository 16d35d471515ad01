/**
 * Prints what the desk costs on a large corpus: completing a document's name, finding and checking quotes, what it adds to
 * an answer, and what memory a flood of questions takes. The corpus is made up, of as many passages as are asked for.
 *
 *   node scripts/bench-desk.ts [passages, 100000]
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ingestPaths, type OpenedDesk, openDesk } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { quantile } from '../src/evaluate/bootstrap.ts';

const PASSAGES = Number(process.argv[2] ?? 100_000);
const PASSAGES_A_DOCUMENT = 5;
/** One long one: more vectors than are scanned would have to be made a graph of first, for minutes. */
const WORDS_A_SENTENCE = 95;
const ROUNDS = 30;
const SUGGESTION_LIMIT_MS = 300;
const FLOOD = 1_500;
const BYTES_PER_MEGABYTE = 1_000_000;
/** So many invented words, the first ones far commoner than the last ones. */
const WORDS = 4_000;
const SYLLABLES = [
  'ka',
  've',
  'lo',
  'mi',
  'dra',
  'pen',
  'su',
  'tor',
  'ne',
  'gi',
  'fal',
  'ru',
  'be',
  'ox',
  'hy',
  'stan',
];

let state = 42;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

const folder = await mkdtemp(join(tmpdir(), 'footnote-desk-'));
try {
  const config = readConfig({ overrides: { DATA: join(folder, 'data'), MODEL: '' } });
  const corpus = join(folder, 'corpus.jsonl');
  await writeCorpus(corpus);
  const { added, passages } = await ingestPaths([corpus], config);
  console.log(`${added} documents, ${passages} passages`);
  await using opened = await openDesk(config, { limits: { defaults: unlimited() } });
  await measureSuggestions(opened);
  await measureQuotes(opened);
  await measureOverhead(opened);
  await measureFlood(opened);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function unlimited() {
  return { paused: false, personCooldownSeconds: 0, chatCooldownSeconds: 0, questionsPerDay: 1_000_000 };
}

async function measureSuggestions({ desk }: OpenedDesk): Promise<void> {
  const first = await time(() => desk.suggestDocuments('the', 25));
  report('suggestDocuments, first of a generation', first, SUGGESTION_LIMIT_MS);
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const word = makeWord(Math.floor(random() * WORDS));
    for (const words of [
      '',
      word.slice(0, 2),
      word,
      `${word} ${makeWord(3).slice(0, 3)}`,
      `d${round}`,
      'qqq',
    ]) {
      took.push(await time(() => desk.suggestDocuments(words, 25)));
    }
  }
  report('suggestDocuments, p50', quantile(took, 0.5), SUGGESTION_LIMIT_MS);
  report('suggestDocuments, slowest', quantile(took, 1), SUGGESTION_LIMIT_MS);
}

async function measureQuotes({ desk }: OpenedDesk): Promise<void> {
  const [found, checked]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const words = Array.from({ length: 3 }, () => makeWord(Math.floor(random() * WORDS))).join(' ');
    found.push(await time(() => desk.findQuotes(words, { limit: 10 })));
    if (round < 3) checked.push(await time(() => desk.check(words)));
  }
  report('findQuotes, p50', quantile(found, 0.5));
  report('check, slowest of 3', quantile(checked, 1));
}

/** What keeping, limits and conversations add to what the assistant takes. */
async function measureOverhead({ desk, assistant }: OpenedDesk): Promise<void> {
  const [alone, whole]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const text = `Who said ${makeWord(round + 50)} ${makeWord(round + 500)}?`;
    const origin = { platform: 'bench', space: 's', chat: 'c', person: `p${round}` };
    const askDesk = async (): Promise<void> =>
      void whole.push(await time(() => desk.ask({ origin, text, locale: 'en' })));
    const askAssistant = async (): Promise<void> =>
      void alone.push(await time(() => assistant.ask({ text })));
    // The second to ask the same finds everything warm, so they take turns.
    if (round % 2 === 0) {
      await askAssistant();
      await askDesk();
    } else {
      await askDesk();
      await askAssistant();
    }
  }
  const [assistantMs, deskMs] = [quantile(alone, 0.5), quantile(whole, 0.5)];
  report('assistant.ask, p50', assistantMs);
  report('desk.ask, p50', deskMs);
  report('desk.ask on top of it', deskMs - assistantMs);
}

async function measureFlood({ desk }: OpenedDesk): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const control = new AbortController();
  const started = performance.now();
  const replies = Array.from({ length: FLOOD }, (_, index) =>
    desk
      .ask(
        {
          origin: { platform: 'bench', space: 's', chat: 'c', person: `f${index}` },
          text: 'Who?',
          locale: 'en',
        },
        { signal: control.signal },
      )
      .catch(() => ({ kind: 'aborted' as const })),
  );
  const tookMs = performance.now() - started;
  const held = process.memoryUsage().heapUsed - before;
  control.abort();
  const settled = await Promise.all(replies);
  const refused = settled.filter(({ kind }) => kind === 'refused').length;
  report(`${FLOOD} questions at once, ${refused} refused: taken or refused within`, tookMs);
  console.log(`memory while they wait: ${(held / BYTES_PER_MEGABYTE).toFixed(1)} MB`);
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

function report(what: string, ms: number, limitMs?: number): void {
  const limit = limitMs === undefined ? '' : ` (limit ${limitMs} ms)`;
  console.log(`${what}: ${ms.toFixed(1)} ms${limit}`);
}

async function writeCorpus(path: string): Promise<void> {
  const stream = createWriteStream(path);
  const documents = Math.ceil(PASSAGES / PASSAGES_A_DOCUMENT);
  for (let index = 0; index < documents; index += 1) {
    const text = Array.from({ length: PASSAGES_A_DOCUMENT }, () => makeSentence(WORDS_A_SENTENCE)).join(
      '\n\n',
    );
    const published = `20${10 + (index % 16)}-${String(1 + (index % 12)).padStart(2, '0')}-11`;
    const line = JSON.stringify({
      id: `d${index}`,
      title: makeSentence(9),
      published,
      publisher: 'Desk',
      text,
    });
    if (!stream.write(`${line}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

function makeSentence(length: number): string {
  const words = Array.from({ length }, () => makeWord(Math.floor(WORDS * random() ** 4)));
  const [first = '', ...others] = words;
  return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${others.join(' ')}.`;
}

function makeWord(number: number): string {
  let word = '';
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length];
  }
  return word;
}
