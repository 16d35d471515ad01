import type { Attachment } from 'discord.js';
import { MAX_DOCUMENT_BYTES, type Upload } from '../../../src/index.ts';
import { Refusal } from '../refusal.ts';

/** Milliseconds. */
const DOWNLOAD_TIME_LIMIT_MS = 60_000;
const BYTES_PER_MB = 1024 * 1024;

/** Fetches an attachment. Throws `Refusal` where it is too large, and what `fetch` throws. */
export async function readAttachment({ name, size, url }: Attachment): Promise<Upload> {
  if (size > MAX_DOCUMENT_BYTES)
    throw new Refusal('uploadTooLarge', { limit: MAX_DOCUMENT_BYTES / BYTES_PER_MB });
  const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_TIME_LIMIT_MS) });
  if (!response.ok) throw new Refusal('uploadUnreadable', { cause: `HTTP ${response.status}` });
  return { fileName: name, bytes: await response.bytes() };
}

/** Typed text as a document: its title, or its first words, names it. */
export function textUpload(text: string, title: string | undefined): Upload {
  if (text.trim() === '') throw new Refusal('uploadWanted');
  const heading = title ?? text.trim().split(/\s+/u).slice(0, TITLE_WORDS).join(' ');
  const matter = `---\ntitle: ${JSON.stringify(heading)}\n---\n\n`;
  return { fileName: `${stemOf(heading)}.md`, bytes: new TextEncoder().encode(matter + text) };
}

const TITLE_WORDS = 8;
const STEM_LIMIT = 60;

/** `Prices rise again!` -> `prices-rise-again`; a document's id is its file's stem. */
function stemOf(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, STEM_LIMIT).replace(/-$/u, '') || 'document';
}
