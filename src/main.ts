// Entry point of `npm start`: the bot where there is a Discord token, else a conversation in the terminal.
import { runTerminal } from './terminal/program.ts';

await runTerminal(process.argv.slice(2));
