// Files are read in processes of their own, without our environment and without the right to write, to start programs or
// to read anything but code; one that takes too much time or memory is killed, and the file is refused.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Job } from './extract.ts';
import { type Imported, notTaken, refusal } from './imported.ts';
import { defaultLimits } from './limits.ts';
import { outOfTime } from './watcher.ts';

const program = fileURLToPath(new URL('./process.ts', import.meta.url));

/** A process that was started by us says what it read; nothing else speaks on its channel. */
const importedSchema = z.custom<Imported>((value) => typeof value === 'object' && value !== null);

/** Reads files one after the other in a process that stays until a file breaks it. */
export class Extractor {
  #child: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** What the file holds, or why it is refused. Never rejects for what is in a file. */
  extract(job: Job): Promise<Imported> {
    const next = this.#last.then(() => this.#run(job));
    this.#last = next.catch(() => undefined);
    return next;
  }

  /**
   * Resolves when the process is gone. It is killed: it holds nothing that could be lost, and one that is asked to end may hang
   * in the engine's own tidying for ever, with all its memory.
   */
  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    // One that could not even be started has no exit.
    if (child.kill('SIGKILL')) await gone;
  }

  async #run(job: Job): Promise<Imported> {
    const child = this.#child ?? this.#start();
    const ended = new AbortController();
    let isWaiting = true;
    const stalled = setTimeout(() => {
      isWaiting = !child.kill('SIGKILL');
    }, job.limits.patienceMs);
    try {
      child.send(job);
      return await Promise.race([
        once(child, 'message', { signal: ended.signal }).then(([answer]) => importedSchema.parse(answer)),
        once(child, 'exit', { signal: ended.signal }).then((ending) => this.#broken(ending, isWaiting, job)),
      ]);
    } catch {
      // The channel broke before the process did.
      return notTaken(refusal('import.refused.crashed'));
    } finally {
      clearTimeout(stalled);
      ended.abort();
    }
  }

  #start(): ChildProcess {
    const child = start();
    this.#child = child;
    // A process may end between two files as well: the next one gets another.
    const gone = (): void => {
      if (this.#child === child) this.#child = undefined;
    };
    child.on('exit', gone);
    child.on('error', gone);
    return child;
  }

  /** The process has ended: by our own watch, by the engine, or in a way that nobody foresaw. */
  #broken([status, signal]: unknown[], isWaiting: boolean, { limits }: Job): Imported {
    // Given up by the clock, when it had not had its time of a processor: the machine is busy with something else.
    if (!isWaiting) return notTaken(refusal('import.refused.stalled'));
    if (signal === outOfTime) {
      return notTaken(refusal('import.refused.tooLate', { seconds: limits.milliseconds / 1000 }));
    }
    // Our own watch kills, and so does the system; the engine aborts, which is status 134 where there are no signals.
    const isMemory = signal === 'SIGKILL' || signal === 'SIGABRT' || status === 134;
    return notTaken(refusal(isMemory ? 'import.refused.memory' : 'import.refused.crashed'));
  }
}

/** The heap alone may have less than the process: buffers are beside it. */
const heapMiB = defaultLimits.memoryMiB - 90;

/** The code that the process runs, and nothing beside it: no settings, no documents. */
const readable = ['../../src', '../../package.json', '../../node_modules'].flatMap((place) => {
  const path = fileURLToPath(new URL(place, import.meta.url));
  // Where a folder is a link, both its names are asked for.
  return [path, realpathSync(path)];
});

function start(): ChildProcess {
  const child = fork(program, [], {
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [
      `--max-old-space-size=${heapMiB}`,
      // Little is kept for later: the same file takes a third less memory and hardly more time.
      '--max-semi-space-size=4',
      '--optimize-for-size',
      '--permission',
      ...readable.map((path) => `--allow-fs-read=${path}`),
      '--allow-worker',
      '--disable-warning=PERM0006',
    ],
  });
  giveWay(child);
  return child;
}

/** A third of what the bot's own threads get where there is not enough for all: less would refuse files on busy machines. */
const lower = 5;

/**
 * Two of them keep two processors busy for seconds: whoever asks something meanwhile comes first. This is for the thread
 * that reads; those that the engine began by itself may keep theirs, and do little.
 */
function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, Math.min(constants.priority.PRIORITY_LOW, getPriority() + lower));
  } catch {
    // It has ended already, or the system has no such order: the file is read all the same.
  }
}
