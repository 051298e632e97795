// The log: one JSON line an event, on standard output. Text that users typed does not go in; ids do.
import { randomBytes } from 'node:crypto';
import { type Logger, pino } from 'pino';
import type { Settings } from './config.ts';

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

export function openLog(level: Settings['LOG_LEVEL']): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** An id that is shown to whoever met an error and stands in the log beside it: short enough to be read aloud. */
export function newErrorId(): string {
  return randomBytes(4).toString('hex');
}
