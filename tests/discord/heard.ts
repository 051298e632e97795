// The real log, of which a test reads the lines and waits for one.
import { type Log, openLog } from '../../src/log.ts';
import { type Logged, linesTo } from './bot.ts';

/** What is never said fails a test sooner than its own limit does, and by its name; also where the clock is stopped. */
const longestMs = 15_000;
const { setTimeout: later, clearTimeout: clearLater } = globalThis;

export interface HeardLog {
  readonly log: Log;
  readonly entries: readonly Logged[];
  /** Where lines go. */
  write(line: string): void;
  /** Resolves with the `nth` line, from the beginning, that says so. */
  says(message: string, nth?: number): Promise<Logged>;
  /** All lines that say so. */
  lines(message: string): Logged[];
}

export function heardLog(): HeardLog {
  const waiting = new Set<() => void>();
  const { entries, write } = linesTo(() => {
    for (const look of waiting) look();
  });
  const lines = (message: string): Logged[] => entries.filter((each) => each.message === message);
  const says = (message: string, nth = 1): Promise<Logged> =>
    new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        waiting.delete(look);
        clearLater(limit);
        settle();
      };
      const look = (): void => {
        const line = lines(message)[nth - 1];
        if (line) end(() => resolve(line));
      };
      const limit = later(() => end(() => reject(new Error(`the log never said "${message}"`))), longestMs);
      waiting.add(look);
      look();
    });
  return { log: openLog('debug', { write }), entries, write, says, lines };
}
