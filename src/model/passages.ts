/** The passages that a model is given: chosen, named shortly, fenced. */
import { attributionOf } from '../text/attribution.ts';
import type { Candidate, DocumentFacts, Passage } from '../types.ts';
import type { Fence } from './fence.ts';

/** Beyond the first dozen, a passage distracts more often than it answers. */
const MAX_PASSAGES = 12;
/** UTF-16 units of all passages: some 6,000 tokens. */
const MAX_LENGTH = 24_000;

/** Passages under the names by which a model knows them. */
export interface GivenPassages {
  /** Fenced, for the prompt. */
  readonly text: string;
  /** The candidate of `p1`, `p2` ...; undefined for any other name. */
  find(name: string): Candidate | undefined;
}

export function givePassages(candidates: readonly Candidate[], fence: Fence): GivenPassages {
  const byName = new Map<string, Candidate>();
  const texts: string[] = [];
  let left = MAX_LENGTH;
  for (const candidate of candidates.slice(0, MAX_PASSAGES)) {
    const text = readableText(candidate.passage);
    if (text === '' || (text.length > left && byName.size > 0)) continue;
    left -= text.length;
    const name = `p${byName.size + 1}`;
    byName.set(name, candidate);
    texts.push(fence.wrap(`passage ${name} | ${describe(candidate.document)}`, text.slice(0, MAX_LENGTH)));
  }
  return { text: texts.join('\n\n'), find: (name) => byName.get(name.trim().toLowerCase()) };
}

/** Publisher, date and title. */
function describe(document: DocumentFacts): string {
  return `${attributionOf(document)} | ${document.title}`;
}

/** The sentences alone: what stands between them is boilerplate or blank. */
function readableText({ sentences, span, text }: Passage): string {
  return sentences
    .map(({ start, end }) => text.slice(start - span.start, end - span.start).trim())
    .join(' ')
    .trim();
}
