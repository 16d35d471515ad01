/** The nouns of evaluation: what a set holds, what a system says, and what was measured. */
import type { Question } from '../types.ts';

/** A document of a set, as much of it as a baseline needs. */
export interface SetDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A question with what its author holds to be right. A system sees `question` only. */
export interface GoldQuestion {
  readonly id: string;
  readonly question: Question;
  readonly answerable: boolean;
  /** What makes it unanswerable; `unanswerable` where the set does not tell. Absent on answerable ones. */
  readonly unanswerableKind?: string;
  /** The set's own name for what is asked (`fact`, `comparison_query` ...), to filter failures by. */
  readonly kind?: string;
  /** Documents that answer, each good enough alone. */
  readonly docs: readonly string[];
  /** Documents that must all be cited; empty where any of `docs` will do. */
  readonly docsAll: readonly string[];
  /** What answers; any will do. */
  readonly evidence: readonly string[];
  /**
   * How evidence is matched: `sentence` where a quote may cut it differently, `part` where a quote must contain it as
   * it is.
   */
  readonly evidenceIs: 'sentence' | 'part';
  /** Short answers; any will do. */
  readonly answers: readonly string[];
}

export interface EvaluationSet {
  readonly name: string;
  /** Empty where the documents are files that the system reads by itself. */
  readonly documents: readonly SetDocument[];
  /** What to ingest: lines of a JSONL file, or paths. */
  readonly corpus:
    | { readonly kind: 'lines'; readonly lines: readonly string[] }
    | { readonly kind: 'files'; readonly paths: readonly string[] };
  readonly questions: readonly GoldQuestion[];
}

/** One citation of a statement: a quote and the place where it is said to stand. */
export interface OutcomeCitation {
  readonly documentId: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

export interface OutcomeStatement {
  readonly text: string;
  readonly citations: readonly OutcomeCitation[];
}

/** What a system did with a question. */
export interface Outcome {
  /** Distinct documents, best first; the first ten count. */
  readonly retrieved: readonly { readonly documentId: string; readonly score: number }[];
  /** What it says if its threshold is ignored; undefined for a system that only finds documents. */
  readonly statements?: readonly OutcomeStatement[];
  /** Orders questions by how likely it is that the documents answer them; 0 to 1 when the system is calibrated. */
  readonly confidence: number;
  /** Confidence at or above which it answers as shipped; undefined for a system that never abstains. */
  readonly threshold?: number;
  /** It says nothing although its threshold was ignored, for this reason. */
  readonly declined?: string;
  /** Milliseconds spent on finding, where the system tells. */
  readonly retrieveMs?: number;
  /** Why the first candidates are there, one line each, for the report. */
  readonly trace?: readonly string[];
}

/** A system under test: the product or a baseline, already filled with the set's documents. */
export interface System {
  readonly name: string;
  /** What filling it cost. */
  readonly ingest: IngestCost;
  ask(question: Question): Promise<Outcome>;
  /** The text that offsets of its citations point into. */
  textOf(documentId: string): Promise<string | undefined>;
  close(): Promise<void>;
}

export interface IngestCost {
  readonly documents: number;
  /** UTF-16 units of text. */
  readonly characters: number;
  readonly seconds: number;
}

/** How one question went. Shares are 0 to 1; undefined where the measure does not apply to the question. */
export interface QuestionResult {
  readonly gold: GoldQuestion;
  readonly outcome: Outcome;
  /** Rank of the first relevant document, from 1; undefined when none is among the first ten. */
  readonly rank?: number;
  readonly measures: Readonly<Partial<Record<Measure, number>>>;
  /** It answers as shipped: confidence reaches the threshold and something is left to say. */
  readonly answers: boolean;
  /** What it says is right if the threshold is ignored; undefined for a system that only finds documents. */
  readonly draftRight?: boolean;
  /** As shipped: a right answer where there is one, silence where there is none. */
  readonly right: boolean;
  /** Quotes that do not stand at their offsets in the system's text of the document. */
  readonly misquotes: readonly OutcomeCitation[];
  /**
   * Quotes that do not stand at their offsets in the set's own text, as ingest left something out before them. Absent
   * where the set names files, whose text only ingest reads.
   */
  readonly displaced?: readonly OutcomeCitation[];
  readonly totalMs: number;
}

/** Measures that are means over questions. */
export type Measure =
  | 'hit@1'
  | 'hit@3'
  | 'hit@5'
  | 'mrr@10'
  | 'ndcg@10'
  | 'recall@10'
  | 'evidence@1'
  | 'evidence@3'
  | 'answer@1'
  | 'answer@3'
  | 'citation-precision'
  | 'shipped-evidence@1'
  | 'shipped-evidence@3'
  | 'shipped-answer@1'
  | 'shipped-answer@3';

/** A figure with its 95 % bootstrap interval, and over how many questions it was taken. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}
