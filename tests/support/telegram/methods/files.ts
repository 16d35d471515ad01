import { badRequest } from '../api-error.ts';
import { readText } from '../parameters.ts';
import type { Method } from '../server.ts';

/** https://core.telegram.org/bots/api#getfile */
const DOWNLOAD_BYTES = 20 * 1024 * 1024;

export const getFile: Method = ({ world }, { parameters }) => {
  const file = world.files.get(readText(parameters, 'file_id') ?? '');
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
  if (file.size > DOWNLOAD_BYTES) throw badRequest('file is too big');
  return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path };
};
