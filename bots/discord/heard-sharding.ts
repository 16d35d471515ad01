import { SimpleShardingStrategy } from 'discord.js';
import { describeError } from './errors.ts';

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/**
 * Connects shards as discord.js does, and hears what becomes of it. @discordjs/ws starts a connection without looking back
 * (`void this.internalConnect()` in `WebSocketShard.connect`): one that is lost while its turn to identify is awaited rejects
 * where nobody listens, and would take the whole process with it. The connection in its place goes on by itself.
 */
export class HeardSharding extends SimpleShardingStrategy {
  readonly #log: (line: string) => void;

  constructor(manager: Manager, log: (line: string) => void) {
    super(manager);
    this.#log = log;
  }

  override async spawn(shardIds: number[]): Promise<void> {
    await super.spawn(shardIds);
    const shards: unknown = Reflect.get(this, 'shards');
    if (!(shards instanceof Map)) return;
    for (const shard of shards.values()) if (shard instanceof Object) this.#hear(shard);
  }

  #hear(shard: object): void {
    const connect: unknown = Reflect.get(shard, 'internalConnect');
    if (typeof connect !== 'function') return;
    const heard = async (): Promise<void> => {
      try {
        await Reflect.apply(connect, shard, []);
      } catch (error) {
        this.#log(`Discord: a connection was lost before it was ready: ${describeError(error)}`);
      }
    };
    Reflect.set(shard, 'internalConnect', heard);
  }
}
