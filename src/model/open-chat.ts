/** A chat model through LangChain, reduced to what Footnote asks of one. */
import type { AIMessageChunk } from '@langchain/core/messages';
import { getEnvironmentVariable } from '@langchain/core/utils/env';
import * as z from 'zod';
import { ConfigError } from '../errors.ts';
import { exchangeFetch } from './exchange.ts';
import type { PromptText } from './prompt.ts';
import { providerOf } from './provider.ts';
import { redact } from './redact.ts';

export interface ChatSettings {
  /** `provider:model` */
  readonly spec: string;
  readonly baseUrl?: string;
  readonly apiKey?: string;
  /** Left out where the model refuses it. */
  readonly temperature?: number;
}

export interface ChatCall {
  readonly prompt: PromptText;
  /** Binds the reply to a JSON schema. */
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
}

/** A reply as it comes in. */
export interface ChatPiece {
  readonly text: string;
  /** Why the model stopped, in its provider's word. */
  readonly finish?: string;
  readonly usage?: { readonly input: number; readonly output: number };
}

export interface Chat {
  /** Whether replies can be bound to a schema, as far as is known of the provider. */
  readonly takesSchema: boolean;
  stream(call: ChatCall): AsyncIterable<ChatPiece>;
}

/** Tokens of one reply at most: a dozen claims with their quotes have under 2,000. */
const MAX_OUTPUT_TOKENS = 4_000;

/** Opens a model; its provider's package is loaded now. Throws `ConfigError`. */
export async function openChat({ spec, ...endpoint }: ChatSettings): Promise<Chat> {
  const [, name = '', model = ''] = /^([^:]+):(.+)$/.exec(spec) ?? [];
  const { initChatModel, MODEL_PROVIDER_CONFIG } = await import('langchain/chat_models/universal');
  if (!Object.hasOwn(MODEL_PROVIDER_CONFIG, name)) {
    throw new ConfigError(
      `MODEL is "${spec}", and "${name}" is no provider, so no model can be asked: set it to openai:MODEL, anthropic:MODEL, ollama:MODEL or google-genai:MODEL (a server that speaks OpenAI's protocol goes with openai: and MODEL_BASE_URL)`,
    );
  }
  const provider = providerOf(name);
  const { keyVariable } = provider;
  // Some classes notice only when they are first asked.
  if (keyVariable && !endpoint.apiKey && !endpoint.baseUrl && !getEnvironmentVariable(keyVariable)) {
    throw lacksKey(spec, keyVariable);
  }
  const fields = provider.toFields({
    ...endpoint,
    model,
    fetch: exchangeFetch,
    maxOutputTokens: MAX_OUTPUT_TOKENS,
  });
  const chat = await initChatModel(model, { modelProvider: name, ...fields }).catch((error: unknown) => {
    throw toConfigError(error, spec, endpoint.apiKey);
  });
  return {
    takesSchema: provider.toFormat !== undefined,
    async *stream({ prompt, schema, signal }) {
      const messages: [string, string][] = [
        ['system', prompt.system],
        ['human', prompt.user],
      ];
      const pieces = await chat.stream(messages, {
        signal,
        ...(schema && provider.toFormat?.(schema)),
      });
      for await (const piece of pieces) yield toPiece(piece);
    },
  };
}

function toConfigError(cause: unknown, spec: string, apiKey: string | undefined): ConfigError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const [, missing] = /Unable to import (@?[\w./-]+?)\.? Please install/.exec(message) ?? [];
  if (missing !== undefined) {
    return new ConfigError(
      `MODEL is "${spec}", which needs the package ${missing}, and that is not installed: run \`npm install ${missing}\``,
      { cause },
    );
  }
  if (/api.?key|credentials/i.test(message)) return lacksKey(spec, 'the provider’s own variable');
  return new ConfigError(
    `MODEL is "${spec}", which LangChain could not open (${redact(message, apiKey)}): correct it`,
    {
      cause,
    },
  );
}

function lacksKey(spec: string, variable: string): ConfigError {
  return new ConfigError(
    `MODEL is "${spec}", which needs a key, and there is none: set MODEL_API_KEY, or ${variable} in the environment`,
  );
}

/** What providers call the reason for which a reply ended. */
const Facts = z.looseObject({
  finish_reason: z.string().optional().catch(undefined),
  stop_reason: z.string().optional().catch(undefined),
  done_reason: z.string().optional().catch(undefined),
  finishReason: z.string().optional().catch(undefined),
});
const Usage = z.object({ input_tokens: z.number(), output_tokens: z.number() });

function toPiece(chunk: AIMessageChunk): ChatPiece {
  const facts = Facts.parse({ ...chunk.additional_kwargs, ...chunk.response_metadata });
  const finish = facts.finish_reason ?? facts.stop_reason ?? facts.done_reason ?? facts.finishReason;
  const usage = Usage.safeParse(chunk.usage_metadata).data;
  return {
    text: chunk.text,
    ...(finish !== undefined && { finish }),
    ...(usage && { usage: { input: usage.input_tokens, output: usage.output_tokens } }),
  };
}
