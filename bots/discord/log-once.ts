/** Milliseconds after which a line is worth saying again. */
const REPEAT_AFTER_MS = 60 * 60_000;
const LINES_LIMIT = 500;

/** Logs a line at most once an hour, however often it comes: what anybody can set off must not fill a disk. */
export function createLogOnce(log: (line: string) => void): (line: string) => void {
  const said = new Map<string, number>();
  return (line) => {
    const last = said.get(line);
    if (last !== undefined && performance.now() - last < REPEAT_AFTER_MS) return;
    const [oldest] = said.keys();
    if (said.size >= LINES_LIMIT && oldest !== undefined) said.delete(oldest);
    said.delete(line);
    said.set(line, performance.now());
    log(line);
  };
}
