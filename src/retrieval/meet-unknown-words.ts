import { indexTerm } from '../text/words.ts';
import type { Embedder } from '../types.ts';
import type { AnalysedSentence } from './analyse-sentence.ts';
import { dot } from './dot.ts';
import { isWordEmbedder } from './embedders/distilled-embedder.ts';
import type { QuestionSignals } from './signals.ts';

/**
 * Cosine of two words' vectors at or above which one may stand for the other: "telephone" and "phoned" .45, "weapons" and
 * "disarms" .41, "winners" and "winning" .52; unrelated words seldom pass .37.
 */
const SAME_MEANING = 0.4;
/** A word of the same meaning counts for this, against 1 for the word itself. */
const MEANING_WEIGHT = 0.65;

/**
 * Lets words of a question that the corpus does not hold in any spelling meet words of like meaning in what was found.
 * Names, numbers and dates have no likeness: a question about another person or year stays without an answer.
 */
export async function meetUnknownWords(
  signals: QuestionSignals,
  sentences: readonly AnalysedSentence[],
  embedder: Embedder,
): Promise<QuestionSignals> {
  const { terms, language } = signals.analysed;
  const lost = [...signals.unknown].filter((at) => terms[at]?.name === false && terms[at]?.number === false);
  if (lost.length === 0 || !isWordEmbedder(embedder) || !/^en\b/.test(language)) return signals;
  const words = plainWords(sentences);
  const vectors = await embedder.wordVectors([...words, ...lost.map((at) => terms[at]?.surface ?? '')]);
  const matches = new Map(signals.matches);
  const unknown = new Set(signals.unknown);
  for (const at of lost) {
    const vector = vectors.get(terms[at]?.surface ?? '');
    for (const word of words) {
      const other = vectors.get(word);
      if (!vector || !other || dot(vector, other) < SAME_MEANING) continue;
      const term = indexTerm(word, language);
      matches.set(term, [...(matches.get(term) ?? []), { index: at, weight: MEANING_WEIGHT }]);
      unknown.delete(at);
    }
  }
  return { ...signals, matches, unknown };
}

/** Distinct content words that are no names by their capitals. */
function plainWords(sentences: readonly AnalysedSentence[]): Set<string> {
  const words = new Set<string>();
  for (const { tokens, terms } of sentences) {
    for (const [at, { text }] of tokens.entries())
      if (terms[at] !== '' && /^\p{Ll}{3,}$/u.test(text)) words.add(text);
  }
  return words;
}
