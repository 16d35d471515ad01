import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens on 127.0.0.1. Disposing it drops what is connected to it; twice does no harm. */
export interface LocalServer extends AsyncDisposable {
  readonly port: number;
  /** Without a final slash. */
  readonly url: string;
}

/** Lets a server listen on a port that nobody has. */
export async function listenLocally(server: Server): Promise<LocalServer> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A port that nobody listens on, for a process that is about to. */
export async function freePort(): Promise<number> {
  await using server = await listenLocally(createServer());
  return server.port;
}
