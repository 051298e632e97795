// Which library answers in a server: the shared one, or, where the server has documents of its own, one that stands beside it. Those
// are opened when they are first asked and let go of when they are not asked any more; each costs its own documents alone.

import type { Problem } from './common/errors.ts';
import { gently } from './common/steps.ts';
import type { Collection } from './corpus/files/collection.ts';
import type { Passage } from './corpus/passages.ts';
import type { Library } from './library.ts';
import { currentCorrections } from './sources/corrections.ts';
import { earlierPassages } from './sources/earlier.ts';
import type { Changes } from './sources/feed.ts';
import { fittingSteps, type Own, type ParagraphLimits } from './sources/fitting.ts';
import { defaultLimits } from './sources/limits.ts';
import { documentsOf } from './sources/read.ts';
import type { Database } from './store/tables.ts';

export interface LibrariesOptions {
  /** The library of the shipped documents, which every server has: the one that answers now, for it may be replaced. */
  readonly shared: () => Library;
  readonly database: Database;
  /** Characters of the servers' own documents in the libraries that are held; each takes 8 bytes (npm run bench:sources). */
  readonly mostCharacters?: number;
  /** A library that was not asked for so long is let go of. */
  readonly idleMs?: number;
  /** What of a server's paragraphs its library takes. */
  readonly limits?: ParagraphLimits;
  /** Is told what was left out of a server's documents each time they are opened. */
  readonly leftOut?: (guild: string, problems: readonly Problem[]) => void;
}

export interface Libraries {
  /**
   * The library that answers in a server; the shared one outside of servers. Has everything that `changed` was told of.
   * Throws `UserError` where the store cannot be reached.
   */
  of(guild: string | undefined): Promise<Library>;
  /** The library of the shipped documents alone. */
  shared(): Library;
  /** Takes notice of changes (src/sources/feed.ts); begin with those since 0. */
  changed(changes: Changes): void;
  /** How much is held now. */
  held(): { readonly libraries: number; readonly characters: number };
}

/** 60 MB: 160 servers with ten long communiqués each, or four that use all they may (src/sources/limits.ts). */
const mostCharacters = 8_000_000;
const idleMs = 30 * 60_000;

/** How much is held, as it is set. */
export function openCharactersOf(settings: {
  readonly SOURCES_OPEN_CHARACTERS?: number | undefined;
}): number {
  return settings.SOURCES_OPEN_CHARACTERS ?? mostCharacters;
}

/** So many are opened at once: of those that wait nothing is in memory yet. */
const openedAtOnce = 4;

/** What every library takes beside its text, as characters: some 40 kB. */
export const weightOfOne = 5_000;

/** A library that is held, or being opened. */
interface Held {
  /** The server's last change when it was opened, and the shipped documents of then. */
  readonly revision: number;
  readonly shared: Library;
  readonly opened: Promise<Opened>;
  /** What it weighs; 0 until its documents are there. */
  characters: number;
  isOpen: boolean;
  usedAt: number;
  /** The shipped documents were replaced: its successor is being opened, and it answers meanwhile. */
  renewing: boolean;
}

interface Opened {
  readonly library: Library;
  readonly own: ReadonlyMap<string, Own>;
}

export function openLibraries(options: LibrariesOptions): Libraries {
  return new GuildLibraries(options);
}

class GuildLibraries implements Libraries {
  readonly #options: Required<LibrariesOptions>;
  /** The servers with documents of their own; a number each, whether they are asked or not. */
  readonly #revisions = new Map<string, number>();
  /** In the order of use, the longest unused first. */
  readonly #held = new Map<string, Held>();
  #timer: NodeJS.Timeout | undefined;
  readonly #opening = new AtOnce(openedAtOnce);

  constructor(options: LibrariesOptions) {
    this.#options = { mostCharacters, idleMs, limits: defaultLimits, leftOut: () => undefined, ...options };
  }

  async of(guild: string | undefined): Promise<Library> {
    const revision = guild === undefined ? undefined : this.#revisions.get(guild);
    if (guild === undefined || revision === undefined) return this.shared();
    const current = this.#held.get(guild);
    const entry = current?.revision === revision ? current : this.#hold(guild, revision, current);
    entry.usedAt = Date.now();
    this.#held.delete(guild);
    this.#held.set(guild, entry);
    this.#letGo();
    if (entry.shared !== this.shared()) this.#renew(guild, entry);
    return (await entry.opened).library;
  }

  shared(): Library {
    return this.#options.shared();
  }

  changed({ guilds }: Changes): void {
    for (const { guild, revision } of guilds) {
      this.#revisions.set(guild, Math.max(revision, this.#revisions.get(guild) ?? 0));
    }
  }

  held(): { libraries: number; characters: number } {
    return { libraries: this.#held.size, characters: this.#weight() };
  }

  /** `before` answers until then, and is let go of. */
  #hold(guild: string, revision: number, before: Held | undefined): Held {
    const shared = this.shared();
    const done = Promise.withResolvers<Opened>();
    const entry: Held = {
      ...{ revision, shared, opened: done.promise, usedAt: 0 },
      ...{ characters: 0, isOpen: false, renewing: false },
    };
    this.#open(guild, entry, before).then(done.resolve, done.reject);
    entry.opened.then(
      () => {
        entry.isOpen = true;
        if (before) closed(before);
        this.#letGo();
      },
      () => {
        // What failed is tried anew by whoever asks next; who asked now hears of it through the promise.
        if (this.#held.get(guild) === entry) this.#held.delete(guild);
        if (before && this.#held.get(guild) !== before) closed(before);
      },
    );
    return entry;
  }

  /** Opens another beside the one that answers, and puts it in its place unless that has changed meanwhile. */
  #renew(guild: string, entry: Held): void {
    if (entry.renewing) return;
    entry.renewing = true;
    const next = this.#hold(guild, entry.revision, entry);
    next.opened
      .then(
        () => {
          if (this.#held.get(guild) !== entry) return closed(next);
          next.usedAt = entry.usedAt;
          this.#held.set(guild, next);
          this.#letGo();
        },
        () => undefined,
      )
      .finally(() => {
        entry.renewing = false;
      });
  }

  async #open(guild: string, entry: Held, before: Held | undefined): Promise<Opened> {
    const earlier = await before?.opened.catch(() => undefined);
    return this.#opening.take(async () => {
      const { shared } = entry;
      const { documents, problems } = await documentsOf(this.#options.database, guild);
      const fitting = await gently(fittingSteps(documents, earlier?.own, this.#options.limits));
      const { own } = fitting;
      const leftOut = [...problems, ...fitting.problems];
      if (leftOut.length > 0) this.#options.leftOut(guild, leftOut);
      if (documents.length + problems.length === 0) return { library: shared, own };
      const gone = await earlierPassages(this.#options.database, guild, own, this.#options.limits);
      entry.characters = weightOfOne + charactersOf(own) + lengthOf(gone);
      const { dossier } = shared;
      const { documents: current, passages } = collectionOf(own);
      const corrections = await currentCorrections(this.#options.database, guild);
      const more = {
        ...{ documents: current, passages: [...passages, ...gone], dossier, problems: leftOut },
        corrections: corrections.map(({ kind, name, other }) => ({ kind, name, other })),
      };
      const library = await shared.beside(more);
      void library.vectors();
      return { library, own };
    });
  }

  #weight(): number {
    return [...this.#held.values()].reduce((sum, { characters }) => sum + characters, 0);
  }

  /** Lets go of what was not asked for long, and of the longest unused while there is too much; the last used one stays. */
  #letGo(): void {
    const { mostCharacters: most, idleMs: idle } = this.#options;
    const now = Date.now();
    let weight = this.#weight();
    for (const [guild, held] of this.#held) {
      const isLast = this.#held.size === 1;
      // Somebody waits for it, and what it takes is taken already.
      if (!held.isOpen) continue;
      if (now - held.usedAt < idle && (isLast || weight <= most)) {
        this.#lookAgain(held.usedAt + idle - now);
        return;
      }
      this.#held.delete(guild);
      closed(held);
      weight -= held.characters;
    }
  }

  /** Where nobody asks any more, what is idle is let go of all the same. */
  #lookAgain(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#letGo(), milliseconds).unref();
  }
}

/** Nobody asks it any more: what it makes in the background ends. The shared one is not its own. */
function closed({ opened, shared }: Held): void {
  opened.then(
    ({ library }) => library !== shared && library.close(),
    () => undefined,
  );
}

/** Does so many things at once; what comes meanwhile waits. */
class AtOnce {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#free = most;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((begin) => this.#waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

function collectionOf(own: ReadonlyMap<string, Own>): Pick<Collection, 'documents' | 'passages'> {
  const shown = [...own.values()];
  return {
    documents: shown.map(({ document }) => document),
    passages: shown.flatMap(({ passages }) => passages),
  };
}

function lengthOf(passages: readonly Passage[]): number {
  return passages.reduce((sum, { text }) => sum + text.length, 0);
}

function charactersOf(own: ReadonlyMap<string, Own>): number {
  return own.values().reduce((sum, { document }) => sum + document.text.length, 0);
}
