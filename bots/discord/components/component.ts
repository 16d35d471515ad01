import type { ButtonInteraction, ModalSubmitInteraction, StringSelectMenuInteraction } from 'discord.js';
import type { Origin } from '../../../src/index.ts';
import type { Bot } from '../bot.ts';
import { Refusal } from '../refusal.ts';

/** Somebody pressed a button, chose from a menu or sent a form. */
export interface Press<Interaction> {
  readonly interaction: Interaction;
  readonly bot: Bot;
  readonly origin: Origin;
  /** BCP 47 language of the reply. */
  readonly locale: string;
  /** Of the custom id, behind its action. */
  readonly args: readonly string[];
}

export type ButtonPress = Press<ButtonInteraction>;
export type MenuChoice = Press<StringSelectMenuInteraction>;
export type FormSent = Press<ModalSubmitInteraction>;

/** What a custom id's action does. */
export interface Component<Interaction> {
  readonly action: string;
  /**
   * What is deferred before `run` is called: a new `private` message, one that everybody sees (`public`; private where
   * the message with the component is), or an `update` of that message. `form`: `run` answers at once.
   */
  readonly reply: 'private' | 'public' | 'update' | 'form';
  /** Checked at each press: buttons outlive the permissions of who may press them. */
  readonly isForModerators?: true;
  readonly run: (press: Press<Interaction>) => Promise<void>;
}

/** An argument of the custom id. Throws `Refusal` where the id has none. */
export function argument({ args }: Pick<Press<unknown>, 'args'>, index: number): string {
  const value = args[index];
  if (value === undefined || value === '') throw new Refusal('expired');
  return value;
}

/** The same as a whole number from 0. */
export function indexArgument(press: Pick<Press<unknown>, 'args'>, index: number): number {
  const value = argument(press, index);
  if (!/^\d{1,9}$/u.test(value)) throw new Refusal('expired');
  return Number(value);
}
