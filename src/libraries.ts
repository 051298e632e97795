// Which library answers in a server: the shared one, or, where the server has documents of its own, one of both. Those are
// opened when they are first asked and let go of when they are not asked any more.
import type { Collection } from './corpus/collection.ts';
import type { Passage } from './corpus/passages.ts';
import type { Problem } from './errors.ts';
import { type Library, librarySteps } from './library.ts';
import type { ReadPassage } from './search/read-passage.ts';
import type { Changes } from './sources/feed.ts';
import { documentsOf } from './sources/read.ts';
import { type OwnDocument, passagesOfOwn } from './sources/version.ts';
import { gently, type Steps } from './steps.ts';
import type { Database } from './store/tables.ts';

export interface LibrariesOptions {
  /** The shipped documents, which every server has, and the library of them alone. */
  readonly shipped: Collection;
  readonly library: Library;
  readonly database: Database;
  /** Characters of all documents in the libraries that are held; each takes 20 to 40 bytes (npm run bench:store). */
  readonly mostCharacters?: number;
  /** A library that was not asked for so long is let go of. */
  readonly idleMs?: number;
}

export interface Libraries {
  /**
   * The library that answers in a server; the shared one outside of servers. Has everything that `changed` was told of.
   * Throws `UserError` where the store cannot be reached.
   */
  of(guild: string | undefined): Promise<Library>;
  /** Takes notice of changes (src/sources/feed.ts); begin with those since 0. */
  changed(changes: Changes): void;
  /** How much is held now. */
  held(): { readonly libraries: number; readonly characters: number };
}

/** 160 to 320 MB: 80 servers with ten long communiqués each, or four that use all they may (src/sources/limits.ts). */
const mostCharacters = 8_000_000;
const idleMs = 30 * 60_000;

/** A library that is held, or being opened. */
interface Held {
  /** The server's last change when it was opened. */
  readonly revision: number;
  readonly opened: Promise<Opened>;
  /** What it weighs; 0 until it is open. */
  characters: number;
  usedAt: number;
}

interface Opened {
  readonly library: Library;
  readonly own: ReadonlyMap<string, Own>;
}

/** A document of the server, cut into its passages: the same objects as long as the document stays as it is. */
interface Own {
  readonly document: OwnDocument;
  readonly passages: readonly Passage[];
}

export function openLibraries(options: LibrariesOptions): Libraries {
  const limits = { mostCharacters, idleMs, ...options };
  /** The servers with documents of their own; a number each, whether they are asked or not. */
  const revisions = new Map<string, number>();
  /** In the order of use, the longest unused first. */
  const held = new Map<string, Held>();
  const known = new WeakMap<Passage, ReadPassage>();

  const open = async (guild: string, before: Held | undefined): Promise<Opened> => {
    const earlier = await before?.opened.then(({ own }) => own).catch(() => undefined);
    const { documents, problems } = await documentsOf(options.database, guild);
    const own = await gently(ownSteps(documents, earlier));
    if (documents.length + problems.length === 0) return { library: options.library, own };
    return { library: await gently(librarySteps(combined(options.shipped, own, problems), known)), own };
  };

  const hold = (guild: string, revision: number): Held => {
    const entry: Held = {
      revision,
      opened: open(guild, held.get(guild)),
      characters: 0,
      usedAt: Date.now(),
    };
    entry.opened.then(
      ({ library }) => {
        entry.characters = library === options.library ? 0 : charactersOf(library);
        letGo(held, limits);
      },
      // What failed is tried anew by whoever asks next; this one hears of it through the promise.
      () => void (held.get(guild) === entry && held.delete(guild)),
    );
    return entry;
  };

  return {
    async of(guild) {
      const revision = guild === undefined ? undefined : revisions.get(guild);
      if (guild === undefined || revision === undefined) return options.library;
      const current = held.get(guild);
      const entry = current?.revision === revision ? current : hold(guild, revision);
      entry.usedAt = Date.now();
      held.delete(guild);
      held.set(guild, entry);
      letGo(held, limits);
      return (await entry.opened).library;
    },
    changed({ guilds }) {
      for (const { guild, revision } of guilds) {
        revisions.set(guild, Math.max(revision, revisions.get(guild) ?? 0));
      }
    },
    held: () => ({ libraries: held.size, characters: weightOf(held) }),
  };
}

/** The documents of a server with their passages; those that did not change keep their objects, and what was read of them. */
function* ownSteps(
  documents: readonly OwnDocument[],
  earlier: ReadonlyMap<string, Own> | undefined,
): Steps<ReadonlyMap<string, Own>> {
  const own = new Map<string, Own>();
  for (const document of documents) {
    const before = earlier?.get(document.id);
    const { version, status } = before?.document ?? {};
    const same = version === document.version && status === document.status;
    own.set(document.id, before && same ? before : { document, passages: passagesOfOwn(document) });
    yield;
  }
  return own;
}

/**
 * One collection of both. The server's own document keeps its id where a shipped one came later with the same, so that
 * no citation ever leads to another text; the shipped one is then missing in this server and told as a problem.
 */
function combined(
  shipped: Collection,
  own: ReadonlyMap<string, Own>,
  leftOut: readonly Problem[],
): Collection {
  const taken = shipped.documents.filter(({ id }) => own.has(id));
  const problems = taken.map(({ id, file }): Problem => {
    const values = { id, other: own.get(id)?.document.file ?? id };
    return { place: { file }, message: { key: 'document.idTaken', values } };
  });
  const shown = [...own.values()];
  return {
    documents: [
      ...shipped.documents.filter(({ id }) => !own.has(id)),
      ...shown.map(({ document }) => document),
    ],
    passages: [
      ...shipped.passages.filter(({ document }) => !own.has(document.id)),
      ...shown.flatMap(({ passages }) => passages),
    ],
    dossier: shipped.dossier,
    problems: [...shipped.problems, ...leftOut, ...problems],
  };
}

function charactersOf({ documents }: Library): number {
  return documents.reduce((sum, { text }) => sum + text.length, 0);
}

function weightOf(held: ReadonlyMap<string, Held>): number {
  return [...held.values()].reduce((sum, { characters }) => sum + characters, 0);
}

/** Lets go of what was not asked for long, and of the longest unused while there is too much; the last used one stays. */
function letGo(
  held: Map<string, Held>,
  { mostCharacters: most, idleMs: idle }: Required<Pick<LibrariesOptions, 'mostCharacters' | 'idleMs'>>,
): void {
  const now = Date.now();
  let weight = weightOf(held);
  for (const [guild, { usedAt, characters }] of held) {
    const isLast = held.size === 1;
    if (isLast || (now - usedAt < idle && weight <= most)) return;
    held.delete(guild);
    weight -= characters;
  }
}
