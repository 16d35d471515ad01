import type { Refusal } from '../desk/types.ts';
import type { SayKey } from '../phrases/chat-phrases.ts';
import type { Block } from '../render/block.ts';
import { sayBlock } from './say.ts';

const PHRASES: Readonly<Record<Refusal['reason'], SayKey>> = {
  paused: 'paused',
  stopping: 'stopping',
  'not-here': 'notHere',
  cooldown: 'cooldown',
  'daily-limit': 'dailyLimit',
  busy: 'queueFull',
  'too-long': 'tooLong',
  empty: 'empty',
};

/** Said to who asked, where a question is not taken. */
export function renderRefusal({ reason, retryAfterSeconds = 1, limit = 0 }: Refusal, locale: string): Block {
  return sayBlock(PHRASES[reason], locale, { seconds: Math.ceil(retryAfterSeconds), limit });
}
