// Entry point of `npm run deploy`: registers the commands with Discord.
import { loadSettings } from './config.ts';
import { deploy } from './discord/run.ts';
import { endWith } from './ending.ts';

try {
  process.stdout.write(`${await deploy(loadSettings())}\n`);
} catch (error) {
  endWith(error);
}
