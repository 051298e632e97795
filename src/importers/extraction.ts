// Files are read in processes of their own, without our environment and without the right to write, to start programs or
// to read anything but code; one that takes too much time or memory is killed, and the file is refused.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Job } from './extract.ts';
import { type Imported, type NotTaken, notTaken, refusal } from './imported.ts';
import { defaultLimits } from './limits.ts';
import type { Picture } from './ocr/page-picture.ts';
import { outOfMemory, outOfTime } from './watcher.ts';

const program = fileURLToPath(new URL('./process.ts', import.meta.url));

/** A process that was started by us says what it read; nothing else speaks on its channel. */
const isAnswer = (value: unknown): boolean => typeof value === 'object' && value !== null;
const importedSchema = z.custom<Imported>(isAnswer);
const pictureSchema = z.custom<Picture | NotTaken>(isAnswer);

/** A file to be read, or a page of it to be drawn. */
type Asked = Job & { readonly page?: number };

/** Times that a file is begun where something else than the file ended its reading: a busy machine, the system. */
const mostTries = 2;

/** Nothing was found out about the file: its reading was ended from outside, or could not begin. */
const interrupted = Symbol('interrupted');

/** The process broke in a way that nobody foresaw, after it had read other files: what they left behind may have done it. */
const suspect = Symbol('suspect');

/** Reads files one after the other in a process that stays until a file breaks it. */
export class Extractor {
  #child: ChildProcess | undefined;
  /** Whether the process has read a file before. */
  #isUsed = false;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  /** What the file holds, or why it is refused. Never rejects for what is in a file. */
  extract(job: Job): Promise<Imported> {
    return this.#next(job, importedSchema);
  }

  /** A page of a PDF as people see it, or why it cannot be had. */
  draw(job: Job, page: number): Promise<Picture | NotTaken> {
    return this.#next({ ...job, page }, pictureSchema);
  }

  #next<T>(asked: Asked, schema: z.ZodType<T>): Promise<T | NotTaken> {
    const next = this.#last.then(() => this.#run(asked, schema));
    this.#last = next.catch(() => undefined);
    return next;
  }

  /**
   * Resolves when the process is gone. It is killed: it holds nothing that could be lost, and one that is asked to end may hang
   * in the engine's own tidying for ever, with all its memory.
   */
  async close(): Promise<void> {
    this.#isClosed = true;
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    // One that could not even be started has no exit.
    if (child.kill('SIGKILL')) await gone;
  }

  /**
   * A machine that was too busy once may have time the next time, and is given more of it. A file is blamed for a broken
   * process only where that had read nothing else: it is read once more in a new one.
   */
  async #run<T>(job: Asked, schema: z.ZodType<T>): Promise<T | NotTaken> {
    for (let times = 1; times <= mostTries && !this.#isClosed; times++) {
      const read = await this.#once(job, schema, job.limits.patienceMs * times);
      if (read === suspect) times--;
      else if (read !== interrupted) return read;
    }
    return notTaken(refusal('import.refused.stalled'));
  }

  async #once<T>(
    job: Asked,
    schema: z.ZodType<T>,
    patienceMs: number,
  ): Promise<T | NotTaken | typeof interrupted | typeof suspect> {
    const child = this.#child ?? this.#start();
    const isUsed = this.#isUsed;
    this.#isUsed = true;
    const ended = new AbortController();
    // Given up by the clock, when it had not had its time of a processor: the machine is busy with something else.
    const stalled = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    try {
      child.send(job);
      return await Promise.race([
        once(child, 'message', { signal: ended.signal }).then(([answer]) => schema.parse(answer)),
        once(child, 'exit', { signal: ended.signal }).then((ending) => broken(ending, job, isUsed)),
      ]);
    } catch {
      // It could not be started, or the channel broke before the process did.
      return interrupted;
    } finally {
      clearTimeout(stalled);
      ended.abort();
    }
  }

  #start(): ChildProcess {
    const child = start();
    this.#child = child;
    this.#isUsed = false;
    // A process may end between two files as well: the next one gets another.
    const gone = (): void => {
      if (this.#child === child) this.#child = undefined;
    };
    child.on('exit', gone);
    child.on('error', gone);
    return child;
  }
}

/** The process has ended: by our own watch, by the engine, or in a way that nobody foresaw. */
function broken(
  [status, signal]: unknown[],
  { limits }: Job,
  isUsed: boolean,
): NotTaken | typeof interrupted | typeof suspect {
  // Neither our watch nor the engine ends it so: that was somebody else, such as a system that is short of memory.
  if (signal === 'SIGKILL') return interrupted;
  if (signal === outOfTime) {
    return notTaken(refusal('import.refused.tooLate', { seconds: limits.milliseconds / 1000 }));
  }
  // The engine aborts where its own memory is full, which is status 134 where there are no signals.
  const isMemory = signal === outOfMemory || signal === 'SIGABRT' || status === 134;
  if (isMemory) return notTaken(refusal('import.refused.memory'));
  return isUsed ? suspect : notTaken(refusal('import.refused.crashed'));
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
