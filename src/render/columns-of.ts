import { createRequire } from 'node:module';

/** Western and Cyrillic letters, punctuation and box drawing: a column each. Nothing that combines or is not seen. */
const SINGLE_COLUMNS =
  /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2500-\u257f]*$/;

const require = createRequire(import.meta.url);
const loadLibrary = (): typeof import('string-width') => require('string-width');
let library: typeof import('string-width') | undefined;

/** Terminal columns that a text takes. The library that knows all scripts is loaded with the first text that needs it. */
export function columnsOf(text: string): number {
  if (SINGLE_COLUMNS.test(text)) return text.length;
  library ??= loadLibrary();
  return library.default(text);
}
