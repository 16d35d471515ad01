import { SourceError } from '../../src/index.ts';
import { DOWNLOAD_BYTES } from './limits.ts';

export interface DownloadOptions {
  readonly apiRoot: string;
  readonly token: string;
  readonly signal: AbortSignal;
}

/** Milliseconds for a file. */
const TIME_LIMIT_MS = 60_000;

/** Gets an uploaded file by the path that `getFile` tells. Throws `SourceError`, which never shows the address. */
export function createDownload({ apiRoot, token, signal }: DownloadOptions) {
  return async (path: string): Promise<Uint8Array> => {
    const limits = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
    try {
      const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal: limits });
      if (!response.ok) throw new Error(`status ${response.status}`);
      return await readBytes(response);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SourceError) throw error;
      throw new SourceError('upload', 'Telegram does not hand it over: send it again');
    }
  };
}

/** The size that Telegram told is not relied on. */
async function readBytes(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > DOWNLOAD_BYTES)
      throw new SourceError('upload', 'the file is larger than Telegram said: send a smaller one');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
