import { ComponentType } from 'discord.js';
import type { ModalBody } from './bodies.ts';
import type { FakeModal } from './fake-discord.ts';

/** A form as a person sees it: its text inputs. */
export function viewModal({ custom_id, title, components }: ModalBody): FakeModal {
  const inputs = components.flatMap((component) => {
    if (component.type === ComponentType.ActionRow)
      return component.components.map((input) => ({ input, label: input.label ?? '' }));
    return component.type === ComponentType.Label && component.component.type === ComponentType.TextInput
      ? [{ input: component.component, label: component.label }]
      : [];
  });
  return {
    customId: custom_id,
    title,
    inputs: inputs.map(({ input, label }) => ({
      customId: input.custom_id,
      label,
      isRequired: input.required ?? true,
      ...(input.max_length != null && { maxLength: input.max_length }),
      ...(input.value != null && { value: input.value }),
    })),
  };
}

/** Refuses what Discord's own form would not send. */
export function checkValues({ inputs }: FakeModal, values: Readonly<Record<string, string>>): void {
  for (const { customId, value: initial = '', isRequired, maxLength = Number.POSITIVE_INFINITY } of inputs) {
    const value = values[customId] ?? initial;
    if (isRequired && value === '') throw new Error(`The form needs ${customId}`);
    if (value.length > maxLength) throw new Error(`${customId} takes ${maxLength} characters`);
  }
}

/** The components of a form as its submission carries them. */
export function fillModal(
  { components }: ModalBody,
  values: Readonly<Record<string, string>>,
): readonly unknown[] {
  const fill = (input: { type: number; custom_id: string; value?: unknown }) => ({
    id: 1,
    type: input.type,
    custom_id: input.custom_id,
    value: values[input.custom_id] ?? (typeof input.value === 'string' ? input.value : ''),
  });
  return components.map((component) => {
    if (component.type === ComponentType.ActionRow)
      return { id: 1, type: component.type, components: component.components.map(fill) };
    return component.type === ComponentType.Label
      ? { id: 1, type: component.type, component: fill(component.component) }
      : { id: 1, type: component.type };
  });
}
