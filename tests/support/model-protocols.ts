/** The three protocols that the fake model server speaks, as frames of a stream. */

export interface ReplyFacts {
  readonly finish?: string;
  /** Whether tokens are counted; true when absent. */
  readonly counts?: boolean;
}

export interface Protocol {
  readonly contentType: string;
  read(body: Readonly<Record<string, unknown>>): { readonly prompt: string; readonly hasSchema: boolean };
  reply(text: string, facts: ReplyFacts): readonly string[];
  refusal(text: string): readonly string[];
  /** A stream in order that holds no reply. */
  empty(): readonly string[];
  /** A frame that is no JSON. */
  broken(): readonly string[];
  error(message: string): object;
}

/** What every reply is said to have cost. */
export const COUNTED = { input: 321, output: 45 } as const;

const PIECE_LENGTH = 12;

function piecesOf(text: string): readonly string[] {
  const characters = Array.from(text);
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += PIECE_LENGTH) {
    pieces.push(characters.slice(at, at + PIECE_LENGTH).join(''));
  }
  return pieces;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  return textOf('content' in value ? value.content : 'text' in value ? value.text : '');
}

const event = (data: unknown, name?: string): string =>
  `${name === undefined ? '' : `event: ${name}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

const completion = (choices: readonly object[], rest: object = {}): string =>
  event({ id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'fake', choices, ...rest });

/** https://platform.openai.com/docs/api-reference/chat-streaming */
export const openai: Protocol = {
  contentType: 'text/event-stream',
  read: ({ messages, response_format: format }) => ({
    prompt: textOf(messages),
    hasSchema: format !== undefined,
  }),
  reply: (text, { finish = 'stop', counts = true }) => [
    completion([{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }]),
    ...piecesOf(text).map((content) => completion([{ index: 0, delta: { content }, finish_reason: null }])),
    completion([{ index: 0, delta: {}, finish_reason: finish }]),
    ...(counts
      ? [
          completion([], {
            usage: { prompt_tokens: COUNTED.input, completion_tokens: COUNTED.output, total_tokens: 366 },
          }),
        ]
      : []),
    event('[DONE]'),
  ],
  refusal: (refusal) => [
    completion([{ index: 0, delta: { role: 'assistant', content: '', refusal: '' }, finish_reason: null }]),
    completion([{ index: 0, delta: { refusal }, finish_reason: null }]),
    completion([{ index: 0, delta: {}, finish_reason: 'stop' }]),
    event('[DONE]'),
  ],
  empty: () => [completion([]), event('[DONE]')],
  broken: () => [event('{"choices": [{"delta": {"cont'), event('[DONE]')],
  error: (message) => ({ error: { message, type: 'invalid_request_error', code: null, param: null } }),
};

const line = (data: object): string =>
  `${JSON.stringify({ model: 'fake', created_at: '2026-01-01T00:00:00Z', ...data })}\n`;

/** https://docs.ollama.com/api/chat */
export const ollama: Protocol = {
  contentType: 'application/x-ndjson',
  read: ({ messages, format }) => ({ prompt: textOf(messages), hasSchema: format !== undefined }),
  reply: (text, { finish = 'stop', counts = true }) => [
    ...piecesOf(text).map((content) => line({ message: { role: 'assistant', content }, done: false })),
    line({
      message: { role: 'assistant', content: '' },
      done: true,
      done_reason: finish,
      ...(counts && { prompt_eval_count: COUNTED.input, eval_count: COUNTED.output }),
    }),
  ],
  refusal: (text) => ollama.reply(text, {}),
  empty: () => [line({ message: { role: 'assistant', content: '' }, done: true, done_reason: 'load' })],
  broken: () => ['{"message": {"role": "assis\n'],
  error: (error) => ({ error }),
};

const anthropicEvent = (type: string, data: object): string => event({ type, ...data }, type);

/** https://docs.anthropic.com/en/api/messages-streaming */
export const anthropic: Protocol = {
  contentType: 'text/event-stream',
  read: ({ system, messages, output_config: format }) => ({
    prompt: `${textOf(system)}\n${textOf(messages)}`,
    hasSchema: format !== undefined,
  }),
  reply: (text, { finish = 'end_turn', counts = true }) => [
    anthropicEvent('message_start', {
      message: {
        id: 'm1',
        type: 'message',
        role: 'assistant',
        model: 'fake',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: counts ? COUNTED.input : 0, output_tokens: 0 },
      },
    }),
    anthropicEvent('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
    ...piecesOf(text).map((piece) =>
      anthropicEvent('content_block_delta', { index: 0, delta: { type: 'text_delta', text: piece } }),
    ),
    anthropicEvent('content_block_stop', { index: 0 }),
    anthropicEvent('message_delta', {
      delta: { stop_reason: finish, stop_sequence: null },
      usage: { output_tokens: counts ? COUNTED.output : 0 },
    }),
    anthropicEvent('message_stop', {}),
  ],
  refusal: () => anthropic.reply('', { finish: 'refusal' }),
  empty: () => anthropic.reply('', {}),
  broken: () => [event('{"type": "content_block_del', 'content_block_delta')],
  error: (message) => ({ type: 'error', error: { type: 'invalid_request_error', message } }),
};
