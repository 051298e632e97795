// What CONTRIBUTING sends somebody to is there: every path of its tables, and every script of npm.
import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const page = await readFile('CONTRIBUTING.md', 'utf8');
const code = [...page.matchAll(/`([^`\n]+)`/gu)].map(([, words = '']) => words);

/** Without those that are yet to be written: `tests/importers/NAME.test.ts`. */
const paths = code.filter((words) =>
  /^(?:src|tests|docs|commands|training|models)\/(?!.*NAME)[\w./*-]+$/u.test(words),
);

test.each([...new Set(paths)])('%s is there', async (path) => {
  expect(paths.length).toBeGreaterThan(60);
  expect((await Array.fromAsync(glob(path))).length).toBeGreaterThan(0);
});

test('every script that is named is one of npm’s', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
  const named = code.flatMap((words) => /^npm run (?:-s )?([\w:-]+)(?= |$)/u.exec(words)?.[1] ?? []);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
});
