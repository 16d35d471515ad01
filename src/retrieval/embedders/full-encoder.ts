import type { Embedder } from '../../types.ts';
import { embedWritten } from './embed-written.ts';
import { ENCODER_DIMENSIONS } from './encoder-messages.ts';
import { createEncoderPool } from './encoder-pool.ts';
import { toUnitLength } from './unit-vector.ts';

/**
 * The built-in encoder as it is, whole sentences at a time: 512 dimensions, about 40 ms of a processor for each
 * sentence, in threads. Texts are cut after 1,200 characters.
 */
export function createFullEncoder(): Embedder {
  const pool = createEncoderPool();
  return {
    id: 'builtin-full-512-use-lite-en-0.2.0',
    dimensions: ENCODER_DIMENSIONS,
    async embed(texts, _purpose, signal) {
      signal?.throwIfAborted();
      return embedWritten(texts, ENCODER_DIMENSIONS, async (written) => {
        const vectors = await pool.encode('texts', written, signal);
        return vectors.map(toUnitLength);
      });
    },
    close: () => pool.close(),
  };
}
