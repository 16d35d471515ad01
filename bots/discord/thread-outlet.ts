import {
  type Channel,
  ChannelType,
  type Message,
  ThreadAutoArchiveDuration,
  type ThreadChannel,
} from 'discord.js';
import { cleanText, type Post } from '../../src/index.ts';
import { channelVerbs } from './channel-outlet.ts';
import { clip } from './clip.ts';
import { describeError } from './errors.ts';
import { THREAD_NAME_LIMIT } from './limits.ts';
import type { OutletVerbs } from './outlet.ts';

export interface ThreadOptions {
  /** Sends, or finds, the message that the thread hangs on. */
  readonly root: () => Promise<Message>;
  readonly name: string;
  /** Where messages go when no thread can be had. */
  readonly otherwise: OutletVerbs;
  readonly log: (line: string) => void;
}

export interface ThreadOutlet {
  readonly verbs: OutletVerbs;
  /** Where its messages stand; undefined until a thread was started. */
  place(): Pick<Post, 'chat' | 'thread'> | undefined;
}

/** Whether threads can be started from messages here. */
export function takesThreads(channel: Channel | null): boolean {
  return channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
}

/** Messages in a thread of their own, which is started with the first of them: a question that is refused gets none. */
export function threadOutlet({ root, name, otherwise, log }: ThreadOptions): ThreadOutlet {
  let thread: ThreadChannel | undefined;
  let verbs: Promise<OutletVerbs> | undefined;
  const start = async (): Promise<OutletVerbs> => {
    try {
      const message = await root();
      const opened = await message.startThread({
        name: clip(cleanText(name).trim(), THREAD_NAME_LIMIT) || '…',
        autoArchiveDuration: ThreadAutoArchiveDuration.OneDay,
      });
      thread = opened;
      return channelVerbs(async () => ({ channel: opened }));
    } catch (error) {
      log(`Discord: no thread was started, the answer goes to the channel: ${describeError(error)}`);
      return otherwise;
    }
  };
  const chosen = () => {
    verbs ??= start();
    return verbs;
  };
  return {
    verbs: {
      send: async (body, index) => (await chosen()).send(body, index),
      edit: async (id, body) => (await chosen()).edit(id, body),
      remove: async (id) => (await chosen()).remove(id),
    },
    place: () => thread && { chat: thread.parentId ?? thread.id, thread: thread.id },
  };
}
