import type { Block } from '../../src/index.ts';
import type { Adapter } from './adapter.ts';
import { troubleOf } from './api-errors.ts';
import type { Place } from './origin.ts';
import { textsOf } from './send-blocks.ts';

/** Shows a person that an answer is on its way. Nothing of it is needed: what fails is left away. */
export interface Progress {
  /** The answer is being worked on. */
  begin(): void;
  /** What is verified so far. */
  show(blocks: readonly Block[]): void;
  /** Resolves when nothing of it can arrive any more. */
  stop(): Promise<void>;
}

export interface ProgressOptions {
  /** Names the draft: drafts of one id replace each other. */
  readonly draftId: number;
}

/**
 * "Typing ..." for as long as it takes, and in private chats a draft of the statements that are verified. In groups
 * nothing is shown before its time: edits count against the group's limit, and each would be a change under the eyes of
 * everybody.
 */
export function startProgress(
  adapter: Pick<Adapter, 'api' | 'pace'>,
  place: Place,
  options: ProgressOptions,
): Progress {
  const actions = repeatAction(adapter, place);
  const drafts = place.isPrivate ? showDrafts(adapter, place, options) : undefined;
  return {
    begin: actions.begin,
    show: (blocks) => drafts?.show(blocks),
    async stop() {
      await Promise.all([actions.stop(), drafts?.stop()]);
    },
  };
}

/**
 * https://core.telegram.org/bots/api#sendchataction: shown for five seconds or until a message comes. Said once at first,
 * and again and again once the work has begun: a hundred chats that wait would use up what the bot may send.
 */
function repeatAction(
  { api, pace }: Pick<Adapter, 'api' | 'pace'>,
  { chat, topic }: Place,
): Pick<Progress, 'begin' | 'stop'> {
  const send = () =>
    api
      .sendChatAction(chat, 'typing', { ...(topic !== undefined && { message_thread_id: topic }) })
      .then(ignore, ignore);
  let last = send();
  let timer: NodeJS.Timeout | undefined;
  return {
    begin() {
      timer ??= setInterval(() => {
        last = send();
      }, pace.actionMs);
    },
    stop() {
      clearInterval(timer);
      return last;
    },
  };
}

/** Drafts are shown for 30 seconds; a slow model may take longer for its next statement. */
const DRAFT_REFRESH_MS = 20_000;

/** Sends the newest draft at most every `draftMs`, one at a time; a server that refuses one is sent no more. */
function showDrafts(
  { api, pace }: Pick<Adapter, 'api' | 'pace'>,
  { chat, topic }: Place,
  { draftId }: ProgressOptions,
): Pick<Progress, 'show' | 'stop'> {
  let newest: readonly Block[] = [];
  let isSent = true;
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> | undefined;
  let isOver = false;
  const send = async () => {
    isSent = true;
    const [text] = textsOf(newest);
    if (!text) return;
    try {
      await api.sendMessageDraft(chat, draftId, text.text, {
        entities: [...text.entities],
        ...(topic !== undefined && { message_thread_id: topic }),
      });
    } catch (error) {
      // A server without drafts, or one that has enough of them: the answer itself comes all the same.
      if (troubleOf(error) !== 'transient') isOver = true;
    }
  };
  const schedule = (ms: number) => {
    clearTimeout(timer);
    if (isOver) return;
    timer = setTimeout(() => {
      sending = send().finally(() => {
        sending = undefined;
        schedule(isSent ? DRAFT_REFRESH_MS : pace.draftMs);
      });
    }, ms);
  };
  return {
    show(blocks) {
      newest = blocks;
      // What is being sent, or is about to be, is followed by this.
      if (isSent && !sending) schedule(pace.draftMs);
      isSent = false;
    },
    async stop() {
      isOver = true;
      clearTimeout(timer);
      await sending;
    },
  };
}

function ignore(): void {}
