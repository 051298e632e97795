// Rows that may be many, read a page at a time: in between, everything else in the process goes on.
import { setImmediate as otherThings } from 'node:timers/promises';

/** Rows page by page, each asked for behind the last row of the one before. */
export async function* inPages<R>(
  size: number,
  pageAfter: (last: R | undefined) => Promise<R[]>,
): AsyncGenerator<R> {
  for (let last: R | undefined; ; ) {
    const page = await pageAfter(last);
    yield* page;
    last = page.at(-1);
    if (page.length < size) return;
    // SQLite answers at once, so that nothing else would have its turn.
    await otherThings();
  }
}
