/** An error as Discord's API answers it: https://discord.com/developers/docs/reference#error-messages */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: unknown;

  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.name = 'DiscordError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  toJSON(): unknown {
    return {
      message: this.message,
      code: this.code,
      ...(this.errors !== undefined && { errors: this.errors }),
    };
  }
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes */
export const errors = {
  unauthorized: () => new DiscordError(401, 0, '401: Unauthorized'),
  notFound: () => new DiscordError(404, 0, '404: Not Found'),
  unknownChannel: () => new DiscordError(404, 10_003, 'Unknown Channel'),
  unknownGuild: () => new DiscordError(404, 10_004, 'Unknown Guild'),
  unknownMember: () => new DiscordError(404, 10_007, 'Unknown Member'),
  unknownMessage: () => new DiscordError(404, 10_008, 'Unknown Message'),
  unknownRole: () => new DiscordError(404, 10_011, 'Unknown Role'),
  unknownUser: () => new DiscordError(404, 10_013, 'Unknown User'),
  unknownWebhook: () => new DiscordError(404, 10_015, 'Unknown Webhook'),
  unknownInteraction: () => new DiscordError(404, 10_062, 'Unknown interaction'),
  unknownCommand: () => new DiscordError(404, 10_063, 'Unknown application command'),
  alreadyAcknowledged: () => new DiscordError(400, 40_060, 'Interaction has already been acknowledged.'),
  tooManyFollowUps: () =>
    new DiscordError(400, 40_094, 'This interaction has reached the maximum number of follow-up messages'),
  missingAccess: () => new DiscordError(403, 50_001, 'Missing Access'),
  notAuthor: () => new DiscordError(403, 50_005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new DiscordError(400, 50_006, 'Cannot send an empty message'),
  missingPermissions: () => new DiscordError(403, 50_013, 'Missing Permissions'),
  invalidWebhookToken: () => new DiscordError(401, 50_027, 'Invalid Webhook Token'),
  threadExists: () => new DiscordError(400, 160_004, 'A thread has already been created for this message'),
  noHistory: () => new DiscordError(403, 160_002, 'Cannot reply without permission to read message history'),
  invalidForm: (tree: unknown) => new DiscordError(400, 50_035, 'Invalid Form Body', tree),
} as const;
