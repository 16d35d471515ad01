import {
  type APIButtonComponent,
  type APIStringSelectComponent,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Discord } from './discord.ts';
import type { FakeButton, FakeChannel, FakeMessage, FakeSelect } from './fake-discord.ts';
import { isEphemeral } from './payloads.ts';
import type { StoredMessage, World } from './world.ts';

/** A message as people see it; every field is read when it is asked for. */
export function viewMessage(
  { world }: Discord,
  message: StoredMessage,
  channelOf: (id: string) => FakeChannel,
): FakeMessage {
  const { id, channel_id } = message.data;
  const has = (flag: MessageFlags) => ((message.data.flags ?? 0) & flag) !== 0;
  return {
    id,
    channel: channelOf(channel_id),
    get author() {
      const { author } = message.data;
      return { id: author.id, name: author.global_name ?? author.username, isBot: author.bot === true };
    },
    get content() {
      return message.data.content;
    },
    get history() {
      return message.history;
    },
    get embeds() {
      return message.data.embeds;
    },
    get attachments() {
      return message.data.attachments;
    },
    get buttons() {
      return componentsIn(message.data.components).filter(isButton).map(viewButton);
    },
    get selects() {
      return componentsIn(message.data.components).filter(isSelect).map(viewSelect);
    },
    visibleTo: message.visibleTo === undefined ? undefined : nameOf(world, message.visibleTo),
    get isEphemeral() {
      return isEphemeral(message.data);
    },
    get isThinking() {
      return has(MessageFlags.Loading);
    },
    get isDeleted() {
      return message.isDeleted;
    },
    get suppressesEmbeds() {
      return has(MessageFlags.SuppressEmbeds);
    },
    get replyTo() {
      return message.data.message_reference?.message_id;
    },
    get thread() {
      return world.channels.has(id) ? channelOf(id) : undefined;
    },
    raw: () => message.data,
  };
}

function nameOf(world: World, userId: string): string {
  return world.users.get(userId)?.global_name ?? userId;
}

function viewButton(button: APIButtonComponent): FakeButton {
  const label = 'label' in button ? (button.label ?? '') : '';
  const emoji = 'emoji' in button ? (button.emoji?.name ?? '') : '';
  return {
    label: label || emoji,
    ...('custom_id' in button && { customId: button.custom_id }),
    ...('url' in button && { url: button.url }),
    isDisabled: button.disabled === true,
  };
}

function viewSelect({ custom_id, options, disabled }: APIStringSelectComponent): FakeSelect {
  return {
    customId: custom_id,
    options: options.map(({ label, value, description }) => ({
      label,
      value,
      ...(description !== undefined && { description }),
    })),
    isDisabled: disabled === true,
  };
}

interface Component {
  readonly type: number;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
}

function componentsIn(components: readonly unknown[] = []): readonly Component[] {
  return components
    .filter(isComponent)
    .flatMap((component) => [
      component,
      ...componentsIn(component.components),
      ...componentsIn(component.accessory ? [component.accessory] : []),
    ]);
}

function isComponent(value: unknown): value is Component {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function isButton(component: Component): component is Component & APIButtonComponent {
  return component.type === ComponentType.Button;
}

function isSelect(component: Component): component is Component & APIStringSelectComponent {
  return component.type === ComponentType.StringSelect;
}
