// The pages for operators promise nothing without a test that would catch the breach.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { migrations } from '../src/store/migrations/migrations.ts';

const pages = await Promise.all(
  ['operations', 'backups', 'running'].map(async (name) => {
    const file = `docs/${name}.md`;
    return { file, text: await readFile(file, 'utf8') };
  }),
);

/** The rows of tables whose heads are `promise` and `test`, with their page. */
const promises = pages.flatMap(({ file, text }) =>
  [...text.matchAll(/^\| promise \| test \|\n\| --- \| --- \|\n(?<rows>(?:\|.*\n?)+)/gmu)]
    .flatMap(({ groups }) => (groups?.['rows'] ?? '').trim().split('\n'))
    .map((row) => [file, row] as const),
);

interface Named {
  readonly file: string;
  readonly title: string | undefined;
}

/** What the last cell of a row names: `tests/file.ts › title of the test`, then `› title` for others of the same file, or a script. */
function namedIn(row: string): Named[] {
  const cell = row.slice(row.lastIndexOf(' | '));
  let last = '';
  return [...cell.matchAll(/`([^`]+)`/gu)].flatMap(([, span = '']) => {
    const [named = '', title] = span.split(/ ?› /u);
    const file = named === '' ? last : named;
    last = file;
    return /^(?:tests|scripts)\//u.test(file) ? [{ file, title }] : [];
  });
}

/** The titles of the tests that a source makes, as they are written there. */
function titlesIn(source: string): Set<string> {
  const made = source.matchAll(/(?:\btest|\))\(\s*(?<mark>['"`])(?<title>.*)\k<mark>,/gu);
  return new Set([...made].map(({ groups }) => groups?.['title'] ?? ''));
}

/** What a row names and is not there. */
async function missingIn(row: string): Promise<Named[]> {
  const missing: Named[] = [];
  for (const { file, title } of namedIn(row)) {
    const titles = existsSync(file) ? titlesIn(await readFile(file, 'utf8')) : undefined;
    const isThere = file.startsWith('tests/') ? title !== undefined && titles?.has(title) : titles;
    if (!isThere) missing.push({ file, title });
  }
  return missing;
}

test('every section of the page on operations has promises', () => {
  const sections = (pages[0]?.text ?? '').split(/^## /mu).slice(1);
  for (const section of sections) expect(section, section.split('\n', 1)[0]).toContain('| promise | test |');
});

test('what doctor says of a store is shown as it says it today', () => {
  const shown = [...(pages[0]?.text ?? '').matchAll(/^ok {3}store: .* tables (?<version>[\w-]+), /gmu)];
  expect(shown.map(({ groups }) => groups?.['version'])).toEqual([Object.keys(migrations).at(-1)]);
});

test.each(promises)('%s: %s: its tests are there', async (_, row) => {
  expect(namedIn(row)).not.toEqual([]);
  expect(await missingIn(row)).toEqual([]);
});

const checks = 'tests/health/checks.test.ts';
const holds = 'what was found holds for a moment, however often somebody asks';

test.each([
  [`a title that is there: \`${checks} › ${holds}\``, []],
  [`a second one: \`${checks} › ${holds}\`; \`› what fails is told in order, what holds is not\``, []],
  [`one of many: \`tests/config.test.ts › nor where %s stands as a name\``, []],
  [`a script: \`scripts/try-image.sh\`; workflow \`image\``, []],
  [`a file alone: \`${checks}\``, [{ file: checks, title: undefined }]],
  [`another title: \`${checks} › what was found holds\``, [{ file: checks, title: 'what was found holds' }]],
  [
    `a second one that is gone: \`${checks} › ${holds}\`; \`› it is fast\``,
    [{ file: checks, title: 'it is fast' }],
  ],
  ['a file that is gone: `tests/gone.test.ts › x`', [{ file: 'tests/gone.test.ts', title: 'x' }]],
  ['a script that is gone: `scripts/gone.sh`', [{ file: 'scripts/gone.sh', title: undefined }]],
])('what a row names is looked for: %s', async (named, missing) => {
  expect(await missingIn(`| something \`else\` holds | ${named} |`)).toEqual(missing);
});
