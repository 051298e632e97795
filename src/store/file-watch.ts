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

  constructor(path: string) {
    super(`${path} was deleted or replaced while it was open`);
  }
}

/** `lost` is called when the loss is noticed, and again only where the file was back in between. */
export function openWatch(path: string, lost: () => void): Watch {
  const { dev, ino } = statSync(path);
  // SQLite keeps its second file beside the one that links lead to.
  const beside = `${realpathSync(path)}-wal`;
  let isLost = false;
  const must = (isThere: boolean): void => {
    if (!isThere && !isLost) lost();
    isLost = !isThere;
    if (isLost) throw new StoreLost(path);
  };
  const isSame = (): boolean => {
    const now = statSync(path, { throwIfNoEntry: false });
    return now?.dev === dev && now.ino === ino;
  };
  const isBeside = (): boolean => statSync(beside, { throwIfNoEntry: false }) !== undefined;
  return {
    // Before the first write there may be no second file yet.
    mustBeThere: () => must(isSame() && (!isLost || isBeside())),
    mustHaveIt: () => must(isSame() && isBeside()),
  };
}
