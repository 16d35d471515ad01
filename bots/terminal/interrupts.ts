import type { Interface } from 'node:readline';
import type { Printer } from './printer.ts';

export interface Interrupts {
  /** Marks the beginning of work that Ctrl-C gives up, by this signal. */
  begin(): AbortSignal;
  end(): void;
}

/** Ctrl-C gives up the answer at work, else clears the line, else, pressed twice, ends the chat. */
export function handleInterrupts(lines: Interface, talk: Printer): Interrupts {
  let work: AbortController | undefined;
  let isSecond = false;
  lines.on('line', () => {
    isSecond = false;
  });
  lines.on('SIGINT', () => {
    if (work) return work.abort();
    if (lines.line !== '') {
      lines.write(null, { ctrl: true, name: 'e' });
      lines.write(null, { ctrl: true, name: 'u' });
      return;
    }
    if (isSecond) return lines.close();
    isSecond = true;
    void talk('\nCtrl-C again or :quit ends the chat.\n').then(() => lines.prompt());
  });
  return {
    begin() {
      work = new AbortController();
      return work.signal;
    },
    end() {
      work = undefined;
    },
  };
}
