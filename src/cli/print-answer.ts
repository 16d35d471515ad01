import type { Config } from '../config.ts';
import { renderAnswer } from '../render/answer.ts';
import { toMessages } from '../render/dialect.ts';
import { answerToJson } from '../render/json.ts';
import { terminalDialect } from '../render/terminal.ts';
import type { Answer } from '../types.ts';
import { printData, printJson } from './output.ts';
import { outputAbilities } from './terminal.ts';

/** Prints an answer or abstention: styled and wrapped on a terminal, plain lines elsewhere, or as JSON. */
export function printAnswer(
  answer: Answer,
  { locale, asJson }: Pick<Config, 'locale'> & { readonly asJson: boolean },
): void {
  if (asJson) {
    printJson(answerToJson(answer));
    return;
  }
  const columns = process.stdout.isTTY ? process.stdout.columns : undefined;
  const dialect = terminalDialect({ columns, ...outputAbilities() });
  for (const message of toMessages(renderAnswer(answer, { locale }), dialect)) printData(message);
}
