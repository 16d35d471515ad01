/** An error as the Bot API answers it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly parameters: { readonly retry_after?: number; readonly migrate_to_chat_id?: number } | undefined;

  constructor(status: number, description: string, parameters?: ApiError['parameters']) {
    super(description);
    this.status = status;
    this.parameters = parameters;
  }
}

/** 400, in the server's words. */
export function badRequest(what: string): ApiError {
  return new ApiError(400, `Bad Request: ${what}`);
}

/** 403, in the server's words. */
export function forbidden(what: string): ApiError {
  return new ApiError(403, `Forbidden: ${what}`);
}
