import { type Token, termsOfTokens, tokenise } from '../text/words.ts';
import type { Span } from '../types.ts';
import { findEnglishRuns } from './find-english-runs.ts';
import { findWordedRuns } from './find-worded-runs.ts';
import type { Run } from './run.ts';
import { lexiconOf } from './wording/lexicon.ts';

/**
 * A sentence as the ranker sees it: its terms, and the runs of words that could answer a question (names, numbers,
 * dates ...), told by surface form alone. Thousands are kept from question to question, so each holds little: its index
 * terms, and the runs once they were asked for, which few are. Tokens are split again each time.
 */
export class AnalysedSentence {
  readonly text: string;
  /** Index term of each token; '' for a stop word. */
  readonly terms: readonly string[];
  /** How many of the terms are no stop words. */
  readonly contentLength: number;
  readonly #language: string;
  #runs: readonly Run[] | undefined;

  /** `language` is BCP 47; `terms` are those of the text's words where they are known already. */
  constructor(text: string, language: string, terms: readonly string[] = termsOfTokens(text, language)) {
    this.text = text;
    this.#language = language;
    let contentLength = 0;
    for (const term of terms) if (term !== '') contentLength += 1;
    this.terms = terms;
    this.contentLength = contentLength;
  }

  get tokens(): readonly Token[] {
    return tokenise(this.text, this.#language);
  }

  get runs(): readonly Run[] {
    this.#runs ??= this.#findRuns();
    return this.#runs;
  }

  get givesReason(): boolean {
    return this.#shows('because', REASON);
  }

  get namesPlace(): boolean {
    return this.#shows('places', PLACE);
  }

  get tellsSpeech(): boolean {
    return this.#shows('speech', SPEECH);
  }

  /** A span of the text that a run covers. */
  spanOf(run: Run): Span {
    const { tokens } = this;
    const start = tokens[run.from]?.start ?? 0;
    return { start, end: tokens[run.to - 1]?.end ?? start };
  }

  #findRuns(): readonly Run[] {
    const lexicon = lexiconOf(this.#language);
    return lexicon ? findWordedRuns(this, lexicon) : findEnglishRuns(this.text, this.tokens);
  }

  #shows(cue: 'because' | 'places' | 'speech', english: RegExp): boolean {
    const lexicon = lexiconOf(this.#language);
    return lexicon ? lexicon[cue]?.test(this.text) === true : english.test(this.text);
  }
}

const REASON =
  /\b(?:because|due to|owing to|since|so that|in order to|as a result|caused by|led to|thanks to|reason|therefore|after)\b/i;
const PLACE = /\b(?:in|at|near|from|to|outside|across|inside|toward|towards|of|into)\s+(?:the\s+)?\p{Lu}/u;
const SPEECH =
  /\b(?:said|says|say|told|tells|claim(?:s|ed)?|stat(?:es|ed)|announc(?:es|ed)|add(?:s|ed)|argu(?:es|ed)|warn(?:s|ed)|according to|wrote|tweeted|urged|called|insist(?:s|ed)|denied|respond(?:s|ed)|asked|report(?:s|ed)|express(?:es|ed)|declar(?:es|ed))\b/i;
