// Where the words of the sources are filed, in memory or in the database, and what the log tells of it.
import { type Settings, searchOf } from '../../../config.ts';
import type { LibraryThreadOptions } from '../../../library-thread/options.ts';
import type { Log } from '../../../log.ts';
import { inEnglish } from '../../../messages/messages.ts';
import { whyNotFiled } from '../../../search-postgres/look.ts';

/** Where the words of the sources are filed; what cannot be done in the database is done in memory, and told with what to do. */
export function filingOf(
  settings: Settings,
  log: Log,
): Pick<LibraryThreadOptions, 'search' | 'filed' | 'notFiled'> {
  const { engine, url } = searchOf(settings);
  const inMemory = (problem: string): void =>
    log.warn({ problem }, 'the words of the sources are filed in memory');
  if (engine === 'postgres' && url === undefined) inMemory(inEnglish('doctor.search.noDatabase'));
  return {
    search: url,
    filed: (done, all) => log.info({ done, all }, 'words of the sources are filed in the database'),
    notFiled: (error) => inMemory(whyNotFiled(error)),
  };
}
