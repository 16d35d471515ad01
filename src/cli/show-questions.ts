import { SingleBar } from 'cli-progress';
import { printTalk } from './output.ts';

/** Elsewhere than on a terminal: a line at most this often. */
const LINE_INTERVAL_MS = 10_000;

export interface QuestionsDisplay extends Disposable {
  update(done: number, total: number): void;
}

/** Shows on stderr how many questions a system has been asked: a bar on a terminal, elsewhere a line now and then. */
export function showQuestions(system: string): QuestionsDisplay {
  return process.stderr.isTTY ? showBar(system) : showLines(system);
}

function showBar(system: string): QuestionsDisplay {
  const bar = new SingleBar({
    format: `{bar} {value}/{total} questions · ${system} · {eta_formatted} left`,
    barsize: 24,
    clearOnComplete: true,
    gracefulExit: false,
    stream: process.stderr,
  });
  return {
    update(done, total) {
      if (bar.isActive) bar.update(done);
      else bar.start(total, done);
    },
    [Symbol.dispose]: () => bar.stop(),
  };
}

function showLines(system: string): QuestionsDisplay {
  let said = performance.now();
  return {
    update(done, total) {
      if (performance.now() - said < LINE_INTERVAL_MS) return;
      said = performance.now();
      printTalk(`${done} of ${total} questions asked of ${system}`);
    },
    [Symbol.dispose]: () => {},
  };
}
