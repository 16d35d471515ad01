import { ConfigError } from '../../errors.ts';
import type { Embedder } from '../../types.ts';

export interface OpenEmbedderOptions {
  /** Where vectors of words outlive any index; made if missing. */
  readonly cacheFolder: string;
  /** Base URL of the endpoint, for `openai:` and `ollama:`; each has its usual address as default. */
  readonly baseUrl?: string;
  /** Sent to the endpoint as a bearer token, and shown to nobody. */
  readonly apiKey?: string;
  /** Time limit of one request to an endpoint. */
  readonly timeoutMs?: number;
  /** Gets lines for the operator, e.g. that the cache cannot be used. Silent when absent. */
  readonly note?: (message: string) => void;
}

/**
 * Opens the embedder that EMBEDDINGS names:
 *
 * | spec | what | dimensions |
 * |---|---|---|
 * | `builtin` | the built-in English encoder, distilled to words (`isWordEmbedder`) | 128 |
 * | `builtin-full` | the same encoder on whole sentences, slow | 512 |
 * | `transformers:FOLDER` | a transformers.js model folder, through @huggingface/transformers | the model's |
 * | `openai:MODEL` | an OpenAI-compatible endpoint | the model's |
 * | `ollama:MODEL` | an Ollama server | the model's |
 *
 * The last three are asked for one vector at once, to learn their dimensions. Throws `ConfigError` for an unknown spec,
 * `EmbedderError` when the model cannot be had.
 */
export async function openEmbedder(spec: string, options: OpenEmbedderOptions): Promise<Embedder> {
  const [, kind = '', model] = /^([a-z-]+)(?::\s*(.*\S))?\s*$/s.exec(spec) ?? [];
  const remote = {
    model: model ?? '',
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
    ...(options.apiKey !== undefined && { apiKey: options.apiKey }),
    ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
  };
  if (kind === 'builtin' && model === undefined) {
    const { createDistilledEmbedder } = await import('./distilled-embedder.ts');
    return createDistilledEmbedder({
      cacheFolder: options.cacheFolder,
      note: options.note ?? (() => undefined),
    });
  }
  if (kind === 'builtin-full' && model === undefined) {
    const { createFullEncoder } = await import('./full-encoder.ts');
    return createFullEncoder();
  }
  if (kind === 'transformers' && model !== undefined) {
    const { openTransformersEmbedder } = await import('./transformers-embedder.ts');
    return openTransformersEmbedder(model);
  }
  if (kind === 'openai' && model !== undefined) {
    const { openOpenAiEmbedder } = await import('./http-embedder.ts');
    return openOpenAiEmbedder(remote);
  }
  if (kind === 'ollama' && model !== undefined) {
    const { openOllamaEmbedder } = await import('./http-embedder.ts');
    return openOllamaEmbedder(remote);
  }
  throw new ConfigError(
    `EMBEDDINGS is "${spec}", which names no embedder, so nothing can be indexed or asked; set it to builtin, builtin-full, transformers:FOLDER, openai:MODEL or ollama:MODEL`,
  );
}
