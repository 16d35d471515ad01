import type { SendableChannels } from 'discord.js';

/** Milliseconds. Discord shows typing for 10 s: https://discord.com/developers/docs/resources/channel#trigger-typing-indicator */
const RENEW_MS = 8_000;

/** Shows typing until it is disposed. Typing that cannot be shown is no failure: what follows says more. */
export function keepTyping(channel: SendableChannels): Disposable {
  const show = () => void channel.sendTyping().catch(() => {});
  show();
  const timer = setInterval(show, RENEW_MS);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
