import type { Server } from 'node:http';
import { type APIMessage, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { GatewayCounts } from './fake-discord.ts';
import { guildCreate, redactMessage } from './payloads.ts';
import type { World } from './world.ts';

/** Something that happened; without a guild it reaches the first shard. */
export interface Happening {
  readonly t: string;
  readonly d: unknown;
  readonly guildId?: string | undefined;
}

export interface Gateway {
  readonly counts: GatewayCounts;
  dispatch(happening: Happening): void;
  dropConnections(code?: number): void;
  requestReconnect(): void;
  invalidateSession(resumable: boolean): void;
  requestHeartbeat(): void;
  ignoreHeartbeats(ignored: boolean): void;
  close(): void;
}

export interface GatewayOptions {
  readonly world: World;
  readonly url: string;
  readonly isToken: (token: string) => boolean;
  readonly heartbeatIntervalMs: number;
}

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  /** Everything dispatched, in order; its sequence number is its place, from 1. */
  readonly sent: { readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
  isValid: boolean;
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSE = {
  decodeError: 4002,
  notAuthenticated: 4003,
  wrongToken: 4004,
  wrongSequence: 4007,
  disallowedIntents: 4014,
};

/** None of them is switched on for the application. */
const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

const received = z.discriminatedUnion('op', [
  z.object({ op: z.literal(GatewayOpcodes.Heartbeat), d: z.number().nullable() }),
  z.object({
    op: z.literal(GatewayOpcodes.Identify),
    d: z.object({
      token: z.string(),
      intents: z.number().int(),
      shard: z.tuple([z.number(), z.number()]).default([0, 1]),
    }),
  }),
  z.object({
    op: z.literal(GatewayOpcodes.Resume),
    d: z.object({ token: z.string(), session_id: z.string(), seq: z.number() }),
  }),
  z.object({ op: z.literal(GatewayOpcodes.PresenceUpdate), d: z.unknown() }),
  z.object({ op: z.literal(GatewayOpcodes.RequestGuildMembers), d: z.unknown() }),
]);

/** Discord's gateway: https://discord.com/developers/docs/events/gateway */
export function startGateway(server: Server, options: GatewayOptions): Gateway {
  const { world, isToken } = options;
  const sockets = new WebSocketServer({ server });
  const sessions = new Map<string, Session>();
  const counts = { connections: 0, identifies: 0, resumes: 0, heartbeats: 0, open: 0, intents: 0 };
  let ignoresHeartbeats = false;

  const identify = (socket: WebSocket, facts: Pick<Session, 'intents' | 'shard'>) => {
    counts.identifies += 1;
    counts.intents = facts.intents;
    if ((facts.intents & PRIVILEGED) !== 0)
      return socket.close(CLOSE.disallowedIntents, 'Disallowed intent(s).');
    const session: Session = { ...facts, id: world.nextId(), sent: [], socket, isValid: true };
    sessions.set(session.id, session);
    for (const { t, d } of welcome(session, options)) push(session, t, d);
  };

  const resume = (socket: WebSocket, sessionId: string, sequence: number) => {
    counts.resumes += 1;
    const session = sessions.get(sessionId);
    if (!session?.isValid) return write(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    if (sequence > session.sent.length) return socket.close(CLOSE.wrongSequence, 'Invalid seq.');
    session.socket = socket;
    session.sent.slice(sequence).forEach(({ t, d }, index) => {
      write(socket, { op: GatewayOpcodes.Dispatch, t, d, s: sequence + index + 1 });
    });
    push(session, 'RESUMED', { _trace: [] });
  };

  const receive = (socket: WebSocket, data: string) => {
    const message = received.safeParse(readJson(data));
    if (!message.success) return socket.close(CLOSE.decodeError, 'Error while decoding payload.');
    const { op, d } = message.data;
    if (op === GatewayOpcodes.Heartbeat) {
      counts.heartbeats += 1;
      if (!ignoresHeartbeats) write(socket, { op: GatewayOpcodes.HeartbeatAck });
    } else if (op === GatewayOpcodes.Identify || op === GatewayOpcodes.Resume) {
      if (!isToken(d.token)) return socket.close(CLOSE.wrongToken, 'Authentication failed.');
      if (op === GatewayOpcodes.Identify) identify(socket, d);
      else resume(socket, d.session_id, d.seq);
    }
    world.changed();
  };

  sockets.on('connection', (socket) => {
    counts.connections += 1;
    counts.open += 1;
    write(socket, {
      op: GatewayOpcodes.Hello,
      d: { heartbeat_interval: options.heartbeatIntervalMs, _trace: [] },
    });
    socket.on('message', (data) => receive(socket, String(data)));
    socket.on('close', () => {
      counts.open -= 1;
      for (const session of sessions.values()) if (session.socket === socket) session.socket = undefined;
      world.changed();
    });
    socket.on('error', () => socket.terminate());
  });

  const writeAll = (payload: unknown) => {
    for (const socket of sockets.clients) write(socket, payload);
  };
  return {
    counts,
    dispatch: ({ t, d, guildId }) => {
      for (const session of sessions.values())
        if (session.isValid && shouldReceive(session, { t, guildId }))
          push(session, t, withoutHidden(t, d, world));
    },
    dropConnections: (code) => {
      for (const socket of sockets.clients) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    requestReconnect: () => writeAll({ op: GatewayOpcodes.Reconnect, d: null }),
    invalidateSession: (resumable) => {
      if (!resumable) for (const session of sessions.values()) session.isValid = false;
      writeAll({ op: GatewayOpcodes.InvalidSession, d: resumable });
    },
    requestHeartbeat: () => writeAll({ op: GatewayOpcodes.Heartbeat, d: null }),
    ignoreHeartbeats: (ignored) => {
      ignoresHeartbeats = ignored;
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function welcome({ id, shard }: Session, { world, url }: GatewayOptions): readonly Happening[] {
  const { botId } = world.application;
  const guilds = [...world.guilds.values()].filter(
    (guild) => guild.hasBot && shardOf(guild.id, shard[1]) === shard[0],
  );
  const ready = {
    v: 10,
    user: { ...world.users.get(botId), verified: true, mfa_enabled: true, email: null },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: id,
    resume_gateway_url: url,
    shard,
    application: { id: world.application.id, flags: 0 },
    _trace: [],
  };
  return [
    { t: 'READY', d: ready },
    ...guilds.map((guild) => ({ t: 'GUILD_CREATE', d: guildCreate(world, guild) })),
  ];
}

/** Remembered for a resume, whether or not anybody is connected. */
function push(session: Session, t: string, d: unknown): void {
  session.sent.push({ t, d });
  if (session.socket) write(session.socket, { op: GatewayOpcodes.Dispatch, t, d, s: session.sent.length });
}

function write(socket: WebSocket, payload: unknown): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload));
}

/** https://discord.com/developers/docs/events/gateway#list-of-intents */
function shouldReceive({ intents, shard }: Session, { t, guildId }: Omit<Happening, 'd'>): boolean {
  if (shard[0] !== (guildId === undefined ? 0 : shardOf(guildId, shard[1]))) return false;
  const needed = neededIntent(t, guildId);
  return needed === 0 || (intents & needed) !== 0;
}

function neededIntent(t: string, guildId: string | undefined): number {
  if (t.startsWith('MESSAGE_REACTION_'))
    return guildId === undefined
      ? GatewayIntentBits.DirectMessageReactions
      : GatewayIntentBits.GuildMessageReactions;
  if (t.startsWith('MESSAGE_'))
    return guildId === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  return /^(?:GUILD|CHANNEL|THREAD)_/u.test(t) ? GatewayIntentBits.Guilds : 0;
}

function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards));
}

function withoutHidden(t: string, d: unknown, world: World): unknown {
  return (t === 'MESSAGE_CREATE' || t === 'MESSAGE_UPDATE') && isMessage(d) ? redactMessage(world, d) : d;
}

function isMessage(value: unknown): value is APIMessage {
  return typeof value === 'object' && value !== null && 'author' in value && 'content' in value;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
