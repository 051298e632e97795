// What a long run is at, on one line that is written over, where somebody sits at a terminal; nothing anywhere else.
import { oneLine } from '../common/controls.ts';
import { cut } from '../common/cut.ts';

export interface Stages {
  readonly step: (what: string) => void;
  /** Takes the line away. */
  readonly close: () => void;
}

const longestLine = 70;

export function openStages(stream: NodeJS.WriteStream): Stages {
  if (!stream.isTTY) return { step: () => undefined, close: () => undefined };
  const write = (words: string): void => void stream.write(`\r\u001b[K${words}`);
  let [last, times] = ['', 0];
  return {
    step: (what) => {
      times = what === last ? times + 1 : 1;
      last = what;
      write(cut(oneLine(times > 1 ? `${what} … ${times}` : `${what} …`), longestLine));
    },
    close: () => write(''),
  };
}
