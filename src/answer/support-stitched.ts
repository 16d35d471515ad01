/** A claim made of pieces that its quotes never say together: a subject from here, a predicate from there. */
import type { Evidence, SupportProblem } from './evidence.ts';
import { isSameName } from './same-name.ts';
import { namesOf } from './support-names.ts';
import type { SupportSentence, SupportWord } from './support-words.ts';

/** Links between two events: both must stand in one sentence of the quotes, and a causal one with a causal word. */
const CAUSAL = 0;
const LINKS: readonly RegExp[] = [
  /\b(?:because|due to|caus(?:e|ed|es|ing)|led to|leads? to|as a result|resulted in|therefore|thanks to|prompted|owing to|in response to|so that|triggered)\b/i,
  /\b(?:after|following|once|when|since|later|afterwards|then|before)\b/i,
];
const CAUSAL_MATES =
  /\b(?:because|due to|caus(?:e|ed|es|ing)|led to|leads? to|as a result|result(?:ed|s|ing)?|therefore|thanks to|prompt(?:ed|ing|s)|owing to|in response|so that|trigger(?:ed|ing|s)?|left|leav(?:es|ing)|forc(?:es|ed|ing)|mak(?:es|ing)|made|as|since|over|for|after)\b/i;

export function checkLinking({ claimSentences, quoteSentences }: Evidence): readonly SupportProblem[] {
  const isLinked = claimSentences.some(({ text, words }) =>
    LINKS.some((link, row) => {
      const match = link.exec(text);
      if (match === null) return false;
      const sides = [
        words.filter((word) => word.end <= match.index),
        words.filter((word) => word.start >= match.index + match[0].length),
      ];
      const holds = (quote: SupportSentence, side: readonly SupportWord[]): boolean =>
        sharesContent(side, quote);
      const [before = [], after = []] = sides;
      const areKnown =
        quoteSentences.some((quote) => holds(quote, before)) &&
        quoteSentences.some((quote) => holds(quote, after));
      // A cause that no quote speaks of is the drafter's own.
      const isOwn = sides.some(
        (side) => hasContent(side) && !quoteSentences.some((quote) => holds(quote, side)),
      );
      if (row === CAUSAL && isOwn) return true;
      const isSaid = (quote: SupportSentence): boolean => row !== CAUSAL || CAUSAL_MATES.test(quote.text);
      return (
        areKnown &&
        !quoteSentences.some((quote) => holds(quote, before) && holds(quote, after) && isSaid(quote))
      );
    }),
  );
  return isLinked ? ['stitched'] : [];
}

const hasContent = (side: readonly SupportWord[]): boolean => side.some((word) => !word.isStop);

function sharesContent(side: readonly SupportWord[], quote: SupportSentence): boolean {
  return side.some((word) => !word.isStop && quote.words.some((other) => other.stem === word.stem));
}

const PRONOUNS = /^(?:he|she|they|we|i|it)$/;

/** The subject of a statement must stand in the sentence that says it, unless a pronoun stands for it there. */
export function checkSubject({
  claimSentences,
  quoteSentences,
  factWords,
}: Evidence): readonly SupportProblem[] {
  if (quoteSentences.length < 2) return [];
  const isStitched = claimSentences.flatMap(statementsOf).some(({ subject, predicate }) => {
    if (subject === undefined || predicate.length === 0) return false;
    const names = [subject];
    if (names.some((name) => factWords.some((fact) => isSameName(name, fact)))) return false;
    const scores = quoteSentences.map(
      ({ words }) => predicate.filter((word) => words.some((other) => other.stem === word.stem)).length,
    );
    const best = Math.max(...scores);
    if (best === 0) return false;
    const bearing = quoteSentences.filter((_, index) => scores[index] === best);
    const isNamed = (quote: SupportSentence): boolean =>
      quote.words.some((word) => isSameName(word, subject) || PRONOUNS.test(word.folded));
    return (
      !bearing.some(isNamed) &&
      quoteSentences.some((quote) => quote.words.some((word) => isSameName(word, subject)))
    );
  });
  return isStitched ? ['stitched'] : [];
}

interface StatementParts {
  readonly subject: SupportWord | undefined;
  readonly predicate: readonly SupportWord[];
}

/** The statements that a sentence joins by a semicolon or `, and`: each with its first name and the words behind it. */
function statementsOf(sentence: SupportSentence): readonly StatementParts[] {
  const cuts = Array.from(sentence.text.matchAll(/;|,\s(?:and|while|but)\s/g), ({ index }) => index);
  return [0, ...cuts].map((start, index) => {
    const end = cuts[index] ?? sentence.text.length;
    const isInside = (word: SupportWord): boolean => word.start >= start && word.end <= end;
    const subject = namesOf(sentence).find(isInside);
    const predicate = sentence.words.filter(
      (word) => isInside(word) && !word.isStop && !word.isName && word.start > (subject?.start ?? 0),
    );
    return { subject, predicate };
  });
}
