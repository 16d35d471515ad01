import type { ButtonInteraction, ModalSubmitInteraction, StringSelectMenuInteraction } from 'discord.js';
import { answerButtons, followForm } from './answer-buttons.ts';
import type { Component } from './component.ts';
import { languageMenu } from './language-menu.ts';
import { moderationButtons, moderationForms } from './moderation.ts';
import { pageButtons } from './page-buttons.ts';

type Table<Interaction> = ReadonlyMap<string, Component<Interaction>>;

/** Buttons, menus and forms by the action in their custom id. */
export const BUTTONS: Table<ButtonInteraction> = tableOf([
  ...answerButtons,
  ...pageButtons,
  ...moderationButtons,
]);
export const MENUS: Table<StringSelectMenuInteraction> = tableOf([languageMenu]);
export const FORMS: Table<ModalSubmitInteraction> = tableOf([followForm, ...moderationForms]);

function tableOf<Interaction>(components: readonly Component<Interaction>[]): Table<Interaction> {
  return new Map(components.map((component) => [component.action, component]));
}
