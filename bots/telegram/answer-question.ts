import { type Filters, renderRefusal, type StandingAnswer, sayBlock } from '../../src/index.ts';
import { type Adapter, localeOf } from './adapter.ts';
import { answerKeyboard } from './answer-keyboard.ts';
import { type Asker, originOf } from './origin.ts';
import { postOf } from './post-of.ts';
import { startProgress } from './progress.ts';
import { type AskedMessage, digestWords } from './question-log.ts';
import { sendBlocks } from './send-blocks.ts';

/** A question as it stands in a message. */
export interface AskedQuestion {
  readonly asker: Asker;
  /** The message that asks, and the update that brought these words. */
  readonly message: number;
  readonly update: number;
  readonly words: string;
  /** Words of the message that the reply quotes. */
  readonly quote?: string;
  /** The answer that is replied to. */
  readonly follows?: string;
  readonly filters?: Filters;
}

/** Answers a message, or says why not. A message that was answered already is answered in place, if its words changed. */
export async function answerQuestion(adapter: Adapter, asked: AskedQuestion): Promise<void> {
  const { asker, message, update, words } = asked;
  const digest = digestWords(words);
  const known = adapter.questions.get(asker.chat, message);
  if (known && (known.update > update || (known.isDone && known.digest === digest))) return;
  const standing = known && (await halfSent(adapter, known, digest));
  if (known && standing) return sendAnswer(adapter, asked, { standing, asked: known });

  const reply = await ask(adapter, asked, known?.answer);
  const here: AskedMessage = { update, digest, replies: known?.replies ?? [], isDone: false };
  if (reply.kind === 'refused') return sendRefusal(adapter, asked, { reply, known, here });
  const { id } = reply.answer;
  await sendAnswer(adapter, asked, { standing: reply.answer, asked: { ...here, answer: id } });
}

/** The answer that was being sent when the process ended. */
async function halfSent(
  { desk }: Adapter,
  { answer, digest, isDone }: AskedMessage,
  wanted: string,
): Promise<StandingAnswer | undefined> {
  return answer === undefined || isDone || digest !== wanted ? undefined : desk.answer(answer);
}

async function ask(adapter: Adapter, asked: AskedQuestion, replaces: string | undefined) {
  const { desk, signal } = adapter;
  const { asker, message, words, follows, filters } = asked;
  const locale = localeOf(asker, adapter);
  const progress = startProgress(adapter, asker, { draftId: message });
  try {
    return await desk.ask(
      {
        origin: originOf(asker),
        text: words,
        locale,
        ...(filters && { filters }),
        ...(follows !== undefined && { follows }),
        ...(replaces !== undefined && { replaces }),
      },
      {
        signal,
        onStarted: progress.begin,
        onQueued: (wait) => progress.show([sayBlock('queued', locale, { ...wait })]),
        onStatement: (partial) => progress.show(desk.renderPartial(partial, locale)),
      },
    );
  } finally {
    await progress.stop();
  }
}

interface Delivery {
  readonly standing: StandingAnswer;
  readonly asked: AskedMessage;
}

/** Sends an answer, or what is missing of it. Each step is remembered before the next, so that none is done twice. */
async function sendAnswer(adapter: Adapter, question: AskedQuestion, delivery: Delivery): Promise<void> {
  const { desk, questions } = adapter;
  const { asker, message } = question;
  const { standing, asked } = delivery;
  const { id, locale } = standing;
  const remember = (messages: readonly number[], isDone: boolean) => {
    desk.posted(id, postOf(asker, { messages, locale }));
    questions.set(asker.chat, message, { ...asked, replies: messages, isDone });
  };
  questions.set(asker.chat, message, asked);
  const messages = await sendBlocks(adapter, asker, {
    blocks: desk.render(standing, { locale }),
    replyTo: replyTo(question),
    keyboard: answerKeyboard(adapter, standing, { locale }),
    replaces: asked.replies,
    onSent: (sent) => remember(sent, false),
  });
  remember(messages, true);
}

interface RefusalDelivery {
  readonly reply: Extract<Awaited<ReturnType<typeof ask>>, { readonly kind: 'refused' }>;
  readonly known: AskedMessage | undefined;
  readonly here: AskedMessage;
}

/** An answer to an earlier wording stays: it answers what it quotes. */
async function sendRefusal(
  adapter: Adapter,
  question: AskedQuestion,
  { reply, known, here }: RefusalDelivery,
): Promise<void> {
  const { asker, message } = question;
  const isAnswered = known?.answer !== undefined;
  const replies = await sendBlocks(adapter, asker, {
    blocks: [renderRefusal(reply.refusal, localeOf(asker, adapter))],
    replyTo: replyTo(question),
    replaces: isAnswered ? [] : here.replies,
  });
  const asked = isAnswered ? { ...known, update: here.update } : { ...here, replies };
  adapter.questions.set(asker.chat, message, { ...asked, isDone: true });
}

/** In groups the asked words are quoted: others have written meanwhile. */
function replyTo({ asker, message, quote }: AskedQuestion) {
  return { message, ...(!asker.isPrivate && quote !== undefined && { quote }) };
}
