// What an install brings along is under licences that fit, and can run on both platforms of the image.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { packagesIn, refusedIn } from '../../scripts/licences/packages.ts';

const lock = await readFile('package-lock.json', 'utf8');
const packages = packagesIn(lock);

test('every package of an install is under a licence that is known to fit', () => {
  expect(packages.length).toBeGreaterThan(100);
  expect(refusedIn(packages)).toEqual([]);
});

test.each([
  ['MIT', true],
  ['(MIT OR CC0-1.0)', true],
  ['(AGPL-3.0 OR MIT)', true],
  ['Apache-2.0 AND MIT', true],
  ['unknown', false],
  ['UNLICENSED', false],
  ['GPL-3.0-only', false],
  ['MIT AND GPL-2.0', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['', false],
])('a package under "%s" may be taken: %s', (licence, fits) => {
  expect(refusedIn([{ name: 'each', version: '1.0.0', licence }]).length === 0).toBe(fits);
});

test('developers’ packages are left out, versions are told apart, and a package without a licence is unknown', () => {
  const made = {
    packages: {
      '': { version: '0.2.0', license: 'MIT' },
      'node_modules/b': { version: '1.0.0', license: 'MIT' },
      'node_modules/@x/a': { version: '2.0.0' },
      'node_modules/b/node_modules/@x/a': { version: '1.0.0', license: 'ISC' },
      'node_modules/c/node_modules/b': { version: '1.0.0', license: 'MIT' },
      'node_modules/d': { version: '1.0.0', license: 'GPL-3.0', dev: true },
    },
  };
  expect(packagesIn(JSON.stringify(made))).toEqual([
    { name: '@x/a', version: '1.0.0', licence: 'ISC' },
    { name: '@x/a', version: '2.0.0', licence: 'unknown' },
    { name: 'b', version: '1.0.0', licence: 'MIT' },
  ]);
});

const notice = await readFile('docs/notice.txt', 'utf8');

test('the notice names all that is under a licence of its own and is no package', () => {
  for (const each of [
    'models/',
    'src/search/ranking/background.txt',
    'training/',
    'corpus/',
    'docs/word-list-licence.txt',
  ])
    expect(notice).toContain(each);
  const fonts = packages.filter(({ licence }) => licence === 'OFL-1.1');
  expect(fonts.every(({ name }) => name.startsWith('@fontsource/noto-'))).toBe(true);
});

const nativeSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().optional(),
      os: z.array(z.string()).optional(),
      cpu: z.array(z.string()).optional(),
      libc: z.array(z.string()).optional(),
      hasInstallScript: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
const installed = Object.entries(nativeSchema.parse(JSON.parse(lock)).packages).filter(
  ([place, { dev }]) => place !== '' && dev !== true,
);

/** The packages of a family that are for one kind of machine each, by whichever depends on them. */
const families = installed.flatMap(([place, { optionalDependencies = {} }]) => {
  const names = Object.keys(optionalDependencies);
  const members = installed.filter(
    ([each, { cpu }]) => cpu && names.some((name) => each.endsWith(`/${name}`)),
  );
  return members.length > 0 ? [{ place, members }] : [];
});

test.each(families)('$place has binaries for Linux with glibc on both processors', ({ members }) => {
  for (const processor of ['x64', 'arm64']) {
    const fits = members.filter(
      ([, { os = [], cpu = [], libc = ['glibc'] }]) =>
        os.includes('linux') && cpu.includes(processor) && libc.includes('glibc'),
    );
    expect(fits, processor).not.toEqual([]);
  }
});

test('each package for one kind of machine belongs to a family, and ONNX Runtime has its binaries within', async () => {
  const known = families.flatMap(({ members }) => members.map(([place]) => place));
  const single = installed.filter(([, { cpu }]) => cpu).map(([place]) => place);
  expect(single.filter((place) => !known.includes(place))).toEqual([]);
  const onnx = new URL('../../node_modules/onnxruntime-node/package.json', import.meta.url);
  const { binary } = z
    .object({ binary: z.object({ napi_versions: z.array(z.number()) }) })
    .parse(JSON.parse(await readFile(onnx, 'utf8')));
  for (const [napi, processor] of binary.napi_versions.flatMap(
    (each) =>
      [
        [each, 'x64'],
        [each, 'arm64'],
      ] as const,
  )) {
    const file = new URL(`bin/napi-v${napi}/linux/${processor}/onnxruntime_binding.node`, onnx);
    // The first bytes of every Linux binary, and its processor in the nineteenth: 0x3e is x86-64, 0xb7 is 64-bit ARM.
    const bytes = await readFile(file);
    expect([bytes.subarray(1, 4).toString(), bytes[18]]).toEqual(['ELF', processor === 'x64' ? 0x3e : 0xb7]);
  }
});

test('nothing has to be compiled or fetched when it is installed', () => {
  const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => place);
  // Its script would fetch binaries for CUDA; those for processors are in the package, and .npmrc skips it.
  expect(scripts).toEqual(['node_modules/onnxruntime-node']);
});
