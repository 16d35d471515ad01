import type { Method } from '../server.ts';
import * as bot from './bot.ts';
import * as chats from './chats.ts';
import * as edit from './edit.ts';
import * as files from './files.ts';
import * as queries from './queries.ts';
import * as send from './send.ts';
import * as updates from './updates.ts';

/** Logging out and closing move a bot between servers, of which there is one here. */
const agree: Method = () => true;

const ALL: Readonly<Record<string, Method>> = {
  getMe: bot.getMe,
  logOut: agree,
  close: agree,
  setMyCommands: bot.setMyCommands,
  getMyCommands: bot.getMyCommands,
  deleteMyCommands: bot.deleteMyCommands,
  setMyName: bot.setMyName,
  getMyName: bot.getMyName,
  setMyDescription: bot.setMyDescription,
  getMyDescription: bot.getMyDescription,
  setMyShortDescription: bot.setMyShortDescription,
  getMyShortDescription: bot.getMyShortDescription,
  getChat: chats.getChat,
  getChatMember: chats.getChatMember,
  getChatAdministrators: chats.getChatAdministrators,
  getChatMemberCount: chats.getChatMemberCount,
  leaveChat: chats.leaveChat,
  sendMessage: send.sendMessage,
  sendMessageDraft: send.sendMessageDraft,
  sendDocument: send.sendDocument,
  sendChatAction: send.sendChatAction,
  editMessageText: edit.editMessageText,
  editMessageReplyMarkup: edit.editMessageReplyMarkup,
  deleteMessage: edit.deleteMessage,
  deleteMessages: edit.deleteMessages,
  answerCallbackQuery: queries.answerCallbackQuery,
  answerInlineQuery: queries.answerInlineQuery,
  getFile: files.getFile,
  getUpdates: updates.getUpdates,
  setWebhook: updates.setWebhook,
  deleteWebhook: updates.deleteWebhook,
  getWebhookInfo: updates.getWebhookInfo,
};

const BY_LOWER_CASE = new Map(
  Object.entries(ALL).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

/** A method by its name, whose letters' case does not matter. */
export function findMethod(name: string): { readonly name: string; readonly method: Method } | undefined {
  return BY_LOWER_CASE.get(name.toLowerCase());
}
