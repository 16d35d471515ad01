import type { Passage, PassageIndex } from '../types.ts';
import { AnalysedSentence } from './analyse-sentence.ts';

/** Returns the sentences of passages taken apart, by passage id. */
export type PassageAnalyser = (
  passages: readonly Passage[],
  /** BCP 47 */
  languageOf: (passage: Passage) => string,
) => Promise<ReadonlyMap<string, readonly AnalysedSentence[]>>;

/** Passages whose analysis is kept, at some 3 kB each; the same few are retrieved again and again. */
const ANALYSES_KEPT = 8000;

/** Analyses passages, keeping what was analysed last. Words became terms when the index was built, and are read from it. */
export function createPassageAnalyser(index: PassageIndex): PassageAnalyser {
  const kept = new Map<string, { readonly text: string; readonly sentences: readonly AnalysedSentence[] }>();
  return async (passages, languageOf) => {
    const known = new Map(
      passages.flatMap((passage) => {
        const analysis = kept.get(passage.id);
        return analysis?.text === passage.text ? [[passage.id, analysis.sentences] as const] : [];
      }),
    );
    const fresh = passages.filter(({ id }) => !known.has(id));
    const terms = await index.sentenceTerms(fresh.map(({ id }) => id));
    for (const [at, passage] of fresh.entries()) {
      const sentences = analyse(passage, languageOf(passage), terms[at] ?? []);
      known.set(passage.id, sentences);
      kept.delete(passage.id);
      kept.set(passage.id, { text: passage.text, sentences });
    }
    for (const oldest of kept.keys()) {
      if (kept.size <= ANALYSES_KEPT) break;
      kept.delete(oldest);
    }
    return known;
  };
}

function analyse(passage: Passage, language: string, terms: readonly string[]): AnalysedSentence[] {
  return passage.sentences.map(({ start, end }, at) => {
    const text = passage.text.slice(start - passage.span.start, end - passage.span.start);
    return new AnalysedSentence(text, language, terms[at]?.split(' '));
  });
}
