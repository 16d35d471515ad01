import type { Config } from '../config.ts';
import { renderAnswer } from '../render/answer.ts';
import { toMessages } from '../render/dialect.ts';
import { terminalDialect } from '../render/terminal.ts';
import type { Answer } from '../types.ts';
import { printData, style } from './output.ts';

/** Prints an answer or abstention for people: styled and wrapped on a terminal, plain lines elsewhere. */
export function printAnswer(answer: Answer, { locale }: Config): void {
  const styles = style('bold', 'x') !== 'x';
  const dialect = terminalDialect({
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    styles,
    hyperlinks: styles && process.stdout.isTTY,
  });
  for (const message of toMessages(renderAnswer(answer, { locale }), dialect)) printData(message);
}
