import { type Block, type Desk, renderDocuments } from '../../src/index.ts';
import { buttonRow } from './buttons.ts';
import { writeCustomId } from './custom-id.ts';
import type { Row } from './outlet.ts';

/** Documents on one page: they fit into one message with titles of usual length. */
const PAGE_SIZE = 6;

export interface DocumentsPage {
  readonly blocks: readonly Block[];
  readonly rows: readonly Row[];
}

/** The documents from an offset, newest first, with arrows where there are more. */
export async function documentsPage(
  offset: number,
  { desk, locale }: { readonly desk: Desk; readonly locale: string },
): Promise<DocumentsPage> {
  const found = await desk.suggestDocuments('', PAGE_SIZE + 1, offset);
  const hasNext = found.length > PAGE_SIZE;
  const rows =
    offset === 0 && !hasNext
      ? []
      : buttonRow(
          [
            {
              label: 'buttonPrevious',
              id: writeCustomId('documents', Math.max(0, offset - PAGE_SIZE), 'previous'),
              isDisabled: offset === 0,
            },
            {
              label: 'buttonNext',
              id: writeCustomId('documents', offset + PAGE_SIZE, 'next'),
              isDisabled: !hasNext,
            },
          ],
          locale,
        );
  return { blocks: renderDocuments(found.slice(0, PAGE_SIZE), { locale }), rows };
}
