import { messageBody, readBody } from '../bodies.ts';
import type { Discord } from '../discord.ts';
import { errors } from '../discord-error.ts';
import { type Call, noContent, ok, param, type Route, route } from '../http.ts';
import { answerInteraction, followUp, isThinking, type StoredInteraction } from '../interactions.ts';
import { checkMentions, deleteMessage, editMessage } from '../messages.ts';
import type { StoredMessage } from '../world.ts';

const PATH = '/webhooks/{webhook_id}/{webhook_token}';

/** https://discord.com/developers/docs/interactions/receiving-and-responding */
export function interactionRoutes(discord: Discord): readonly Route[] {
  const reach = (call: Call): StoredInteraction => {
    const interaction = discord.interactions.get(param(call, 'webhook_token'));
    if (!interaction?.response || param(call, 'webhook_id') !== discord.world.application.id)
      throw errors.unknownWebhook();
    if (interaction.isExpired) throw errors.invalidWebhookToken();
    return interaction;
  };
  const reachMessage = (call: Call): StoredMessage => {
    const interaction = reach(call);
    const { message_id: id = '@original' } = call.params;
    const messages = [interaction.original, ...interaction.followUps];
    const message = id === '@original' ? interaction.original : messages.find((one) => one?.data.id === id);
    if (!message || message.isDeleted) throw errors.unknownMessage();
    return message;
  };
  const ofMessage = (path: string): readonly Route[] => [
    route(`GET ${path}`, (call) => ok(reachMessage(call).data), 'token'),
    route(
      `PATCH ${path}`,
      (call) => {
        const message = reachMessage(call);
        const body = readBody(messageBody, call.body);
        if (isThinking(message)) checkMentions(discord, 'edit of a deferred reply', body);
        return ok(editMessage(discord, message, { body, files: call.files }).data);
      },
      'token',
    ),
    route(
      `DELETE ${path}`,
      (call) => {
        deleteMessage(discord, reachMessage(call));
        return noContent;
      },
      'token',
    ),
  ];
  return [
    route(
      'POST /interactions/{interaction_id}/{interaction_token}/callback',
      (call) => {
        const interaction = discord.interactions.get(param(call, 'interaction_token'));
        if (interaction?.id !== param(call, 'interaction_id')) throw errors.unknownInteraction();
        return answerInteraction(discord, interaction, call);
      },
      'token',
    ),
    route(`POST ${PATH}`, (call) => ok(followUp(discord, reach(call), call).data), 'token'),
    ...ofMessage(`${PATH}/messages/@original`),
    ...ofMessage(`${PATH}/messages/{message_id}`),
  ];
}
