import { ComponentType, InteractionType } from 'discord.js';
import type { FakeMessage, FakeModal } from './fake-discord.ts';
import type { StoredInteraction } from './interactions.ts';
import { checkValues, fillModal } from './modal-view.ts';
import { type NewInteraction, sendInteraction } from './send-interaction.ts';
import { type Person, type Surroundings, storedMessage } from './surroundings.ts';

/** Presses a button by its label or custom id. */
export function pressButton(
  surroundings: Surroundings,
  person: Person,
  { message, wanted }: { readonly message: FakeMessage; readonly wanted: string },
): StoredInteraction {
  checkVisible(message, person);
  const { buttons } = message;
  const button = buttons.find(({ label, customId }) => label === wanted || customId === wanted);
  if (!button) {
    const shown = buttons.map(({ label }) => label).join(', ') || 'none';
    throw new Error(`The message shows no button "${wanted}": ${shown}`);
  }
  if (button.customId === undefined) throw new Error(`"${wanted}" is a link`);
  if (button.isDisabled) throw new Error(`"${wanted}" is disabled`);
  return send(surroundings, person, {
    type: InteractionType.MessageComponent,
    channel: surroundings.channelOf(message.channel),
    source: storedMessage(surroundings, message),
    data: { component_type: ComponentType.Button, custom_id: button.customId, id: 1 },
  });
}

/** Chooses in a select menu. */
export function chooseOptions(
  surroundings: Surroundings,
  person: Person,
  {
    message,
    customId,
    values,
  }: { readonly message: FakeMessage; readonly customId: string; readonly values: readonly string[] },
): StoredInteraction {
  checkVisible(message, person);
  const select = message.selects.find((one) => one.customId === customId);
  if (!select || select.isDisabled) throw new Error(`The message shows no select menu ${customId}`);
  const unknown = values.find((value) => select.options.every((option) => option.value !== value));
  if (unknown !== undefined) throw new Error(`${customId} has no option ${unknown}`);
  return send(surroundings, person, {
    type: InteractionType.MessageComponent,
    channel: surroundings.channelOf(message.channel),
    source: storedMessage(surroundings, message),
    data: { component_type: ComponentType.StringSelect, custom_id: customId, values, id: 1 },
  });
}

/** Sends a form that was opened for the person. */
export function submitModal(
  surroundings: Surroundings,
  person: Person,
  { modal, values }: { readonly modal: FakeModal; readonly values: Readonly<Record<string, string>> },
): StoredInteraction {
  const opener = [...surroundings.discord.interactions.values()].findLast(
    (one) => one.userId === person.id && one.modal?.custom_id === modal.customId,
  );
  if (!opener?.modal) throw new Error(`${person.name} sees no form ${modal.customId}`);
  checkValues(modal, values);
  return send(surroundings, person, {
    type: InteractionType.ModalSubmit,
    channel: opener.channel,
    source: opener.source,
    data: { custom_id: modal.customId, components: fillModal(opener.modal, values) },
  });
}

function send(
  { discord }: Surroundings,
  { id, locale }: Person,
  facts: Omit<NewInteraction, 'userId' | 'locale'>,
): StoredInteraction {
  return sendInteraction(discord, { ...facts, userId: id, locale });
}

function checkVisible({ isDeleted, visibleTo }: FakeMessage, { name }: Person): void {
  if (isDeleted) throw new Error('The message has been deleted');
  if (visibleTo !== undefined && visibleTo !== name) throw new Error(`Only ${visibleTo} sees this message`);
}
