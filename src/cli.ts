// Entry point of `npm run cli`: the terminal program.
import { defaultsOf, loadSettings } from './config.ts';
import { endWith } from './ending.ts';
import { runTerminal } from './terminal/programs/program.ts';

try {
  await runTerminal(process.argv.slice(2), defaultsOf(loadSettings()));
} catch (error) {
  endWith(error);
}
