import { type CommandKey, sayBlock } from '../../src/index.ts';
import { type CommandCall, reply } from './command-call.ts';
import { commandName } from './command-name.ts';
import { askCommand } from './commands/ask.ts';
import { corpusCommand } from './commands/corpus.ts';
import { helpCommand, startCommand } from './commands/info.ts';
import { correctCommand, pauseCommand, resumeCommand, retractCommand } from './commands/moderation.ts';
import { forgetMeCommand, languageCommand, myDataCommand } from './commands/person.ts';
import { checkCommand, quoteCommand } from './commands/quotes.ts';
import { sourcesCommand } from './commands/sources.ts';
import { originOf, type Place } from './origin.ts';

/** Whose menu a command is in. */
export type Menu = 'private' | 'groups' | 'moderators';

export interface TelegramCommand {
  readonly key: CommandKey;
  readonly access: 'everyone' | 'moderators in groups' | 'moderators';
  /** It is about a group, and unknown elsewhere. */
  readonly isForGroups?: true;
  /** Empty: it works, but is offered nowhere. */
  readonly menus: readonly Menu[];
  /** Moderators' use is audited here: the desk itself audits what changes something. */
  readonly isAudited?: true;
  readonly run: (call: CommandCall) => Promise<void>;
}

/** Every command that there is, in the order of the menus. */
export const COMMANDS: readonly TelegramCommand[] = [
  { key: 'ask', access: 'everyone', menus: ['private', 'groups', 'moderators'], run: askCommand },
  { key: 'sources', access: 'everyone', menus: ['private', 'groups', 'moderators'], run: sourcesCommand },
  {
    key: 'quote',
    access: 'moderators in groups',
    menus: ['private', 'moderators'],
    run: quoteCommand,
    isAudited: true,
  },
  {
    key: 'check',
    access: 'moderators in groups',
    menus: ['private', 'moderators'],
    run: checkCommand,
    isAudited: true,
  },
  { key: 'retract', access: 'moderators', menus: ['moderators'], run: retractCommand },
  { key: 'correct', access: 'moderators', menus: ['moderators'], run: correctCommand },
  { key: 'corpus', access: 'moderators', menus: ['moderators'], run: corpusCommand, isAudited: true },
  { key: 'pause', access: 'moderators', isForGroups: true, menus: ['moderators'], run: pauseCommand },
  { key: 'resume', access: 'moderators', isForGroups: true, menus: ['moderators'], run: resumeCommand },
  { key: 'language', access: 'everyone', menus: ['private'], run: languageCommand },
  { key: 'myData', access: 'everyone', menus: ['private'], run: myDataCommand },
  { key: 'forgetMe', access: 'everyone', menus: ['private'], run: forgetMeCommand },
  { key: 'help', access: 'everyone', menus: ['private', 'groups', 'moderators'], run: helpCommand },
  { key: 'start', access: 'everyone', menus: [], run: startCommand },
];

const BY_NAME: ReadonlyMap<string, TelegramCommand> = new Map(
  COMMANDS.map((command) => [commandName(command.key), command]),
);

export function findCommand(
  name: string,
  { isPrivate }: Pick<Place, 'isPrivate'>,
): TelegramCommand | undefined {
  const command = BY_NAME.get(name);
  return isPrivate && command?.isForGroups ? undefined : command;
}

/** Runs a command where the person may. */
export async function runCommand(command: TelegramCommand, call: CommandCall): Promise<void> {
  const { adapter, asker, locale, words } = call;
  const isRestricted =
    command.access === 'moderators' || (command.access === 'moderators in groups' && !asker.isPrivate);
  if (isRestricted) {
    if (!(await adapter.moderators.isModerator(asker))) {
      await reply(call, [sayBlock('notAllowed', locale)]);
      return;
    }
    if (command.isAudited) adapter.desk.audit(originOf(asker), commandName(command.key), words);
  }
  await command.run(call);
}
