import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { StandingAnswer } from '../../src/index.ts';
import { type Adapter, say } from './adapter.ts';

/** Stands before what was chosen. */
const CHOSEN = '✓ ';

export interface AnswerKeyboardOptions {
  readonly locale: string;
  /** What the person said of it. */
  readonly verdict?: 'helpful' | 'not-helpful';
}

/** Buttons under an answer: its sources one by one, and whether it helped. None where it was taken back. */
export function answerKeyboard(
  { buttons }: Pick<Adapter, 'buttons'>,
  { id, answer, state }: StandingAnswer,
  { locale, verdict }: AnswerKeyboardOptions,
): InlineKeyboardMarkup | undefined {
  if (state !== 'standing') return undefined;
  const mark = (own: string) => (verdict === own ? CHOSEN : '');
  const sources: readonly InlineKeyboardButton[] =
    answer.kind === 'grounded' || answer.closest.length > 0
      ? [{ text: say('buttonSources', locale), callback_data: buttons.sign('sources', id) }]
      : [];
  const feedback: readonly InlineKeyboardButton[] = [
    {
      text: `${mark('helpful')}${say('buttonHelpful', locale)}`,
      callback_data: buttons.sign('helpful', id),
    },
    {
      text: `${mark('not-helpful')}${say('buttonNotHelpful', locale)}`,
      callback_data: buttons.sign('notHelpful', id),
    },
  ];
  return { inline_keyboard: [[...sources], [...feedback]].filter((row) => row.length > 0) };
}
