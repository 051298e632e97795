// Signs of life of the library's thread, in memory that both threads see: a thread that hangs cannot send a message.

/** What was read is put into a file: no call, and no library. */
export const keeping = -1;

const beats = 0;
const doing = 1;

export class Signs {
  readonly memory: SharedArrayBuffer;
  readonly #cells: Int32Array;

  constructor(memory = new SharedArrayBuffer(8)) {
    this.memory = memory;
    this.#cells = new Int32Array(memory);
  }

  /** Something begins: a call, by its number; 0 where it is none. */
  begin(call: number): void {
    Atomics.store(this.#cells, doing, call);
    this.live();
  }

  /** The thread goes on, whatever it does. */
  live(): void {
    Atomics.add(this.#cells, beats, 1);
  }

  get beats(): number {
    return Atomics.load(this.#cells, beats);
  }

  /** The call that was begun last. */
  get doing(): number {
    return Atomics.load(this.#cells, doing);
  }
}
