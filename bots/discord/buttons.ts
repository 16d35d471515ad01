import { ButtonStyle, ComponentType } from 'discord.js';
import { chatPhrasesFor, type SayKey, type StandingAnswer } from '../../src/index.ts';
import { clip } from './clip.ts';
import { writeCustomId } from './custom-id.ts';
import { BUTTON_LABEL_LIMIT } from './limits.ts';
import type { Row } from './outlet.ts';

export interface ButtonSpec {
  readonly label: SayKey;
  readonly id: string;
  readonly style?: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Danger;
  readonly isDisabled?: boolean;
}

/** Up to five buttons side by side; no row for none. */
export function buttonRow(buttons: readonly ButtonSpec[], locale: string): readonly Row[] {
  const { say } = chatPhrasesFor(locale);
  if (buttons.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: buttons.map(({ label, id, style = ButtonStyle.Secondary, isDisabled = false }) => ({
        type: ComponentType.Button,
        style,
        label: clip(say[label], BUTTON_LABEL_LIMIT),
        custom_id: id,
        disabled: isDisabled,
      })),
    },
  ];
}

export interface AnswerButtonOptions {
  /** The asker may still show the answer to everybody. */
  readonly canShare: boolean;
  readonly locale: string;
}

/** What a reader can do with an answer. An answer that was taken back offers nothing. */
export function answerButtons(
  { id, answer, state }: StandingAnswer,
  { canShare, locale }: AnswerButtonOptions,
): readonly Row[] {
  if (state === 'retracted') return [];
  const sources: ButtonSpec = {
    label: 'buttonSources',
    id: writeCustomId('sources', id),
    style: ButtonStyle.Primary,
  };
  const hasSources = answer.kind === 'grounded' || state === 'corrected' || answer.closest.length > 0;
  return buttonRow(
    [
      ...(hasSources ? [sources] : []),
      { label: 'buttonFollowUp', id: writeCustomId('follow', id) },
      { label: 'buttonHelpful', id: writeCustomId('helpful', id) },
      { label: 'buttonNotHelpful', id: writeCustomId('unhelpful', id) },
      ...(canShare ? [{ label: 'buttonShare' as const, id: writeCustomId('share', id) }] : []),
    ],
    locale,
  );
}
