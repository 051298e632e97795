// What the settings about shards mean together, and what is told where they do not fit.
import { expect, test } from 'vitest';
import { describeProblem } from '../../src/common/errors.ts';
import { loadSettings, type Settings } from '../../src/config.ts';
import { rangesOf, shardsIn } from '../../src/settings/shards.ts';

const url = 'postgresql://x@db/x';
const cores = 4;

const read = (given: Record<string, string>) => {
  const settings: Settings = loadSettings(given, 'no/such/.env');
  const { problems, ...rest } = shardsIn(settings, cores);
  return { ...rest, told: problems.map((problem) => describeProblem(problem)) };
};
const one = { count: 1, ids: undefined, processes: 1, told: [] };

test.each<[string, Record<string, string>, object]>([
  ['nothing', {}, one],
  ['a database alone', { DATABASE_URL: url }, one],
  [
    'as many as Discord says',
    { SHARDS: 'auto', DATABASE_URL: url },
    { ...one, count: 'recommended', processes: 4 },
  ],
  ['so many', { SHARDS: '8', DATABASE_URL: url }, { ...one, count: 8, processes: 4 }],
  [
    'in so many processes',
    { SHARDS: '8', SHARD_PROCESSES: '2', DATABASE_URL: url },
    { ...one, count: 8, processes: 2 },
  ],
  [
    'a range',
    { SHARD_LIST: '0-3', SHARD_COUNT: '8', DATABASE_URL: url },
    { ...one, count: 8, ids: [0, 1, 2, 3] },
  ],
  [
    'a list',
    { SHARD_LIST: '7,0-1, 4', SHARD_COUNT: '8', DATABASE_URL: url },
    { ...one, count: 8, ids: [0, 1, 4, 7] },
  ],
  [
    'a range in processes',
    { SHARDS: 'auto', SHARD_LIST: '4-7', SHARD_COUNT: '8', DATABASE_URL: url },
    { ...one, count: 8, ids: [4, 5, 6, 7], processes: 4 },
  ],
  [
    'a list of SHARDS',
    { SHARDS: '8', SHARD_LIST: '4-5', DATABASE_URL: url },
    { ...one, count: 8, ids: [4, 5], processes: 4 },
  ],
  ['all of them in one file', { SHARD_COUNT: '4' }, { ...one, count: 4 }],
])('%s: what runs here', (_name, given, wanted) => {
  expect(read(given)).toEqual(wanted);
});

test.each<[string, Record<string, string>, object, RegExp]>([
  [
    'a list without a count',
    { SHARD_LIST: '0-3', DATABASE_URL: url },
    { count: 1, ids: undefined },
    /^SHARD_LIST: SHARD_COUNT, .* is missing, .*; set SHARD_COUNT as well$/,
  ],
  [
    'a list partly beyond the count',
    { SHARD_LIST: '6-9', SHARD_COUNT: '8', DATABASE_URL: url },
    { count: 8, ids: [6, 7] },
    /^SHARD_LIST: 8-9 is beyond SHARD_COUNT=8, whose shards are 0 to 7, .*; mend the list or the count$/,
  ],
  [
    'processes over a file',
    { SHARDS: '8' },
    { count: 8, processes: 1 },
    /^SHARDS: several processes need PostgreSQL, .*; set DATABASE_URL, or leave SHARDS out$/,
  ],
  [
    'machines over files',
    { SHARD_LIST: '0-3', SHARD_COUNT: '8' },
    { count: 8, ids: [0, 1, 2, 3] },
    /^SHARD_LIST: the other machines do not see the SQLite file .*; set DATABASE_URL$/,
  ],
  [
    'two counts',
    { SHARDS: '4', SHARD_COUNT: '8', DATABASE_URL: url },
    { count: 8, processes: 4 },
    /^SHARDS: SHARDS=4 and SHARD_COUNT=8 are not the same, .*; write SHARDS=auto beside SHARD_COUNT$/,
  ],
  [
    'processes without shards',
    { SHARD_PROCESSES: '3', DATABASE_URL: url },
    { count: 1, processes: 1 },
    /^SHARD_PROCESSES: .* one process runs; set SHARDS=auto as well$/,
  ],
])('%s: one line says what to mend, and what works runs', (_name, given, wanted, told) => {
  const found = read(given);
  expect(found).toMatchObject(wanted);
  expect(found.told).toHaveLength(1);
  expect(found.told[0]).toMatch(told);
});

test('a list that is wholly beyond the count leaves nothing to run', () => {
  const given = { SHARD_LIST: '8-9', SHARD_COUNT: '8', DATABASE_URL: url };
  expect(() => read(given)).toThrow(
    /^SHARD_LIST: 8-9 is beyond SHARD_COUNT=8, .* nothing is left to run here; mend/,
  );
});

test.each([
  ['SHARDS', 'many'],
  ['SHARDS', '0'],
  ['SHARDS', '-1'],
  ['SHARD_COUNT', '0'],
  ['SHARD_COUNT', 'auto'],
  ['SHARD_LIST', '3-0'],
  ['SHARD_LIST', '0..3'],
  ['SHARD_LIST', '1,,2'],
  ['SHARD_PROCESSES', '0'],
])('%s=%s is told with its remedy', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(`settings: "${name}" is "${value}"; write `);
});

test.each([
  [[0], '0'],
  [[0, 1, 2], '0-2'],
  [[0, 2, 3, 7], '0,2-3,7'],
])('%j is written %s', (ids, text) => {
  expect(rangesOf(ids)).toBe(text);
});
