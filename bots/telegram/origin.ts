import type { Chat, Message, User } from 'grammy/types';
import type { Origin } from '../../src/index.ts';

export const PLATFORM = 'telegram';

/** Where something is said: a chat, or a topic of a forum. */
export interface Place {
  readonly chat: number;
  readonly isPrivate: boolean;
  /** `message_thread_id` of a topic. */
  readonly topic?: number;
}

/** A person at a place. */
export interface Asker extends Place {
  readonly person: number;
  /** IETF language tag of the person's client. */
  readonly language?: string;
  /** An administrator who speaks in the group's name. */
  readonly isAnonymousAdmin: boolean;
}

/** Reply threads of plain groups carry a thread id too; only those of topics may be sent to. */
export function placeOf(message: Pick<Message, 'chat' | 'message_thread_id' | 'is_topic_message'>): Place {
  const { chat, message_thread_id: topic, is_topic_message: isTopic } = message;
  return {
    chat: chat.id,
    isPrivate: isPrivate(chat),
    ...(isTopic && topic !== undefined && { topic }),
  };
}

export function askerOf(place: Place, person: User, message?: Message): Asker {
  return {
    ...place,
    person: person.id,
    ...(person.language_code !== undefined && { language: person.language_code }),
    isAnonymousAdmin: message !== undefined && speaksForGroup(message),
  };
}

/** Whose a button is; everybody's where nobody knows who asked. */
export function buttonOwner({ person, isAnonymousAdmin }: Asker): number | undefined {
  return isAnonymousAdmin ? undefined : person;
}

export function originOf({ chat, topic, isPrivate, person }: Asker): Origin {
  return {
    platform: PLATFORM,
    ...(!isPrivate && { space: String(chat) }),
    chat: String(chat),
    ...(topic !== undefined && { thread: String(topic) }),
    person: String(person),
  };
}

export function speaksForGroup({ chat, sender_chat: sender }: Message): boolean {
  return sender !== undefined && sender.id === chat.id && !isPrivate(chat);
}

function isPrivate({ type }: Pick<Chat, 'type'>): boolean {
  return type === 'private';
}
