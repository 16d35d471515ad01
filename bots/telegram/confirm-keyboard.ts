import type { InlineKeyboardMarkup } from 'grammy/types';
import { say } from './adapter.ts';
import type { ButtonAction } from './buttons.ts';
import type { CommandCall } from './command-call.ts';
import { buttonOwner } from './origin.ts';

/** Who is asked, and in which language. */
type Asking = Pick<CommandCall, 'adapter' | 'asker' | 'locale'>;

/** Confirm and cancel, for the person who gave the command. */
export function confirmKeyboard(
  { adapter: { buttons }, asker, locale }: Asking,
  action: ButtonAction,
  subject: string,
): InlineKeyboardMarkup {
  const owner = buttonOwner(asker);
  return {
    inline_keyboard: [
      [
        { text: say('buttonConfirm', locale), callback_data: buttons.sign(action, subject, owner) },
        { text: say('buttonCancel', locale), callback_data: buttons.sign('cancel', '', owner) },
      ],
    ],
  };
}

/** Takes one change to the corpus back. */
export function undoKeyboard(
  { adapter: { buttons }, asker, locale }: Asking,
  changeId: string,
): InlineKeyboardMarkup {
  const data = buttons.sign('undo', changeId, buttonOwner(asker));
  return { inline_keyboard: [[{ text: say('buttonUndo', locale), callback_data: data }]] };
}
