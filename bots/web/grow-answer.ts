import {
  type Answer,
  type Block,
  htmlDialect,
  markupText,
  type PartialAnswer,
  renderAnswer,
  renderBeginning,
  toMessages,
} from '../../src/index.ts';
import { answerFrame, answerPage, messageOf, placeLink } from './pages.ts';
import { pageReply, type Reply } from './reply.ts';

export interface GrowingOptions {
  readonly question: string;
  readonly locale: string;
  /** Asks, and tells of everything verified so far. */
  ask(onStatement: (partial: PartialAnswer) => void): Promise<Answer>;
  /** What to say of a failure once the page has begun. */
  describe(error: unknown): string;
}

/**
 * The page of an answer. One that is there at once is sent whole; one that a model is still writing is sent as it grows,
 * from the first verified statement on. Throws what `ask` throws before that.
 */
export async function growAnswer(options: GrowingOptions): Promise<Reply> {
  const { question, locale } = options;
  const progress = new Progress();
  const answering = options.ask((partial) => progress.tell(partial));
  const whole = await Promise.race([answering, progress.next()]);
  if (whole) return pageReply(200, answerPage(question, whole, locale));
  const { head, tail } = answerFrame(question, locale);
  return { ...pageReply(200, head), more: rest(answering, progress, { ...options, tail }) };
}

/** Everything behind the head of the page: what has been added each time that something was. */
async function* rest(
  answering: Promise<Answer>,
  progress: Progress,
  options: GrowingOptions & { readonly tail: string },
): AsyncGenerator<string> {
  const render = { locale: options.locale, linkOf: placeLink };
  let sent = 0;
  // What is sent stays, what is new follows: statements are only ever added.
  const added = (blocks: readonly Block[]): string => {
    const html = toMessages(blocks.slice(sent), htmlDialect).map(markupText).join('');
    sent = Math.max(sent, blocks.length);
    return html;
  };
  try {
    for (let answer: Answer | undefined; !answer; ) {
      if (progress.latest) yield added(renderBeginning(progress.latest, render));
      answer = await Promise.race([answering, progress.next()]);
      if (answer) yield added(renderAnswer(answer, render));
    }
  } catch (error) {
    yield markupText(messageOf(options.describe(error)));
  }
  yield options.tail;
}

/** What was told last, and a wait for the next time. */
class Progress {
  latest: PartialAnswer | undefined;
  #told = Promise.withResolvers<undefined>();

  tell(partial: PartialAnswer): void {
    this.latest = partial;
    this.#told.resolve(undefined);
  }

  /** Resolves as soon as something was told that has not been waited for. */
  async next(): Promise<undefined> {
    await this.#told.promise;
    this.#told = Promise.withResolvers();
    return undefined;
  }
}
