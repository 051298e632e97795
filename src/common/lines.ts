// Who comes next where many wait: one line after the other, so that whoever asks much waits behind themselves and not before others.

/** First in, first out within a line; the lines take turns. */
export class Lines<T> {
  readonly #lines = new Map<string, T[]>();
  #last = '';

  get size(): number {
    return [...this.#lines.values()].reduce((sum, { length }) => sum + length, 0);
  }

  push(name: string, each: T): void {
    const line = this.#lines.get(name);
    if (line) line.push(each);
    else this.#lines.set(name, [each]);
  }

  /** Puts back what has had a turn and is not done: before all others of its line. */
  unshift(name: string, each: T): void {
    const line = this.#lines.get(name);
    if (line) line.unshift(each);
    else this.#lines.set(name, [each]);
  }

  /** Whether somebody waits in a line. */
  has(name: string): boolean {
    return this.#lines.has(name);
  }

  /** The next one of the line that has waited longest for its turn. */
  shift(): T | undefined {
    // One that had the last turn, and has gone on to wait, comes behind whoever came meanwhile.
    this.#toEnd(this.#last);
    const [first] = this.#lines;
    if (!first) return undefined;
    const [name, line] = first;
    const each = line.shift();
    this.#last = name;
    if (line.length === 0) this.#lines.delete(name);
    return each;
  }

  remove(name: string, each: T): void {
    const line = this.#lines.get(name);
    const at = line?.indexOf(each) ?? -1;
    if (!line || at < 0) return;
    line.splice(at, 1);
    if (line.length === 0) this.#lines.delete(name);
  }

  /** Whether somebody waits in another line. */
  hasOther(name: string): boolean {
    return this.#lines.size > (this.#lines.has(name) ? 1 : 0);
  }

  /** All that wait, who wait no more. */
  clear(): T[] {
    const all = [...this.#lines.values()].flat();
    this.#lines.clear();
    return all;
  }

  #toEnd(name: string): void {
    const line = this.#lines.get(name);
    if (!line) return;
    this.#lines.delete(name);
    this.#lines.set(name, line);
  }
}
