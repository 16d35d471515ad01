/** Whether a claim says no more than its quotes do. Rules, no model: each finds one way in which drafts go wrong. */
import { readVisible } from '../text/visible-text.ts';
import {
  type Evidence,
  gatherEvidence,
  isVerbatim,
  type SupportFacts,
  type SupportProblem,
} from './evidence.ts';
import { checkBindings } from './support-bindings.ts';
import { checkCounts, checkScores, checkShares } from './support-counts.ts';
import { checkLabels } from './support-labels.ts';
import { checkLinks, checkQuotations } from './support-literal.ts';
import { checkNames, checkTitles } from './support-names.ts';
import { checkNegation } from './support-polarity.ts';
import { checkRoles } from './support-roles.ts';
import { checkSpeaker } from './support-speaker.ts';
import { checkLinking, checkSubject } from './support-stitched.ts';
import { checkConditions, checkHedges, checkQuantifiers, checkSuperlatives } from './support-strength.ts';
import { checkComparisons, checkDates, checkNumbers, checkParts, checkRates } from './support-values.ts';
import { checkGrave, checkOwnWords, checkVoice } from './support-voice.ts';
import { checkWins } from './support-wins.ts';

export type { SupportFacts, SupportProblem } from './evidence.ts';

export interface Support {
  readonly supported: boolean;
  readonly problems: readonly SupportProblem[];
}

type Check = (evidence: Evidence) => readonly SupportProblem[];

/** What even a verbatim sentence must pass: its attribution names the right article. */
const ALWAYS: readonly Check[] = [checkLinks, checkDates, checkNames];
const UNLESS_VERBATIM: readonly Check[] = [
  checkQuotations,
  checkNumbers,
  checkRates,
  checkComparisons,
  checkParts,
  checkTitles,
  checkSpeaker,
  checkRoles,
  checkBindings,
  checkLabels,
  checkWins,
  checkCounts,
  checkScores,
  checkShares,
  checkNegation,
  checkQuantifiers,
  checkSuperlatives,
  checkHedges,
  checkConditions,
  checkLinking,
  checkSubject,
  checkCoverage,
  checkSubstance,
  checkVoice,
  checkGrave,
  checkOwnWords,
];

/**
 * Checks a claim against the quotes that it cites and the facts of their documents: numbers, units, dates, names,
 * speakers, roles, negation, quotations, strength and links. Rules for words are English; numbers, dates, names,
 * quotations and links hold in every language. What is hidden in a quote bears nothing out. About 2 ms for a sentence.
 */
export function checkSupport(
  claim: string,
  quotes: readonly string[],
  facts: readonly SupportFacts[],
): Support {
  const seen = quotes.map((quote) => readVisible(quote).text);
  const evidence = gatherEvidence(claim, seen, facts);
  const checks = isVerbatim(evidence) ? ALWAYS : [...ALWAYS, ...UNLESS_VERBATIM];
  const problems = [...new Set(checks.flatMap((check) => check(evidence)))];
  return { supported: problems.length === 0, problems };
}

/** A claim that shares fewer of its words with its quotes says something else. */
const LEAST_COVERAGE = 0.34;

/** A claim that names its source and says nothing of it. */
function checkSubstance({ claimSentences, quoteWords }: Evidence): readonly SupportProblem[] {
  const words = claimSentences.flatMap((sentence) => sentence.words);
  const saysSomething = words.some((word) =>
    quoteWords.some(({ folded, stem }) => folded === word.folded || stem === word.stem),
  );
  return saysSomething ? [] : ['invented'];
}

function checkCoverage({ claimSentences, quoteWords, factWords }: Evidence): readonly SupportProblem[] {
  const known = new Set([...quoteWords, ...factWords].map(({ stem }) => stem));
  const beginnings = new Set(
    [...known].map((stem) => stem.slice(0, 5)).filter((start) => start.length === 5),
  );
  const isInvented = claimSentences.some(({ words }) => {
    const content = words.filter((word) => !word.isStop && !word.isNegation);
    const covered = content.filter(({ stem }) => known.has(stem) || beginnings.has(stem.slice(0, 5)));
    return content.length > 0 && covered.length / content.length < LEAST_COVERAGE;
  });
  return isInvented ? ['invented'] : [];
}
