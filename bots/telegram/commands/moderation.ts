import { LookupError, sayBlock } from '../../../src/index.ts';
import { type CommandCall, reply } from '../command-call.ts';
import { confirmKeyboard } from '../confirm-keyboard.ts';
import { originOf } from '../origin.ts';
import { findAnswer } from './ask.ts';

/** In reply to an answer: takes it back, once that is confirmed. */
export async function retractCommand(call: CommandCall): Promise<void> {
  const { locale } = call;
  const answerId = await findAnswer(call);
  if (answerId === undefined) {
    await reply(call, [sayBlock('notAnAnswer', locale)]);
    return;
  }
  await reply(call, [sayBlock('confirmRetract', locale)], confirmKeyboard(call, 'retract', answerId));
}

/** In reply to an answer, with words of a document: puts them in its place. */
export async function correctCommand(call: CommandCall): Promise<void> {
  const { adapter, asker, locale, words } = call;
  const answerId = await findAnswer(call);
  if (answerId === undefined) {
    await reply(call, [sayBlock('notAnAnswer', locale)]);
    return;
  }
  if (words === '') {
    await reply(call, [sayBlock('correctLabel', locale)]);
    return;
  }
  try {
    await adapter.desk.correct(answerId, words, originOf(asker));
    await reply(call, [sayBlock('correctDone', locale)]);
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    await reply(call, [sayBlock('correctNotFound', locale)]);
  }
}

export async function pauseCommand(call: CommandCall): Promise<void> {
  call.adapter.desk.settings.change(originOf(call.asker), { paused: true });
  await reply(call, [sayBlock('botPaused', call.locale)]);
}

export async function resumeCommand(call: CommandCall): Promise<void> {
  call.adapter.desk.settings.change(originOf(call.asker), { paused: false });
  await reply(call, [sayBlock('botResumed', call.locale)]);
}
