import { questionLanguage } from '../text/question-language.ts';
import type { Embedder, PassageIndex, Question } from '../types.ts';
import { createPassageAnalyser } from './analyse-passages.ts';
import { analyseQuestion } from './analyse-question.ts';
import { createFactsReader } from './corpus-facts.ts';
import { type DescribedDocument, describePool } from './describe-pool.ts';
import { createSlipFinder } from './find-slips.ts';
import { gatherCandidates } from './gather-candidates.ts';
import { meetUnknownWords } from './meet-unknown-words.ts';
import { signalQuestion } from './signal-question.ts';
import type { QuestionSignals } from './signals.ts';

/** What the lists returned for a question, described but not yet weighed. */
export interface SearchedPool {
  readonly signals: QuestionSignals;
  /** Other spellings that were searched too: `mashal -> mashaal`. */
  readonly variants: readonly string[];
  /** In no particular order. */
  readonly documents: readonly DescribedDocument[];
}

export type PoolSearch = (question: Question, signal?: AbortSignal) => Promise<SearchedPool>;

/** Everything of retrieval that needs the index: what comes after is arithmetic on what it returns. */
export function createPoolSearch(index: PassageIndex, embedder: Embedder): PoolSearch {
  const readFacts = createFactsReader(index);
  const analyse = createPassageAnalyser(index);
  const findSlips = createSlipFinder(index);
  return async (asked, signal) => {
    const question = lowerShouting(asked);
    const corpus = await readFacts();
    const language = question.language ?? questionLanguage(question.text, corpus.languages);
    const {
      signals: plain,
      lookup,
      variants,
    } = await signalQuestion(analyseQuestion(question, language), corpus, { index, findSlips });
    const [queryVector] = await embedder.embed([question.text], 'query', signal);
    signal?.throwIfAborted();
    const { filters } = question;
    const pool = await gatherCandidates(index, {
      terms: lookup,
      vector: queryVector,
      ...(filters && { filters }),
    });
    const ids = pool.passages.map(({ passageId }) => passageId);
    const [passages, vectors] = await Promise.all([index.passages(ids), index.vectors(ids)]);
    const sentences = await analyse(
      passages,
      ({ documentId }) => corpus.documents.get(documentId)?.language ?? language,
    );
    const signals = await meetUnknownWords(plain, [...sentences.values()].flat(), embedder);
    const documents = describePool({
      signals,
      pool,
      passages,
      vectors,
      queryVector,
      corpus,
      sentences,
    });
    return { signals, variants, documents };
  };
}

/** A question all in capitals, in small letters: its capitals tell no names. One word may be a name (NATO?). */
function lowerShouting(question: Question): Question {
  const { text } = question;
  const shouts =
    text === text.toUpperCase() && text !== text.toLowerCase() && /\p{Lu}.*\s.*\p{Lu}/su.test(text);
  return shouts ? { ...question, text: text.toLowerCase() } : question;
}
