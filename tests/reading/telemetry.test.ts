// Nothing leaves the machine: ONNX Runtime, as it is packed, reports to its maker, and leaves an id of the machine in its user's folder.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { environmentOf } from '../programs.ts';
import { folderWith } from '../temporary.ts';

test.each([
  ['by npm’s scripts', ['src/start.js', 'cli']],
  ['by itself', ['src/cli.ts']],
])(
  'the model is read without a report to its runtime’s maker, started %s',
  { timeout: 60_000 },
  async (_, script) => {
    const folder = await folderWith({});
    const cache = join(folder, 'reading.sqlite');
    const { CI: __, ...environment } = environmentOf({ READER: 'trained', READER_CACHE: cache });
    // It reports nothing where it takes the machine for one of continuous integration, or is told not to by who runs this.
    const plain = Object.entries(environment).filter(
      ([name]) => !/^(?:GITHUB_|ORT_|TF_|TRAVIS|JENKINS)/u.test(name),
    );
    await promisify(execFile)(process.execPath, [...script, 'ask', 'Can borders be changed by force?'], {
      env: { ...Object.fromEntries(plain), HOME: folder, XDG_CACHE_HOME: join(folder, 'cache') },
    });
    expect(existsSync(cache)).toBe(true);
    const left = await readdir(folder);
    expect(left.filter((name) => !name.startsWith('reading.sqlite'))).toEqual([]);
  },
);
