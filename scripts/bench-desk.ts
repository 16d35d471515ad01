/**
 * Prints what the desk costs on a large corpus: completing a document's name, finding and checking quotes, what it adds to
 * an answer, and what memory a flood of questions takes. The corpus is made up, of as many passages as are asked for; it is
 * kept for the next time where a folder is given. Beside each time stands what the processor was busy for.
 *
 *   node scripts/bench-desk.ts [passages, 100000] [folder]
 */
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
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

const folder = process.argv[3] ?? (await mkdtemp(join(tmpdir(), 'footnote-desk-')));
try {
  const config = readConfig({ overrides: { DATA: join(folder, 'data'), MODEL: '' } });
  await mkdir(folder, { recursive: true });
  if (!existsSync(config.dataFolder)) {
    const corpus = join(folder, 'corpus.jsonl');
    await writeCorpus(corpus);
    await ingestPaths([corpus], config);
  }
  await using opened = await openDesk(config, { limits: { defaults: unlimited() } });
  const { documents, passages } = await opened.index.stats();
  console.log(`${documents} documents, ${passages} passages`);
  await measureSuggestions(opened);
  await measureChange(opened);
  await measureQuotes(opened);
  await measureOverhead(opened);
  await measureFlood(opened);
} finally {
  if (process.argv[3] === undefined) await rm(folder, { recursive: true, force: true });
}

function unlimited() {
  return { paused: false, personCooldownSeconds: 0, chatCooldownSeconds: 0, questionsPerDay: 1_000_000 };
}

async function measureSuggestions({ desk }: OpenedDesk): Promise<void> {
  const first = await time(() => desk.suggestDocuments('the', 25));
  report('suggestDocuments, first of a process', [first], SUGGESTION_LIMIT_MS);
  const took: Took[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const word = makeWord(Math.floor(random() * WORDS));
    const typed = ['', word.slice(0, 2), word, `${word} ${makeWord(3).slice(0, 3)}`, `d${round}`, 'qqq'];
    for (const words of typed) took.push(await time(() => desk.suggestDocuments(words, 25)));
  }
  report('suggestDocuments', took, SUGGESTION_LIMIT_MS);
}

/** Somebody adds a document and removes it, and the next suggestion knows. */
async function measureChange({ desk }: OpenedDesk): Promise<void> {
  const by = { platform: 'bench', space: 's', chat: 'c', person: 'm' };
  const bytes = new TextEncoder().encode(`${makeSentence(40)} ${makeSentence(40)}`);
  const { ticket, document } = await desk.corpus.read({ fileName: 'added.txt', bytes });
  report('corpus.add', [await time(() => desk.corpus.add(ticket, by))]);
  const after = await time(() => desk.suggestDocuments(document.title.split(' ')[0] ?? '', 25));
  report('suggestDocuments, first after a change', [after], SUGGESTION_LIMIT_MS);
  report('corpus.remove', [await time(() => desk.corpus.remove(document.id, by))]);
}

async function measureQuotes({ desk, index }: OpenedDesk): Promise<void> {
  const [found, checked]: [Took[], Took[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const words = Array.from({ length: 3 }, () => makeWord(Math.floor(random() * WORDS))).join(' ');
    found.push(await time(() => desk.findQuotes(words, { limit: 10 })));
    const document = await index.document(`d${round * 7}`);
    const wording = document?.text.split(' ').slice(20, 32).join(' ') ?? '';
    if (round < 5) checked.push(await time(() => desk.check(wording)));
  }
  report('findQuotes', found);
  report('check', checked);
}

/** What keeping, limits and conversations add to what the assistant takes. */
async function measureOverhead({ desk, assistant }: OpenedDesk): Promise<void> {
  const [alone, whole]: [Took[], Took[]] = [[], []];
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
  report('assistant.ask', alone);
  report('desk.ask', whole);
}

async function measureFlood({ desk }: OpenedDesk): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const control = new AbortController();
  const begun = startTimer();
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
  const took = begun();
  const held = process.memoryUsage().heapUsed - before;
  control.abort();
  const settled = await Promise.all(replies);
  const refused = settled.filter(({ kind }) => kind === 'refused').length;
  report(`${FLOOD} questions at once, ${refused} refused: taken or refused`, [took]);
  console.log(`memory while they wait: ${(held / BYTES_PER_MEGABYTE).toFixed(1)} MB`);
}

/** Milliseconds. */
interface Took {
  readonly wall: number;
  readonly processor: number;
}

function startTimer(): () => Took {
  const [started, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { wall: performance.now() - started, processor: (user + system) / 1_000 };
  };
}

async function time(run: () => Promise<unknown>): Promise<Took> {
  const stop = startTimer();
  await run();
  return stop();
}

function report(what: string, took: readonly Took[], limitMs?: number): void {
  const limit = limitMs === undefined ? '' : ` (limit ${limitMs} ms)`;
  const describe = (share: number): string => {
    const [wall, processor] = (['wall', 'processor'] as const).map((name) =>
      quantile(
        took.map((each) => each[name]),
        share,
      ).toFixed(1),
    );
    return `${wall} ms, busy ${processor} ms`;
  };
  const times = took.length === 1 ? describe(1) : `p50 ${describe(0.5)}; slowest ${describe(1)}`;
  console.log(`${what}: ${times}${limit}`);
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
