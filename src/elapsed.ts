/** Milliseconds since `performance.now()` was `started`, to the hundredth: what is beyond is noise. */
export function elapsedSince(started: number): number {
  return Math.round((performance.now() - started) * 100) / 100;
}
