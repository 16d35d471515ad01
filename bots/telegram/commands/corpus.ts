import type { Document as File } from 'grammy/types';
import {
  type DocumentFacts,
  IndexError,
  LookupError,
  renderCorpusChange,
  renderCorpusHistory,
  renderCorpusStatus,
  renderDocuments,
  renderUpload,
  SourceError,
  sayBlock,
  type Upload,
} from '../../../src/index.ts';
import type { Adapter } from '../adapter.ts';
import { troubleOf } from '../api-errors.ts';
import { type CommandCall, reply, splitFirstWord } from '../command-call.ts';
import { confirmKeyboard, undoKeyboard } from '../confirm-keyboard.ts';
import { DOWNLOAD_BYTES } from '../limits.ts';
import { originOf } from '../origin.ts';
import { repliedTo } from '../read-message.ts';

/** Changes of one answer to `/corpus history`. */
const HISTORY_LIMIT = 10;
const BYTES_PER_MEGABYTE = 1024 * 1024;

const SUBCOMMANDS: ReadonlyMap<string, (call: CommandCall) => Promise<void>> = new Map([
  ['status', showStatus],
  ['add', readAddition],
  ['remove', confirmRemoval],
  ['history', showHistory],
  ['undo', undoChange],
]);

const CHANGES: ReadonlySet<string> = new Set(['add', 'remove', 'undo']);

/** `/corpus status|add|remove|history|undo`; without a word, the status. */
export async function corpusCommand(call: CommandCall): Promise<void> {
  const [first, words] = splitFirstWord(call.words);
  const name = first === '' ? 'status' : first;
  const run = SUBCOMMANDS.get(name);
  if (run && CHANGES.has(name) && !(await call.adapter.moderators.mayChangeCorpus(call.asker))) {
    await reply(call, [sayBlock('notAllowed', call.locale)]);
    return;
  }
  if (!run) {
    await showUsage(call, `/corpus ${[...SUBCOMMANDS.keys()].join(' | ')}`);
    return;
  }
  try {
    await run({ ...call, words });
  } catch (error) {
    if (!(error instanceof IndexError) || error.code !== 'locked') throw error;
    await reply(call, [sayBlock('corpusLocked', call.locale)]);
  }
}

async function showUsage(call: CommandCall, command: string): Promise<void> {
  await reply(call, [{ kind: 'notice', runs: [{ text: command, code: true }] }]);
}

async function showStatus(call: CommandCall): Promise<void> {
  const status = await call.adapter.desk.corpus.status();
  await reply(call, renderCorpusStatus(status, call.locale));
}

async function showHistory(call: CommandCall): Promise<void> {
  const { adapter, locale } = call;
  const changes = await adapter.desk.corpus.history(HISTORY_LIMIT);
  const [last] = changes;
  const keyboard = last?.canUndo ? undoKeyboard(call, last.id) : undefined;
  await reply(call, renderCorpusHistory(changes, locale), keyboard);
}

async function undoChange(call: CommandCall): Promise<void> {
  const { adapter, asker, locale } = call;
  try {
    const change = await adapter.desk.corpus.undo(originOf(asker));
    await reply(call, [renderCorpusChange(change, locale)]);
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    await reply(call, [sayBlock('corpusNoHistory', locale)]);
  }
}

async function confirmRemoval(call: CommandCall): Promise<void> {
  const { adapter, locale, words } = call;
  if (words === '') return showUsage(call, '/corpus remove ID');
  const document = await findDocument(adapter, words);
  if (!document) {
    await reply(call, [sayBlock('noSuchDocument', locale, { id: words })]);
    return;
  }
  const subject = adapter.notes.add(document.id);
  await reply(
    call,
    [sayBlock('corpusConfirmRemove', locale), ...renderDocuments([document], { locale })],
    confirmKeyboard(call, 'remove', subject),
  );
}

/** By an unambiguous beginning of its id. */
async function findDocument({ desk }: Adapter, id: string): Promise<DocumentFacts | undefined> {
  try {
    const [place] = await desk.showQuote(id);
    return place?.document;
  } catch (error) {
    if (error instanceof LookupError) return undefined;
    throw error;
  }
}

/** Reads the file of the message or of the one it replies to, else the words, and asks whether to add it. */
async function readAddition(call: CommandCall): Promise<void> {
  const { adapter, locale, message, words } = call;
  const file = message.document ?? repliedTo(message)?.document;
  if (!file && words === '') {
    await reply(call, [sayBlock('uploadWanted', locale)]);
    return;
  }
  if ((file?.file_size ?? 0) > DOWNLOAD_BYTES) {
    await reply(call, [sayBlock('uploadTooLarge', locale, { limit: DOWNLOAD_BYTES / BYTES_PER_MEGABYTE })]);
    return;
  }
  try {
    const upload = await adapter.desk.corpus.read(file ? await fetchUpload(adapter, file) : asUpload(words));
    await reply(call, renderUpload(upload, locale), confirmKeyboard(call, 'add', upload.ticket));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    await reply(call, [sayBlock('uploadUnreadable', locale, { cause: error.message })]);
  }
}

/** Throws `SourceError` where Telegram does not hand the file over. */
async function fetchUpload({ api, download }: Adapter, file: File): Promise<Upload> {
  const { file_path: path } = await api.getFile(file.file_id).catch((error: unknown) => {
    if (troubleOf(error) === 'refused') return { file_path: undefined };
    throw error;
  });
  if (path === undefined) throw new SourceError('upload', 'Telegram does not hand it over: send it again');
  return { fileName: file.file_name ?? `${file.file_unique_id}.txt`, bytes: await download(path) };
}

/** Words as a Markdown file that is named after its first line. */
function asUpload(words: string): Upload {
  const [title = ''] = words.split('\n', 1);
  const stem = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 60);
  return { fileName: `${stem || 'text'}.md`, bytes: Buffer.from(words) };
}
