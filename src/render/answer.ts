import { chatPhrasesFor, fillPhrase } from '../phrases/chat.ts';
import type { ChatPhrases } from '../phrases/chat-phrases.ts';
import { type Phrases, phrasesFor } from '../phrases/phrases.ts';
import type {
  Abstention,
  Answer,
  Citation,
  DocumentFacts,
  GroundedAnswer,
  PartialAnswer,
  Quote,
  Span,
  Statement,
} from '../types.ts';
import type { Block, Run } from './block.ts';
import { cleanText } from './clean.ts';
import { formatDate } from './date.ts';
import { safeLink } from './link.ts';
import { runsOf } from './runs.ts';

/** A place in a document that a reader may look up: a citation, a closest passage, or a quote that was asked for. */
export interface Place {
  readonly document: DocumentFacts;
  readonly quote: Pick<Quote, 'span' | 'text'>;
  readonly link: string;
}

export interface RenderOptions {
  /** BCP 47 language of the bot's own words and of dates; `en` when absent. */
  readonly locale?: string;
  /** Where a place's title leads; its own `link` when absent. */
  readonly linkOf?: (place: Place) => string;
}

interface Rendering {
  readonly locale: string;
  readonly phrases: Phrases;
  readonly say: ChatPhrases['say'];
  readonly linkOf: (place: Place) => string;
}

/** Keeps a footnote mark on the line of the word before it. */
const NO_BREAK_SPACE = '\u00a0';

/** An answer as paragraphs: statements with footnote marks and their sources, or the abstention and what came closest. */
export function renderAnswer(answer: Answer, options: RenderOptions = {}): readonly Block[] {
  const rendering = renderingOf(options);
  return answer.kind === 'grounded' ? renderGrounded(answer, rendering) : renderAbstention(answer, rendering);
}

/** What is verified of an answer that is still being written: its statements and the sources that they name so far. */
export function renderPartial(partial: PartialAnswer, options: RenderOptions = {}): readonly Block[] {
  const rendering = renderingOf(options);
  const { blocks, shown } = renderStatements(partial, rendering);
  const front = frontNotices(partial, rendering);
  return blocks.length === 0
    ? []
    : [...front, ...blocks, ...listSources(partial.citations, shown, rendering)];
}

/** The same without sources: the beginning of what `renderAnswer` makes of the whole, for output that only grows. */
export function renderBeginning(partial: PartialAnswer, options: RenderOptions = {}): readonly Block[] {
  const rendering = renderingOf(options);
  return [...frontNotices(partial, rendering), ...renderStatements(partial, rendering).blocks];
}

/** A paragraph of the bot's own about an answer. */
export function renderNotice(text: string): Block {
  return notice(text);
}

/** Documents as a list, in the order given. */
export function renderDocuments(
  documents: readonly DocumentFacts[],
  options: RenderOptions = {},
): readonly Block[] {
  const rendering = renderingOf(options);
  if (documents.length === 0) return [notice(rendering.phrases.noDocuments)];
  return documents.map((document) => ({
    kind: 'passage',
    runs: [
      ...factRuns(document, document.url && safeLink(document.url), rendering),
      { text: cleanText(document.id), code: true },
    ],
  }));
}

/** Places with their words, in the order given. */
export function renderPlaces(places: readonly Place[], options: RenderOptions = {}): readonly Block[] {
  return listPlaces(places, renderingOf(options));
}

function renderingOf({ locale = 'en', linkOf = (place) => place.link }: RenderOptions): Rendering {
  return { locale, phrases: phrasesFor(locale), say: chatPhrasesFor(locale).say, linkOf };
}

function renderGrounded(answer: GroundedAnswer, rendering: Rendering): readonly Block[] {
  const { phrases } = rendering;
  const { blocks, shown } = renderStatements(answer, rendering);
  return [
    ...frontNotices(answer, rendering),
    ...blocks,
    ...answer.disagreements.map(({ about, citations }) => ({
      kind: 'notice' as const,
      runs: [{ text: differPhrase(about, phrases) }, ...referenceRuns(citations)],
    })),
    { kind: 'heading', runs: [{ text: phrases.sources }] },
    ...listSources(answer.citations, shown, rendering),
    ...drafterNotice(answer, rendering),
  ];
}

/** How a follow-up was understood: first of all, since the answer is to that. Then, what is to be said of the question. */
function frontNotices(
  { understoodAs, remark }: Pick<Answer, 'understoodAs' | 'remark'>,
  { phrases, say }: Rendering,
): readonly Block[] {
  const understood = understoodAs && fillPhrase(say.understoodAs, { question: cleanText(understoodAs) });
  return [
    ...(understood ? [notice(understood, { faint: true })] : []),
    ...(remark === 'judgement' || remark === 'talk' ? [notice(phrases[remark])] : []),
  ];
}

/** Who wrote it, where no model did, or where one did not finish. */
function drafterNotice(answer: Answer, { phrases, say }: Rendering): readonly Block[] {
  if (answer.fallback !== undefined) return [notice(say.fallback, { faint: true })];
  if (answer.kind === 'abstention') return [];
  if (answer.cutShort !== undefined) return [notice(say.cutShort, { faint: true })];
  return isExtractive(answer) ? [notice(phrases.extractive, { faint: true })] : [];
}

const isExtractive = ({ drafter }: Pick<Answer, 'drafter'>): boolean => drafter.startsWith('extractive');

interface RenderedStatements {
  readonly blocks: readonly Block[];
  /** Numbers of the citations whose very words stand in a statement. */
  readonly shown: ReadonlySet<number | undefined>;
}

/** Statements that are nothing but an attribution and a quote are shown as a quotation; a model's own words never are. */
function renderStatements(
  { statements, citations, drafter }: PartialAnswer,
  rendering: Rendering,
): RenderedStatements {
  const isWritten = !isExtractive({ drafter });
  const quoted = statements.map((statement) =>
    isWritten ? undefined : findQuotedWords(statement, citations),
  );
  const blocks = statements.flatMap((statement, index): readonly Block[] => {
    const words = quoted[index];
    if (!words) return [{ kind: 'statement', runs: statementRuns(statement) }];
    const hasSameSpeaker = quoted[index - 1]?.citation.document.id === words.citation.document.id;
    const rendered = renderQuotedWords(words, statement, rendering);
    return hasSameSpeaker ? rendered.slice(1) : rendered;
  });
  return { blocks, shown: new Set(quoted.map((words) => words?.citation.number)) };
}

/** A statement that is nothing but an attribution and a quote: whose words, and where they stand in its text. */
interface QuotedWords {
  readonly citation: Citation;
  readonly span: Span;
}

/** Finds the quote of an extractive statement: its whole text, or what stands in quotation marks behind `Who, when:`. */
function findQuotedWords({ text, citations }: Statement, all: readonly Citation[]): QuotedWords | undefined {
  const inMarks = text.endsWith('”')
    ? Array.from(text.matchAll(/: “/gu), ({ index }) => index + ': “'.length)
    : [];
  const spans = [
    { start: 0, end: text.length },
    ...inMarks.map((start) => ({ start, end: text.length - 1 })),
  ];
  for (const citation of all.filter(({ number }) => citations.includes(number))) {
    const span = spans.find(({ start, end }) => haveSameWords(text.slice(start, end), citation.quote.text));
    if (span) return { citation, span };
  }
  return undefined;
}

function haveSameWords(a: string, b: string): boolean {
  return cleanText(a).trim() === cleanText(b).trim();
}

/** The speaker in the reader's language, then the words. */
function renderQuotedWords(
  { citation, span }: QuotedWords,
  { text, emphasis, citations }: Statement,
  rendering: Rendering,
): readonly Block[] {
  const inQuote = emphasis.map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
  const words = runsOf(text.slice(span.start, span.end), inQuote);
  return [
    { kind: 'attribution', runs: attributionRuns(citation.document, rendering) },
    block('verbatim', [...words, ...referenceRuns(citations)], citation.document),
  ];
}

function renderAbstention(answer: Abstention, rendering: Rendering): readonly Block[] {
  const { phrases } = rendering;
  const front = [...frontNotices(answer, rendering), ...reasonNotice(answer, rendering)];
  const behind = drafterNotice(answer, rendering);
  if (answer.closest.length === 0) return [...front, ...behind];
  return [
    ...front,
    { kind: 'heading', runs: [{ text: phrases.closest }] },
    ...listPlaces(answer.closest, rendering),
    ...behind,
  ];
}

function reasonNotice({ reason, remark, closest }: Abstention, rendering: Rendering): readonly Block[] {
  const { phrases, locale } = rendering;
  // That no passage answers goes without saying where none could.
  if (remark === 'talk' || (remark === 'judgement' && reason === 'declined')) return [];
  // Nothing was found; that there is nothing would be saying too much.
  if (remark === 'language' && closest.length > 0) {
    const languages = nameLanguages(
      closest.map(({ document }) => document.language),
      locale,
    );
    return [notice(fillPhrase(phrases.otherLanguage, { languages }))];
  }
  const reasons = {
    'no-evidence': phrases.noEvidence,
    declined: phrases.declined,
    unsupported: phrases.unsupported,
  };
  return [notice(reasons[reason])];
}

/** BCP 47 tags by their names, each once: "English, French". */
function nameLanguages(tags: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'language', fallback: 'code' });
  return [...new Set(tags.map((tag) => names.of(tag) ?? tag))].join(', ');
}

/** The footnotes; with their quotes, but for those whose very words the answer showed already. */
function listSources(
  citations: readonly Citation[],
  shown: ReadonlySet<number | undefined>,
  rendering: Rendering,
): readonly Block[] {
  return citations.flatMap((citation, index): readonly Block[] => {
    const { number } = citation;
    const runs = [{ text: `[${number}] ` }, ...placeRuns(citation, citations[index - 1], rendering)];
    const source: Block = { kind: 'source', number, runs };
    return shown.has(number) ? [source] : [source, quoteBlock(citation)];
  });
}

function listPlaces(places: readonly Place[], rendering: Rendering): readonly Block[] {
  return places.flatMap((place, index) => [
    { kind: 'passage', runs: placeRuns(place, places[index - 1], rendering) },
    quoteBlock(place),
  ]);
}

function quoteBlock({ quote, document }: Place): Block {
  return block('verbatim', runsOf(quote.text), document);
}

function block(kind: Block['kind'], runs: readonly Run[], document: DocumentFacts): Block {
  return { kind, runs, language: document.language };
}

function notice(text: string, marks: Omit<Run, 'text'> = {}): Block {
  return { kind: 'notice', runs: [{ text, ...marks }] };
}

function statementRuns(statement: Statement): readonly Run[] {
  return [...runsOf(statement.text, statement.emphasis), ...referenceRuns(statement.citations)];
}

function referenceRuns(citations: readonly number[]): readonly Run[] {
  return citations.flatMap((number, index) => [
    ...(index === 0 ? [{ text: NO_BREAK_SPACE }] : []),
    { text: `[${number}]`, reference: number },
  ]);
}

/**
 * `Title — Publisher, date (digest) · id:start-end`, the title linked; without the title, and the place linked, where
 * the entry before is of the same document.
 */
function placeRuns(place: Place, before: Place | undefined, rendering: Rendering): readonly Run[] {
  const { document, quote } = place;
  const link = safeLink(rendering.linkOf(place));
  const address = `${cleanText(document.id)}:${quote.span.start}-${quote.span.end}`;
  if (before?.document.id !== document.id)
    return [...factRuns(document, link, rendering), { text: address, code: true }];
  const facts = `${describeOrigin(document, rendering)}${digestMark(document, rendering)}`.trim();
  return [
    ...(facts === '' ? [] : [{ text: `${facts} · `, faint: true as const }]),
    link === undefined ? { text: address, code: true } : { text: address, link },
  ];
}

/** `Title — Publisher, date (digest) · ` */
function factRuns(document: DocumentFacts, link: string | undefined, rendering: Rendering): readonly Run[] {
  const origin = describeOrigin(document, rendering);
  return [
    { text: titleOf(document), ...(link !== undefined && { link }) },
    { text: `${origin && ` — ${origin}`}${digestMark(document, rendering)} · `, faint: true },
  ];
}

function attributionRuns(document: DocumentFacts, rendering: Rendering): readonly Run[] {
  const title = document.publisher === undefined ? titleOf(document) : '';
  const origin = describeOrigin(document, rendering);
  const speaker = [title, origin].filter((part) => part !== '').join(', ');
  return [{ text: `${speaker}${digestMark(document, rendering)}:` }];
}

/** `Publisher, date`, as much of it as is known. */
function describeOrigin({ publisher, published }: DocumentFacts, { locale }: Rendering): string {
  const date = published === undefined ? undefined : formatDate(published, locale);
  return [publisher, date].flatMap((fact) => (fact === undefined ? [] : cleanText(fact))).join(', ');
}

function digestMark({ kind }: DocumentFacts, { phrases }: Rendering): string {
  return kind === 'digest' ? ` (${phrases.digest})` : '';
}

/** The first words of a text without a title stand in marks: they are its own, and nobody's name. */
function titleOf(document: DocumentFacts): string {
  const title = cleanText(document.title).trim();
  if (title === '') return cleanText(document.id);
  return /[.…]$/u.test(title) ? `“${title}”` : title;
}

function differPhrase(about: 'number' | 'date' | 'position', phrases: Phrases): string {
  if (about === 'number') return phrases.differNumber;
  return about === 'date' ? phrases.differDate : phrases.differPosition;
}
