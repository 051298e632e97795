// A test waits for what happens, never for a time in which it should have happened: this reads how the tests are written.
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/** Where time is meant, each with what it is there for. */
const exceptions = new Map([
  ['tests/stopped-clock.ts', 'the clock that is turned by hand, and a limit after which a test fails'],
  ['tests/double/happenings.ts', 'a limit after which a test fails'],
  ['tests/double/waiting.ts', 'a limit after which a test fails'],
  ['tests/double/routes-interactions.ts', 'how long an answer took, which benchmarks are told'],
  ['tests/discord/heard.ts', 'a limit after which a test fails'],
  ['tests/library-thread/hanging.ts', 'the signs of life that a thread gives, as the real one does'],
  ['tests/sleeping.test.ts', 'what is found here, as examples'],
]);

/** These measure; what is a test among them is read all the same. */
const measuring = /^tests\/(?:stress|bench|eval)\/(?!.*\.test\.ts$)/u;

const signs: readonly [what: string, sign: RegExp][] = [
  // Also in code that is given as text, to be run in a process of its own; as a name in quotes it is looked at, not called.
  ['a timer', /(?<!['"])\bset(?:Timeout|Interval)\b/gu],
  ['a sleep', /\bpg_sleep\b|\bscheduler\.wait\b|\bAtomics\.wait|\bsleep\(|['"`]sleep\b/gu],
  ['a signal after some time', /\bAbortSignal\.timeout\b/gu],
  ['the time that passed', /\bperformance\.now\(\)\s*(?:[<>]|-(?!\s*\d))|\bhrtime\b|AfterMs\)\.toBeLess/gu],
  ['the time that passed', /\bDate\.now\(\)\s*(?:[<>]|- (?:beg[au]n|before|start(?:ed)?|since)\b)/gu],
  ['a limit that is meant to run out', /\btimeout(?:Ms)?: \d{1,3}(?![\d_])/gu],
];

function found(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu, '');
  return signs.flatMap(([what, sign]) => [...code.matchAll(sign)].map(([words]) => `${what}: ${words}`));
}

const files = (await readdir('tests', { recursive: true }))
  .map((name) => `tests/${name}`)
  .filter((name) => name.endsWith('.ts') && !measuring.test(name));

test('no test waits by the clock, or measures by it', async () => {
  const clocks: string[] = [];
  for (const file of files) {
    if (exceptions.has(file)) continue;
    clocks.push(...found(await readFile(file, 'utf8')).map((what) => `${file} has ${what}`));
  }
  expect(clocks).toEqual([]);
});

test.each([...exceptions])('%s needs its exception: %s', async (file) => {
  expect(found(await readFile(file, 'utf8'))).not.toEqual([]);
});

test.each([
  "import { setTimeout as delay } from 'node:timers/promises';",
  'await new Promise((resolve) => setTimeout(resolve, 50));',
  'const source = `execute: () => new Promise((r) => setTimeout(r, 1500))`;',
  'const beats = setInterval(look, 10);',
  'const { setTimeout: later } = globalThis;',
  'await sql`select pg_sleep(1)`.execute(database);',
  'Atomics.wait(lock, 0, 0, 100);',
  'await scheduler.wait(100);',
  "await run('sleep 1');",
  "await once(AbortSignal.timeout(50), 'abort');",
  'expect(performance.now() - began).toBeLessThan(200);',
  'while (Date.now() < until) await look();',
  'expect(Date.now() - began).toBeGreaterThan(100);',
  'expect(seen.answeredAfterMs).toBeLessThan(3000);',
  'await alice.types(command, {}, option, { timeoutMs: 300 }).catch(() => undefined);',
])('is found: %s', (code) => {
  expect(found(code)).toHaveLength(1);
});

test.each([
  '// What setTimeout(resolve, 50) would do.',
  '/** Never `performance.now() - began`. */',
  "import { setImmediate as otherThings } from 'node:timers/promises';",
  "const limits = vi.spyOn(Socket.prototype, 'setTimeout');",
  'await clock.passes(1_000);',
  'const due = { by: performance.now() + 60_000, until: performance.now() - 1 };',
  'const doer = { guild, by, at: Date.now() - 61 * minute };',
  'const now = () => Date.now() - off;',
  'await expect.poll(size, { timeout: 15_000 }).toBe(0);',
  'const words = "asleep awake";',
])('is none: %s', (code) => {
  expect(found(code)).toEqual([]);
});
