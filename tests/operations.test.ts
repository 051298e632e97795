// The page for operators promises nothing without a test that would catch the breach.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const page = await readFile('docs/operations.md', 'utf8');

/** The rows of tables whose heads are `promise` and `test`. */
const promises = [
  ...page.matchAll(/^\| promise \| test \|\n\| --- \| --- \|\n(?<rows>(?:\|.*\n?)+)/gmu),
].flatMap(({ groups }) => (groups?.['rows'] ?? '').trim().split('\n'));

test('every section has promises', () => {
  const sections = page.split(/^## /mu).slice(1);
  for (const section of sections) expect(section, section.split('\n', 1)[0]).toContain('| promise | test |');
});

test.each(promises)('%s: its tests are there', (row) => {
  const tests = [...row.matchAll(/`(tests\/[\w/.-]+)`/gu)].map(([, name]) => name ?? '');
  expect(tests.length).toBeGreaterThan(0);
  for (const name of tests) expect(existsSync(name), name).toBe(true);
});
