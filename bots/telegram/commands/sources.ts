import type { InlineKeyboardButton } from 'grammy/types';
import { renderDocuments, sayBlock } from '../../../src/index.ts';
import { type Adapter, say } from '../adapter.ts';
import { type CommandCall, reply } from '../command-call.ts';
import type { SourceView } from '../source-view.ts';

/** Documents of one message. */
const DOCUMENTS_LIMIT = 10;

/** `/sources [WORDS]` */
export async function sourcesCommand(call: CommandCall): Promise<void> {
  const { adapter, locale, words } = call;
  if (words === '') {
    const { blocks, keyboard } = await listDocuments(adapter, { offset: 0, locale });
    await reply(call, blocks, keyboard);
    return;
  }
  const found = await adapter.desk.suggestDocuments(words, DOCUMENTS_LIMIT);
  await reply(
    call,
    found.length > 0
      ? renderDocuments(found, { locale })
      : [sayBlock('noSuchDocument', locale, { id: words })],
  );
}

/** The newest documents from an offset on, with buttons to those before and after. */
export async function listDocuments(
  { desk, buttons }: Adapter,
  { offset, locale }: { readonly offset: number; readonly locale: string },
): Promise<SourceView> {
  const documents = await desk.suggestDocuments('', DOCUMENTS_LIMIT + 1, offset);
  const turn = (to: number, label: string): InlineKeyboardButton => ({
    text: label,
    callback_data: buttons.sign('documents', String(to)),
  });
  const row = [
    ...(offset > 0
      ? [turn(Math.max(0, offset - DOCUMENTS_LIMIT), `‹ ${say('buttonPrevious', locale)}`)]
      : []),
    ...(documents.length > DOCUMENTS_LIMIT
      ? [turn(offset + DOCUMENTS_LIMIT, `${say('buttonNext', locale)} ›`)]
      : []),
  ];
  return {
    blocks: renderDocuments(documents.slice(0, DOCUMENTS_LIMIT), { locale }),
    keyboard: { inline_keyboard: row.length > 0 ? [row] : [] },
  };
}
