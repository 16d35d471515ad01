import type { Command } from 'commander';
import type { WordingCheck, WordingHit } from '../answer/check-wording.ts';
import { UsageError } from '../errors.ts';
import { describeDocument, printable } from './describe.ts';
import { EXIT } from './exit-codes.ts';
import { addDataOption, type DataOptions, readCommandConfig } from './options.ts';
import { printData, printJson, printTalk, style } from './output.ts';
import { readWords } from './read-words.ts';

interface CheckOptions extends DataOptions {
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  footnote check "Hamas won every one of the 66 seats"
  footnote check 'Mofaz: "Israel will never talk to Hamas"'
  footnote check - < statement.txt

The wording is there exactly (but for spacing, case and quotation marks), nearly (the difference is shown: {+only asked+}
[-only in the document-]), in another source than the one named, or not at all, which is exit code 3.`;

export function addCheckCommand(program: Command): void {
  const command = program
    .command('check')
    .description('tell whether a wording is in the corpus, and how it differs')
    .argument('<text...>', 'the wording, perhaps with who is said to have said it; - reads standard input')
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', EXAMPLES);
  addDataOption(command).action(runCheck);
}

async function runCheck(words: readonly string[], options: CheckOptions): Promise<void> {
  const text = await readWords(words);
  if (text === '') throw new UsageError('no wording to look for: footnote check "the words"');
  const config = readCommandConfig(options);
  const { openLibrary } = await import('../compose.ts');
  const { checkInCorpus } = await import('../look-up.ts');
  await using library = await openLibrary(config, { note: printTalk });
  const check = await checkInCorpus(text, { ...library, readerUrl: config.readerUrl });
  if (options.json) printJson(checkToJson(check));
  else printData(describeCheck(check));
  process.exitCode = check.verdict === 'not-found' ? EXIT.abstained : EXIT.answered;
}

const VERDICTS: Readonly<Record<WordingCheck['verdict'], () => string>> = {
  exact: () => style('green', 'In the corpus, word for word.'),
  nearly: () => style('yellow', 'In the corpus, but worded differently.'),
  'other-source': () => style('yellow', 'In the corpus, but not said by the source that is named.'),
  'not-found': () => style('red', 'Not in the corpus.'),
};

function describeCheck({ verdict, hits }: WordingCheck): string {
  return [VERDICTS[verdict](), ...hits.map(describeHit)].join('\n\n');
}

function describeHit({ document, quote, difference, how }: WordingHit): string {
  const { start, end } = quote.span;
  const place = `${style('bold', describeDocument(document))} ${style('dim', `${document.id}:${start}-${end}`)}`;
  return `${place}\n${how === 'exact' ? printable(quote.text) : difference.map(describeRun).join(' ')}`;
}

/** As `git diff --word-diff` marks it, so that it is told without colours too. */
function describeRun({ kind, text }: WordingHit['difference'][number]): string {
  if (kind === 'kept') return printable(text);
  return kind === 'inserted'
    ? style('green', `{+${printable(text)}+}`)
    : style('red', `[-${printable(text)}-]`);
}

function checkToJson({ verdict, wording, source, hits }: WordingCheck) {
  return {
    verdict,
    wording,
    claimedSource: source ?? null,
    hits: hits.map((hit) => ({
      how: hit.how,
      documentId: hit.document.id,
      title: hit.document.title,
      publisher: hit.document.publisher ?? null,
      published: hit.document.published ?? null,
      start: hit.quote.span.start,
      end: hit.quote.span.end,
      text: hit.quote.text,
      similarity: hit.similarity,
      difference: hit.difference,
      isClaimedSource: hit.isClaimedSource ?? null,
      link: hit.link,
    })),
  };
}
