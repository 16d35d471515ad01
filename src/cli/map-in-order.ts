/** Maps with at most `concurrency` in the works, yielding results in the order of the input. The first error ends it. */
export async function* mapInOrder<Input, Output>(
  inputs: AsyncIterable<Input>,
  concurrency: number,
  map: (input: Input) => Promise<Output>,
): AsyncGenerator<Output> {
  const running: Promise<Output>[] = [];
  for await (const input of inputs) {
    const result = map(input);
    // Awaited below, in order; until then a rejection is not unhandled.
    result.catch(() => {});
    running.push(result);
    if (running.length < concurrency) continue;
    const first = running.shift();
    if (first) yield await first;
  }
  for (const result of running) yield await result;
}
