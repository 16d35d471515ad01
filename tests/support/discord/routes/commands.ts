import { type APIApplicationCommand, ApplicationCommandType } from 'discord.js';
import { readBody } from '../bodies.ts';
import { type CommandBody, commandBody, commandsBody } from '../command-bodies.ts';
import type { Discord } from '../discord.ts';
import { errors } from '../discord-error.ts';
import { type Call, created, noContent, ok, param, type Route, route } from '../http.ts';
import { reachGuild } from './access.ts';

/** https://discord.com/developers/docs/interactions/application-commands */
export function commandRoutes(discord: Discord): readonly Route[] {
  const { world } = discord;
  const checkApplication = (call: Call) => {
    if (param(call, 'application_id') !== world.application.id) throw errors.missingAccess();
  };
  return [
    '/applications/{application_id}/commands',
    '/applications/{application_id}/guilds/{guild_id}/commands',
  ].flatMap((path) => {
    const isOfGuild = path.includes('{guild_id}');
    const scope = (call: Call): string => {
      checkApplication(call);
      return isOfGuild ? reachGuild(discord, call).id : 'global';
    };
    const listed = (key: string) => world.commands.get(key) ?? [];
    const store = (key: string, commands: APIApplicationCommand[]) => {
      world.commands.set(key, commands);
      world.changed();
    };
    const find = (call: Call) => {
      const command = listed(scope(call)).find(({ id }) => id === param(call, 'command_id'));
      if (!command) throw errors.unknownCommand();
      return command;
    };
    const make = (key: string, body: CommandBody) => {
      const known = listed(key).find(({ name, type }) => name === body.name && type === body.type);
      return toCommand(discord, body, {
        id: known?.id ?? world.nextId(),
        ...(isOfGuild && { guildId: key }),
      });
    };
    return [
      route(`GET ${path}`, (call) => ok(listed(scope(call)))),
      route(`PUT ${path}`, (call) => {
        const key = scope(call);
        const commands = readBody(commandsBody, call.body).map((body) => make(key, body));
        store(key, commands);
        return ok(commands);
      }),
      route(`POST ${path}`, (call) => {
        const key = scope(call);
        const command = make(key, readBody(commandBody, call.body));
        store(key, [...listed(key).filter(({ id }) => id !== command.id), command]);
        return created(command);
      }),
      route(`GET ${path}/{command_id}`, (call) => ok(find(call))),
      route(`PATCH ${path}/{command_id}`, (call) => {
        const known = find(call);
        const key = scope(call);
        const changes = typeof call.body === 'object' ? call.body : {};
        const body = readBody(commandBody, { ...known, ...changes });
        const command = toCommand(discord, body, { id: known.id, ...(isOfGuild && { guildId: key }) });
        store(
          key,
          listed(key).map((other) => (other.id === known.id ? command : other)),
        );
        return ok(command);
      }),
      route(`DELETE ${path}/{command_id}`, (call) => {
        const { id } = find(call);
        const key = scope(call);
        store(
          key,
          listed(key).filter((other) => other.id !== id),
        );
        return noContent;
      }),
    ];
  });
}

function toCommand(
  { world }: Discord,
  body: CommandBody,
  { id, guildId }: { readonly id: string; readonly guildId?: string },
): APIApplicationCommand {
  const isChat = body.type === ApplicationCommandType.ChatInput;
  return {
    default_member_permissions: null,
    nsfw: false,
    ...(guildId === undefined && { contexts: [0, 1, 2], integration_types: [0] }),
    description: '',
    ...body,
    ...(!isChat && { options: undefined }),
    id,
    application_id: world.application.id,
    version: world.nextId(),
    ...(guildId !== undefined && { guild_id: guildId }),
  } as APIApplicationCommand;
}
