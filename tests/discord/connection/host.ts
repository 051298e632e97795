// A process as a bot sees it, whose signals a test gives, and whose log it reads.
import { EventEmitter } from 'node:events';
import type { Settings } from '../../../src/config.ts';
import type { Host } from '../../../src/discord/connection/running/host.ts';
import { type HeardLog, heardLog } from '../heard.ts';

export interface TestHost extends Omit<HeardLog, 'log' | 'write'> {
  readonly host: Host;
  /** With what status it was ended. */
  readonly exits: readonly number[];
  /** As the system gives a signal, or the engine tells of an error that nobody caught. */
  gives(event: string, detail?: unknown): void;
}

/** `more`: what is brought in the place of ours. */
export function newHost(more: Partial<Host> = {}): TestHost {
  const events = new EventEmitter();
  const exits: number[] = [];
  const { entries, write, says, lines } = heardLog();
  const process = {
    on: (event: string, listener: (detail: never) => void) =>
      events.on(event, (detail) => listener(detail as never)),
    exit: (status: number) => exits.push(status),
  };
  return {
    ...{ host: { process, out: { write }, ...more }, entries, says, lines, exits },
    gives: (event, detail) => void events.emit(event, detail),
  };
}

/** Without a model, which takes a second to load. */
export function settingsWith(more: Partial<Settings>): Settings {
  return { DISCORD_API_URL: 'http://127.0.0.1:9/api', LOG_LEVEL: 'debug', READER: 'lexical', ...more };
}
