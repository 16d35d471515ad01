import type { Command } from 'commander';
import type { FoundPlace } from '../look-up.ts';
import { printable } from './describe.ts';
import { EXIT } from './exit-codes.ts';
import { addDataOption, type DataOptions, parseCount, readCommandConfig } from './options.ts';
import { printData, printJson, printTalk, style } from './output.ts';

interface QuoteOptions extends DataOptions {
  readonly k?: number;
  readonly json?: true;
}

const HIGHEST_COUNT = 10_000;

const EXAMPLES = `
Examples:
  footnote quote 002
  footnote quote 002 "military council" -k 1
  footnote quote --json 000_e8 election

Offsets count UTF-16 units of the document's text, from 0; the end is not included.`;

export function addQuoteCommand(program: Command): void {
  const command = program
    .command('quote')
    .description('print sentences of a document word for word, with their offsets')
    .argument('<id>', 'a document; an unambiguous beginning of its id will do')
    .argument('[query...]', 'only sentences that share words with this, best first')
    .option('-k <count>', 'sentences to print at most', parseCount(HIGHEST_COUNT))
    .option('--json', 'print them as JSON, with a link each')
    .addHelpText('after', EXAMPLES);
  addDataOption(command).action(runQuote);
}

async function runQuote(id: string, words: readonly string[], options: QuoteOptions): Promise<void> {
  const config = readCommandConfig(options);
  const { openCorpus } = await import('../compose.ts');
  const { findPlaces } = await import('../look-up.ts');
  await using corpus = await openCorpus(config);
  const query = words.length > 0 ? words.join(' ') : undefined;
  const found = await findPlaces(id, { index: corpus.index, readerUrl: config.readerUrl, query });
  const places = found.slice(0, options.k);
  if (options.json) printJson(places.map(placeToJson));
  else for (const place of places) printData(describePlace(place));
  if (places.length === 0) printTalk('no sentence shares a word with this: other words may find one');
  process.exitCode = places.length > 0 ? EXIT.answered : EXIT.abstained;
}

function describePlace({ document, quote }: FoundPlace): string {
  const { start, end } = quote.span;
  return `${style('dim', `${document.id}:${start}-${end}`)}  ${printable(quote.text)}`;
}

function placeToJson({ document, quote, score, link }: FoundPlace) {
  return {
    documentId: document.id,
    start: quote.span.start,
    end: quote.span.end,
    text: quote.text,
    score,
    link,
  };
}
