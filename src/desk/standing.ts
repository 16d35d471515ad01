/** Answers as they stand against the corpus of now: what was kept is nothing but words until each quote is sliced anew. */
import { factsOf } from '../answer/document-facts.ts';
import { citationLink } from '../answer/link.ts';
import { recite, requote } from '../answer/requote.ts';
import { utcInstant } from '../ledger/days.ts';
import type { Kept, KeptAnswer, KeptWords } from '../ledger/types.ts';
import type {
  Abstention,
  Answer,
  Citation,
  ClosestPassage,
  Disagreement,
  Document,
  GroundedAnswer,
} from '../types.ts';
import type { DeskContext } from './parts.ts';
import type { SourceChange, StandingAnswer } from './types.ts';

type StandingParts = Pick<DeskContext, 'ledger' | 'index' | 'readerUrl'>;

/** Undefined where the answer is unknown, forgotten or too old. */
export async function readStandingAnswer(
  id: string,
  parts: StandingParts,
): Promise<StandingAnswer | undefined> {
  const kept = parts.ledger.answers.get(id);
  return kept && standAnswer(kept, parts);
}

async function standAnswer(kept: KeptAnswer, parts: StandingParts): Promise<StandingAnswer> {
  const sources = new Sources(parts);
  const answer =
    kept.answer.kind === 'grounded'
      ? await standGrounded(kept.answer, sources)
      : await standAbstention(kept.answer, sources);
  const correction = kept.correction && (await sources.recite(kept.correction.words, { number: 1 }));
  const state = kept.state === 'corrected' && !correction ? 'retracted' : kept.state;
  return {
    id: kept.id,
    askedAt: utcInstant(kept.askedAt),
    platform: kept.platform,
    locale: kept.locale,
    isPrivate: kept.isPrivate,
    answer,
    state,
    ...(correction &&
      kept.correction && { correction: { citation: correction, at: utcInstant(kept.correction.at) } }),
    changes: sources.changes,
    posts: parts.ledger.posts.of(kept.id).map(({ post }) => post),
  };
}

async function standGrounded(kept: Kept<GroundedAnswer>, sources: Sources): Promise<Answer> {
  const found = await Promise.all(
    kept.citations.map(({ quote, number, document }) =>
      sources.recite(quote, { number, title: document.title }),
    ),
  );
  const byNumber = new Map(found.flatMap((citation) => (citation ? [[citation.number, citation]] : [])));
  const [first, ...others] = kept.statements.filter(({ citations }) =>
    citations.every((number) => byNumber.has(number)),
  );
  const shown = new Set([first, ...others].flatMap((statement) => statement?.citations ?? []));
  const [citation, ...citations] = found.filter((each) => each !== undefined && shown.has(each.number));
  if (first === undefined || citation === undefined) return withdrawn(kept);
  return {
    ...kept,
    statements: [first, ...others],
    citations: [citation, ...citations.filter((each) => each !== undefined)],
    disagreements: kept.disagreements.flatMap((each) => stillDiffer(each, shown)),
  };
}

/** Nothing of the answer is borne out any more. */
function withdrawn(kept: Kept<GroundedAnswer>): Abstention {
  const {
    statements: _statements,
    citations: _citations,
    disagreements: _disagreements,
    cutShort: _cutShort,
    fallback: _fallback,
    ...common
  } = kept;
  return { ...common, kind: 'abstention', reason: 'unsupported', closest: [] };
}

function stillDiffer(
  { about, citations }: Disagreement,
  shown: ReadonlySet<number>,
): readonly Disagreement[] {
  const [first, second, ...others] = citations.filter((number) => shown.has(number));
  return first === undefined || second === undefined
    ? []
    : [{ about, citations: [first, second, ...others] }];
}

async function standAbstention(kept: Kept<Abstention>, sources: Sources): Promise<Abstention> {
  const closest = await Promise.all(kept.closest.map((passage) => sources.closest(passage)));
  return { ...kept, closest: closest.filter((passage) => passage !== undefined) };
}

/** Documents of one answer, each read once, and what has become of them. */
class Sources {
  readonly #parts: StandingParts;
  readonly #documents = new Map<string, Promise<Document | undefined>>();
  readonly #changes = new Map<string, SourceChange>();

  constructor(parts: StandingParts) {
    this.#parts = parts;
  }

  /** Documents that no longer hold the words that were cited. */
  get changes(): readonly SourceChange[] {
    return [...this.#changes.values()];
  }

  async recite(
    kept: KeptWords,
    { number, title = kept.documentId }: { readonly number: number; readonly title?: string },
  ): Promise<Citation | undefined> {
    const { documentId } = kept;
    const document = await this.#document(documentId);
    const citation = document && recite(document, { quote: kept, number }, this.#parts.readerUrl);
    if (!citation)
      this.#changes.set(documentId, { documentId, title, kind: document ? 'changed' : 'removed' });
    return citation;
  }

  async closest({ quote: kept, score }: Kept<ClosestPassage>): Promise<ClosestPassage | undefined> {
    const document = await this.#document(kept.documentId);
    const quote = document && requote(document, kept);
    if (!document || !quote) return undefined;
    return {
      document: factsOf(document),
      quote,
      score,
      link: citationLink(document, quote.span, this.#parts.readerUrl),
    };
  }

  #document(id: string): Promise<Document | undefined> {
    const known = this.#documents.get(id) ?? this.#parts.index.document(id);
    this.#documents.set(id, known);
    return known;
  }
}
