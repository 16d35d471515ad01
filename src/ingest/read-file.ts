import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { SourceError } from '../errors.ts';
import { declareFacts } from './declare-facts.ts';
import { decodeText } from './decode-text.ts';
import { describeFailure } from './describe-failure.ts';
import { type ConvertedText, convertDocx, convertHtml, convertPdf } from './formats.ts';
import { MAX_DOCUMENT_BYTES } from './limits.ts';
import type { Format, FoundFile } from './list-files.ts';
import type { RawDocument } from './raw-document.ts';

const FRONT_MATTER = /^\uFEFF?---[^\S\n]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[^\S\n]*(?:\r?\n|$)/m;
/** More front matter than this is not front matter. UTF-16 units. */
const MAX_FRONT_MATTER_UNITS = 20_000;

/** Reads a file that holds one document. Throws `SourceError`. */
export async function readFileDocument(file: FoundFile): Promise<RawDocument> {
  const raw = await readBytesDocument(await readBytes(file), file);
  return { ...raw, source: path.resolve(file.path) };
}

/** Reads what a file of this name would hold. Throws `SourceError`. */
export async function readBytesDocument(
  bytes: Uint8Array,
  file: Pick<FoundFile, 'path' | 'format'>,
): Promise<RawDocument> {
  const { text, record } = await convert(bytes, file);
  if (text.trim() === '')
    throw new SourceError(
      file.path,
      `${file.path}: ${EMPTY[file.format] ?? 'holds no text; skipped. Remove it or fill it.'}`,
    );
  const { facts, warnings } = declareFacts(record, file.path);
  return { text, declared: facts, stem: path.parse(file.path).name, source: file.path, warnings };
}

const EMPTY: Partial<Record<Format, string>> = {
  pdf: 'the PDF holds no text, only images perhaps; skipped. Run text recognition (OCR) on it first.',
};

async function readBytes(file: FoundFile): Promise<Uint8Array> {
  const limit = `${MAX_DOCUMENT_BYTES / 1024 / 1024} MB`;
  if (file.bytes > MAX_DOCUMENT_BYTES) {
    const size = `${Math.round(file.bytes / 1024 / 1024)} MB`;
    throw new SourceError(
      file.path,
      `${file.path}: ${size} is more than a document may have (${limit}); skipped. Split it, or use .jsonl.`,
    );
  }
  if (file.bytes === 0)
    throw new SourceError(file.path, `${file.path}: the file is empty; skipped. Remove it or fill it.`);
  try {
    return await readFile(file.path);
  } catch (error) {
    throw new SourceError(
      file.path,
      `${file.path}: ${describeFailure(error)}; skipped. Check the file and its permissions.`,
      {
        cause: error,
      },
    );
  }
}

async function convert(
  bytes: Uint8Array,
  { path: source, format }: Pick<FoundFile, 'path' | 'format'>,
): Promise<ConvertedText> {
  if (format === 'text') return { text: decodeText(bytes, source), record: {} };
  if (format === 'markdown') return splitFrontMatter(decodeText(bytes, source), source);
  const page = format === 'html' ? decodeText(bytes, source) : '';
  try {
    if (format === 'html') return await convertHtml(page);
    return await (format === 'pdf' ? convertPdf(bytes) : convertDocx(bytes));
  } catch (error) {
    const cause = describeFailure(error);
    throw new SourceError(
      source,
      `${source}: the ${format.toUpperCase()} cannot be read (${cause}); skipped. Open and save it anew, or convert it to text.`,
      { cause: error },
    );
  }
}

/** Parts a Markdown file into its front matter and its body. */
function splitFrontMatter(text: string, source: string): ConvertedText {
  const match = text.startsWith('---') || text.startsWith('\uFEFF---') ? FRONT_MATTER.exec(text) : null;
  if (match === null || match.index > 0 || (match[1]?.length ?? 0) > MAX_FRONT_MATTER_UNITS)
    return { text, record: {} };
  // The failsafe schema knows text, lists and maps only: no tags, no dates, no numbers.
  const parsed = parseDocument(match[1] ?? '', {
    schema: 'failsafe',
    strict: true,
    uniqueKeys: true,
    merge: false,
  });
  const problem = parsed.errors[0];
  if (problem !== undefined) throw frontMatterError(source, problem.message.split('\n')[0] ?? '', problem);
  let record: unknown;
  try {
    record = parsed.toJS({ maxAliasCount: 10 });
  } catch (error) {
    throw frontMatterError(source, describeFailure(error), error);
  }
  if (record === null || record === undefined || record === '')
    return { text: text.slice(match[0].length), record: {} };
  if (typeof record !== 'object' || Array.isArray(record))
    throw frontMatterError(source, 'it is not a list of "name: value"');
  return { text: text.slice(match[0].length), record: Object.fromEntries(Object.entries(record)) };
}

function frontMatterError(source: string, cause: string, error?: unknown): SourceError {
  return new SourceError(
    source,
    `${source}: its front matter cannot be read (${cause}); skipped. Mend the lines between the --- marks.`,
    {
      cause: error,
    },
  );
}
