// Entry point of `npm run report`: what members asked in vain, over all servers.
import { loadSettings, storeOf } from './config.ts';
import { endWith } from './ending.ts';
import { runReport } from './terminal/programs/report-program.ts';

try {
  await runReport(process.argv.slice(2), storeOf(loadSettings()));
} catch (error) {
  endWith(error);
}
