import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import {
  CHAT_PHRASES,
  type CommandKey,
  chatPhrasesFor,
  type OptionKey,
  type Origin,
} from '../../../src/index.ts';
import type { Bot } from '../bot.ts';

/** One use of a command by somebody. */
export interface Use<Interaction> {
  readonly interaction: Interaction;
  readonly bot: Bot;
  readonly origin: Origin;
  /** BCP 47 language of the reply. */
  readonly locale: string;
}

export type SlashUse = Use<ChatInputCommandInteraction>;
export type MenuUse = Use<MessageContextMenuCommandInteraction>;

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** An option of a slash command; its names and texts are the phrases of its key. */
export interface CommandOption {
  readonly key: OptionKey;
  readonly kind: 'text' | 'flag' | 'count' | 'file' | 'channel';
  readonly isRequired?: true;
  /** Of a `count`. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Of a `text`: the most UTF-16 units. */
  readonly maxLength?: number;
  /** Of a `text`: what is offered while it is typed. */
  readonly suggest?: (typed: string, use: Use<AutocompleteInteraction>) => Promise<readonly Choice[]>;
}

/** What a command, subcommand or menu entry does. */
export interface Action<Interaction> {
  readonly key: CommandKey;
  /**
   * Who sees the reply, which is deferred before `run` is called. `form`: `run` answers at once, by opening a form or
   * otherwise.
   */
  readonly reply: 'private' | 'form' | ((use: Use<Interaction>) => 'private' | 'public');
  /** Answers although the interaction expired before it could be deferred. */
  readonly outlivesInteraction?: true;
  readonly run: (use: Use<Interaction>) => Promise<void>;
}

export interface SlashAction extends Action<ChatInputCommandInteraction> {
  readonly options?: readonly CommandOption[];
}

interface Shared {
  /** Shown to and run for those who may manage messages of the server; every use is audited. */
  readonly isForModerators?: true;
}

export interface SlashCommand extends Shared, SlashAction {
  readonly kind: 'slash';
}

export interface SlashGroup extends Shared {
  readonly kind: 'group';
  readonly key: CommandKey;
  readonly actions: readonly SlashAction[];
}

/** An entry of a message's context menu. */
export interface MenuCommand extends Shared, Action<MessageContextMenuCommandInteraction> {
  readonly kind: 'menu';
}

/** An entry of the command table: registration and dispatch follow from it. */
export type Command = SlashCommand | SlashGroup | MenuCommand;

/** Names by which Discord knows commands and options; those of other languages are only shown. */
export const english = CHAT_PHRASES.get('en') ?? chatPhrasesFor('en');

/** As Discord knows it; other languages are shown names only. */
export function commandName(key: CommandKey): string {
  return english.commands[key].name;
}

export function optionName(key: OptionKey): string {
  return english.options[key].name;
}

export function textOption({ interaction }: SlashUse, key: OptionKey): string | undefined {
  const text = interaction.options.getString(optionName(key))?.trim();
  return text === '' ? undefined : text;
}

export function countOption({ interaction }: SlashUse, key: OptionKey): number | undefined {
  return interaction.options.getInteger(optionName(key)) ?? undefined;
}

export function flagOption({ interaction }: SlashUse, key: OptionKey): boolean | undefined {
  return interaction.options.getBoolean(optionName(key)) ?? undefined;
}
