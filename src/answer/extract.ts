import { attributionOf } from '../text/attribution.ts';
import { readJudgement } from '../text/judgement.ts';
import type { Candidate, Draft, DraftClaim, Drafter, Retrieval, ScoredSentence, Span } from '../types.ts';
import { widenQuote } from './widen-quote.ts';

/** Statements of one answer, at most. */
const STATEMENT_LIMIT = 3;
/** A further statement must score at least this share of the best one. */
const STATEMENT_SHARE = 0.02;
/** What a sentence's score counts for when its document has spoken once, twice ...: other sources get a word in. */
const SAME_DOCUMENT = 0.4;
/** Where so few documents are ranked, all of them tell one story, and that one is ranked first says little. */
const FEW_DOCUMENTS = 10;
/** Two sentences that share this much of the shorter one's words say the same. */
const SAME_WORDING = 0.8;

/** Drafts an answer without a model: the sentences that answer, verbatim, attributed, one statement per sentence. */
export function createExtractiveDrafter(): Drafter {
  return {
    name: 'extractive',
    async draft(retrieval: Retrieval): Promise<Draft> {
      const drafted = chooseSentences(retrieval).map(draftClaim);
      // Marked as the answer, a source's words would be the bot's judgement.
      const isLeftOpen = readJudgement(retrieval.question.text) !== undefined;
      const claims = isLeftOpen ? drafted.map((claim) => ({ ...claim, emphasis: [] })) : drafted;
      return { drafter: 'extractive', claims, declined: claims.length === 0 };
    },
  };
}

interface Sentence {
  readonly candidate: Candidate;
  readonly sentence: ScoredSentence;
}

interface Chosen extends Sentence {
  /** What is quoted: the sentence, widened to what it needs to be understood. */
  readonly span: Span;
  readonly quote: string;
}

/** The best sentence, then the next best of what says something else, other documents preferred. */
function chooseSentences({ candidates, documents }: Retrieval): Chosen[] {
  const again = weighAgain(documents);
  const left = new Set(
    candidates.flatMap((candidate) => candidate.sentences.map((sentence) => ({ candidate, sentence }))),
  );
  const best = [...left].reduce((most, { sentence }) => Math.max(most, sentence.score), 0);
  const chosen: Chosen[] = [];
  while (chosen.length < STATEMENT_LIMIT) {
    const next = bestOf(left, chosen, again);
    if (!next || next.sentence.score < STATEMENT_SHARE * best) break;
    left.delete(next);
    const quoted = quoteSentence(next);
    if (!chosen.some((known) => saysTheSame(known.quote, quoted.quote))) chosen.push(quoted);
  }
  return chosen;
}

/** What a score is multiplied by each time that its document has spoken: the nearer 1, the surer the ranking is of one. */
function weighAgain(documents: Retrieval['documents']): number {
  const sureness = documents.length < FEW_DOCUMENTS ? 0 : (documents[0]?.score ?? 0) ** 3;
  return SAME_DOCUMENT + (1 - SAME_DOCUMENT) * sureness;
}

/** `again`: what a score is multiplied by for each time that its document has spoken. */
function bestOf(left: ReadonlySet<Sentence>, chosen: readonly Chosen[], again: number): Sentence | undefined {
  let best: Sentence | undefined;
  let most = -1;
  for (const one of left) {
    const { id } = one.candidate.document;
    const spoken = chosen.filter(({ candidate }) => candidate.document.id === id).length;
    const score = one.sentence.score * again ** spoken;
    if (score > most) {
      best = one;
      most = score;
    }
  }
  return best;
}

function saysTheSame(a: string, b: string): boolean {
  const left = new Set(a.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const right = new Set(b.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared >= SAME_WORDING * Math.min(left.size, right.size);
}

function quoteSentence({ candidate, sentence }: Sentence): Chosen {
  const { passage } = candidate;
  const span = widenQuote(passage, sentence.span);
  const quote = passage.text.slice(span.start - passage.span.start, span.end - passage.span.start);
  return { candidate, sentence, span, quote };
}

function draftClaim({ candidate, sentence, span, quote }: Chosen): DraftClaim {
  const opening = `${attributionOf(candidate.document)}: “`;
  const shift = opening.length + sentence.span.start - span.start;
  return {
    // Line breaks become spaces one for one, so that the emphasis stays in its place.
    text: `${opening}${quote.replace(/\s/g, ' ')}”`,
    quotes: [{ passageId: candidate.passage.id, text: quote }],
    emphasis: sentence.highlights.map(({ start, end }) => ({ start: shift + start, end: shift + end })),
  };
}
