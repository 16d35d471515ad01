/** Finds where sources differ about one thing, so that an answer can set them side by side. */
import { attributionOf } from '../text/attribution.ts';
import type { Citation, Disagreement, Statement } from '../types.ts';
import { disagreeOnDate } from './conflict-date.ts';
import { disagreeOnNumber } from './conflict-number.ts';
import { disagreeOnPosition } from './conflict-position.ts';
import { type ComparedQuote, readSubject, type Subject } from './conflict-subject.ts';

export type { ComparedQuote } from './conflict-subject.ts';

/** How two quotes differ about the same thing, or undefined. `question` is what they were found for. */
export function compareQuotes(
  left: ComparedQuote,
  right: ComparedQuote,
  question = '',
): Disagreement['about'] | undefined {
  return compareSubjects(readSubject(left, question), readSubject(right, question));
}

function compareSubjects(left: Subject, right: Subject): Disagreement['about'] | undefined {
  if (disagreeOnNumber(left, right)) return 'number';
  if (disagreeOnDate(left, right)) return 'date';
  return disagreeOnPosition(left, right) ? 'position' : undefined;
}

/** A document is compared by at most this many quotes, so that a long answer stays quick. */
const MOST_QUOTES = 40;

/**
 * Disagreements among what is cited, one for each kind and set of citations that differ with one another. Quotes of
 * one document never disagree: an article may report both sides.
 */
export function findDisagreements(
  statements: readonly Statement[],
  citations: readonly Citation[],
  question = '',
): readonly Disagreement[] {
  const cited = new Set(statements.flatMap((statement) => statement.citations));
  const compared = citations.filter(({ number }) => cited.has(number)).slice(0, MOST_QUOTES);
  const subjects = compared.map(({ quote, document }) =>
    readSubject({ ...document, text: quote.text }, question),
  );
  const pairs = compared.flatMap((left, first) =>
    compared.slice(first + 1).flatMap((right, step): Disagreement[] => {
      const [one, other] = [subjects[first], subjects[first + 1 + step]];
      if (left.quote.documentId === right.quote.documentId || !one || !other) return [];
      const about = compareSubjects(one, other);
      return about === undefined ? [] : [{ about, citations: [left.number, right.number] }];
    }),
  );
  return joinPairs([...pairs, ...compareStatements(statements, compared, question)]);
}

/** What a drafter says of two documents, in words of its own, differs more plainly than long quotes do. */
function compareStatements(
  statements: readonly Statement[],
  citations: readonly Citation[],
  question: string,
): readonly Disagreement[] {
  const said = statements.slice(0, MOST_QUOTES).flatMap(({ text, citations: numbers }) => {
    const [citation, ...others] = citations.filter(({ number }) => numbers.includes(number));
    if (!citation || others.length > 0) return [];
    const attribution = `${attributionOf(citation.document)}: `;
    const body = text.startsWith(attribution) ? text.slice(attribution.length) : text;
    return [{ citation, subject: readSubject({ ...citation.document, text: body }, question) }];
  });
  return said.flatMap((left, first) =>
    said.slice(first + 1).flatMap((right): Disagreement[] => {
      if (left.citation.document.id === right.citation.document.id) return [];
      const about = compareSubjects(left.subject, right.subject);
      return about === undefined ? [] : [{ about, citations: [left.citation.number, right.citation.number] }];
    }),
  );
}

/** Pairs of one kind that share a citation become one disagreement: three sources, three figures. */
function joinPairs(pairs: readonly Disagreement[]): readonly Disagreement[] {
  const joined: Disagreement[] = [];
  for (const { about, citations } of pairs) {
    const at = joined.findIndex(
      (other) => other.about === about && other.citations.some((number) => citations.includes(number)),
    );
    const known = joined[at];
    if (known === undefined) {
      joined.push({ about, citations });
      continue;
    }
    const [first = 0, second = 0, ...rest] = [...new Set([...known.citations, ...citations])].sort(
      (a, b) => a - b,
    );
    joined[at] = { about, citations: [first, second, ...rest] };
  }
  return joined;
}
