import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { clip } from './clip.ts';
import { INPUT_LABEL_LIMIT, INPUT_VALUE_LIMIT, MODAL_TITLE_LIMIT } from './limits.ts';

export interface FormField {
  /** What the value is read by. */
  readonly id: string;
  readonly label: string;
  readonly isShort?: true;
  readonly isOptional?: true;
  readonly maxLength?: number;
}

/** A form with fields for text. */
export function textForm(
  customId: string,
  title: string,
  fields: readonly FormField[],
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId,
    title: clip(title, MODAL_TITLE_LIMIT),
    components: fields.map(({ id, label, isShort, isOptional, maxLength = INPUT_VALUE_LIMIT }) => ({
      type: ComponentType.Label,
      label: clip(label, INPUT_LABEL_LIMIT),
      component: {
        type: ComponentType.TextInput,
        custom_id: id,
        style: isShort ? TextInputStyle.Short : TextInputStyle.Paragraph,
        required: !isOptional,
        max_length: maxLength,
      },
    })),
  };
}
