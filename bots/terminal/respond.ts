import {
  type Answer,
  type AskOptions,
  type Block,
  cleanText,
  type DocumentFacts,
  type Place,
  type Question,
  renderAnswer,
  renderBeginning,
  renderDocuments,
  renderPlaces,
  type Turn,
  turnOf,
} from '../../src/index.ts';

/** What the chat is made of. */
export interface ChatParts {
  ask(question: Question, options: AskOptions & { readonly signal: AbortSignal }): Promise<Answer>;
  documents(): Promise<readonly DocumentFacts[]>;
  /** Sentences of a document, by an unambiguous beginning of its id; those that fit the query, if there is one. */
  quote(id: string, query: string | undefined): Promise<readonly Place[]>;
}

/** What a line is answered with: blocks are data, words are talk. */
export type Response =
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[]; readonly turn?: Turn }
  | { readonly kind: 'talk'; readonly text: string }
  | { readonly kind: 'quit' };

export interface LineContext {
  /** Earlier turns, oldest first. */
  readonly history: readonly Turn[];
  readonly locale: string;
  readonly signal: AbortSignal;
  /** Shows the beginning of an answer that is still being written; the whole begins with it. */
  readonly showBeginning: (blocks: readonly Block[]) => void;
}

const HELP = `Ask a question in your own words, or type
  :sources             list the documents
  :quote ID [WORDS]    sentences of a document word for word, those that fit WORDS first
  :help                show this
  :quit                end (or Ctrl-D)
The beginning of an ID will do.`;

/** Answers a question or runs a command (a line that begins with a colon). Throws what the parts throw. */
export async function respond(line: string, parts: ChatParts, context: LineContext): Promise<Response> {
  if (line.startsWith(':')) return runCommand(line, parts, context);
  const { history, locale, signal, showBeginning } = context;
  const answer = await parts.ask(
    { text: line, ...(history.length > 0 && { history }) },
    { signal, onStatement: (partial) => showBeginning(renderBeginning(partial, { locale })) },
  );
  return { kind: 'blocks', blocks: renderAnswer(answer, { locale }), turn: turnOf(answer) };
}

async function runCommand(line: string, parts: ChatParts, { locale }: LineContext): Promise<Response> {
  const [command = '', id = '', ...words] = line.split(/\s+/u);
  switch (command) {
    case ':help':
      return { kind: 'talk', text: HELP };
    case ':quit':
      return { kind: 'quit' };
    case ':sources':
      return { kind: 'blocks', blocks: renderDocuments(await parts.documents(), { locale }) };
    case ':quote': {
      if (id === '')
        return {
          kind: 'talk',
          text: ':quote needs a document: :quote ID [WORDS], and :sources lists the ids.',
        };
      const places = await parts.quote(id, words.length > 0 ? words.join(' ') : undefined);
      if (places.length === 0)
        return { kind: 'talk', text: 'No sentence of this document fits: try fewer words.' };
      return { kind: 'blocks', blocks: renderPlaces(places, { locale }) };
    }
    default:
      return {
        kind: 'talk',
        text: `There is no command ${cleanText(command)}: :help lists those that there are.`,
      };
  }
}
