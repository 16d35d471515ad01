import { parentPort } from 'node:worker_threads';
import { loadEncoder } from './encoder.ts';
import { ENCODER_DIMENSIONS, type EncodingRequest, type EncodingResponse } from './encoder-messages.ts';
import { loadWordProjection } from './word-projection.ts';

/** A worker thread of `createEncoderPool`: one request at a time, answered in order. */
const encoder = loadEncoder();

parentPort?.on('message', async (request: EncodingRequest) => {
  try {
    const vectors = await answer(request);
    reply({ vectors }, [vectors.buffer]);
  } catch (error) {
    reply({ error: error instanceof Error ? error.message : String(error) });
  }
});

function reply(response: EncodingResponse, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(response, transfer);
}

async function answer({ kind, texts }: EncodingRequest): Promise<Float32Array<ArrayBuffer>> {
  const encoded = await (await encoder).encode(texts);
  if (kind === 'texts') return encoded;
  const projection = loadWordProjection();
  const projected = new Float32Array(texts.length * projection.dimensions);
  for (let row = 0; row < texts.length; row++) {
    const start = row * ENCODER_DIMENSIONS;
    const vector = projection.project(encoded.subarray(start, start + ENCODER_DIMENSIONS));
    projected.set(vector, row * projection.dimensions);
  }
  return projected;
}
