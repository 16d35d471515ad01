/** How a call is made to go wrong. Texts are those of the real server. */
export type Failure =
  | {
      readonly status: number;
      readonly description: string;
      readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
      /** Milliseconds before the answer. */
      readonly delayMs?: number;
      /** The server did what was asked, and failed to say so. */
      readonly afterwards?: true;
    }
  /** The connection is cut without an answer, before or after the server did what was asked. */
  | { readonly drop: 'before' | 'after' }
  /** A slow answer that is otherwise right. */
  | { readonly delayMs: number }
  /** An answer that is no JSON, as from a proxy. */
  | { readonly status: number; readonly html: string };

/** 429. @param retryAfter seconds */
export function tooManyRequests(retryAfter: number): Failure {
  return {
    status: 429,
    description: `Too Many Requests: retry after ${retryAfter}`,
    parameters: { retry_after: retryAfter },
  };
}

export const BLOCKED: Failure = { status: 403, description: 'Forbidden: bot was blocked by the user' };
export const INTERNAL_ERROR: Failure = { status: 500, description: 'Internal Server Error' };
export const BAD_GATEWAY: Failure = {
  status: 502,
  html: '<html><head><title>502 Bad Gateway</title></head><body></body></html>',
};
export const MESSAGE_NOT_FOUND: Failure = {
  status: 400,
  description: 'Bad Request: message to edit not found',
};
