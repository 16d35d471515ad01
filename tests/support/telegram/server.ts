import type { CallbackQueries } from './callback-queries.ts';
import type { InlineQueries } from './inline-queries.ts';
import type { Parameters } from './parameters.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { WebhookSender } from './webhook-sender.ts';
import type { World } from './world.ts';

/** What methods of the API work on. */
export interface Server {
  readonly world: World;
  readonly updates: UpdateQueue;
  readonly webhook: WebhookSender;
  readonly callbacks: CallbackQueries;
  readonly inline: InlineQueries;
  readonly enforcesGroupRate: boolean;
}

export interface Call {
  readonly parameters: Parameters;
  /** Aborted when the caller's connection is gone. */
  readonly signal: AbortSignal;
}

/** One method of the API: its result, or an `ApiError` thrown. */
export type Method = (server: Server, call: Call) => unknown;
