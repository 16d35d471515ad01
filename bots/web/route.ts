import {
  type Answer,
  type AskOptions,
  answerToJson,
  type Document,
  type DocumentFacts,
  phrasesFor,
  type Question,
  UsageError,
} from '../../src/index.ts';
import { growAnswer } from './grow-answer.ts';
import { documentsPage, homePage, messagePage } from './pages.ts';
import { readerPage } from './reader.ts';
import { jsonReply, pageReply, type Reply } from './reply.ts';
import { staticReply } from './static-files.ts';

/** What the page is made of. */
export interface WebParts {
  ask(question: Question, options: AskOptions & { readonly signal: AbortSignal }): Promise<Answer>;
  /** By id. */
  documents(): Promise<readonly DocumentFacts[]>;
  document(id: string): Promise<Document | undefined>;
}

export interface WebRequest {
  readonly url: URL;
  /** BCP 47 language of the page's own words. */
  readonly locale: string;
  readonly signal: AbortSignal;
  /** Tells the operator of a failure. */
  log(error: unknown): void;
  /** Asks within the bounds on work and time; what it throws is a `Refusal`, a `UsageError`, or a failure. */
  ask(question: Question, options?: Pick<AskOptions, 'onStatement'>): Promise<Answer>;
}

/** No answer for now; the question may be asked again. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reason: 'busy' | 'tooSlow';

  constructor(reason: Refusal['reason']) {
    super(reason);
    this.reason = reason;
  }
}

const RETRY_AFTER_SECONDS = 2;

/** Answers a GET request. Throws what is nobody's mistake but ours. */
export async function route(request: WebRequest, parts: Omit<WebParts, 'ask'>): Promise<Reply> {
  const { pathname } = request.url;
  if (pathname === '/') return replyWithAnswer(request);
  if (pathname === '/api/ask') return replyWithJson(request);
  if (pathname === '/documents') return replyWithDocuments(request, parts);
  if (pathname.startsWith('/documents/')) return replyWithDocument(request, parts);
  if (pathname === '/healthz') return replyWithHealth(parts);
  return staticReply(pathname) ?? notFound(request);
}

async function replyWithAnswer(request: WebRequest): Promise<Reply> {
  const { locale } = request;
  const question = request.url.searchParams.get('q')?.trim() ?? '';
  if (question === '') return pageReply(200, homePage(locale));
  try {
    return await growAnswer({
      question,
      locale,
      ask: (onStatement) => request.ask({ text: question }, { onStatement }),
      describe: (error) => describeFailure(error, request),
    });
  } catch (error) {
    const problem = problemOf(error, locale);
    return pageReply(problem.status, messagePage(problem.message, locale, question), problem.headers);
  }
}

/** The page has begun, so that its status can no longer say it. */
function describeFailure(error: unknown, { locale, log }: WebRequest): string {
  try {
    return problemOf(error, locale).message;
  } catch (failure) {
    log(failure);
    return phrasesFor(locale).failed;
  }
}

async function replyWithJson(request: WebRequest): Promise<Reply> {
  try {
    const text = request.url.searchParams.get('q')?.trim() ?? '';
    return jsonReply(200, answerToJson(await request.ask({ text })));
  } catch (error) {
    const problem = problemOf(error, 'en');
    return jsonReply(problem.status, { error: problem.message }, problem.headers);
  }
}

interface Problem {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a client can do something about; everything else is thrown on. */
function problemOf(error: unknown, locale: string): Problem {
  if (error instanceof UsageError) return { status: 400, message: error.message, headers: {} };
  if (!(error instanceof Refusal)) throw error;
  return {
    status: error.reason === 'busy' ? 503 : 504,
    message: phrasesFor(locale)[error.reason],
    headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
  };
}

async function replyWithDocuments(
  { url, locale }: WebRequest,
  parts: Pick<WebParts, 'documents'>,
): Promise<Reply> {
  const from = offsetOf(url.searchParams.get('from'));
  return pageReply(200, documentsPage(await parts.documents(), locale, from));
}

/** Well is who can read the index: looking up an id that no document has is enough, and cheap. */
async function replyWithHealth(parts: Pick<WebParts, 'document'>): Promise<Reply> {
  await parts.document('');
  return jsonReply(200, { status: 'ok' });
}

async function replyWithDocument(request: WebRequest, parts: Pick<WebParts, 'document'>): Promise<Reply> {
  const { url, locale } = request;
  const id = decodePath(url.pathname.slice('/documents/'.length));
  if (id === undefined) return badRequest(locale);
  const document = await parts.document(id);
  if (!document) return notFound(request);
  const [start, end, from] = ['start', 'end', 'from'].map((name) => offsetOf(url.searchParams.get(name)));
  const quote = start !== undefined && end !== undefined ? { start, end } : undefined;
  return pageReply(
    200,
    readerPage(document, { locale, ...(quote && { quote }), ...(from !== undefined && { from }) }),
  );
}

export function badRequest(locale: string): Reply {
  return pageReply(400, messagePage(phrasesFor(locale).badRequest, locale));
}

function notFound({ url, locale }: WebRequest): Reply {
  if (url.pathname.startsWith('/api/')) return jsonReply(404, { error: phrasesFor('en').notFound });
  return pageReply(404, messagePage(phrasesFor(locale).notFound, locale));
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function offsetOf(value: string | null): number | undefined {
  return value !== null && /^\d{1,10}$/u.test(value) ? Number(value) : undefined;
}
