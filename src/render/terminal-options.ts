import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import { createSupportsHyperlinks } from 'supports-hyperlinks';
import type { TerminalOptions } from './terminal.ts';

/** What a stream can show: width, styles and links on a terminal that has them, plain lines elsewhere or with NO_COLOR. */
export function terminalOptionsOf(stream: WriteStream): TerminalOptions {
  const isTerminal = stream.isTTY === true;
  // styleText with a stream is Node's own judgement of it, NO_COLOR and FORCE_COLOR included.
  const styles = styleText('bold', 'x', { stream }) !== 'x';
  return {
    columns: isTerminal ? stream.columns : undefined,
    styles,
    hyperlinks: isTerminal && styles && createSupportsHyperlinks(stream),
  };
}
