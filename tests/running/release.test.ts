// Version, changelog, upgrade page and image speak of the same release.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { sectionOf, versionsOf } from '../../scripts/release/changelog.ts';

const read = (file: string): Promise<string> => readFile(file, 'utf8');
const versionSchema = z.object({ version: z.string() });
const { version } = versionSchema.parse(JSON.parse(await read('package.json')));

test('the lockfile has the version of the package', async () => {
  expect(versionSchema.parse(JSON.parse(await read('package-lock.json'))).version).toBe(version);
});

test('the changelog has the version first, newest first, with something to tell', async () => {
  const changelog = await read('CHANGELOG.md');
  const versions = versionsOf(changelog);
  expect(versions[0]?.version).toBe(version);
  const days = versions.map(({ day }) => day);
  expect(days).toEqual(days.toSorted().reverse());
  for (const each of versions) expect(sectionOf(changelog, each.version)).toMatch(/^- /mu);
  // Every heading of this rank is a version or what is in none yet.
  const headings = changelog.match(/^## .+$/gmu) ?? [];
  expect(headings.filter((heading) => heading !== '## Unreleased')).toHaveLength(versions.length);
});

test('the upgrade page tells of every version', async () => {
  const page = await read('docs/upgrading.md');
  for (const each of versionsOf(await read('CHANGELOG.md'))) expect(page).toContain(`## To ${each.version}`);
});

const changelog =
  '# Changelog\n\n## Unreleased\n\n## 1.1.0 – 2026-02-01\n\n- New.\n- More.\n\n## 1.0.0 – 2026-01-01\n\n- First.\n';

test.each([
  ['1.1.0', '- New.\n- More.'],
  ['1.0.0', '- First.'],
  ['Unreleased', undefined],
  ['1.1', undefined],
  ['2.0.0', undefined],
  ['', undefined],
])('the part of the changelog for "%s"', (asked, section) => {
  expect(sectionOf(changelog, asked)).toBe(section);
});
