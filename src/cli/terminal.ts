import { fstatSync } from 'node:fs';
import { createSupportsHyperlinks } from 'supports-hyperlinks';
import { style } from './output.ts';

/** What the terminal or pipe behind stdout takes. */
export interface OutputAbilities {
  /** Bold, faint and coloured text: a terminal, and no NO_COLOR. */
  readonly styles: boolean;
  /** Links behind words (OSC 8), where the terminal is known to open them; elsewhere addresses are written out. */
  readonly hyperlinks: boolean;
}

export function outputAbilities(): OutputAbilities {
  const styles = style('bold', 'x') !== 'x';
  const hyperlinks = styles && process.stdout.isTTY && createSupportsHyperlinks(process.stdout);
  return { styles, hyperlinks };
}

/** Whether questions may come on standard input: from a person, a pipe or a file, not from /dev/null. */
export function hasInput(): boolean {
  if (process.stdin.isTTY) return true;
  try {
    const input = fstatSync(process.stdin.fd);
    return input.isFIFO() || input.isFile() || input.isSocket();
  } catch {
    return false;
  }
}
