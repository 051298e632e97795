// Calls that wait for the library's thread: those that somebody looks at while they type before all else, and of each kind one library
// after the other, so that what is asked of one server's documents holds up no other server.
import type { Call } from './messages.ts';

export class Waiting {
  readonly #typing = new Lines();
  readonly #others = new Lines();

  push(call: Call, isTyping: boolean): void {
    (isTyping ? this.#typing : this.#others).push(call);
  }

  shift(): Call | undefined {
    return this.#typing.shift() ?? this.#others.shift();
  }
}

/** One line for each library; they take turns. */
class Lines {
  readonly #lines = new Map<number, Call[]>();

  push(call: Call): void {
    const line = this.#lines.get(call.library);
    if (line) line.push(call);
    else this.#lines.set(call.library, [call]);
  }

  shift(): Call | undefined {
    const [first] = this.#lines;
    if (!first) return undefined;
    const [library, line] = first;
    const call = line.shift();
    // Its next turn comes behind those of all others.
    this.#lines.delete(library);
    if (line.length > 0) this.#lines.set(library, line);
    return call;
  }
}
