import type { Citation, Disagreement, Statement } from '../types.ts';

interface Said {
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
  readonly disagreements: readonly Disagreement[];
}

/**
 * Statements that differ with one another, moved together to where the first of them stands, the newest source first:
 * what was reported last is what holds as of then. Everything else stays in its place. Footnotes are numbered anew, in
 * the order in which they now appear.
 */
export function setSideBySide<Draft extends Said>(said: Draft): Draft {
  const groups = groupStatements(said);
  if (groups.length === 0) return said;
  const moved = new Set(groups.flat());
  const statements = said.statements.flatMap((statement) => {
    const group = groups.find((some) => some[0] === statement);
    if (group) return newestFirst(group, said.citations);
    return moved.has(statement) ? [] : [statement];
  });
  return renumber({ ...said, statements });
}

/** Statements of one disagreement, in their order; disagreements that share a statement are one. */
function groupStatements({ statements, disagreements }: Said): readonly (readonly Statement[])[] {
  const groups: Set<Statement>[] = [];
  for (const { citations } of disagreements) {
    const group = new Set(
      statements.filter((statement) => statement.citations.some((number) => citations.includes(number))),
    );
    for (let at = groups.length - 1; at >= 0; at -= 1) {
      const known = groups[at];
      if (!known || known.isDisjointFrom(group)) continue;
      for (const statement of known) group.add(statement);
      groups.splice(at, 1);
    }
    groups.push(group);
  }
  return groups.map((group) => statements.filter((statement) => group.has(statement)));
}

/** Undated sources come last, and so does nothing else change its place. */
function newestFirst(group: readonly Statement[], citations: readonly Citation[]): readonly Statement[] {
  const dates = new Map(citations.map(({ number, document }) => [number, document.published ?? '']));
  const dateOf = (statement: Statement): string =>
    statement.citations
      .map((number) => dates.get(number) ?? '')
      .sort()
      .at(-1) ?? '';
  return group.toSorted((a, b) => (dateOf(a) === dateOf(b) ? 0 : dateOf(a) < dateOf(b) ? 1 : -1));
}

function renumber<Draft extends Said>(said: Draft): Draft {
  const order = [...new Set(said.statements.flatMap(({ citations }) => citations))];
  const uncited = said.citations.map(({ number }) => number).filter((number) => !order.includes(number));
  const numbers = new Map([...order, ...uncited].map((old, at) => [old, at + 1]));
  const numberOf = (old: number): number => numbers.get(old) ?? old;
  return {
    ...said,
    statements: said.statements.map((statement) => {
      const [first, ...rest] = statement.citations;
      return { ...statement, citations: [numberOf(first), ...rest.map(numberOf)] as const };
    }),
    citations: said.citations
      .map((citation) => ({ ...citation, number: numberOf(citation.number) }))
      .sort((a, b) => a.number - b.number),
    disagreements: said.disagreements.map(({ about, citations: [first, second, ...rest] }) => ({
      about,
      citations: [numberOf(first), numberOf(second), ...rest.map(numberOf)] as const,
    })),
  };
}
