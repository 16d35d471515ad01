import type { QuoteInContext } from '../desk/types.ts';
import { renderPlaces } from '../render/answer.ts';
import { type Block, joinRuns, type Run } from '../render/block.ts';
import { runsOf } from '../render/runs.ts';

/** A citation's facts, then its words in bold among those that stand around them. */
export function renderQuoteInContext(
  { citation, before, after }: QuoteInContext,
  locale: string,
): readonly Block[] {
  const [facts] = renderPlaces([citation], { locale });
  const whole = before + citation.quote.text + after;
  const span = { start: before.length, end: before.length + citation.quote.text.length };
  const inside: readonly Run[] = joinRuns(runsOf(whole, [span]));
  const words: Block = { kind: 'verbatim', runs: inside, language: citation.document.language };
  return facts ? [facts, words] : [words];
}
