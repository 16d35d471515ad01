import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long loops may hold the event loop before others get their turn. */
const TURN_MS = 5;

/** Shared by all loops: many short ones in a row, each awaited, starve the event loop as one long one does. */
let turnStart = performance.now();

/** `items.map(convert)` that lets other work run every few milliseconds. */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  convert: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    if (performance.now() - turnStart > TURN_MS) {
      await nextTurn();
      turnStart = performance.now();
    }
    results.push(convert(item));
  }
  return results;
}
