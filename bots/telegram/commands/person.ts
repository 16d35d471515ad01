import { InputFile } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import { CHAT_PHRASES, chatPhrasesFor, sayBlock } from '../../../src/index.ts';
import { say } from '../adapter.ts';
import { type CommandCall, reply } from '../command-call.ts';
import { confirmKeyboard } from '../confirm-keyboard.ts';
import { CAPTION_LIMIT } from '../limits.ts';
import { buttonOwner, originOf } from '../origin.ts';

const LANGUAGES_IN_ROW = 3;
/** Of the deep link that opens what a group is no place for. */
export const MY_DATA_PARAMETER = 'my_data';

export async function languageCommand(call: CommandCall): Promise<void> {
  const { adapter, asker, locale } = call;
  const choices = [...CHAT_PHRASES.keys()].map((language) => ({
    text: nameLanguage(language),
    callback_data: adapter.buttons.sign('language', language, buttonOwner(asker)),
  }));
  const rows: InlineKeyboardButton[][] = [];
  for (let at = 0; at < choices.length; at += LANGUAGES_IN_ROW)
    rows.push(choices.slice(at, at + LANGUAGES_IN_ROW));
  await reply(call, [sayBlock('languageChoose', locale)], { inline_keyboard: rows });
}

/** In the language itself, as the first word of a line. */
function nameLanguage(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(language) + rest.join('');
}

/** Asks before it deletes: commands are sent by a tap in the menu. */
export async function forgetMeCommand(call: CommandCall): Promise<void> {
  const { locale } = call;
  const text = `${chatPhrasesFor(locale).commands.forgetMe.description}?`;
  await reply(call, [{ kind: 'notice', runs: [{ text }] }], confirmKeyboard(call, 'forget', ''));
}

/** A file with everything that is kept of a person, for their eyes only. */
export async function myDataCommand(call: CommandCall): Promise<void> {
  const { adapter, asker, locale } = call;
  if (!asker.isPrivate) {
    const url = `https://t.me/${adapter.me.username}?start=${MY_DATA_PARAMETER}`;
    await reply(call, [sayBlock('yourData', locale)], {
      inline_keyboard: [[{ text: `${say('buttonOpen', locale)} ↗`, url }]],
    });
    return;
  }
  const data = Buffer.from(adapter.desk.dataOf(originOf(asker)));
  await adapter.api.sendDocument(asker.chat, new InputFile(data, 'my-data.json'), {
    caption: say('yourData', locale).slice(0, CAPTION_LIMIT),
    ...(asker.topic !== undefined && { message_thread_id: asker.topic }),
  });
}
