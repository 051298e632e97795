// Entry point of `npm run deploy`: registers the commands with Discord, or with --clear removes them.
import { loadSettings } from './config.ts';
import { deploy } from './discord/connection/deployment.ts';
import { endWith } from './ending.ts';

try {
  for (const line of await deploy(loadSettings(), process.argv.slice(2))) process.stdout.write(`${line}\n`);
} catch (error) {
  endWith(error);
}
