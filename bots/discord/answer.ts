import {
  type Block,
  type DeskQuestion,
  type DeskReply,
  type Post,
  phrasesFor,
  renderRefusal,
  type StandingAnswer,
  sayBlock,
} from '../../src/index.ts';
import { type Bot, PLATFORM } from './bot.ts';
import { describeError } from './errors.ts';
import { answerBodies, toBodies } from './messages.ts';
import type { Outlet } from './outlet.ts';
import { createPacer, type Pacer } from './pace.ts';
import { retryTransient } from './retry.ts';

/** A question, and where its answer goes. */
export interface Asking {
  readonly question: DeskQuestion;
  readonly outlet: Outlet;
  /** Where the outlet's messages stand, once there are some. */
  readonly place: () => Pick<Post, 'chat' | 'thread'>;
  /** Stands above the answer. */
  readonly header?: readonly Block[];
  /** Tells the asker that the question is not taken. */
  readonly refuse: (why: Block) => Promise<void>;
}

/** Milliseconds. Discord takes 5 messages in 5 s in a channel; edits count. */
const EDIT_INTERVAL_MS = 1_500;
/** Milliseconds before an answer that could not be shown is shown again: half a minute in all. */
const SHOW_RETRY_DELAY_MS = 1_000;

/**
 * Asks the desk, shows statements as they are verified, then the answer with its sources, and tells the desk where it
 * stands. Says so where asking fails; rejects only where Discord takes no message.
 */
export async function answerInto(asking: Asking, bot: Bot): Promise<void> {
  const { question, outlet, header = [] } = asking;
  const { locale } = question;
  const show = (blocks: readonly Block[]) => outlet.show(toBodies([...header, ...blocks]));
  const pacer = createPacer(
    bot.options.editIntervalMs ?? EDIT_INTERVAL_MS,
    async (blocks: readonly Block[]) => {
      try {
        await show(blocks);
      } catch (error) {
        // The final answer is shown anew, and fails aloud if this is more than a hiccup.
        bot.options.log(`Discord: what was verified so far could not be shown: ${describeError(error)}`);
      }
    },
  );
  const reply = await askDesk(question, pacer, bot);
  await pacer.stop();
  if (reply.kind === 'failed') await show([reply.why]);
  else if (reply.kind === 'refused') await asking.refuse(renderRefusal(reply.refusal, locale));
  else await showAnswer(reply.answer, asking, bot);
}

type Outcome = DeskReply | { readonly kind: 'failed'; readonly why: Block };

async function askDesk(
  question: DeskQuestion,
  pacer: Pacer<readonly Block[]>,
  { desk, givingUp, options, acknowledgements }: Bot,
): Promise<Outcome> {
  const { locale } = question;
  await acknowledgements.settled();
  try {
    return await desk.ask(question, {
      signal: givingUp,
      onQueued: (wait) => pacer.offer([sayBlock('queued', locale, { ...wait })]),
      onStatement: (partial) =>
        pacer.offer([...desk.renderPartial(partial, locale), sayBlock('thinking', locale)]),
    });
  } catch (error) {
    if (givingUp.aborted) return { kind: 'failed', why: sayBlock('stopping', locale) };
    options.log(`Discord: a question failed: ${describeError(error)}`);
    return { kind: 'failed', why: { kind: 'notice', runs: [{ text: phrasesFor(locale).failed }] } };
  }
}

async function showAnswer(
  answer: StandingAnswer,
  asking: Asking,
  { desk, options, givingUp }: Bot,
): Promise<void> {
  const { question, outlet, header = [] } = asking;
  const { locale, isPrivate = false, origin } = question;
  const bodies = answerBodies(answer, desk.render(answer, { locale }), {
    header,
    locale,
    canShare: isPrivate,
  });
  const messages = await retryTransient(() => outlet.show(bodies), {
    delayMs: options.retryDelayMs ?? SHOW_RETRY_DELAY_MS,
    signal: givingUp,
  });
  if (isPrivate || messages.length === 0) return;
  desk.posted(answer.id, {
    platform: PLATFORM,
    ...(origin.space !== undefined && { space: origin.space }),
    ...asking.place(),
    messages,
    locale,
    extra: JSON.stringify({ hasQuestion: header.length > 0 }),
  });
}
