import { type CommandKey, chatPhrasesFor } from '../../src/index.ts';

/** As it is typed: Telegram takes a-z, 0-9 and underscores only, so the names are English in every language. */
export function commandName(key: CommandKey): string {
  return chatPhrasesFor('en').commands[key].name.replaceAll('-', '_');
}
