import type { WordingCheck, WordingHit } from '../answer/check-wording.ts';
import type { WordRun } from '../answer/word-difference.ts';
import type { SayKey } from '../phrases/chat-phrases.ts';
import { renderPlaces } from '../render/answer.ts';
import { type Block, joinRuns, type Run } from '../render/block.ts';
import { cleanText } from '../render/clean.ts';
import { sayText } from './say.ts';

const VERDICTS: Readonly<Record<WordingCheck['verdict'], SayKey>> = {
  exact: 'checkExact',
  nearly: 'checkNear',
  'other-source': 'checkOther',
  'not-found': 'checkNone',
};

/** Places shown: more would bury the verdict. */
const SHOWN_HITS = 3;
/** Words shown on each side of a difference. */
const WORDS_AROUND = 4;

/** Whether words stand in the corpus: the verdict, where they do, and how they differ. */
export function renderWordingCheck({ verdict, hits }: WordingCheck, locale: string): readonly Block[] {
  const shown = hits.slice(0, SHOWN_HITS);
  return [
    { kind: 'notice', runs: [{ text: sayText(VERDICTS[verdict], locale), strong: true }] },
    ...shown.flatMap((hit) => renderHit(hit, locale)),
  ];
}

function renderHit(hit: WordingHit, locale: string): readonly Block[] {
  const place = renderPlaces([hit], { locale });
  if (hit.how === 'exact') return place;
  const [before = '', after = ''] = sayText('checkDifference', locale).split('{difference}');
  const runs = [{ text: before }, ...differenceRuns(hit.difference), { text: after }];
  return [...place, { kind: 'notice', runs: joinRuns(runs) }];
}

/** What the asked words leave out (−) and put in (+) of the document's. */
function differenceRuns(difference: readonly WordRun[]): readonly Run[] {
  return difference.flatMap(({ kind, text }, index): readonly Run[] => {
    const space = index === 0 ? [] : [{ text: ' ' }];
    const words = cleanText(text).trim();
    if (kind === 'kept') {
      const place = { isFirst: index === 0, isLast: index === difference.length - 1 };
      return [...space, { text: shorten(words, place) }];
    }
    return [...space, { text: `${kind === 'deleted' ? '−' : '+'}${words}`, strong: true }];
  });
}

function shorten(text: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): string {
  const words = text.split(' ');
  const head = isFirst ? [] : words.slice(0, WORDS_AROUND);
  const tail = isLast ? [] : words.slice(-WORDS_AROUND);
  if (head.length + tail.length >= words.length) return text;
  return [...head, '…', ...tail].join(' ');
}
