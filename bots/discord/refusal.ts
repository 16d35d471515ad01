import type { SayKey } from '../../src/index.ts';

/** Why something is not done, in words for who asked for it. Nobody's failure: no operator is told. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly phrase: SayKey;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(phrase: SayKey, values: Readonly<Record<string, string | number>> = {}) {
    super(phrase);
    this.phrase = phrase;
    this.values = values;
  }
}
