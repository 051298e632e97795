// Entry point of `npm run backup`: a whole copy of the store, also while the bot runs.
import { loadSettings, storeOf } from './config.ts';
import { endWith } from './ending.ts';
import { UsageError } from './errors.ts';
import { inEnglish } from './messages/messages.ts';
import { backUp } from './store/backup.ts';

try {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) throw new UsageError({ key: 'store.backupHow' });
  backUp(storeOf(loadSettings()), file);
  process.stdout.write(`${inEnglish('store.backupDone', { file })}\n`);
} catch (error) {
  endWith(error);
}
