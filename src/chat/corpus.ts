import type { CorpusChange, CorpusStatus, ReadUpload } from '../desk/types.ts';
import type { SayKey } from '../phrases/chat-phrases.ts';
import { renderDocuments } from '../render/answer.ts';
import type { Block } from '../render/block.ts';
import { cleanText } from '../render/clean.ts';
import { formatDate } from '../render/date.ts';
import { sayBlock, sayText } from './say.ts';

const ACTIONS: Readonly<Record<CorpusChange['action'], SayKey>> = {
  added: 'corpusAdded',
  replaced: 'corpusReplaced',
  removed: 'corpusRemoved',
  undone: 'corpusUndone',
};

/** UTF-16 units of an upload's beginning that are shown before it is added. */
const PREVIEW_LIMIT = 280;

export function renderCorpusStatus(status: CorpusStatus, locale: string): readonly Block[] {
  const { documents, passages, newest, lastChange } = status;
  const date = newest === undefined ? '—' : formatDate(newest, locale);
  const holds = sayBlock('corpusHolds', locale, { documents, passages, newest: date });
  return lastChange ? [holds, renderCorpusChange(lastChange, locale)] : [holds];
}

/** `Added: Title · 24 November 2011, 10:05 UTC` */
export function renderCorpusChange({ action, document, at }: CorpusChange, locale: string): Block {
  return {
    kind: 'notice',
    runs: [
      { text: sayText(ACTIONS[action], locale, { title: document.title }) },
      {
        text: ` · ${formatDate(at.slice(0, 'YYYY-MM-DD'.length), locale)}, ${at.slice(11, 16)} UTC`,
        faint: true,
      },
    ],
  };
}

/** Newest first; says so where there is none. */
export function renderCorpusHistory(changes: readonly CorpusChange[], locale: string): readonly Block[] {
  if (changes.length === 0) return [sayBlock('corpusNoHistory', locale)];
  return changes.map((change) => renderCorpusChange(change, locale));
}

/** An upload as it was understood, for a moderator to confirm. Warnings are in the operator's English. */
export function renderUpload({ document, replaces, warnings }: ReadUpload, locale: string): readonly Block[] {
  const text = document.text.trim();
  const beginning =
    text.length <= PREVIEW_LIMIT ? text : `${text.slice(0, PREVIEW_LIMIT).replace(/\s+\S*$/u, '')} …`;
  return [
    sayBlock(replaces ? 'corpusConfirmReplace' : 'corpusConfirmAdd', locale),
    ...renderDocuments([document], { locale }),
    { kind: 'verbatim', runs: [{ text: cleanText(beginning) }], language: document.language },
    ...warnings.map(
      (warning): Block => ({
        kind: 'notice',
        runs: [{ text: cleanText(warning), faint: true }],
      }),
    ),
  ];
}
