// Entry point of `npm run cli`: the terminal program.
import { runTerminal } from './terminal/program.ts';

await runTerminal(process.argv.slice(2));
