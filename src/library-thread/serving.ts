// What the library's thread does with what it is told: opens libraries, reads them in small steps, and answers what is asked of them,
// what somebody looks at while they type before all else.
import { AsyncLocalStorage } from 'node:async_hooks';
import { gently, type Steps } from '../common/steps.ts';
import type { Dossier } from '../corpus/dossier.ts';
import type { Collection } from '../corpus/files/collection.ts';
import { libraryOf, type Read, type ReadingOptions, type ReadLibrary } from '../library.ts';
import type { SearchEngine } from '../search-postgres/engine.ts';
import type { Asked, Call, Opening, Told } from './messages.ts';
import { methodsOf, readsOf, rules } from './methods.ts';
import { ModelElsewhere } from './model.ts';
import { keeping, type Signs } from './signs.ts';
import { fewestKept, keyOf, type Snapshot, snapshotIn } from './snapshot.ts';
import { Waiting } from './waiting.ts';
import { Known, received, sentError } from './wire.ts';

export interface ServingOptions {
  readonly tell: (told: Told) => void;
  readonly signs: Signs;
  /** Whether there is a model to be asked. */
  readonly model: boolean;
  /** The file that keeps what is read of a large collection. */
  readonly snapshot?: string | undefined;
  /** Where passages of what all servers share are filed, where that is not in memory. */
  readonly engine?: SearchEngine | undefined;
  /** Opens what is asked; another one in tests, which hangs. */
  readonly open?: typeof libraryOf;
}

/** A call that is not answered yet. */
interface Answering {
  readonly giving: AbortController;
  readonly line: string;
}

interface Served {
  readonly library: Promise<ReadLibrary>;
  /** Resolves when it is read for a kind of question. */
  readonly read: (what: Read) => Promise<void>;
}

export class Serving {
  readonly #tell: ServingOptions['tell'];
  readonly #signs: Signs;
  readonly #known = new Known();
  readonly #dossiers = new Map<number, Dossier>();
  readonly #libraries = new Map<number, Served>();
  /** The calls that are not answered yet. */
  readonly #calls = new Map<number, Answering>();
  readonly #waiting = new Waiting();
  readonly #atWork = new AsyncLocalStorage<number>();
  readonly #model: ModelElsewhere;
  readonly #reading: ReadingOptions;
  readonly #libraryOf: typeof libraryOf;
  readonly #snapshot: Snapshot | undefined;
  readonly #engine: SearchEngine | undefined;
  /** The library that may be kept: the one that was opened last. */
  #newest: number | undefined;
  #isGoing = false;

  constructor({ tell, signs, model, snapshot, engine, open = libraryOf }: ServingOptions) {
    this.#engine = engine;
    this.#snapshot = snapshot === undefined ? undefined : snapshotIn(snapshot);
    this.#libraryOf = open;
    this.#tell = tell;
    this.#signs = signs;
    this.#model = new ModelElsewhere(
      tell,
      () => this.#atWork.getStore() ?? 0,
      (call) => this.#resuming(call),
    );
    this.#reading = {
      ...(model && { model: this.#model.source }),
      notRead: ({ reason }) => tell({ kind: 'notRead', reason }),
    };
  }

  hear(asked: Asked): void {
    if (asked.kind === 'call') this.#take(asked);
    else if (asked.kind === 'giveUp') this.#calls.get(asked.call)?.giving.abort();
    else if (asked.kind === 'documents' || asked.kind === 'dossier') this.#addSent(asked);
    else if (asked.kind === 'open') this.#libraries.set(asked.library, this.#open(asked));
    else if (asked.kind === 'stop') this.#stop(asked.library);
    else if (asked.kind === 'close') {
      this.#stop(asked.library);
      this.#libraries.delete(asked.library);
    } else if (asked.kind === 'forget') this.#forget(asked);
    else this.#model.hear(asked);
  }

  #take(call: Call): void {
    this.#calls.set(call.call, { giving: new AbortController(), line: call.line });
    this.#waiting.push(call, rules[call.method].typing === true);
    this.#go();
  }

  #forget({ documents, dossiers }: Extract<Asked, { kind: 'forget' }>): void {
    for (const number of documents) this.#known.forgetDocument(number);
    for (const number of dossiers) {
      this.#known.forgetDossier(number);
      this.#dossiers.delete(number);
    }
  }

  /** What cannot be read is missed by the library that is opened with it, and by nobody else. */
  #addSent(sent: Extract<Asked, { kind: 'documents' | 'dossier' }>): void {
    try {
      if (sent.kind === 'dossier') this.#addDossier(sent.number, sent.dossier);
      else
        for (const each of sent.documents)
          this.#known.addDocument(each.number, each.document, received(each));
    } catch (error) {
      this.#tell({ kind: 'troubled', error: sentError(error) });
    }
  }

  #addDossier(number: number, packed: unknown): void {
    const dossier = this.#known.unpack(packed) as Dossier;
    this.#dossiers.set(number, dossier);
    this.#known.addDossier(number, dossier);
  }

  #open(opening: Opening): Served {
    this.#begin(-opening.library);
    try {
      const collection = this.#collectionOf(opening);
      return opening.beside === undefined
        ? this.#openAlone(collection, opening)
        : this.#openBeside(this.#served(opening.beside), collection, opening.library);
    } catch (error) {
      const library = heard(Promise.reject(error));
      return { library, read: () => library };
    }
  }

  /** The kinds of reading come one after the other, the quickest first; whoever needs no more is answered meanwhile. */
  #openAlone(collection: Collection, { library: number, keeps }: Opening): Served {
    if (keeps) this.#newest = number;
    const library = heard(this.#read(collection, number, keeps));
    let before: Promise<unknown> = library;
    const read = (what: Read): Promise<void> => {
      const done = before.then(async () => this.#inSteps((await library).readSteps(what), number));
      before = heard(done);
      return done;
    };
    const all = {
      quotations: read('quotations'),
      checks: read('checks'),
      questions: read('questions'),
      people: read('people'),
    };
    if (keeps) heard(all.people.then(async () => this.#keep(collection, await library, number)));
    return { library, read: (what) => all[what] };
  }

  /** With what was kept of it, where there is enough to be worth it; what cannot be used is not there. */
  async #read(collection: Collection, number: number, keeps: boolean): Promise<ReadLibrary> {
    const filing = keeps ? this.#engine?.filing(() => keyOf(collection)) : undefined;
    const isLarge = keeps && this.#snapshot !== undefined && collection.passages.length >= fewestKept;
    const found = isLarge ? await this.#snapshot?.read(collection).catch(() => undefined) : undefined;
    // What was kept while passages were filed in a database has no index for memory.
    const kept = filing || found?.part.postings ? found : undefined;
    this.#begin(-number);
    const keeping = { kept, keeps: isLarge && kept === undefined, filing };
    return this.#libraryOf(collection, { ...this.#reading, ...keeping });
  }

  /** Only what is current is kept, and nothing of a small one. Where it cannot be, it is read again the next time. */
  async #keep(collection: Collection, library: ReadLibrary, number: number): Promise<void> {
    if (number !== this.#newest) return;
    this.#begin(keeping);
    try {
      const data = library.data();
      if (data) await this.#snapshot?.write(collection, data);
      else if (collection.passages.length < fewestKept) await this.#snapshot?.remove();
    } catch (error) {
      this.#tell({ kind: 'notKept', error: sentError(error) });
    }
  }

  #openBeside(base: Served, collection: Collection, number: number): Served {
    const opening = base
      .read('people')
      .then(async () => this.#inSteps((await base.library).besideSteps(collection), number));
    const library = heard(opening);
    // Read when it is first asked for, and again where it was let go of; one thing after the other, so that nothing is read twice at once.
    let before: Promise<unknown> = library;
    const read = (what: Read): Promise<void> => {
      const done = before.then(async () => this.#inSteps((await library).readSteps(what), number));
      before = done.catch(() => undefined);
      return done;
    };
    return { library, read };
  }

  #collectionOf({ documents, unlisted, dossier, corrections }: Opening): Collection {
    const heldOf = (numbers: readonly number[]) =>
      numbers.flatMap((number) => this.#known.held(number) ?? []);
    const [listed, others] = [heldOf(documents), heldOf(unlisted)];
    const told = this.#dossiers.get(dossier);
    if (listed.length + others.length < documents.length + unlisted.length || !told)
      throw new Error('a document or its dossier was not sent');
    return {
      documents: listed.map(({ document }) => document),
      passages: [...listed, ...others].flatMap(({ passages }) => passages),
      dossier: told,
      problems: [],
      ...(corrections && { corrections }),
    };
  }

  /** Each step is a sign of life; a library is told by its number below 0. */
  #inSteps<T>(steps: Steps<T>, library: number): Promise<T> {
    const begin = (): void => this.#begin(-library);
    return gently(
      (function* (): Steps<T> {
        for (;;) {
          begin();
          const step = steps.next();
          if (step.done) return step.value;
          yield;
        }
      })(),
    );
  }

  #served(number: number): Served {
    const served = this.#libraries.get(number);
    if (served) return served;
    throw new Error(`library ${number} is not open`);
  }

  /** One call after the other; what has come meanwhile is looked at in between. */
  #go(): void {
    if (this.#isGoing) return;
    const call = this.#waiting.shift();
    if (!call) return;
    this.#isGoing = true;
    setImmediate(() => {
      this.#isGoing = false;
      this.#begin(call.call, call.line);
      this.#atWork.run(call.call, () => void this.#answer(call));
      this.#go();
    });
  }

  async #answer(call: Call): Promise<void> {
    const { giving } = this.#calls.get(call.call) ?? { giving: new AbortController() };
    try {
      const result = await this.#done(call, giving.signal);
      this.#tell({ kind: 'done', call: call.call, result: this.#known.pack(result) });
    } catch (error) {
      this.#tell({ kind: 'failed', call: call.call, error: sentError(error) });
    } finally {
      this.#calls.delete(call.call);
    }
  }

  async #done({ call, library, method, given, line }: Call, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted();
    const served = this.#served(library);
    const told = this.#known.unpack(given);
    const opened = await served.library;
    for (const what of readsOf(method, told)) await served.read(what);
    signal.throwIfAborted();
    this.#begin(call, line);
    const does: (...given: never) => Promise<unknown> = methodsOf(opened, signal, () =>
      this.#begin(call, line),
    )[method];
    return does(...(told as never));
  }

  /** What goes on when the model has answered goes on as part of the call that asked it. */
  #resuming(call: number): (goOn: () => void) => void {
    return (goOn) => {
      this.#begin(call, this.#calls.get(call)?.line);
      goOn();
    };
  }

  /** What the thread does from now on, and in whose line that was asked. */
  #begin(doing: number, line?: string): void {
    this.#signs.begin(doing);
    this.#waiting.worksFor(line);
  }

  /** What it makes in the background ends. */
  #stop(number: number): void {
    this.#libraries.get(number)?.library.then(
      (library) => library.close(),
      () => undefined,
    );
  }
}

/** Where it fails, whoever asks hears of it; where nobody does, that is no error of the program. */
function heard<T>(promised: Promise<T>): Promise<T> {
  promised.catch(() => undefined);
  return promised;
}
