import * as z from 'zod';
import { EmbedderError } from '../../errors.ts';
import { stripHidden } from '../../text/hidden-characters.ts';
import type { Embedder } from '../../types.ts';
import { embedWritten } from './embed-written.ts';
import { postJson } from './post-json.ts';
import { isUsable, toUnitLength } from './unit-vector.ts';

/**
 * Embedders behind HTTP. By plain fetch rather than LangChain's classes: each protocol is one request and one schema, and
 * the classes would bring the providers' SDKs along, retry six times, and take vectors as they come.
 */
export interface HttpEmbedderOptions {
  readonly model: string;
  readonly baseUrl?: string;
  readonly apiKey?: string;
  readonly timeoutMs?: number;
}

/** Long enough for a local server that loads its model first. */
const TIMEOUT_MS = 60_000;

const BATCH_TEXTS = 64;

interface Protocol {
  readonly name: string;
  readonly defaultBaseUrl: string;
  readonly path: string;
  toBody(model: string, texts: readonly string[]): unknown;
  /** Vectors in the order of the texts. Throws a `ZodError` for an answer of another shape. */
  readVectors(json: unknown): Float32Array[];
}

const numbers = z.array(z.number()).transform((values) => Float32Array.from(values));

/** float32, little endian. */
const base64 = z.base64().transform((text) => {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / Float32Array.BYTES_PER_ELEMENT));
});

const OpenAiAnswer = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.union([numbers, base64]) })),
});

/** https://platform.openai.com/docs/api-reference/embeddings/create */
const openAi: Protocol = {
  name: 'openai',
  defaultBaseUrl: 'https://api.openai.com/v1',
  path: 'embeddings',
  toBody: (model, texts) => ({ model, input: texts, encoding_format: 'float' }),
  readVectors: (json) =>
    OpenAiAnswer.parse(json)
      .data.sort((a, b) => a.index - b.index)
      .map(({ embedding }) => embedding),
};

const OllamaAnswer = z.object({ embeddings: z.array(numbers) });

/** https://docs.ollama.com/api/embed */
const ollama: Protocol = {
  name: 'ollama',
  defaultBaseUrl: 'http://127.0.0.1:11434',
  path: 'api/embed',
  toBody: (model, texts) => ({ model, input: texts, truncate: true }),
  readVectors: (json) => OllamaAnswer.parse(json).embeddings,
};

/**
 * Opens a model of an OpenAI-compatible endpoint; `baseUrl` ends before `/embeddings`. Asks for one vector to learn its
 * length. Throws `EmbedderError`.
 */
export function openOpenAiEmbedder(options: HttpEmbedderOptions): Promise<Embedder> {
  return openHttpEmbedder(openAi, options);
}

/** Opens a model of an Ollama server; `baseUrl` ends before `/api/embed`. Else as `openOpenAiEmbedder`. */
export function openOllamaEmbedder(options: HttpEmbedderOptions): Promise<Embedder> {
  return openHttpEmbedder(ollama, options);
}

async function openHttpEmbedder(protocol: Protocol, options: HttpEmbedderOptions): Promise<Embedder> {
  const { model, apiKey, timeoutMs = TIMEOUT_MS } = options;
  const url = new URL(`${(options.baseUrl ?? protocol.defaultBaseUrl).replace(/\/+$/, '')}/${protocol.path}`);

  async function request(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const json = await postJson(url, protocol.toBody(model, texts.map(stripHidden)), {
      timeoutMs,
      ...(apiKey !== undefined && { apiKey }),
      ...(signal && { signal }),
    });
    const vectors = readVectors(protocol, json);
    if (vectors.length !== texts.length) {
      throw nonsense(protocol, `${vectors.length} vectors for ${texts.length} texts`);
    }
    if (!vectors.every(isUsable)) throw nonsense(protocol, 'a vector that is zero or holds no number');
    return vectors.map(toUnitLength);
  }

  const dimensions = (await request(['probe']))[0]?.length ?? 0;
  return {
    id: `${protocol.name}:${model}@${dimensions}`,
    dimensions,
    embed: (texts, _purpose, signal) =>
      embedWritten(texts, dimensions, async (written) => {
        const vectors: Float32Array[] = [];
        for (let start = 0; start < written.length; start += BATCH_TEXTS) {
          vectors.push(...(await request(written.slice(start, start + BATCH_TEXTS), signal)));
        }
        const odd = vectors.find((vector) => vector.length !== dimensions);
        if (odd) throw nonsense(protocol, `a vector of ${odd.length} dimensions instead of ${dimensions}`);
        return vectors;
      }),
    close: async () => undefined,
  };
}

function readVectors(protocol: Protocol, json: unknown): Float32Array[] {
  try {
    return protocol.readVectors(json);
  } catch (cause) {
    throw nonsense(protocol, 'something else than vectors', { cause });
  }
}

function nonsense(protocol: Protocol, what: string, options?: ErrorOptions): EmbedderError {
  return new EmbedderError(
    `The embedding endpoint answered ${what}, so nothing was embedded; check that it speaks the protocol of ${protocol.name} and that EMBEDDINGS names an embedding model`,
    options,
  );
}
