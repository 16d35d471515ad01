import { InputFile } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import {
  type Block,
  CHAT_PHRASES,
  chatPhrasesFor,
  renderDocuments,
  renderHelp,
  sayBlock,
} from '../../src/index.ts';
import { type Adapter, say } from './adapter.ts';
import { type CommandCall, reply } from './command-call.ts';
import { commandName } from './command-name.ts';
import { confirmKeyboard } from './confirm-keyboard.ts';
import { buttonOwner, originOf } from './origin.ts';
import { sendBlocks } from './send-blocks.ts';
import { SOURCES_PARAMETER, type SourceView, sendSources } from './source-view.ts';

/** Documents of one message. */
const DOCUMENTS_LIMIT = 10;
const LANGUAGES_IN_ROW = 3;
/** Of deep links that open what a group is no place for. */
const MY_DATA_PARAMETER = 'my_data';

/** `/start`, also with what a deep link asks for. */
export async function startCommand(call: CommandCall): Promise<void> {
  const { adapter, asker, locale, words } = call;
  if (asker.isPrivate && words.startsWith(SOURCES_PARAMETER)) {
    await sendSources(adapter, asker, { answerId: words.slice(SOURCES_PARAMETER.length) });
  } else if (asker.isPrivate && words === MY_DATA_PARAMETER) await myDataCommand(call);
  else await sendHelp(call, [sayBlock('greeting', locale), ...(await help(call))]);
}

export async function helpCommand(call: CommandCall): Promise<void> {
  await sendHelp(call, await help(call));
}

/** Its words are the bot's own: commands in them may be tapped. */
async function sendHelp({ adapter, asker, message }: CommandCall, blocks: readonly Block[]): Promise<void> {
  await sendBlocks(adapter, asker, {
    blocks,
    hasCommands: true,
    ...(!asker.isPrivate && { replyTo: { message: message.message_id } }),
  });
}

async function help({ adapter, asker, locale }: CommandCall): Promise<readonly Block[]> {
  const { documents } = await adapter.desk.corpus.status();
  return renderHelp(
    {
      documents,
      days: adapter.ledgerDays,
      myData: `/${commandName('myData')}`,
      forgetMe: `/${commandName('forgetMe')}`,
      isModerator: await adapter.moderators.isModerator(asker),
    },
    locale,
  );
}

/** `/sources [WORDS]` */
export async function sourcesCommand(call: CommandCall): Promise<void> {
  const { adapter, locale, words } = call;
  if (words === '') {
    const { blocks, keyboard } = await listDocuments(adapter, { offset: 0, locale });
    await reply(call, blocks, keyboard);
    return;
  }
  const found = await adapter.desk.suggestDocuments(words, DOCUMENTS_LIMIT);
  await reply(
    call,
    found.length > 0
      ? renderDocuments(found, { locale })
      : [sayBlock('noSuchDocument', locale, { id: words })],
  );
}

/** The newest documents from an offset on, with buttons to those before and after. */
export async function listDocuments(
  { desk, buttons }: Adapter,
  { offset, locale }: { readonly offset: number; readonly locale: string },
): Promise<SourceView> {
  const documents = await desk.suggestDocuments('', DOCUMENTS_LIMIT + 1, offset);
  const turn = (to: number, label: string): InlineKeyboardButton => ({
    text: label,
    callback_data: buttons.sign('documents', String(to)),
  });
  const row = [
    ...(offset > 0
      ? [turn(Math.max(0, offset - DOCUMENTS_LIMIT), `‹ ${say('buttonPrevious', locale)}`)]
      : []),
    ...(documents.length > DOCUMENTS_LIMIT
      ? [turn(offset + DOCUMENTS_LIMIT, `${say('buttonNext', locale)} ›`)]
      : []),
  ];
  return {
    blocks: renderDocuments(documents.slice(0, DOCUMENTS_LIMIT), { locale }),
    keyboard: { inline_keyboard: row.length > 0 ? [row] : [] },
  };
}

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
    caption: say('yourData', locale),
    ...(asker.topic !== undefined && { message_thread_id: asker.topic }),
  });
}
