import type { Passage, Span } from '../types.ts';

/** UTF-16 units: a quote is not widened beyond this. */
const WIDEST_QUOTE = 600;
/** A sentence that opens so speaks of somebody or something that the one before it named. */
const LEANING =
  /^["“'‘]?(?:(?:after|at|before|by|despite|during|for|from|in|on|since|to|under|until|with|without) (?:this|that|these|those|such|them)|he|she|it|they|him|her|his|their|its|them|this|that|these|those|such|the (?:former|latter|same|second|two|group|move|step|statement|decision|source))\b/i;

/**
 * Widens a sentence to what it needs to be understood, within its passage: the whole of a quotation that it stands in,
 * and the sentence before it when it leans on that one.
 */
export function widenQuote(passage: Passage, sentence: Span): Span {
  const at = passage.sentences.findIndex(({ start }) => start === sentence.start);
  if (at < 0) return sentence;
  const textOf = (from: number, to: number) => {
    const start = passage.sentences[from]?.start ?? sentence.start;
    const end = passage.sentences[to]?.end ?? sentence.end;
    return {
      span: { start, end },
      text: passage.text.slice(start - passage.span.start, end - passage.span.start),
    };
  };
  let [from, to] = [at, at];
  const fits = (first: number, last: number) => {
    const { span } = textOf(first, last);
    return first >= 0 && last < passage.sentences.length && span.end - span.start <= WIDEST_QUOTE;
  };
  while (openQuotations(textOf(from, to).text) < 0 && fits(from - 1, to)) from -= 1;
  while (openQuotations(textOf(from, to).text) > 0 && fits(from, to + 1)) to += 1;
  if (openQuotations(textOf(from, to).text) !== 0) [from, to] = [at, at];
  if (
    LEANING.test(textOf(from, to).text) &&
    fits(from - 1, to) &&
    openQuotations(textOf(from - 1, to).text) === 0
  )
    from -= 1;
  return textOf(from, to).span;
}

/** Quotations opened and not closed; below 0 for one closed that was not opened. Straight marks tell by their neighbours. */
function openQuotations(text: string): number {
  let open = 0;
  for (const { 0: mark, index } of text.matchAll(/[“”"«»]|``|''/g)) {
    const opens =
      mark === '“' ||
      mark === '«' ||
      mark === '``' ||
      (mark === '"' && /^$|[\s([—–-]/.test(text.charAt(index - 1)));
    open += opens ? 1 : -1;
  }
  return open;
}
