/** What differs between providers: how settings are called, and how a reply is bound to a schema. */

/** What a model is opened with. */
export interface Endpoint {
  /** As its provider names it. */
  readonly model: string;
  readonly baseUrl?: string;
  readonly apiKey?: string;
  readonly fetch: typeof fetch;
  /** Left out where the model refuses it. */
  readonly temperature?: number;
  readonly maxOutputTokens: number;
}

export interface Provider {
  /** The environment variable that holds its key where no setting does; absent where it wants none. */
  readonly keyVariable?: string;
  /** Fields of the chat model's constructor. */
  toFields(endpoint: Endpoint): Readonly<Record<string, unknown>>;
  /** Call options that bind the reply to a JSON schema; absent where that is not known to work. */
  readonly toFormat?: (schema: JsonSchema) => Readonly<Record<string, unknown>>;
}

type JsonSchema = Readonly<Record<string, unknown>>;

/** Stands for a key where a server of one's own wants none; the provider's key never goes to another's address. */
const NO_KEY = 'none';

/** Models that think before they write: within the same limit, and at no temperature but their own. */
const THINKS = /^(?:o\d|gpt-5(?!-chat))/;
const THOUGHT_SHARE = 4;

const openai: Provider = {
  keyVariable: 'OPENAI_API_KEY',
  toFields: ({ baseUrl, apiKey = baseUrl === undefined ? undefined : NO_KEY, ...endpoint }) => ({
    ...common(THINKS.test(endpoint.model) ? {} : endpoint),
    ...(apiKey !== undefined && { apiKey }),
    maxTokens: endpoint.maxOutputTokens * (THINKS.test(endpoint.model) ? THOUGHT_SHARE : 1),
    configuration: { ...client(endpoint), ...(baseUrl !== undefined && { baseURL: baseUrl }) },
  }),
  toFormat: (schema) => ({
    response_format: { type: 'json_schema', json_schema: { name: 'draft', strict: true, schema } },
  }),
};

const anthropic: Provider = {
  keyVariable: 'ANTHROPIC_API_KEY',
  toFields: ({ baseUrl, apiKey = baseUrl === undefined ? undefined : NO_KEY, ...endpoint }) => ({
    ...common(endpoint),
    ...(apiKey !== undefined && { apiKey }),
    ...(baseUrl !== undefined && { anthropicApiUrl: baseUrl }),
    maxTokens: endpoint.maxOutputTokens,
    clientOptions: client(endpoint),
  }),
  toFormat: (schema) => ({ outputConfig: { format: { type: 'json_schema', schema } } }),
};

/** Tokens. Ollama's own default is shorter than a prompt with its passages, of which it would drop the beginning unasked. */
const OLLAMA_CONTEXT = 16_384;

const ollama: Provider = {
  toFields: ({ baseUrl, apiKey, ...endpoint }) => ({
    ...common(endpoint),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(apiKey !== undefined && { headers: { authorization: `Bearer ${apiKey}` } }),
    numPredict: endpoint.maxOutputTokens,
    numCtx: OLLAMA_CONTEXT,
    fetch: endpoint.fetch,
  }),
  toFormat: (schema) => ({ format: schema }),
};

/** Its package is not installed with Footnote; it has no way to hand in a fetch. */
const googleGenai: Provider = {
  keyVariable: 'GOOGLE_API_KEY',
  toFields: ({ baseUrl, apiKey, ...endpoint }) => ({
    ...common(endpoint),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(apiKey !== undefined && { apiKey }),
    maxOutputTokens: endpoint.maxOutputTokens,
  }),
  toFormat: (schema) => ({ responseSchema: withoutAdditional(schema) }),
};

/** Any other that LangChain knows: asked in plain lines. */
const other: Provider = {
  toFields: ({ baseUrl, apiKey, ...endpoint }) => ({
    ...common(endpoint),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(apiKey !== undefined && { apiKey }),
    maxTokens: endpoint.maxOutputTokens,
  }),
};

const PROVIDERS: ReadonlyMap<string, Provider> = new Map([
  ['openai', openai],
  ['anthropic', anthropic],
  ['ollama', ollama],
  ['google-genai', googleGenai],
]);

export function providerOf(name: string): Provider {
  return PROVIDERS.get(name) ?? other;
}

/** Retries are ours: LangChain's would wait without regard to the time that is left. */
function common({ temperature }: Pick<Endpoint, 'temperature'>) {
  return { maxRetries: 0, ...(temperature !== undefined && { temperature }) };
}

/** The provider's own client: what it would print may hold the words of a person or a document. */
function client({ fetch }: Pick<Endpoint, 'fetch'>) {
  return { fetch, logLevel: 'off' };
}

/** Google's schemas are OpenAPI's, which do not know `additionalProperties`. */
function withoutAdditional(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAdditional);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'additionalProperties');
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutAdditional(inner)]));
}
