import { text } from 'node:stream/consumers';

/** Words of the command line as one text; a lone `-` stands for standard input. */
export async function readWords(words: readonly string[]): Promise<string> {
  const whole = words.length === 1 && words[0] === '-' ? await text(process.stdin) : words.join(' ');
  return whole.trim();
}
