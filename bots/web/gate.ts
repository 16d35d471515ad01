export interface GateLimits {
  /** Requests at work at once, of everyone together. */
  readonly total: number;
  /** Of one client. */
  readonly perClient: number;
}

/** Lets a client in and returns its way out (idempotent), or `undefined` when it is full. */
export type Gate = (client: string) => (() => void) | undefined;

/** Bounds how much work is done at once. Nobody waits: who is not let in is told to come back. */
export function createGate({ total, perClient }: GateLimits): Gate {
  const inside = new Map<string, number>();
  let count = 0;
  return (client) => {
    const own = inside.get(client) ?? 0;
    if (count >= total || own >= perClient) return undefined;
    inside.set(client, own + 1);
    count += 1;
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      count -= 1;
      const rest = (inside.get(client) ?? 1) - 1;
      if (rest === 0) inside.delete(client);
      else inside.set(client, rest);
    };
  };
}
