// Runs the double as a process of its own, to try the bot by hand: npm run -s double -- [port] [token]
// Prints the REST base; then each line of input is what alice does: `/ask question="what of Donbas"`, or a button's label. A channel is
// given as `channel=#review`, a role as `role=&Archive` (each is made where there is none of that name), a file as `file=<notes.txt`.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import type { Options } from './command-line.ts';
import { type Seen, startDiscord } from './double.ts';

const ADMINISTRATOR = 1n << 3n;
const [port = '0', token = 'test-token'] = process.argv.slice(2);

const discord = await startDiscord({ port: Number(port), token });
const server = discord.server({ name: 'Talks' });
const general = server.channel('general');
const alice = server.member({ name: 'alice', permissions: ADMINISTRATOR }).in(general);
let last: Seen | null = null;

const say = (text: string) => process.stdout.write(`${text}\n`);

const things = new Map<string, Options[string]>([['#general', general]]);

/** What a value of an option stands for: the channel, role or file that its first character tells, else its text. */
async function meantBy(written: string): Promise<Options[string]> {
  const name = written.slice(1);
  if (name === '' || !'#&<'.includes(written.slice(0, 1))) return written;
  // The bytes of a file may be others by now.
  if (written.startsWith('<')) {
    return discord.attachment(basename(name), 'application/octet-stream', await readFile(name));
  }
  const thing = things.get(written) ?? (written.startsWith('#') ? server.channel(name) : server.role(name));
  things.set(written, thing);
  return thing;
}

/** `/name sub option=value other="two words"`: the command, and its options as text. */
function readCommand(line: string): { command: string; options: Record<string, string> } {
  const pairs = [...line.matchAll(/(\S+?)=(?:"([^"]*)"|(\S+))/g)];
  const options = Object.fromEntries(
    pairs.map(([, name = '', quoted, plain]) => [name, quoted ?? plain ?? '']),
  );
  return { command: line.replace(/\s+\S+?=(?:"[^"]*"|\S+)/g, '').trim(), options };
}

async function does(line: string): Promise<Seen> {
  const { command, options } = readCommand(line);
  if (command.startsWith('/')) {
    const values = Object.entries(options).map(
      async ([name, value]) => [name, await meantBy(value)] as const,
    );
    return alice.runs(command, Object.fromEntries(await Promise.all(values)));
  }
  if (!last) throw new Error('There is no message yet whose button could be pressed.');
  return last.presses(command);
}

say(discord.restBase);
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  try {
    last = await does(line);
    say([last.text, ...last.buttons.map((label) => `[${label}]`)].join('\n'));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
  for (const { rule, at, message } of discord.violations) say(`violation ${rule} at ${at}: ${message}`);
}
await discord.close();
