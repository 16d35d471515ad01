import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Block, cleanText, type Turn, terminalDialect, toMessages } from '../../src/index.ts';
import { createGrowingOutput } from './growing-output.ts';
import { handleInterrupts } from './interrupts.ts';
import { createPrinter } from './printer.ts';
import { type ChatParts, respond } from './respond.ts';

export interface ChatOptions {
  readonly input: Readable;
  /** Gets answers. A terminal's width is read from its `columns` before each of them. */
  readonly output: Writable & { readonly columns?: number };
  /** Gets everything that is no answer: greeting, help, failures. */
  readonly talk: Writable;
  /** A person types at a terminal: prompt, line editing, Ctrl-C. Otherwise each line of the input is a question. */
  readonly isInteractive: boolean;
  /** Escape sequences for bold and faint text. */
  readonly styles: boolean;
  /** Titles as OSC 8 links. */
  readonly hyperlinks: boolean;
  /** BCP 47 language of the bot's own words; `en` when absent. */
  readonly locale?: string;
}

export interface ChatOutcome {
  /** Lines that failed. An abstention is no failure. */
  readonly failures: number;
}

/** Earlier turns that go with a question, so that a follow-up is understood. */
const HISTORY_LIMIT = 5;
const PROMPT = '? ';

/** Answers line after line, in order, until the input ends, `:quit`, or nobody reads the output any more. */
export async function chat(parts: ChatParts, options: ChatOptions): Promise<ChatOutcome> {
  const { input, output, isInteractive, locale = 'en' } = options;
  const lines = createInterface({
    input,
    ...(isInteractive && { output }),
    terminal: isInteractive,
    prompt: PROMPT,
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let isOpen = true;
  const end = () => {
    isOpen = false;
    lines.close();
  };
  const print = createPrinter(output, end);
  const talk = createPrinter(options.talk, () => {});
  const work = handleInterrupts(lines, talk);
  const prompt = () => isInteractive && isOpen && lines.prompt();
  let history: readonly Turn[] = [];
  let failures = 0;
  if (isInteractive) await talk('Ask a question, or type :help.\n\n');
  prompt();
  for await (const line of lines) {
    if (!isOpen) break;
    const text = line.trim();
    if (text !== '') {
      // Several questions from a pipe are told apart by what was asked, as they are on a terminal.
      if (!isInteractive) await print(`${PROMPT}${cleanText(text)}\n`);
      const signal = work.begin();
      const answer = createGrowingOutput(print);
      const showBeginning = (blocks: readonly Block[]) => void answer.show(show(blocks, options));
      try {
        const response = await respond(text, parts, { history, locale, signal, showBeginning });
        if (response.kind === 'quit') break;
        if (response.kind === 'talk') await talk(`${response.text}\n\n`);
        else await answer.finish(show(response.blocks, options));
        if (response.kind === 'blocks' && response.turn)
          history = [...history, response.turn].slice(-HISTORY_LIMIT);
      } catch (error) {
        failures += signal.aborted ? 0 : 1;
        await talk(signal.aborted ? 'Given up.\n\n' : `${describeFailure(error)}\n\n`);
      } finally {
        work.end();
      }
    }
    prompt();
  }
  end();
  return { failures };
}

function show(blocks: readonly Block[], { output, styles, hyperlinks }: ChatOptions): string {
  const dialect = terminalDialect({ columns: output.columns, styles, hyperlinks });
  return toMessages(blocks, dialect).join('\n');
}

function describeFailure(error: unknown): string {
  return cleanText(error instanceof Error ? error.message : String(error));
}
