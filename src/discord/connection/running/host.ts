// What a bot runs in and with: its process, whose signals a test gives itself, and what else a test brings in the place of ours.
import type { DestinationStream } from 'pino';
import { isOneOfSeveral } from '../../../config.ts';
import type { LibraryThreadOptions } from '../../../library-thread/options.ts';
import type { LibraryThread } from '../../../library-thread/thread.ts';
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
  /** The folder of the commands; ours unless told. */
  readonly commands?: string;
  /** What reads the sources and answers from them: a thread of its own unless told. */
  readonly openThread?: (options: LibraryThreadOptions) => LibraryThread;
}

export function thisProcess(): Host {
  return { process, channel: isOneOfSeveral() ? process : undefined };
}
