// Whether a store's file is still where it was opened: who deletes or replaces it while it is open leaves us writing into a file
// that has no name any more and is gone with the process.
import { realpathSync, statSync } from 'node:fs';

export interface Watch {
  /** Throws `StoreLost` where the file is no longer there. */
  mustBeThere(): void;
  /** The same after something was written, which stands in the file beside the store first. */
  mustHaveIt(): void;
}

/** Nothing that is written now would be found again. */
export class StoreLost extends Error {
  override readonly name = 'StoreLost';
  /** Whether something was written before that was noticed: it may be found all the same. */
  readonly written: boolean;

  constructor(path: string, written: boolean) {
    super(`${path} was deleted or replaced while it was open`);
    this.written = written;
  }
}

/** Which file a name leads to, whatever other names it has; undefined where there is none. */
export function fileAt(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.dev} ${found.ino}`;
}

/** `lost` is called when the loss is noticed, and again only where the file was back in between. */
export function openWatch(path: string, lost: () => void): Watch {
  const store = fileAt(path);
  // SQLite keeps its second file beside the one that links lead to. Whoever opens the store makes another one where it is gone: by
  // its name alone it looks as if nothing had happened.
  const name = `${realpathSync(path)}-wal`;
  let beside = fileAt(name);
  let isLost = false;
  const must = (written: boolean): void => {
    beside ??= fileAt(name);
    // Before the first write there may be no second file yet.
    const hasBeside = fileAt(name) === beside && (beside !== undefined || !written);
    const isThere = fileAt(path) === store && hasBeside;
    if (!isThere && !isLost) lost();
    isLost = !isThere;
    if (isLost) throw new StoreLost(path, written);
  };
  return { mustBeThere: () => must(false), mustHaveIt: () => must(true) };
}
