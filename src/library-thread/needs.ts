// Which libraries are still needed: by calls, and by others that stand beside them. One that is closed goes when it is needed no more.
import type { LibraryApart } from './library.ts';

export class Needs {
  readonly #letGo: (library: LibraryApart) => void;
  /** How many calls and libraries a library is needed for. */
  readonly #needed = new WeakMap<LibraryApart, number>();
  /** Those for which the one beside which they stand is needed. */
  readonly #leaning = new WeakSet<LibraryApart>();
  readonly #closed = new WeakSet<LibraryApart>();

  constructor(letGo: (library: LibraryApart) => void) {
    this.#letGo = letGo;
  }

  need(library: LibraryApart): void {
    this.#needed.set(library, (this.#needed.get(library) ?? 0) + 1);
    if (!library.base || this.#leaning.has(library)) return;
    this.#leaning.add(library);
    this.need(library.base);
  }

  needless(library: LibraryApart): void {
    this.#needed.set(library, (this.#needed.get(library) ?? 1) - 1);
    this.#settle(library);
  }

  close(library: LibraryApart): void {
    this.#closed.add(library);
    this.#settle(library);
  }

  #settle(library: LibraryApart): void {
    if (!this.#closed.has(library) || (this.#needed.get(library) ?? 0) > 0) return;
    this.#letGo(library);
    if (library.base && this.#leaning.delete(library)) this.needless(library.base);
  }
}
