import type { FallbackReason, Tokens } from './types.ts';

/**
 * One class per decision that a caller makes. A message says cause, consequence and remedy in one line, with the
 * offending value and without secrets.
 */
export class FootnoteError extends Error {
  override readonly name: string = 'FootnoteError';
}

/** The command or its options are wrong: exit code 2. */
export class UsageError extends FootnoteError {
  override readonly name = 'UsageError';
}

/** A setting is missing or malformed: exit code 2. */
export class ConfigError extends FootnoteError {
  override readonly name = 'ConfigError';
}

/** The data folder cannot be used as it is: missing, empty, locked, damaged, of another version or embedder. */
export class IndexError extends FootnoteError {
  override readonly name = 'IndexError';
  readonly code: 'missing' | 'empty' | 'locked' | 'damaged' | 'version' | 'embedder';

  constructor(code: IndexError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A file or a line of one could not be read; the rest of the run goes on. */
export class SourceError extends FootnoteError {
  override readonly name = 'SourceError';
  /** Path, or `path:line`. */
  readonly source: string;

  constructor(source: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.source = source;
  }
}

/** No vectors can be had: a model is missing, unreachable, or answered nonsense. */
export class EmbedderError extends FootnoteError {
  override readonly name = 'EmbedderError';
}

/** A document or passage that was named does not exist, or the name fits several. */
export class LookupError extends FootnoteError {
  override readonly name = 'LookupError';
}

/** A model gave nothing to work with. The extractive answer stands in; the message is for the operator only. */
export class ModelError extends FootnoteError {
  override readonly name = 'ModelError';
  readonly reason: FallbackReason;
  /** Tokens that were spent all the same. */
  readonly tokens: Tokens | undefined;

  constructor(
    reason: FallbackReason,
    message: string,
    options?: ErrorOptions & { readonly tokens?: Tokens },
  ) {
    super(message, options);
    this.reason = reason;
    this.tokens = options?.tokens;
  }
}
