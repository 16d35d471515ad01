import type { Update } from 'grammy/types';
import type { UpdateQueue } from './update-queue.ts';

export interface Webhook {
  readonly url: string;
  readonly secret?: string | undefined;
  readonly maxConnections: number;
}

export interface WebhookOptions {
  readonly retryMs: number;
  /** A call that the bot makes by its answer. */
  readonly onReply: (reply: unknown) => Promise<void>;
  readonly onFailure: () => void;
}

/** The server gives a webhook up to this long. Milliseconds. */
const DELIVERY_TIMEOUT_MS = 10_000;
const LONGEST_RETRY_STEPS = 6;

/** Delivers updates to the webhook that is set: in order for each chat, concurrently between chats, until it says 2xx. */
export class WebhookSender {
  current: Webhook | undefined;
  lastError: { readonly message: string; readonly at: number } | undefined;
  readonly #updates: UpdateQueue;
  readonly #retryMs: number;
  readonly #onReply: (reply: unknown) => Promise<void>;
  readonly #onFailure: () => void;
  /** Chats with a delivery on its way. */
  readonly #busy = new Map<string, AbortController>();

  constructor(updates: UpdateQueue, { retryMs, onReply, onFailure }: WebhookOptions) {
    this.#updates = updates;
    this.#retryMs = retryMs;
    this.#onReply = onReply;
    this.#onFailure = onFailure;
    updates.watch(() => this.#deliver());
  }

  set(webhook: Webhook | undefined): void {
    for (const delivery of this.#busy.values()) delivery.abort();
    this.#busy.clear();
    this.current = webhook;
    this.lastError = undefined;
    this.#deliver();
  }

  #deliver(): void {
    const { current } = this;
    if (!current) return;
    for (const update of this.#updates.undelivered) {
      if (this.#busy.size >= current.maxConnections) return;
      const key = keyOf(update);
      if (this.#busy.has(key)) continue;
      const controller = new AbortController();
      this.#busy.set(key, controller);
      void this.#deliverUntilTaken(update, current, controller.signal).finally(() => {
        if (this.#busy.get(key) !== controller) return;
        this.#busy.delete(key);
        this.#deliver();
      });
    }
  }

  async #deliverUntilTaken(update: Update, webhook: Webhook, signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      const failure = await this.#post(update, webhook, signal);
      if (signal.aborted) return;
      if (failure === undefined) {
        this.#updates.confirm(update);
        return;
      }
      this.lastError = { message: failure, at: Date.now() };
      this.#onFailure();
      await pause(this.#retryMs * 2 ** Math.min(attempt, LONGEST_RETRY_STEPS), signal);
    }
  }

  /** What went wrong, if something did. */
  async #post(update: Update, { url, secret }: Webhook, signal: AbortSignal): Promise<string | undefined> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([signal, AbortSignal.timeout(DELIVERY_TIMEOUT_MS)]),
      });
      const body = await response.text();
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      if (response.headers.get('content-type')?.startsWith('application/json') && body !== '')
        await this.#onReply(JSON.parse(body));
      return undefined;
    } catch (error) {
      return error instanceof Error ? `Connection failed: ${error.message}` : 'Connection failed';
    }
  }
}

/** Updates of one chat, or of one person's inline queries, are delivered one after the other. */
function keyOf(update: Update): string {
  const message =
    update.message ?? update.edited_message ?? update.channel_post ?? update.edited_channel_post;
  const chat = message?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat;
  if (chat) return `chat ${chat.id}`;
  const user = update.inline_query?.from ?? update.chosen_inline_result?.from ?? update.callback_query?.from;
  return `user ${user?.id ?? 0}`;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
