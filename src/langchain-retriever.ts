import type { CallbackManagerForRetrieverRun } from '@langchain/core/callbacks/manager';
import { Document as LangChainDocument } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { Candidate, Filters, Retriever, Trace } from './types.ts';

/** What a LangChain document from this index knows of its passage. Offsets are UTF-16 code units, half-open. */
export interface PassageMetadata extends Record<string, unknown> {
  readonly documentId: string;
  readonly title: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly trace: Trace;
}

export interface LangChainRetrieverInput extends BaseRetrieverInput {
  readonly retriever: Retriever;
  readonly filters?: Filters;
  /** Passages to return at most; all that the retriever finds unless given. */
  readonly limit?: number;
}

/** The index as a LangChain retriever, for pipelines of other people. `pageContent` is the passage, verbatim. */
export class LangChainRetriever extends BaseRetriever<PassageMetadata> {
  static override lc_name(): string {
    return 'FootnoteRetriever';
  }

  override lc_namespace = ['footnote', 'retrievers'];
  readonly #retriever: Retriever;
  readonly #filters: Filters | undefined;
  readonly #limit: number | undefined;

  constructor(input: LangChainRetrieverInput) {
    super(input);
    this.#retriever = input.retriever;
    this.#filters = input.filters;
    this.#limit = input.limit;
  }

  override async _getRelevantDocuments(
    query: string,
    _run?: CallbackManagerForRetrieverRun,
  ): Promise<LangChainDocument<PassageMetadata>[]> {
    const question = { text: query, ...(this.#filters && { filters: this.#filters }) };
    const { candidates } = await this.#retriever.retrieve(question);
    return candidates.slice(0, this.#limit).map(toLangChainDocument);
  }
}

function toLangChainDocument({
  passage,
  document,
  score,
  trace,
}: Candidate): LangChainDocument<PassageMetadata> {
  return new LangChainDocument({
    id: passage.id,
    pageContent: passage.text,
    metadata: {
      documentId: document.id,
      title: document.title,
      ...(document.publisher !== undefined && { publisher: document.publisher }),
      ...(document.published !== undefined && { published: document.published }),
      ...(document.url !== undefined && { url: document.url }),
      start: passage.span.start,
      end: passage.span.end,
      score,
      trace,
    },
  });
}
