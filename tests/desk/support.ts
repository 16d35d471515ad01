/** What the desk's tests share: people, a gate in front of real retrieval, and changes to the corpus by somebody else. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ingestPaths } from '../../src/compose.ts';
import type { DeskReply, Origin, Post, Question, Retriever, StandingAnswer } from '../../src/index.ts';
import type { TestDesk } from '../support/open-desk.ts';
import { temporaryFolder } from '../support/run-cli.ts';

export const ann: Origin = { platform: 'test', space: 'guild', chat: 'general', person: 'ann' };
export const ben: Origin = { ...ann, person: 'ben' };
export const moderator: Origin = { ...ann, person: 'moderator' };

/** Answered from the seed 002. */
export const CAIRO = 'Who met in Cairo?';

export function answered(reply: DeskReply): StandingAnswer {
  if (reply.kind === 'answered') return reply.answer;
  throw new Error(`refused: ${reply.refusal.reason}`);
}

export async function ask(
  { desk }: Pick<TestDesk, 'desk'>,
  text = CAIRO,
  rest: { readonly origin?: Origin; readonly isPrivate?: boolean; readonly follows?: string } = {},
): Promise<StandingAnswer> {
  return answered(await desk.ask({ origin: ann, locale: 'en', text, ...rest }));
}

export function postOf(message: string, rest: Partial<Post> = {}): Post {
  return { platform: 'test', space: 'guild', chat: 'general', messages: [message], locale: 'en', ...rest };
}

/** Holds questions back at the door of retrieval until they are let through, and remembers them. */
export function createGate() {
  const waiting: { readonly text: string; readonly open: () => void }[] = [];
  const seen: Question[] = [];
  let isOpen = false;
  return {
    /** Questions as they arrived. */
    seen,
    wrapRetriever: (retriever: Retriever): Retriever => ({
      retrieve: async (question, signal) => {
        seen.push(question);
        if (!isOpen) {
          const { promise, resolve } = Promise.withResolvers<void>();
          waiting.push({ text: question.text, open: resolve });
          await promise;
        }
        return retriever.retrieve(question, signal);
      },
    }),
    /** Texts of the questions that are being worked on. */
    atWork: () => waiting.map(({ text }) => text),
    /** Lets the first one through. */
    next: () => waiting.shift()?.open(),
    open: () => {
      isOpen = true;
      for (const { open } of waiting.splice(0)) open();
    },
  };
}

/** Puts a text into the index as another process would, under its id. */
export async function ingestText(
  { config }: Pick<TestDesk, 'config'>,
  id: string,
  text: string,
): Promise<void> {
  const file = join(temporaryFolder(), `${id}.md`);
  writeFileSync(file, text);
  await ingestPaths([file], config);
}

/** Waits until what is read is as expected; longer than a machine takes that does much else. */
export const eventually = <Value>(read: () => Value) => expect.poll(read, { timeout: 15_000, interval: 5 });

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
