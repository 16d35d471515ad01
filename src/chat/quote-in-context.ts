import type { QuoteInContext } from '../desk/types.ts';
import { renderPlaces } from '../render/answer.ts';
import { type Block, joinRuns, type Run } from '../render/block.ts';
import { runsOf } from '../render/runs.ts';

/** A mark that ends a sentence, perhaps with quotation marks or brackets behind it. */
const SENTENCE_END = /[.!?…؟۔。！？]["'”’»)\]]*\s*$/u;

/** A citation's facts, then its words in bold among those that stand around them. */
export function renderQuoteInContext(
  { citation, before, after }: QuoteInContext,
  locale: string,
): readonly Block[] {
  const [facts] = renderPlaces([citation], { locale });
  const { span, text } = citation.quote;
  // More of the document stands before and behind: said where a reader could take a cut for the text's own end.
  const head = span.start - before.length > 1 && before !== '' ? '… ' : '';
  const tail = after !== '' && !SENTENCE_END.test(after) ? ' …' : '';
  const start = head.length + before.length;
  const whole = head + before + text + after + tail;
  const inside: readonly Run[] = joinRuns(runsOf(whole, [{ start, end: start + text.length }]));
  const words: Block = { kind: 'verbatim', runs: inside, language: citation.document.language };
  return facts ? [facts, words] : [words];
}
