import type { ScoredPhrase } from './choose-phrases.ts';
import { describeLean, type LeanFeatures } from './describe-lean.ts';
import weights from './follow-up.weights.json' with { type: 'json' };
import { describeHistory, type HistoryView } from './history-phrases.ts';
import { type LogisticWeights, logOdds } from './logistic.ts';
import { nameInAnswer } from './name-in-answer.ts';
import type { ReadFollowUp } from './read-follow-up.ts';
import type { ReadTurn } from './read-turn.ts';

/** Made by `scripts/train-follow-up.ts`. */
export interface FollowUpModels {
  /** Log odds that a question leans. */
  readonly lean: LogisticWeights;
  /** Log odds that a phrase is carried over. */
  readonly phrase: LogisticWeights;
}

/** The opening turn cannot lean. */
const STANDS_ALONE = -4;
/** Log odds of whom the answer to a "who" named: "he" or "she" stands for nobody else. */
const ANSWERED = 5;
/** Rarity of a word that no passage has. */
const UNKNOWN_RARITY = 1;

/** How the question leans, and every phrase of its history with the log odds that it is carried over. */
export function scorePhrases(
  read: ReadFollowUp,
  rarity: (term: string) => number,
  models: FollowUpModels = weights,
): { readonly lean: LeanFeatures; readonly phrases: readonly ScoredPhrase[] } {
  const view = viewHistory(read, rarity, models.lean);
  const phrases = describeHistory(view).map((phrase) => ({
    ...phrase,
    score: logOdds(models.phrase, phrase.features),
  }));
  const lean = view.questionFeatures;
  return { lean, phrases: [...answeredName(read, lean), ...phrases] };
}

/** What phrases are described by: every turn with how much it leans itself. */
export function viewHistory(
  { turns, asked, cues }: ReadFollowUp,
  rarity: (term: string) => number,
  leanWeights: LogisticWeights,
): HistoryView {
  const earlier = new Set<string>();
  const describe = (turn: ReadTurn) => {
    const features = describeLean(turn, { cues, rarity, earlier: new Set(earlier) });
    for (const { term } of turn.words) earlier.add(term);
    return features;
  };
  const turnLeans = turns.map((turn, at) => {
    const features = describe(turn);
    return at === 0 ? STANDS_ALONE : logOdds(leanWeights, features);
  });
  const questionFeatures = describe(asked);
  return {
    turns,
    leans: turnLeans,
    question: asked,
    cues,
    questionFeatures,
    questionLean: logOdds(leanWeights, questionFeatures),
    rarity,
    isKnown: (term) => rarity(term) < UNKNOWN_RARITY,
  };
}

/** Whom the last answer named, for a question about a person that follows one that asked who. */
function answeredName({ turns, cues, lastAnswer }: ReadFollowUp, lean: LeanFeatures): ScoredPhrase[] {
  const before = turns.at(-1);
  if (lastAnswer === undefined || !before || lean.person === 0 || !cues.asksWho.test(before.text)) return [];
  const text = nameInAnswer(lastAnswer, before.text);
  if (text === undefined) return [];
  return [
    {
      text,
      terms: [text],
      turn: turns.length,
      start: 0,
      name: true,
      fullName: text,
      article: false,
      score: ANSWERED,
    },
  ];
}
