import { styleText } from 'node:util';

/** Data: what a script would read. */
export function printData(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  printData(JSON.stringify(value, null, 2));
}

/** Talk: what a person is told about the run. */
export function printTalk(text: string): void {
  process.stderr.write(`${text}\n`);
}

type Style = Parameters<typeof styleText>[0];

/** Styles text for stdout; plain where stdout is no terminal, or with NO_COLOR. */
export function style(format: Style, text: string): string {
  return styleText(format, text, { stream: process.stdout });
}

/** Styles text for stderr, likewise. */
export function styleTalk(format: Style, text: string): string {
  return styleText(format, text, { stream: process.stderr });
}

/** Columns to fill: the terminal's, within reason. */
export function outputWidth(): number {
  const widest = 100;
  const narrowest = 40;
  return Math.min(widest, Math.max(narrowest, process.stdout.columns ?? widest));
}
