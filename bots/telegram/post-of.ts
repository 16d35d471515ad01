import type { Post } from '../../src/index.ts';
import { PLATFORM, type Place } from './origin.ts';

/** What the messages of a post show of an answer. */
export type View = { readonly kind: 'answer' } | { readonly kind: 'source'; readonly number: number };

export interface PostFacts {
  readonly messages: readonly number[];
  readonly locale: string;
  readonly view?: View;
}

export function postOf({ chat, topic, isPrivate }: Place, { messages, locale, view }: PostFacts): Post {
  return {
    platform: PLATFORM,
    ...(!isPrivate && { space: String(chat) }),
    chat: String(chat),
    ...(topic !== undefined && { thread: String(topic) }),
    messages: messages.map(String),
    locale,
    ...(view && { extra: JSON.stringify(view) }),
  };
}

export function placeOfPost({ space, chat, thread }: Post): Place {
  return {
    chat: Number(chat),
    isPrivate: space === undefined,
    ...(thread !== undefined && { topic: Number(thread) }),
  };
}

export function viewOf({ extra }: Post): View {
  return extra === undefined ? { kind: 'answer' } : JSON.parse(extra);
}
