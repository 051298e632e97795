// Calls that wait for the library's thread: those that somebody looks at while they type before all else, and of each kind one line
// after the other, so that what one server asks holds up no other server for longer than one call.
import { Lines } from '../common/lines.ts';
import type { Call } from './messages.ts';

export class Waiting {
  readonly #typing = new Lines<Call>();
  readonly #others = new Lines<Call>();

  push(call: Call, isTyping: boolean): void {
    (isTyping ? this.#typing : this.#others).push(call.line, call);
  }

  shift(): Call | undefined {
    return this.#typing.shift() ?? this.#others.shift();
  }
}
