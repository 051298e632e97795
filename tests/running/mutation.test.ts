// What `npm run mutation` runs and counts: every file of its rooms in some part, every mutant in one, and nothing left out in silence.
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { filesOf, hashOf, parts, rooms, sampleOf } from '../../scripts/mutation/parts.ts';
import { readRuns, scoreOf } from '../../scripts/mutation/record.ts';
import { countsOf, mutantsOf, type Report } from '../../scripts/mutation/report.ts';
import { isChosen, type Mutant } from '../../scripts/mutation/sample.ts';

const mutant = (line: number, replacement = 'true'): Mutant => ({
  ...{ file: 'src/a.ts', mutatorName: 'ConditionalExpression', replacement },
  ...{ start: { line, column: 5 }, end: { line, column: 10 } },
});

test.each(rooms)('all files of $name are in its parts, and its tests are there', async (room) => {
  const folders =
    room.name === 'connection' ? ['src/discord/connection', 'src/discord/shards'] : [`src/${room.name}`];
  const all = folders.map(async (folder) =>
    (await readdir(folder, { recursive: true })).map((name) => `${folder}/${name}`),
  );
  const files = (await Promise.all(all)).flat().filter((name) => /(?<!\.d)\.ts$/u.test(name));
  const inParts = await Promise.all(room.parts.map(filesOf));
  expect([...new Set(inParts.flat())].sort()).toEqual(files.sort());
  expect(await filesOf(sampleOf(room, 9))).toEqual(files.sort());
  for (const { tests } of room.parts) expect(tests.length).toBeGreaterThan(0);
});

test('parts have names of their own, and each mutant of their files is in one of them', () => {
  expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
  const source = Array.from({ length: 400 }, (_, n) => `if (value${n}) {`).join('\n');
  for (const { chosen } of parts) expect(chosen.from).toBeLessThan(chosen.everyNth);
  const shares = [0, 1, 2, 3].map(
    (from) =>
      Array.from({ length: 400 }, (_, n) => n + 1).filter((line) =>
        isChosen(mutant(line), source, { everyNth: 4, from }),
      ).length,
  );
  expect(shares.reduce((sum, each) => sum + each)).toBe(400);
  for (const share of shares) expect(share).toBeGreaterThan(60);
});

test('a sample holds the same mutants where the lines of a file have moved', () => {
  const lines = Array.from({ length: 200 }, (_, n) => `if (value${n}) {`);
  const chosen = { everyNth: 5, from: 0 };
  const inOne = lines.map((_, n) => isChosen(mutant(n + 1), lines.join('\n'), chosen));
  const moved = `// More.\n\n${lines.join('\n')}`;
  expect(lines.map((_, n) => isChosen(mutant(n + 3), moved, chosen))).toEqual(inOne);
});

test('the model of a language that is kept is read once, however many tests read it', async () => {
  await import('../../scripts/mutation/setup.ts');
  const model = createRequire(import.meta.url)('wink-eng-lite-web-model');
  const sizes = Array.from({ length: 5 }, () => JSON.stringify(model.metaCER()).length);
  expect(new Set(sizes).size).toBe(1);
});

test('only what a test killed counts as killed', () => {
  const location = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  const statuses =
    'Killed Killed Timeout Survived NoCoverage Ignored RuntimeError CompileError Pending'.split(' ');
  const mutants = statuses.map((status, n) => ({ status, mutatorName: 'M', replacement: `r${n}`, location }));
  const report: Report = { files: { 'src/a.ts': { source: 'x', mutants } } };
  expect(countsOf(mutantsOf(report, { everyNth: 1, from: 0 }))).toEqual({
    ...{ mutants: 9, killed: 3, timedOut: 1, uncovered: 1 },
  });
});

test('a score is of all parts, or else of the sample, and says whether the sources have changed', async () => {
  const room = rooms.find(({ name }) => name === 'sources')!;
  const counts = { mutants: 10, killed: 8, timedOut: 1, uncovered: 1 };
  const sources = await hashOf(room.parts[0]!);
  const sample = { sources: { everyNth: 12, ...counts, sources } };
  expect(await scoreOf(room, {})).toMatchObject({ score: undefined, of: 'nothing', reached: false });
  expect(await scoreOf(room, sample)).toMatchObject({
    ...{ score: 80, of: 'sample', everyNth: 12, current: true, reached: true, mutants: 10 },
  });
  expect(await scoreOf({ ...room, floor: 80.1 }, sample)).toMatchObject({ reached: false });
  const whole = room.parts.map(({ name }, n) => [name, { everyNth: 6, ...counts, killed: n, sources }]);
  expect(await scoreOf(room, { ...sample, ...Object.fromEntries(whole) })).toMatchObject({
    ...{ score: 25, of: 'all', mutants: 60, killed: 15, current: true, reached: false },
  });
  expect(await scoreOf(room, { ...sample, ...Object.fromEntries(whole.slice(1)) })).toMatchObject({
    of: 'sample',
  });
  const old = { sources: { ...sample.sources, sources: 'other' } };
  expect(await scoreOf(room, old)).toMatchObject({ current: false });
});

test('what is recorded can be read, and is of parts that there are', async () => {
  const known = new Set([...parts, ...rooms].map(({ name }) => name));
  for (const [name, { mutants, killed }] of Object.entries(await readRuns())) {
    expect(known).toContain(name);
    expect(killed).toBeLessThanOrEqual(mutants);
  }
});
