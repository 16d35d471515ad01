import { blankVector } from './hashed-vector.ts';

/**
 * Embeds the texts that say something and gives blank ones a fixed vector: models differ in what they make of nothing,
 * and endpoints refuse it. A text without a letter or digit is blank.
 */
export async function embedWritten(
  texts: readonly string[],
  dimensions: number,
  embed: (written: readonly string[]) => Promise<readonly Float32Array[]>,
): Promise<readonly Float32Array[]> {
  const written = texts.filter(isWritten);
  const vectors = written.length > 0 ? await embed(written) : [];
  let next = 0;
  return texts.map((text) => (isWritten(text) ? vectors[next++] : undefined) ?? blankVector(dimensions));
}

function isWritten(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
