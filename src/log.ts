// The log: one JSON line an event, on standard output. Text that users typed does not go in; ids do. All that is logged of one
// interaction has one id, which whoever met a failure was shown.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { type DestinationStream, type Logger, pino } from 'pino';
import { UserError } from './common/errors.ts';
import type { Settings } from './config.ts';

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** `to` is standard output unless told; a test keeps the lines. `shards`: whose process it is, where there are several. */
export function openLog(level: Settings['LOG_LEVEL'], to?: DestinationStream, shards?: string): Log {
  const options = {
    level,
    base: shards === undefined ? null : { shards },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: loggedError },
    mixin: () => {
      const id = acting.getStore();
      return id === undefined ? {} : { id };
    },
  };
  return to ? pino(options, to) : pino(options);
}

const acting = new AsyncLocalStorage<string>();

/** Whatever `work` logs, and what it begins and waits for, has one id. */
export function underOneId<T>(work: () => T): T {
  return acting.run(newId(), work);
}

/** An id that is shown to whoever met an error and stands in the log beside it; that of what is under way, where it has one. */
export function newErrorId(): string {
  return acting.getStore() ?? newId();
}

/** Short enough to be read aloud. */
function newId(): string {
  // Node draws the chance for many of these at once.
  return randomUUID().slice(0, 8);
}

/** What the log tells of an error. discord.js's errors also carry the request: its body and an address with a token. */
interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly status?: number;
  /** The calls alone: the words above them are the message again. */
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** A chain of causes this long is told; a longer one is a circle. */
const mostCauses = 5;

/** An error as it stands in the log: its kind, words, codes and calls, and nothing else that it carries. */
export function loggedError(error: unknown, causes = mostCauses): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutSecrets(String(error)) };
  const stack = callsOf(error);
  const { code, status } = numbersOf(error);
  return {
    type: error.name,
    message: messageOf(error),
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(stack !== '' && { stack }),
    ...(error.cause !== undefined && causes > 0 && { cause: loggedError(error.cause, causes - 1) }),
  };
}

/** A refusal repeats what somebody typed; its key tells which one it was. */
function messageOf(error: Error): string {
  return error instanceof UserError ? error.told.key : withoutSecrets(error.message);
}

function numbersOf(error: Error): { code?: string | number; status?: number } {
  const code = 'code' in error ? error.code : undefined;
  const status = 'status' in error ? error.status : undefined;
  return {
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(typeof status === 'number' && { status }),
  };
}

function callsOf(error: Error): string {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return withoutSecrets(lines.map((line) => line.trim()).join('\n'));
}

/**
 * Discord repeats a value that it refuses between quotation marks, and an address of an interaction ends with the
 * token that answers it for 15 minutes.
 */
function withoutSecrets(text: string): string {
  return text
    .replace(/(\/(?:interactions|webhooks)\/[^/\s]+\/)[^/\s"']+/gu, '$1…')
    .replace(/(["“])(?:[^"”\\]|\\.){1,}(["”])/gsu, '$1…$2');
}
