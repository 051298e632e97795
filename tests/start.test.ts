// Every program that an operator starts goes through src/start.js, which says in one line what an old Node or a bare folder lacks.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { environmentOf } from './programs.ts';
import { folderWith } from './temporary.ts';

const start = join(import.meta.dirname, '../src/start.js');
const packageSchema = z.object({
  version: z.string(),
  scripts: z.record(z.string(), z.string()),
  engines: z.object({ node: z.string() }),
});
const project = packageSchema.parse(JSON.parse(await readFile('package.json', 'utf8')));

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function startWith(
  words: readonly string[],
  { script = start, options = [] as string[] } = {},
): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [...options, script, ...words], {
      env: environmentOf(),
    });
    return { status: 0, out: stdout, err: stderr };
  } catch (error) {
    const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() }).parse(error);
    return { status: failed.code, out: failed.stdout, err: failed.stderr };
  }
}

/** As a Node of that version says who it is. What it can read is tried with old ones by hand, not here. */
const playing = (version: string): { options: string[] } => ({
  options: [
    '--import',
    `data:text/javascript,Object.defineProperty(process, 'version', { value: '${version}' })`,
  ],
});

test.each(['v14.21.3', 'v16.20.2', 'v18.20.8', 'v20.20.2', 'v22.18.0', 'v23.11.1'])(
  'Node %s is told in one line that it is too old, and what to do',
  async (version) => {
    const { status, out, err } = await startWith(['cli', 'ask', 'Who signed?'], playing(version));
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(
      /^Communiqué needs Node 24 or later, and this is v[\d.]+: install .+ "npm ci" without.+\n$/u,
    );
    expect(err).toContain(version);
  },
);

test.each(['v24.0.0', 'v24.21.0', 'v25.1.0', 'v26.10.0', 'v30.0.0', 'v100.0.0'])(
  'Node %s runs the program, which finds its words',
  async (version) => {
    const { status, err } = await startWith(['backup'], playing(version));
    expect(status).toBe(2);
    expect(err).toContain('Say where the backup is to be written: npm run store -- backup FILE\n');
  },
);

test.each(['main', 'cli', 'deploy', 'backup'])('%s tells its version, on whatever Node', async (program) => {
  const told = { status: 0, out: `${project.version}\n`, err: '' };
  expect(await startWith([program, '--version'])).toEqual(told);
  expect(await startWith([program, '--version'], playing('v18.20.8'))).toEqual(told);
});

test('a folder without packages is told so in one line', async () => {
  const folder = await folderWith({});
  await mkdir(join(folder, 'src'));
  for (const file of ['package.json', 'src/start.js', 'src/main.ts'])
    await copyFile(file, join(folder, file));
  expect(await startWith(['main'], { script: join(folder, 'src/start.js') })).toEqual({
    ...{ status: 2, out: '' },
    err: 'The packages are not installed: run "npm ci --omit=dev" in the folder of Communiqué.\n',
  });
});

test.each(['nothing', '../scripts/slim', 'config.ts', '__proto__'])(
  'there is no program %s',
  async (name) => {
    const { status, err } = await startWith([name]);
    expect(status).toBe(2);
    expect(err).toMatch(/^There is no program .+\n$/u);
  },
);

test('npm starts nothing of src by another way', () => {
  const direct = Object.entries(project.scripts).filter(([, script]) =>
    /\bsrc\/(?!start\.js [a-z])/u.test(script),
  );
  expect(direct).toEqual([]);
  expect(project.scripts['start']).toBe('node src/start.js main');
});
