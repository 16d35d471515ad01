import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PlatformMemory } from '../../src/index.ts';
import { CALLBACK_DATA_BYTES } from './limits.ts';

const MINUTE_MS = 60_000;
/** Answers stay in sight for days; what a moderator confirms is decided at once. */
export const ANSWER_BUTTON_LIFETIME_MS = 48 * 60 * MINUTE_MS;
export const CONFIRM_BUTTON_LIFETIME_MS = 10 * MINUTE_MS;

/** What buttons do. One letter goes into the data; a `personal` one serves nobody but whom it was made for. */
const ACTIONS = {
  /** Subject: answer id. */
  sources: { letter: 's', isPersonal: false, lifetimeMs: ANSWER_BUTTON_LIFETIME_MS },
  /** Subject: `answer:number` of a quote. */
  source: { letter: 'n', isPersonal: true, lifetimeMs: ANSWER_BUTTON_LIFETIME_MS },
  askSource: { letter: 'a', isPersonal: true, lifetimeMs: ANSWER_BUTTON_LIFETIME_MS },
  helpful: { letter: 'h', isPersonal: false, lifetimeMs: ANSWER_BUTTON_LIFETIME_MS },
  notHelpful: { letter: 'x', isPersonal: false, lifetimeMs: ANSWER_BUTTON_LIFETIME_MS },
  /** Subject: offset into the list of documents. */
  documents: { letter: 'p', isPersonal: false, lifetimeMs: ANSWER_BUTTON_LIFETIME_MS },
  /** Subject: language tag. */
  language: { letter: 'l', isPersonal: true, lifetimeMs: CONFIRM_BUTTON_LIFETIME_MS },
  forget: { letter: 'f', isPersonal: true, lifetimeMs: CONFIRM_BUTTON_LIFETIME_MS },
  /** Subject: answer id. */
  retract: { letter: 'r', isPersonal: true, lifetimeMs: CONFIRM_BUTTON_LIFETIME_MS },
  /** Subject: ticket of an upload. */
  add: { letter: 'd', isPersonal: true, lifetimeMs: CONFIRM_BUTTON_LIFETIME_MS },
  /** Subject: key of a note. */
  remove: { letter: 'm', isPersonal: true, lifetimeMs: CONFIRM_BUTTON_LIFETIME_MS },
  /** Subject: change id. */
  undo: { letter: 'u', isPersonal: true, lifetimeMs: CONFIRM_BUTTON_LIFETIME_MS },
  cancel: { letter: 'c', isPersonal: true, lifetimeMs: CONFIRM_BUTTON_LIFETIME_MS },
} as const;

export type ButtonAction = keyof typeof ACTIONS;

export type PressedButton =
  | { readonly kind: 'good'; readonly action: ButtonAction; readonly subject: string }
  /** Too old, or not made by this bot. */
  | { readonly kind: 'expired' }
  /** Made for somebody else. */
  | { readonly kind: 'foreign' };

/** Makes and reads callback data, `<letter><subject>.<expiry>.<person>.<mac>`: nobody else can make any. */
export interface Buttons {
  /**
   * Without a person a personal button serves everybody: who speaks in a group's name presses in their own. Throws where
   * the data would exceed what Telegram takes.
   */
  sign(action: ButtonAction, subject: string, person?: number): string;
  read(data: string, person: number): PressedButton;
}

const KEY_BYTES = 32;
/** Base64url characters: 72 bits of the signature, 30 of the person's. */
const MAC_LENGTH = 12;
const TAG_LENGTH = 5;
const FORM = /^([a-z])([\w:-]*)\.([\da-z]+)\.([\w-]*)\.([\w-]{12})$/u;

/** @param now milliseconds since 1970 */
export function createButtons(memory: PlatformMemory, now: () => number = Date.now): Buttons {
  const key = Buffer.from(rememberedKey(memory), 'base64url');
  const digest = (words: string) => createHmac('sha256', key).update(words).digest('base64url');
  const tagOf = (person: number) => digest(`person ${person}`).slice(0, TAG_LENGTH);
  const macOf = (words: string) => digest(`button ${words}`).slice(0, MAC_LENGTH);
  return {
    sign(action, subject, person) {
      const { letter, isPersonal, lifetimeMs } = ACTIONS[action];
      const expiry = Math.ceil((now() + lifetimeMs) / MINUTE_MS).toString(36);
      const words = `${letter}${subject}.${expiry}.${isPersonal && person !== undefined ? tagOf(person) : ''}`;
      const data = `${words}.${macOf(words)}`;
      if (!FORM.test(data) || Buffer.byteLength(data) > CALLBACK_DATA_BYTES) {
        throw new Error(
          `the button "${action}" cannot carry "${subject}": ${CALLBACK_DATA_BYTES} bytes are the limit`,
        );
      }
      return data;
    },
    read(data, person) {
      const [, letter = '', subject = '', expiry = '', tag = '', mac = ''] = FORM.exec(data) ?? [];
      const action = actionOf(letter);
      const words = data.slice(0, data.lastIndexOf('.'));
      if (!action || !isSame(mac, macOf(words))) return { kind: 'expired' };
      if (Number.parseInt(expiry, 36) * MINUTE_MS < now()) return { kind: 'expired' };
      if (tag !== '' && !isSame(tag, tagOf(person))) return { kind: 'foreign' };
      return { kind: 'good', action, subject };
    },
  };
}

/** A key of this bot, made once and kept: buttons survive a restart, and nobody else can sign. */
export function rememberedKey(memory: PlatformMemory): string {
  const known = memory.get('key');
  if (known !== undefined) return known;
  const made = randomBytes(KEY_BYTES).toString('base64url');
  memory.set('key', made);
  return made;
}

function actionOf(letter: string): ButtonAction | undefined {
  const actions = Object.keys(ACTIONS) as ButtonAction[];
  return actions.find((action) => ACTIONS[action].letter === letter);
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
