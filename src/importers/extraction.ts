// Files are read in processes of their own, without our environment and without the right to write, start programs or
// look at other files than code; one that takes too long or too much is ended, and the file is refused.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { MessageKey } from '../messages/messages.ts';
import { exits } from './exits.ts';
import type { Job } from './extract.ts';
import { type Imported, notTaken, refusal } from './imported.ts';

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

  close(): void {
    this.#child?.disconnect();
    this.#child = undefined;
  }

  async #run(job: Job): Promise<Imported> {
    const child = this.#child ?? start();
    this.#child = child;
    const ended = new AbortController();
    const late = setTimeout(() => {
      child.kill('SIGKILL');
    }, job.limits.milliseconds);
    try {
      child.send(job);
      return await Promise.race([
        once(child, 'message', { signal: ended.signal }).then(([answer]) => importedSchema.parse(answer)),
        once(child, 'exit', { signal: ended.signal }).then(([status]) => this.#broken(status, job)),
      ]);
    } finally {
      clearTimeout(late);
      ended.abort();
    }
  }

  #broken(status: unknown, { limits }: Job): Imported {
    this.#child = undefined;
    const reasons: Readonly<Record<number, MessageKey>> = {
      [exits.memory]: 'import.refused.memory',
      [exits.crashed]: 'import.refused.crashed',
    };
    // A status of null is a signal: ours, when the time was over.
    if (status === null)
      return notTaken(refusal('import.refused.tooLate', { seconds: limits.milliseconds / 1000 }));
    return notTaken(refusal(reasons[Number(status)] ?? 'import.refused.crashed'));
  }
}

function start(): ChildProcess {
  return fork(program, [], {
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--permission', '--allow-fs-read=*', '--allow-worker', '--disable-warning=PERM0006'],
  });
}
