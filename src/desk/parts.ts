import type { Assistant } from '../assistant.ts';
import type { Ledger } from '../ledger/types.ts';
import type { Document, PassageIndex, Retriever } from '../types.ts';
import type { DeskLimits } from './limits.ts';

/** Changes one document of the index, as the only writer meanwhile. */
export interface CorpusWriter extends AsyncDisposable {
  put(document: Document): Promise<void>;
  remove(documentId: string): Promise<boolean>;
}

/** What a desk stands on: all of it open, none of it owned. */
export interface DeskParts {
  readonly assistant: Assistant;
  readonly index: PassageIndex;
  readonly retriever: Retriever;
  readonly ledger: Ledger;
  /** Where the reader page is served, without a final slash. */
  readonly readerUrl: string;
  /** Milliseconds after which a conversation is over. */
  readonly conversationMs: number;
  /** Throws `IndexError('locked')` while somebody else writes. */
  readonly openWriter: () => Promise<CorpusWriter>;
}

/** What the pieces of a desk share. */
export interface DeskContext extends DeskParts {
  readonly clock: () => number;
  readonly note: (line: string) => void;
  readonly limits: DeskLimits;
}
