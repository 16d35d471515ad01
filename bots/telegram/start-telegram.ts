import { type Api, Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { type Config, ConfigError, type Desk } from '../../src/index.ts';
import type { Adapter, Pace } from './adapter.ts';
import { describeTrouble, troubleOf } from './api-errors.ts';
import { CONFIRM_BUTTON_LIFETIME_MS, createButtons } from './buttons.ts';
import { createDownload } from './download.ts';
import { createWorker } from './handle-update.ts';
import { createIntake, type Intake } from './intake.ts';
import { createModerators } from './moderators.ts';
import { createNotes } from './notes.ts';
import { PLATFORM } from './origin.ts';
import { ALLOWED_UPDATES, poll } from './poll.ts';
import { createQuestionLog } from './question-log.ts';
import { isToBeKept } from './read-message.ts';
import { redact } from './redact.ts';
import { registerCommands } from './register-commands.ts';
import { editPost } from './serve-edits.ts';
import { installTransformers, pause } from './transformers.ts';
import { serveWebhook, type Webhook } from './webhook.ts';

export interface TelegramParts {
  readonly desk: Desk;
}

export interface TelegramOptions extends NonNullable<Config['telegram']> {
  /** BCP 47 language of the bot's words to whom no other is known. */
  readonly locale: string;
  /** Days for which questions are kept: people are told. */
  readonly ledgerDays: number;
  /** Gets lines for the operator; the token is never in them. */
  readonly log: (line: string) => void;
  readonly pace?: Partial<Pace>;
  /** Milliseconds for what is at work when the bot stops. */
  readonly stopLimitMs?: number;
}

export interface Telegram {
  /** Stops getting updates, finishes what is at work (10 s), and leaves the rest for the next start. */
  close(): Promise<void>;
}

const PACE: Pace = { draftMs: 1_000, actionMs: 4_500, editMs: 10_000, retryMs: 1_000 };
const STOP_LIMIT_MS = 10_000;
/** Seconds for one call; a poll is held open for half of it. */
const CALL_TIME_LIMIT_S = 60;
/** After so long the rest of the program starts without knowing who the bot is. */
const CONNECT_PATIENCE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Starts the bot: by long polling, or with a webhook. Where Telegram cannot be reached yet, it goes on trying behind the
 * scenes. Throws `ConfigError` where the token is refused or the webhook's port cannot be had.
 */
export async function startTelegram({ desk }: TelegramParts, options: TelegramOptions): Promise<Telegram> {
  const { log, token } = options;
  const session: Session = {
    desk,
    options,
    pace: { ...PACE, ...options.pace },
    log: (line) => log(`Telegram: ${redact(line, token)}`),
    stop: new AbortController(),
    giveUp: new AbortController(),
  };
  const started = Promise.withResolvers<void>();
  const running = run(session, started.resolve);
  await Promise.race([started.promise, running]);
  running.catch((error: unknown) => session.log(describeFailure(error)));
  return {
    async close() {
      session.stop.abort();
      const timer = setTimeout(() => session.giveUp.abort(), options.stopLimitMs ?? STOP_LIMIT_MS);
      await running.catch(() => {});
      clearTimeout(timer);
    },
  };
}

interface Session {
  readonly desk: Desk;
  readonly options: TelegramOptions;
  readonly pace: Pace;
  readonly log: (line: string) => void;
  /** Nothing new is begun. */
  readonly stop: AbortController;
  /** What is at work is given up. */
  readonly giveUp: AbortController;
}

async function run(session: Session, onStarted: () => void): Promise<void> {
  const { desk, options, pace, log, stop, giveUp } = session;
  const bot = new Bot(options.token, {
    client: { apiRoot: options.apiRoot, timeoutSeconds: CALL_TIME_LIMIT_S },
  });
  installTransformers(bot.api, {
    retryMs: pace.retryMs,
    onMoved: (from, to) => desk.moveChat(PLATFORM, String(from), String(to)),
    signal: giveUp.signal,
  });
  const me = await connect(bot.api, session, onStarted);
  if (!me) return;
  bot.botInfo = me;
  const adapter = createAdapter(session, bot.api, me);
  const intake = createIntake({
    memory: adapter.memory,
    botId: me.id,
    work: createWorker(bot, adapter, stop.signal),
    mustBeKept: (update) => isToBeKept(update, me),
    log,
  });
  const webhook = await listen(intake, session);
  onStarted();
  intake.resume();
  const beside = [
    desk.serveEdits(PLATFORM, (edit) => editPost(adapter, edit), stop.signal),
    registerCommands(adapter),
  ].map((work) => work.catch((error: unknown) => log(describeTrouble(error))));
  log(`answers as @${me.username}`);
  await receive(bot.api, { intake, webhook, session });
  await webhook?.close();
  await intake.idle();
  await Promise.all(beside);
}

/** Who the bot is; undefined where it is stopped before that is known. */
async function connect(
  api: Api,
  { pace, log, stop }: Session,
  onWaiting: () => void,
): Promise<UserFromGetMe | undefined> {
  setTimeout(onWaiting, CONNECT_PATIENCE_MS).unref();
  for (let failures = 0; !stop.signal.aborted; failures += 1) {
    try {
      return await api.getMe();
    } catch (error) {
      if (troubleOf(error) === 'token') throw new ConfigError(describeTrouble(error));
      if (failures === 0 && !stop.signal.aborted)
        log(`${describeTrouble(error)}; it is tried again until it works`);
      onWaiting();
      await pause(Math.min(pace.retryMs * 2 ** failures, LONGEST_PAUSE_MS), stop.signal);
    }
  }
  return undefined;
}

function createAdapter({ desk, options, pace, log, giveUp }: Session, api: Api, me: UserFromGetMe): Adapter {
  const { token, apiRoot, moderators, locale, ledgerDays } = options;
  const memory = desk.memory(PLATFORM);
  return {
    desk,
    memory,
    api,
    me,
    buttons: createButtons(memory),
    moderators: createModerators({ api, named: moderators, isOpenToGroups: me.can_join_groups }),
    notes: createNotes(CONFIRM_BUTTON_LIFETIME_MS),
    questions: createQuestionLog(memory),
    download: createDownload({ apiRoot, token, signal: giveUp.signal }),
    locale,
    ledgerDays,
    pace,
    log,
    signal: giveUp.signal,
  };
}

async function listen(intake: Intake, { options, log }: Session): Promise<Webhook | undefined> {
  if (!options.webhook) return undefined;
  const { host, port, secret } = options.webhook;
  try {
    return await serveWebhook({ host, port, secret, take: (update) => takeCalled(intake, update, log) });
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? error.code : error;
    throw new ConfigError(
      `port ${port} for the webhook cannot be had (${cause}): set TELEGRAM_WEBHOOK_PORT to another`,
    );
  }
}

function takeCalled(intake: Intake, update: Parameters<Intake['take']>[0], log: Session['log']): boolean {
  if (intake.isFull) return false;
  try {
    intake.take(update);
    return true;
  } catch (error) {
    log(
      `an update cannot be written down (${error}), so Telegram is asked to send it again: is the disk full?`,
    );
    return false;
  }
}

interface Receiving {
  readonly intake: Intake;
  readonly webhook: Webhook | undefined;
  readonly session: Session;
}

/** Resolves at the signal, or where the token is refused. What Telegram has not delivered yet is never dropped. */
async function receive(api: Api, { intake, webhook, session }: Receiving): Promise<void> {
  const { options, log, pace, stop } = session;
  if (!webhook || !options.webhook) {
    await tell(() => api.deleteWebhook(), session);
    return poll({ api, intake, log, retryMs: pace.retryMs, signal: stop.signal });
  }
  const { url, secret } = options.webhook;
  await tell(
    () => api.setWebhook(url, { secret_token: secret, allowed_updates: [...ALLOWED_UPDATES] }),
    session,
  );
  await new Promise<void>((resolve) => {
    if (stop.signal.aborted) resolve();
    stop.signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function tell(call: () => Promise<unknown>, { log }: Session): Promise<void> {
  try {
    await call();
  } catch (error) {
    log(describeTrouble(error));
  }
}

function describeFailure(error: unknown): string {
  return error instanceof ConfigError ? error.message : describeTrouble(error);
}
