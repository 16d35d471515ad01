/** What a claim is held against: its own sentences, those of its quotes, and the facts of the cited documents. */
import { foldText } from './fold-text.ts';
import { readSentence, readSentences, type SupportSentence, type SupportWord } from './support-words.ts';

/** The facts that a claim may name beside its quotes: whose article it is, and of when. */
export interface SupportFacts {
  readonly id?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  /** ISO 8601, possibly partial. */
  readonly published?: string;
  /** BCP 47; English when absent. */
  readonly language?: string;
  /** The whole document: only the first names of people whom a quote names are taken from it. */
  readonly text?: string;
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
  | 'opinion'
  | 'stitched'
  | 'invented';

/** UTF-16 units; titles are long. */
const ATTRIBUTION_LIMIT = 400;

export function gatherEvidence(
  claim: string,
  quotes: readonly string[],
  facts: readonly SupportFacts[],
): Evidence {
  const language = facts[0]?.language ?? 'en';
  const factText = facts.map(({ id, title, publisher, author }) =>
    [id, title, publisher, author].filter(Boolean).join('. '),
  );
  const factWords = factText.flatMap((text) => readSentences(text, language)).flatMap(({ words }) => words);
  const quoteSentences = quotes.flatMap((quote) => readSentences(quote, language));
  const body = withoutAttribution(claim, quotes, factWords);
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

/**
 * Cuts `Publisher, day: ` off, where a publisher, author or title of the facts is what stands there. A title may hold a
 * colon itself, and so may the sentence: what leaves a whole quote is preferred, then the shortest attribution.
 */
function withoutAttribution(
  claim: string,
  quotes: readonly string[],
  factWords: readonly SupportWord[],
): string {
  const known = new Set(factWords.map(({ folded }) => folded));
  const bodies = Array.from(claim.slice(0, ATTRIBUTION_LIMIT).matchAll(/:\s/g), ({ index }) => index)
    .filter((colon) => isAttribution(claim.slice(0, colon), known))
    .map((colon) => claim.slice(colon + 1).trim());
  return bodies.find((body) => isWholeQuote(body, quotes)) ?? bodies[0] ?? claim;
}

/** Whether a text names something known, and else holds only dates and words with a capital. */
function isAttribution(text: string, known: ReadonlySet<string>): boolean {
  const words = readSentence(text, 'en').words.filter(({ isStop }) => !isStop);
  const isOther = ({ folded, text }: SupportWord): boolean => !known.has(folded) && /^\p{Ll}/u.test(text);
  return words.some(({ folded }) => known.has(folded)) && !words.some(isOther);
}

const comparable = (text: string): string =>
  foldText(text)
    .folded.replace(/^[\s'.,;:]{1,9}/, '')
    .replace(/[\s'.,;:]{1,9}$/, '');

function isWholeQuote(text: string, quotes: readonly string[]): boolean {
  const wanted = comparable(text);
  return wanted !== '' && quotes.some((quote) => comparable(quote) === wanted);
}

/** Whether the claim says nothing but one of its quotes from end to end. */
export const isVerbatim = ({ body, quotes }: Evidence): boolean => isWholeQuote(body, quotes);
