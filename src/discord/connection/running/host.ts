// The process in which a bot runs, as far as it has to do with it. A test brings another one, whose signals it gives itself.
import type { DestinationStream } from 'pino';
import { isOneOfSeveral } from '../../../config.ts';
import type { Channel } from '../../shards/parent.ts';

export interface Signals {
  on(event: 'SIGINT' | 'SIGTERM' | 'SIGUSR2', listener: () => void): unknown;
  on(event: 'unhandledRejection', listener: (error: unknown) => void): unknown;
  exit(status: number): unknown;
}

export interface Host {
  readonly process: Signals;
  /** To the process that looks after this one, where several run the shards. */
  readonly channel?: Channel | undefined;
  /** Where the log goes; standard output unless told. */
  readonly out?: DestinationStream;
}

export function thisProcess(): Host {
  return { process, channel: isOneOfSeveral() ? process : undefined };
}
