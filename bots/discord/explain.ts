import {
  type Block,
  cleanText,
  IndexError,
  LookupError,
  SourceError,
  sayBlock,
  UsageError,
} from '../../src/index.ts';
import { Refusal } from './refusal.ts';

export interface ExplainOptions {
  readonly locale: string;
  /** The document that was named, if one was. */
  readonly document?: string | undefined;
}

/** Whether something failed by what was asked for, and not by us: no operator need know. */
export function isOfTheirs(error: unknown): boolean {
  return [Refusal, LookupError, SourceError, UsageError].some((kind) => error instanceof kind);
}

/** A failure in a short honest sentence, for who waits. */
export function explain(error: unknown, { locale, document = '…' }: ExplainOptions): Block {
  if (error instanceof Refusal) return sayBlock(error.phrase, locale, error.values);
  if (error instanceof LookupError) return sayBlock('noSuchDocument', locale, { id: document });
  if (error instanceof SourceError) return sayBlock('uploadUnreadable', locale, { cause: error.message });
  if (error instanceof IndexError && error.code === 'locked') return sayBlock('corpusLocked', locale);
  if (error instanceof UsageError) return { kind: 'notice', runs: [{ text: cleanText(error.message) }] };
  return sayBlock('failed', locale);
}
