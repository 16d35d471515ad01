/** What a claim is held against: its own sentences, those of its quotes, and the facts of the cited documents. */
import { foldText } from './fold-text.ts';
import { readSentences, type SupportSentence, type SupportWord } from './support-words.ts';

/** The facts that a claim may name beside its quotes: whose article it is, and of when. */
export interface SupportFacts {
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  /** ISO 8601, possibly partial. */
  readonly published?: string;
  /** BCP 47; English when absent. */
  readonly language?: string;
}

export interface Evidence {
  readonly claim: string;
  /** The claim without an attribution before a colon that consists of facts. */
  readonly body: string;
  readonly claimSentences: readonly SupportSentence[];
  readonly quotes: readonly string[];
  readonly quoteSentences: readonly SupportSentence[];
  readonly quoteWords: readonly SupportWord[];
  readonly facts: readonly SupportFacts[];
  readonly factWords: readonly SupportWord[];
}

/** What is wrong with a claim, in the order in which it is looked for. */
export type SupportProblem =
  | 'link'
  | 'quotation'
  | 'number'
  | 'date'
  | 'name'
  | 'speaker'
  | 'roles'
  | 'negation'
  | 'strength'
  | 'stitched'
  | 'invented';

const ATTRIBUTION_LIMIT = 200;

export function gatherEvidence(
  claim: string,
  quotes: readonly string[],
  facts: readonly SupportFacts[],
): Evidence {
  const language = facts[0]?.language ?? 'en';
  const factText = facts.map(({ title, publisher, author }) =>
    [title, publisher, author].filter(Boolean).join('. '),
  );
  const factWords = factText.flatMap((text) => readSentences(text, language)).flatMap(({ words }) => words);
  const quoteSentences = quotes.flatMap((quote) => readSentences(quote, language));
  const body = withoutAttribution(claim, factWords);
  return {
    claim,
    body,
    claimSentences: readSentences(body, language),
    quotes,
    quoteSentences,
    quoteWords: quoteSentences.flatMap(({ words }) => words),
    facts,
    factWords,
  };
}

/** Cuts `Publisher, day: ` off, where a publisher or author of the facts is what stands there. */
function withoutAttribution(claim: string, factWords: readonly SupportWord[]): string {
  const colon = claim.slice(0, ATTRIBUTION_LIMIT).search(/:\s/);
  if (colon < 0) return claim;
  const known = new Set(factWords.map(({ folded }) => folded));
  const named = readSentences(claim.slice(0, colon), 'en').flatMap(({ words }) => words);
  const isAttribution = named.some(({ folded, isStop }) => !isStop && known.has(folded));
  const hasOthers = named.some(
    ({ folded, isStop, text }) =>
      !isStop && !known.has(folded) && /^\p{Ll}/u.test(text) && folded !== 'digest',
  );
  return isAttribution && !hasOthers ? claim.slice(colon + 1).trim() : claim;
}

const comparable = (text: string): string =>
  foldText(text)
    .folded.replace(/^[\s'.,;:]{1,9}/, '')
    .replace(/[\s'.,;:]{1,9}$/, '');

/** Whether the claim says nothing but one of its quotes from end to end. */
export function isVerbatim({ body, quotes }: Evidence): boolean {
  const wanted = comparable(body);
  return wanted !== '' && quotes.some((quote) => comparable(quote) === wanted);
}
