// While the bot runs: a change in the corpus makes a new library beside the one that answers, which then takes its place.
// Where the change broke something, the old one goes on answering.
import { basename } from 'node:path';
import { watch } from 'chokidar';
import { type Problem, ProblemsError } from './common/errors.ts';
import type { Library } from './library.ts';

/** What is told of a change. */
export interface Told {
  /** Another library answers from now on. */
  changed(library: Library): void | Promise<void>;
  /** The change is not used: the old library goes on answering. */
  kept(problems: readonly Problem[]): void;
  /** Something went wrong that is nobody's mistake in a file. */
  failed(error: unknown): void;
}

export interface WatchedLibrary {
  /** The library that answers now. Whoever answers a question takes it once and keeps to it. */
  current(): Library;
  /** Stops watching, and resolves when nothing is read any more. */
  close(): Promise<void>;
}

/** A change often comes in pieces (an editor's three renames, a folder copied): it is read when nothing came for so long. */
const quietMs = 250;
/** Changes that never end are read all the same after this time. */
const longestWaitMs = 2_000;

/**
 * Watches what `library` was opened from, and opens it again where it changes: `open` resolves when all is read, and goes on beside what
 * answers. Resolves when every further change will be seen.
 */
export async function watchLibrary(
  path: string,
  library: Library,
  told: Told,
  open: () => Promise<Library>,
): Promise<WatchedLibrary> {
  const watched = new Watched(path, library, told, open);
  await watched.start();
  return watched;
}

class Watched implements WatchedLibrary {
  readonly #path: string;
  readonly #told: Told;
  readonly #open: () => Promise<Library>;
  #library: Library;
  #watcher: ReturnType<typeof watch> | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** When the first change came that is not read yet. */
  #since: number | undefined;
  #reading: Promise<void> | undefined;

  constructor(path: string, library: Library, told: Told, open: () => Promise<Library>) {
    this.#path = path;
    this.#library = library;
    this.#told = told;
    this.#open = open;
  }

  current(): Library {
    return this.#library;
  }

  async start(): Promise<void> {
    const watcher = watch(this.#path, {
      ignoreInitial: true,
      // Hidden files are no documents; that is what editors and our own writing make theirs until they are whole.
      ignored: (each) => each !== this.#path && basename(each).startsWith('.'),
    });
    this.#watcher = watcher;
    watcher.on('all', () => this.#changed());
    watcher.on('error', (error) => this.#told.failed(error));
    // Where it cannot be watched (the system allows no more watches), that is told, and the bot answers all the same.
    await new Promise<void>((resolve) => {
      watcher.once('ready', () => resolve());
      watcher.once('error', () => resolve());
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#watcher?.close();
    await this.#reading;
  }

  #changed(): void {
    this.#since ??= performance.now();
    // What is being read may miss this change, so it is read again afterwards.
    if (this.#reading) return;
    clearTimeout(this.#timer);
    const left = this.#since + longestWaitMs - performance.now();
    this.#timer = setTimeout(() => this.#read(), Math.max(0, Math.min(quietMs, left)));
  }

  #read(): void {
    this.#since = undefined;
    this.#reading = this.#replace().finally(() => {
      this.#reading = undefined;
      if (this.#since !== undefined) this.#changed();
    });
  }

  async #replace(): Promise<void> {
    try {
      const next = await this.#open();
      const broken = brokenBy(this.#library, next);
      if (broken.length > 0) {
        next.close();
        return this.#told.kept(broken);
      }
      this.#library.close();
      this.#library = next;
      await this.#told.changed(next);
    } catch (error) {
      if (error instanceof ProblemsError) this.#told.kept(error.problems);
      else this.#told.failed(error);
    }
  }
}

const rulesFor = new Set(['dossier.yaml', 'thesaurus.yaml']);

/**
 * What is wrong now in a file that answered before, or in the dossier. A new file that is wrong takes nothing away: it is
 * left out, as it would be at the start.
 */
function brokenBy(old: Library, next: Library): Problem[] {
  const answered = new Set(old.documents.map(({ file }) => file));
  const before = new Set(old.problems.map(nameOf));
  return next.problems.filter((problem) => {
    const { file } = problem.place;
    return (answered.has(file) || rulesFor.has(basename(file))) && !before.has(nameOf(problem));
  });
}

function nameOf({ place, message }: Problem): string {
  return `${place.file}\n${message.key}`;
}
