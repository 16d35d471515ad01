/** What Discord takes. Lengths of text are counted in UTF-16 units, which is never kinder than Discord's own count. */

/** https://discord.com/developers/docs/resources/message#create-message */
export const CONTENT_LIMIT = 2000;

/** https://discord.com/developers/docs/components/reference */
export const BUTTON_LABEL_LIMIT = 80;
export const CUSTOM_ID_LIMIT = 100;
export const MODAL_TITLE_LIMIT = 45;
export const INPUT_LABEL_LIMIT = 45;
export const INPUT_VALUE_LIMIT = 4000;

/** https://discord.com/developers/docs/interactions/application-commands */
export const CHOICES_LIMIT = 25;
export const CHOICE_NAME_LIMIT = 100;
export const CHOICE_VALUE_LIMIT = 100;
export const TEXT_OPTION_LIMIT = 6000;

/** https://discord.com/developers/docs/resources/channel#start-thread-from-message */
export const THREAD_NAME_LIMIT = 100;

/** https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
export const INTERACTION_LIFETIME_MS = 15 * 60_000;
