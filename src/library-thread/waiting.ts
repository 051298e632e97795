// Calls that wait for the library's thread: those that somebody looks at while they type before all else, and of each kind first what is
// asked in the line that lately took least, so that what servers ask holds up no quieter one for longer than one call.
import { Lines } from '../common/lines.ts';
import { Shares } from '../common/shares.ts';
import type { Call } from './messages.ts';

export class Waiting {
  readonly #shares = new Shares();
  readonly #typing = new Lines<Call>(this.#shares);
  readonly #others = new Lines<Call>(this.#shares);
  /** Whose work the thread's time is from now on; undefined: nobody's, as what is read of a library. */
  #worksFor: string | undefined;
  #since = 0;

  worksFor(line: string | undefined): void {
    if (line === this.#worksFor) return;
    const now = processorTime();
    if (this.#worksFor !== undefined) this.#shares.add(this.#worksFor, now - this.#since);
    this.#worksFor = line;
    this.#since = now;
  }

  push(call: Call, isTyping: boolean): void {
    (isTyping ? this.#typing : this.#others).push(call.line, call);
  }

  shift(): Call | undefined {
    return this.#typing.shift() ?? this.#others.shift();
  }
}

/** Of this thread, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
