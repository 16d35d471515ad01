import { REST } from 'discord.js';
import { expect, it, onTestFinished } from 'vitest';
import { HeardSharding } from '../../../bots/discord/heard-sharding.ts';
import { startFakeDiscord } from '../../support/discord/start-fake-discord.ts';

it('hears of a connection that is lost before it is ready', async () => {
  // discord.js has a class of the same name; this is the one beneath it.
  const { WebSocketManager } = await import('@discordjs/ws');
  const fake = await startFakeDiscord();
  onTestFinished(() => fake.close());
  const lines: string[] = [];
  const strategies: HeardSharding[] = [];
  const manager = new WebSocketManager({
    token: fake.token,
    intents: 0,
    rest: new REST({ api: fake.apiUrl }).setToken(fake.token),
    shardCount: 1,
    retrieveSessionInfo: () => {
      throw new Error('the session is lost');
    },
    buildStrategy: (own) => {
      const strategy = new HeardSharding(own, (line) => lines.push(line));
      strategies.push(strategy);
      return strategy;
    },
  });
  const [strategy] = strategies;
  if (!strategy) throw new Error(`no strategy was built for ${manager.options.shardCount} shard`);
  await strategy.spawn([0]);
  const shards: unknown = Reflect.get(strategy, 'shards');
  if (!(shards instanceof Map)) throw new Error('@discordjs/ws keeps its shards elsewhere now');
  const connect: unknown = Reflect.get(shards.get(0), 'internalConnect');
  if (typeof connect !== 'function') throw new Error('@discordjs/ws connects in another way now');
  await expect(Reflect.apply(connect, shards.get(0), [])).resolves.toBeUndefined();
  expect(lines).toEqual(['Discord: a connection was lost before it was ready: Error: the session is lost']);
});
