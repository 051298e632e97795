// Who comes next where many wait: one line after the other, so that whoever asks much waits behind themselves and not before others.
import { Shares } from './shares.ts';

/**
 * First in, first out within a line. Of the lines that one comes first which lately took least, where that is told (`Shares.add`);
 * those that took the same take turns.
 */
export class Lines<T> {
  readonly #lines = new Map<string, T[]>();
  readonly #shares: Shares;
  #last = '';

  constructor(shares = new Shares()) {
    this.#shares = shares;
  }

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

  /** The next one of the line that took least, or else has waited longest for its turn. */
  shift(): T | undefined {
    // One that had the last turn, and has gone on to wait, comes behind whoever came meanwhile.
    this.#toEnd(this.#last);
    const first = this.#first();
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

  #first(): readonly [string, T[]] | undefined {
    let [first] = this.#lines;
    let least = first && this.#shares.of(first[0]);
    if (least === undefined || this.#lines.size === 1) return first;
    for (const each of this.#lines) {
      const taken = this.#shares.of(each[0]);
      if (taken >= least) continue;
      least = taken;
      first = each;
    }
    return first;
  }

  #toEnd(name: string): void {
    const line = this.#lines.get(name);
    if (!line) return;
    this.#lines.delete(name);
    this.#lines.set(name, line);
  }
}
