// Calls that wait for the library's thread: those that somebody looks at while they type before all else, and of each kind one line
// after the other, so that what one server asks holds up no other server for longer than one call.
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

/** One for each server that asks; they take turns. */
class Lines {
  readonly #lines = new Map<string, Call[]>();

  push(call: Call): void {
    const line = this.#lines.get(call.line);
    if (line) line.push(call);
    else this.#lines.set(call.line, [call]);
  }

  shift(): Call | undefined {
    const [first] = this.#lines;
    if (!first) return undefined;
    const [name, line] = first;
    const call = line.shift();
    // Its next turn comes behind those of all others.
    this.#lines.delete(name);
    if (line.length > 0) this.#lines.set(name, line);
    return call;
  }
}
