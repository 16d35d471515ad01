import type {
  Candidate,
  DocumentFacts,
  Draft,
  DraftClaim,
  Drafter,
  Retrieval,
  ScoredSentence,
} from '../types.ts';

/** Statements of one answer, at most. */
const STATEMENT_LIMIT = 3;
/** A further statement must score at least this share of the best one. */
const STATEMENT_SHARE = 0.6;
/** Two sentences that share this much of the shorter one's words say the same. */
const SAME_WORDING = 0.8;

/** Drafts an answer without a model: the sentences that answer, verbatim, attributed, one statement per sentence. */
export function createExtractiveDrafter(): Drafter {
  return {
    name: 'extractive',
    async draft(retrieval: Retrieval): Promise<Draft> {
      const claims = chooseSentences(retrieval.candidates).map(draftClaim);
      return { drafter: 'extractive', claims, declined: claims.length === 0 };
    },
  };
}

interface Chosen {
  readonly candidate: Candidate;
  readonly sentence: ScoredSentence;
}

function chooseSentences(candidates: readonly Candidate[]): Chosen[] {
  const ranked = candidates
    .flatMap((candidate) => candidate.sentences.map((sentence) => ({ candidate, sentence })))
    .sort((a, b) => b.sentence.score - a.sentence.score);
  const best = ranked[0]?.sentence.score ?? 0;
  const chosen: Chosen[] = [];
  for (const next of ranked) {
    if (chosen.length === STATEMENT_LIMIT || next.sentence.score < STATEMENT_SHARE * best) break;
    if (!chosen.some((known) => saysTheSame(known.sentence.text, next.sentence.text))) chosen.push(next);
  }
  return chosen;
}

function saysTheSame(a: string, b: string): boolean {
  const left = new Set(a.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const right = new Set(b.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared >= SAME_WORDING * Math.min(left.size, right.size);
}

function draftClaim({ candidate, sentence }: Chosen): DraftClaim {
  const opening = `${attribution(candidate.document)}: “`;
  return {
    text: `${opening}${sentence.text}”`,
    quotes: [{ passageId: candidate.passage.id, text: sentence.text }],
    emphasis: sentence.highlights.map(({ start, end }) => ({
      start: opening.length + start,
      end: opening.length + end,
    })),
  };
}

/** "WorldNetDaily, 26 January 2006"; a digest says that it is one. */
function attribution(document: DocumentFacts): string {
  const who = document.publisher ?? document.title;
  const named = document.kind === 'digest' ? `Digest of ${who}` : who;
  return document.published === undefined ? named : `${named}, ${dateInWords(document.published)}`;
}

function dateInWords(published: string): string {
  const [year = '', month, day] = published.split('-');
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month) options.month = 'long';
  if (day) options.day = 'numeric';
  return new Intl.DateTimeFormat('en-GB', options).format(
    Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)),
  );
}
