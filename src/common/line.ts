// In whose line a call waits for the library's thread. Every server without documents of its own is answered by the same library, so
// that lines of libraries alone would let one server's questions wait behind another's.
import { AsyncLocalStorage } from 'node:async_hooks';

const lines = new AsyncLocalStorage<string>();

/** Whatever `work` asks of a library waits in this line, such as that of a server. */
export function inLine<T>(line: string, work: () => T): T {
  return lines.run(line, work);
}

/** Empty where nobody said: what the bot does by itself. */
export function currentLine(): string {
  return lines.getStore() ?? '';
}
