// Entry point of `npm run store`: backup, restore, move, check and vacuum of what servers keep.
import { loadSettings, storeOf } from './config.ts';
import { endWith } from './ending.ts';
import { runStore } from './terminal/programs/store-program.ts';

try {
  await runStore(process.argv.slice(2), storeOf(loadSettings()));
} catch (error) {
  endWith(error);
}
