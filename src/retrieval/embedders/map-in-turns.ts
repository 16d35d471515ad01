import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long a loop may hold the event loop before others get their turn. */
const TURN_MS = 5;

/** `items.map(convert)` that lets other work run every few milliseconds. */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  convert: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  let turnStart = performance.now();
  for (const item of items) {
    results.push(convert(item));
    if (performance.now() - turnStart > TURN_MS) {
      await nextTurn();
      turnStart = performance.now();
    }
  }
  return results;
}
