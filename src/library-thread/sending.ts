// Sends libraries to one thread: each document once, a few at a time, so that whoever answers Discord never waits for it.
import { setImmediate as otherThings } from 'node:timers/promises';
import type { LibraryApart } from './library.ts';
import type { Asked } from './messages.ts';
import type { Registry, Released } from './registry.ts';
import { type SentDocument, sent } from './wire.ts';

/** Passages that are sent in one go: some milliseconds. */
const passagesAtOnce = 500;

export class Sending {
  readonly #registry: Registry;
  readonly #tell: (asked: Asked) => void;
  readonly #documents = new Set<number>();
  readonly #dossiers = new Set<number>();
  readonly #libraries = new Map<LibraryApart, Promise<void>>();

  constructor(registry: Registry, tell: (asked: Asked) => void) {
    this.#registry = registry;
    this.#tell = tell;
  }

  /** Resolves when the thread was told to open it. */
  library(library: LibraryApart): Promise<void> {
    const known = this.#libraries.get(library);
    if (known) return known;
    const sent = Promise.withResolvers<void>();
    this.#libraries.set(library, sent.promise);
    const isWanted = (): boolean => this.#libraries.get(library) === sent.promise;
    this.#send(library, isWanted).then(sent.resolve, sent.reject);
    return sent.promise;
  }

  /** Whether the thread has what goes by a number: a document, or a dossier. */
  has(number: number): boolean {
    return this.#documents.has(number) || this.#dossiers.has(number);
  }

  /** What is not needed any more. */
  release({ library, documents, dossiers }: Released, released: LibraryApart): void {
    const wasSent = this.#libraries.delete(released);
    if (wasSent) this.#tell({ kind: 'close', library });
    const held = {
      documents: documents.filter((number) => this.#documents.delete(number)),
      dossiers: dossiers.filter((number) => this.#dossiers.delete(number)),
    };
    if (held.documents.length + held.dossiers.length > 0) this.#tell({ kind: 'forget', ...held });
  }

  /** It may be let go of while it is sent, and be wanted again: then it is sent anew, with other numbers. */
  async #send(library: LibraryApart, isWanted: () => boolean): Promise<void> {
    const { base, dossier } = library;
    const opening = this.#registry.opening(library);
    if (base) await this.library(base);
    if (!isWanted()) return;
    await this.#sendDocuments([...opening.documents, ...opening.unlisted], isWanted);
    if (!isWanted()) return;
    if (!this.#dossiers.has(opening.dossier)) {
      const { known } = this.#registry;
      // What it cites was sent before, so it stands there as numbers; of itself nothing is there yet.
      const packed = known.pack(dossier, (number) => this.has(number));
      this.#dossiers.add(opening.dossier);
      known.addDossier(opening.dossier, dossier);
      this.#tell({ kind: 'dossier', number: opening.dossier, dossier: packed });
    }
    this.#tell(opening);
  }

  async #sendDocuments(numbers: readonly number[], isWanted: () => boolean): Promise<void> {
    let [batch, passages]: [SentDocument[], number] = [[], 0];
    for (const number of numbers) {
      const held = this.#registry.known.held(number);
      if (!held || this.#documents.has(number)) continue;
      this.#documents.add(number);
      batch.push(sent(number, held));
      passages += held.passages.length;
      if (passages < passagesAtOnce) continue;
      this.#tell({ kind: 'documents', documents: batch });
      [batch, passages] = [[], 0];
      await otherThings();
      if (!isWanted()) return;
    }
    this.#tell({ kind: 'documents', documents: batch });
  }
}
