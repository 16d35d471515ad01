/** What the pool and its workers say to each other. Imports nothing, so that no one loads the model by accident. */

/** Length of the encoder's output. */
export const ENCODER_DIMENSIONS = 512;

/**
 * `texts` asks for the encoder's own vectors (512), `words` for vectors projected by the distilled encoder's constants.
 */
export type EncodingKind = 'texts' | 'words';

export interface EncodingRequest {
  readonly kind: EncodingKind;
  readonly texts: readonly string[];
}

export type EncodingResponse =
  /** Row by row, in the order of the request. */
  { readonly vectors: Float32Array } | { readonly error: string };
