import { LookupError, renderPlaces, renderWordingCheck, sayBlock } from '../../../src/index.ts';
import { type CommandCall, reply, splitFirstWord } from '../command-call.ts';
import { repliedText } from '../read-message.ts';

/** Sentences of one answer to `/quote`. */
const FOUND_LIMIT = 5;

/** `/quote find WORDS`, `/quote show ID [NUMBER]`; other words are looked for. */
export async function quoteCommand(call: CommandCall): Promise<void> {
  const [first, rest] = splitFirstWord(call.words);
  if (first === 'show') await showPassage({ ...call, words: rest });
  else await findSentences(first === 'find' ? { ...call, words: rest } : call);
}

async function findSentences(call: CommandCall): Promise<void> {
  const { adapter, locale, words } = call;
  if (words === '') {
    await reply(call, [usage('/quote find …'), usage('/quote show ID 1')]);
    return;
  }
  const places = await adapter.desk.findQuotes(words, { limit: FOUND_LIMIT });
  await reply(call, places.length > 0 ? renderPlaces(places, { locale }) : [sayBlock('noQuotes', locale)]);
}

async function showPassage(call: CommandCall): Promise<void> {
  const { adapter, locale, words } = call;
  const [, id = '', number] = /^(\S*)(?:\s+(\d{1,6}))?/u.exec(words) ?? [];
  try {
    const passage = number === undefined ? undefined : Math.max(0, Number(number) - 1);
    const places = await adapter.desk.showQuote(id, passage);
    await reply(call, places.length > 0 ? renderPlaces(places, { locale }) : [sayBlock('noQuotes', locale)]);
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    await reply(call, [sayBlock('noSuchDocument', locale, { id: words })]);
  }
}

/** `/check WORDS`, or in reply to a message. */
export async function checkCommand(call: CommandCall): Promise<void> {
  const { adapter, locale, message } = call;
  const words = call.words === '' ? repliedText(message) : call.words;
  if (words === '') {
    await reply(call, [sayBlock('replyToCheck', locale)]);
    return;
  }
  await reply(call, renderWordingCheck(await adapter.desk.check(words), locale));
}

/** A command as it is typed. */
function usage(text: string) {
  return { kind: 'passage' as const, runs: [{ text, code: true as const }] };
}
