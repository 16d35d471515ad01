import type { DeclaredFacts } from './declare-facts.ts';

/** What a format's reader hands on: the text as it was decoded, and the facts that came with it. */
export interface RawDocument {
  readonly text: string;
  /** Facts that an author or publisher stated: they stand. */
  readonly declared: DeclaredFacts;
  /** Used as the id when none was declared. */
  readonly stem: string;
  /** Path or `path:line`. */
  readonly source: string;
  readonly warnings: readonly string[];
}
