// `npm run doctor` and `npm start -- --check` as an operator runs them.
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import en from '../../src/messages/en.json' with { type: 'json' };
import { startProcess } from '../discord/bot.ts';
import { startDiscord } from '../double/double.ts';
import { folderWith } from '../temporary.ts';

async function world() {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  return { discord, environment: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase } };
}

test('a line each, and status 0 where nothing fails', { timeout: 60_000 }, async () => {
  const { environment } = await world();
  const run = startProcess('doctor', environment);
  expect(await run.ended).toBe(0);
  const lines = run.output.out.trimEnd().split('\n');
  for (const line of lines) expect(line).toMatch(/^(?:ok {2}|warn|fail) [a-z]+: \S/u);
  const here = ['settings', 'documents', 'model', 'recognition', 'store', 'search'];
  const told = lines.map((line) => line.slice(5).split(':', 1)[0]);
  const there = ['token', 'clock', 'application', 'commands', 'gateway', 'channels'];
  expect([...new Set(told)]).toEqual([...here, ...there]);
  expect(run.output.err).toBe('');
});

test('JSON lines for machines, and status 1 where something fails', { timeout: 60_000 }, async () => {
  const { environment } = await world();
  const run = startProcess('doctor', { ...environment, DISCORD_TOKEN: 'hunter2' }, ['--json']);
  expect(await run.ended).toBe(1);
  const findings = run.output.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(findings).toContainEqual({
    check: 'token',
    state: 'fail',
    text: expect.stringContaining('Discord does not accept DISCORD_TOKEN'),
  });
  expect(run.output.out).not.toContain('hunter2');
});

test('a wrong setting is a finding, and status 1', { timeout: 60_000 }, async () => {
  const run = startProcess('doctor', { LOG_LEVEL: 'loud' }, ['--json']);
  expect(await run.ended).toBe(1);
  expect(JSON.parse(run.output.out)).toEqual({
    ...{ check: 'settings', state: 'fail' },
    text: expect.stringContaining('"LOG_LEVEL" is "loud"; write one of: fatal'),
  });
});

test.each([
  ['--jason', 'There is no such option: --jason. Did you mean --json?'],
  ['--json=all', '"--help" shows what there is.'],
  ['-j', 'There is no such option: -j.'],
  ['offline', 'one word too many'],
])('what it is called with wrongly is refused: %s', { timeout: 60_000 }, async (word, told) => {
  const run = startProcess('doctor', {}, [word]);
  expect(await run.ended).toBe(2);
  expect(run.output.err).toContain(told);
  expect(run.output.out).toBe('');
});

test.each(['--help', '-h'])(
  '%s shows its options, and nothing is looked at',
  { timeout: 60_000 },
  async (word) => {
    const run = startProcess('doctor', {}, [word]);
    expect(await run.ended).toBe(0);
    expect(run.output.out).toMatch(/^Usage: npm run doctor --/u);
    for (const option of ['--json', '--offline', '--help', '--version'])
      expect(run.output.out).toContain(option);
    expect(run.output.out).not.toContain('settings:');
  },
);

test('--check looks before the start, and the bot starts where nothing fails', {
  timeout: 60_000,
}, async () => {
  const { environment } = await world();
  const bot = startProcess('main', environment, ['--check']);
  await bot.says('"msg":"ready"');
  expect(bot.output.err).toMatch(/^ok {3}settings: /u);
  expect(bot.output.err).not.toContain('token:');
  // The log alone.
  for (const line of bot.output.out.trimEnd().split('\n')) JSON.parse(line);
});

test('--check starts nothing where something fails', { timeout: 60_000 }, async () => {
  const { discord, environment } = await world();
  const file = join(await folderWith({ 'store.sqlite': 'this is no store at all' }), 'store.sqlite');
  const bot = startProcess('main', { ...environment, STORE: file }, ['--check']);
  expect(await bot.ended).toBe(1);
  expect(bot.output.err).toMatch(/^fail store: STORE: \S+: this file is no SQLite database; /mu);
  expect(bot.output.out).toBe('');
  expect(discord.counts.request).toBe(0);
});

/** What a finding that is not ok says has a part that says what to do. */
test('every line that is not ok says what to do', () => {
  const wrong = [
    'wrong',
    'none',
    'more',
    'newer',
    'damaged',
    'noRoom',
    'littleRoom',
    'noFolder',
    'other',
    'old',
    'gone',
    'unheard',
  ];
  const more = ['lacks', 'noServer', 'unreachable', 'noLogins', 'fewLogins', 'ahead', 'behind', 'unexpected'];
  // The reason that stands in the last one ends with the remedy (unusableStore).
  const fine = ['doctor.store.none', 'doctor.channels.none', 'doctor.search.wrong'];
  const lines = Object.entries(en).filter(([key]) => {
    const [area, , last = ''] = key.replace(/_(?:one|other)$/u, '').split('.');
    return area === 'doctor' && [...wrong, ...more].includes(last) && !fine.includes(key);
  });
  expect(lines.length).toBeGreaterThan(20);
  for (const [key, text] of lines) expect(text, key).toMatch(/; [a-z]/u);
});
