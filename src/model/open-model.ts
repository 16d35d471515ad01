import { AsyncLocalStorage } from 'node:async_hooks';
import { AsyncLocalStorageProviderSingleton } from '@langchain/core/singletons';
import type { Drafter, Rephraser, Retrieval } from '../types.ts';
import { CALL_LIMITS, type CallLimits, createAsker } from './asker.ts';
import { createModelDrafter } from './drafter.ts';
import { openChat } from './open-chat.ts';
import { readPrompts } from './prompt.ts';
import { createModelRephraser } from './rephraser.ts';

// Calls of a model become children of the step that makes them, in traces and for callbacks.
AsyncLocalStorageProviderSingleton.initializeGlobalInstance(new AsyncLocalStorage());

export interface OpenModelOptions {
  /** `provider:model`, e.g. `openai:gpt-4.1-mini`. */
  readonly spec: string;
  /** Of an endpoint other than the provider's own. */
  readonly baseUrl?: string;
  /** Key; without it the provider's own variable counts, but never for a `baseUrl`. */
  readonly apiKey?: string;
  /** Folder of the operator's prompts; the shipped ones when absent. */
  readonly promptsFolder?: string;
  /** Gets lines for the operator, without keys; silent when absent. */
  readonly note?: (message: string) => void;
  /** Times, where they are not the usual ones. */
  readonly limits?: Partial<CallLimits>;
}

/** A language model, ready to draft and to rephrase. */
export interface OpenedModel {
  readonly drafter: Drafter;
  readonly rephraser: Rephraser;
  /** Asks for an empty draft, to learn whether the model answers and how. Throws `ModelError`. */
  probe(signal?: AbortSignal): Promise<ModelProbe>;
}

export interface ModelProbe {
  /** Whether replies are bound to a schema. */
  readonly isStructured: boolean;
  readonly tookMs: number;
}

/** Opens the model that MODEL names, with its prompts. Nothing is asked of it yet. Throws `ConfigError`. */
export async function openModel(options: OpenModelOptions): Promise<OpenedModel> {
  const { spec: name, baseUrl, apiKey, note = () => undefined } = options;
  const prompts = await readPrompts(options.promptsFolder);
  const endpoint = {
    spec: name,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(apiKey !== undefined && { apiKey }),
  };
  const asker = await createAsker({
    name,
    open: (settings) => openChat({ ...endpoint, ...settings }),
    ...(apiKey !== undefined && { apiKey }),
    limits: { ...CALL_LIMITS, ...options.limits },
    note,
  });
  const drafter = createModelDrafter({
    name,
    asker,
    prompt: prompts.answer,
    takesSchema: asker.takesSchema,
    note,
  });
  return {
    drafter,
    rephraser: createModelRephraser({ asker, prompt: prompts.rephrase }),
    async probe(signal) {
      const started = performance.now();
      await drafter.draft(PROBE, { ...(signal && { signal }) });
      return { isStructured: drafter.isStructured(), tookMs: performance.now() - started };
    },
  };
}

/** A question without passages: the answer is to decline. */
const PROBE: Retrieval = {
  question: { text: 'Is anybody there?' },
  candidates: [],
  documents: [],
  confidence: 0,
  threshold: 0,
  tookMs: 0,
};
