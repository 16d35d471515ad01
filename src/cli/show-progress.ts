import { SingleBar } from 'cli-progress';
import type { IngestProgress } from '../ingest/ingest.ts';
import { formatDuration } from './format-duration.ts';
import { printTalk } from './output.ts';

/** Elsewhere than on a terminal: a line at most this often. */
const LINE_INTERVAL_MS = 5_000;
const MS_PER_SECOND = 1_000;
/** Before that, a time left would be guesswork. */
const LEAST_SHARE_TO_EXTRAPOLATE = 0.02;
/** Of the bar itself, in columns. */
const BAR_WIDTH = 24;

/** Shows how far an ingest has come. */
export interface ProgressDisplay extends Disposable {
  update(progress: IngestProgress): void;
  /** Prints a line that stays, above the bar. */
  say(line: string): void;
}

/** On a terminal a bar with rate and time left, elsewhere plain lines now and then; all on stderr. */
export function showProgress(): ProgressDisplay {
  return process.stderr.isTTY ? showBar() : showLines();
}

function showBar(): ProgressDisplay {
  const bar = new SingleBar({
    format: '{bar} {percentage} % · {pace}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: BAR_WIDTH,
    clearOnComplete: true,
    // Signals are ours: the document in hand is finished first.
    gracefulExit: false,
    stream: process.stderr,
  });
  let last: IngestProgress | undefined;
  const draw = (progress: IngestProgress): void => {
    const pace = describePace(progress);
    if (!bar.isActive) bar.start(progress.bytesTotal, progress.bytesDone, { pace });
    else bar.update(progress.bytesDone, { pace });
  };
  return {
    update: (progress) => {
      last = progress;
      if (progress.bytesTotal > 0) draw(progress);
    },
    say: (line) => {
      bar.stop();
      printTalk(line);
      if (last && last.bytesTotal > 0) draw(last);
    },
    [Symbol.dispose]: () => bar.stop(),
  };
}

function showLines(): ProgressDisplay {
  let saidMs = 0;
  return {
    update: (progress) => {
      if (progress.elapsedMs - saidMs < LINE_INTERVAL_MS) return;
      saidMs = progress.elapsedMs;
      printTalk(`${Math.floor(shareDone(progress) * 100)} % · ${describePace(progress)}`);
    },
    say: printTalk,
    [Symbol.dispose]: () => {},
  };
}

/** `312 documents · 14/s · 20 s left` */
function describePace(progress: IngestProgress): string {
  const { documents, elapsedMs } = progress;
  const rate = (documents * MS_PER_SECOND) / Math.max(1, elapsedMs);
  const share = shareDone(progress);
  const leftMs = share < LEAST_SHARE_TO_EXTRAPOLATE ? undefined : (elapsedMs * (1 - share)) / share;
  return [
    `${documents} documents`,
    `${rate.toFixed(rate < 10 ? 1 : 0)}/s`,
    ...(leftMs === undefined ? [] : [`${formatDuration(leftMs)} left`]),
  ].join(' · ');
}

function shareDone({ bytesDone, bytesTotal }: IngestProgress): number {
  return bytesTotal === 0 ? 0 : bytesDone / bytesTotal;
}
