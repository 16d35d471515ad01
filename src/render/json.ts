import type {
  Answer,
  Candidate,
  Citation,
  ClosestPassage,
  Disagreement,
  DocumentFacts,
  Drops,
  GroundedAnswer,
  Retrieval,
} from '../types.ts';

/** An answer as `footnote ask --json` prints it. People script against it: fields are added, never changed. */
export interface AnswerJson {
  readonly kind: Answer['kind'];
  readonly statements: readonly { readonly text: string; readonly citations: readonly number[] }[];
  readonly citations: readonly CitationJson[];
  readonly reason?: string;
  readonly closest?: readonly ClosestJson[];
  readonly confidence: number;
  readonly drafter: string;
  readonly timings: Answer['timings'];
  readonly tokens?: Answer['tokens'];
  /** What verification dropped, by kind. */
  readonly drops?: Drops;
  readonly disagreements?: readonly Disagreement[];
  /** How a follow-up was understood, where that differs from its words. */
  readonly understoodAs?: string;
  /** What is to be said of the question itself: it asks for a judgement, say. */
  readonly remark?: Answer['remark'];
  /** Why the sources' own words stand in for a model's answer. */
  readonly fallback?: Answer['fallback'];
  /** Why a model's answer ends early. */
  readonly cutShort?: GroundedAnswer['cutShort'];
}

/** `quote === text of the document from start to end`, in UTF-16 code units. */
export interface CitationJson {
  readonly number: number;
  readonly documentId: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly kind: DocumentFacts['kind'];
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly link: string;
}

export interface ClosestJson {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
}

/** An answer in its stable JSON form. */
export function answerToJson(answer: Answer): AnswerJson {
  const grounded = answer.kind === 'grounded';
  return {
    kind: answer.kind,
    statements: grounded ? answer.statements.map(({ text, citations }) => ({ text, citations })) : [],
    citations: grounded ? answer.citations.map(citationToJson) : [],
    ...(!grounded && { reason: answer.reason, closest: answer.closest.map(closestToJson) }),
    confidence: answer.confidence,
    drafter: answer.drafter,
    timings: answer.timings,
    ...(answer.tokens && { tokens: answer.tokens }),
    ...(Object.keys(answer.drops).length > 0 && { drops: answer.drops }),
    ...(grounded && answer.disagreements.length > 0 && { disagreements: answer.disagreements }),
    ...(answer.understoodAs !== undefined && { understoodAs: answer.understoodAs }),
    ...(answer.remark && { remark: answer.remark }),
    ...(answer.fallback !== undefined && { fallback: answer.fallback }),
    ...(grounded && answer.cutShort !== undefined && { cutShort: answer.cutShort }),
  };
}

function citationToJson({ number, document, quote, link }: Citation): CitationJson {
  return {
    number,
    documentId: document.id,
    title: document.title,
    publisher: document.publisher ?? null,
    published: document.published ?? null,
    kind: document.kind,
    quote: quote.text,
    start: quote.span.start,
    end: quote.span.end,
    link,
  };
}

function closestToJson({ document, quote, score }: ClosestPassage): ClosestJson {
  return { documentId: document.id, start: quote.span.start, end: quote.span.end, text: quote.text, score };
}

/** Candidates with their trace, as `footnote search --json` prints them. */
export function retrievalToJson(retrieval: Retrieval) {
  return {
    confidence: retrieval.confidence,
    threshold: retrieval.threshold,
    candidates: retrieval.candidates.map(candidateToJson),
    tookMs: retrieval.tookMs,
  };
}

function candidateToJson({ passage, document, score, sentences, trace }: Candidate) {
  return {
    documentId: document.id,
    passage: passage.ordinal,
    title: document.title,
    publisher: document.publisher ?? null,
    published: document.published ?? null,
    start: passage.span.start,
    end: passage.span.end,
    text: passage.text,
    score,
    sentences: sentences.map((sentence) => ({
      start: sentence.span.start,
      end: sentence.span.end,
      text: sentence.text,
      score: sentence.score,
    })),
    trace,
  };
}
