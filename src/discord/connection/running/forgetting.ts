// What the reader keeps of passages that were erased is forgotten, too.
import { readerOf, type Settings } from '../../../config.ts';
import { forgetKept, type OpenedSource } from '../../../reading/source.ts';

/** What the reader keeps of passages lies in a file, also while no model runs. */
export function forgetting(
  settings: Settings,
  model: Pick<OpenedSource, 'forget'> | undefined,
): (keys: readonly string[]) => Promise<void> {
  return async (keys) => {
    const isForgotten = await model?.forget(keys).catch(() => false);
    if (!isForgotten) forgetKept(readerOf(settings).cache, keys);
  };
}
