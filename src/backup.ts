// Entry point of `npm run backup`, the older name of `npm run store -- backup`: it goes with the next version.

import { UsageError } from './common/errors.ts';
import { loadSettings, storeOf } from './config.ts';
import { complain, endWith } from './ending.ts';
import { inEnglish } from './messages/messages.ts';
import { runStore } from './terminal/programs/store-program.ts';

try {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) throw new UsageError({ key: 'store.backupHow' });
  complain([inEnglish('store.backupOld')]);
  await runStore(['backup', file], storeOf(loadSettings()));
} catch (error) {
  endWith(error);
}
