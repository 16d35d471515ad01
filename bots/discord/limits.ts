/** What Discord takes. Lengths of text are counted in UTF-16 units, which is never kinder than Discord's own count. */

/** https://discord.com/developers/docs/resources/message#create-message */
export const CONTENT_LIMIT = 2000;
export const FILES_LIMIT = 10;
/** Without Nitro or boosts: https://discord.com/developers/docs/reference#uploading-files */
export const FILE_BYTES_LIMIT = 10 * 1024 * 1024;

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export const EMBED_DESCRIPTION_LIMIT = 4096;
export const EMBEDS_TEXT_LIMIT = 6000;

/** https://discord.com/developers/docs/components/reference */
export const ROWS_LIMIT = 5;
export const BUTTONS_IN_ROW_LIMIT = 5;
export const BUTTON_LABEL_LIMIT = 80;
export const CUSTOM_ID_LIMIT = 100;
export const BUTTON_URL_LIMIT = 512;
export const SELECT_OPTIONS_LIMIT = 25;
export const SELECT_OPTION_LABEL_LIMIT = 100;
export const SELECT_OPTION_DESCRIPTION_LIMIT = 100;
export const SELECT_OPTION_VALUE_LIMIT = 100;
export const SELECT_PLACEHOLDER_LIMIT = 150;
export const MODAL_TITLE_LIMIT = 45;
export const INPUT_LABEL_LIMIT = 45;
export const INPUT_VALUE_LIMIT = 4000;

/** https://discord.com/developers/docs/interactions/application-commands */
export const CHOICES_LIMIT = 25;
export const CHOICE_NAME_LIMIT = 100;
export const CHOICE_VALUE_LIMIT = 100;
export const COMMAND_NAME_LIMIT = 32;
export const COMMAND_DESCRIPTION_LIMIT = 100;
export const TEXT_OPTION_LIMIT = 6000;

/** https://discord.com/developers/docs/resources/channel#start-thread-from-message */
export const THREAD_NAME_LIMIT = 100;

/** https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
export const ACKNOWLEDGE_WITHIN_MS = 3000;
export const INTERACTION_LIFETIME_MS = 15 * 60_000;
