/**
 * What the Bot API takes, by https://core.telegram.org/bots/api unless a line names another source. Characters are counted
 * in UTF-16 units here, as entities are: never fewer than the server counts.
 */

/** sendMessage, editMessageText, sendMessageDraft: characters after entities parsing. */
export const TEXT_LIMIT = 4096;
/** Entities of a message that are kept; further ones are dropped without a word (tdlib, MessageEntity.cpp). */
export const ENTITY_LIMIT = 100;
/**
 * Bytes of all entities together, addresses included, beyond which a message is refused (ENTITIES_TOO_LONG). Not
 * documented: about 9,500 by https://github.com/tdlib/telegram-bot-api/issues/165. Less, as the sum is an estimate.
 */
export const ENTITY_BYTES_LIMIT = 9000;
/** ReplyParameters: characters of `quote`. */
export const QUOTE_LIMIT = 1024;
/** InlineKeyboardButton: bytes of `callback_data`. */
export const CALLBACK_DATA_BYTES = 64;
/** answerCallbackQuery: characters of the notification. */
export const NOTIFICATION_LIMIT = 200;
/** getFile: bytes of a file that a bot can download. */
export const DOWNLOAD_BYTES = 20 * 1024 * 1024;
/** sendDocument: characters of a caption. */
export const CAPTION_LIMIT = 1024;
/** BotCommand: characters of the description. */
export const COMMAND_DESCRIPTION_LIMIT = 256;
