// A bar for long runs, where somebody sits at a terminal; nothing anywhere else.
import { SingleBar } from 'cli-progress';
import { oneLine } from '../common/controls.ts';
import { cut } from '../common/cut.ts';

export interface Progress {
  /** One more is done; `what` is shown beside the bar. */
  step(what: string): void;
  /** Takes the bar away. */
  close(): void;
}

/** Beside the bar and the numbers a line of 80 columns has room for so much. */
const longestName = 36;

export function openProgress(total: number, stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { step: () => undefined, close: () => undefined };
  const bar = new SingleBar({
    stream,
    format: ' {bar} {value}/{total} {what}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0, { what: '' });
  return {
    step: (what) => bar.increment({ what: cut(oneLine(what), longestName) }),
    close: () => bar.stop(),
  };
}
