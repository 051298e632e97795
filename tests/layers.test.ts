// The folders of DESIGN.md may import only what it says they may, so that each keeps its one job.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const shared = [
  'src/errors.ts',
  'src/validation.ts',
  'src/cut.ts',
  'src/controls.ts',
  'src/reasons.ts',
  'src/text-file.ts',
  'src/folders.ts',
  'src/steps.ts',
  'src/job-thread.ts',
  'src/line.ts',
  'src/typed.ts',
  'src/near-names.ts',
  'src/messages/',
];

/** For each place, what of the project it may import beside itself and what all share. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/corpus/': [],
  'src/messages/': ['src/corpus/'],
  'src/reading/': ['src/corpus/'],
  'src/search/': ['src/corpus/', 'src/reading/'],
  'src/statements/': ['src/corpus/'],
  'src/cards/': ['src/corpus/', 'src/citing/'],
  'src/citing/': ['src/corpus/', 'src/statements/'],
  'src/check/': ['src/corpus/', 'src/statements/'],
  'src/check-text/': ['src/corpus/', 'src/statements/', 'src/check/'],
  'src/joint/': ['src/corpus/'],
  'src/people/': ['src/corpus/'],
  'src/positions/': ['src/corpus/', 'src/joint/', 'src/people/', 'src/search/', 'src/statements/'],
  'src/holding.ts': [
    'src/corpus/',
    'src/joint/',
    'src/reading/',
    'src/search/',
    'src/statements/',
    'src/people/',
    'src/check/',
  ],
  'src/library.ts': [
    'src/corpus/',
    'src/people/',
    'src/search/',
    'src/statements/',
    'src/positions/',
    'src/check/',
    'src/check-text/',
    'src/holding.ts',
  ],
  'src/library-thread/': [
    'src/corpus/',
    'src/joint/',
    'src/reading/',
    'src/search/',
    'src/positions/',
    'src/library.ts',
  ],
  'src/store/': [],
  'src/health/': [],
  'src/sources/': ['src/corpus/', 'src/reading/passage-key.ts', 'src/store/'],
  'src/missed/': ['src/corpus/', 'src/search/', 'src/store/'],
  'src/preferences.ts': ['src/missed/', 'src/store/'],
  'src/questions/': ['src/store/'],
  'src/keeping/': ['src/store/', 'src/sources/', 'src/questions/', 'src/missed/'],
  'src/libraries.ts': ['src/corpus/', 'src/search/', 'src/library.ts', 'src/sources/', 'src/store/'],
  'src/importers/': ['src/corpus/'],
  'src/compare/': ['src/corpus/'],
  'src/watching.ts': ['src/library.ts'],
  'src/refusals.ts': ['src/corpus/', 'src/library.ts'],
  'src/verdict.ts': ['src/corpus/', 'src/check/', 'src/library.ts', 'src/named.ts', 'src/refusals.ts'],
  'src/text-report/': ['src/corpus/', 'src/check/', 'src/check-text/', 'src/citing/', 'src/verdict.ts'],
  'src/helping-on.ts': ['src/corpus/', 'src/library.ts'],
  'src/asking.ts': ['src/corpus/', 'src/search/', 'src/library.ts'],
  'src/named.ts': ['src/corpus/', 'src/search/', 'src/library.ts', 'src/positions/'],
  'src/terminal/': [
    'src/asking.ts',
    'src/helping-on.ts',
    'src/verdict.ts',
    'src/check/',
    'src/check-text/',
    'src/text-report/',
    'src/citing/',
    'src/corpus/',
    'src/reading/source.ts',
    'src/search/',
    'src/positions/',
    'src/people/',
    'src/importers/',
    'src/compare/',
    'src/library.ts',
    'src/refusals.ts',
    'src/named.ts',
    'src/ending.ts',
    'src/keeping/',
    'src/missed/',
    'src/store/',
    'package.json',
  ],
  'src/discord/': [
    'src/asking.ts',
    'src/helping-on.ts',
    'src/verdict.ts',
    'src/check/',
    'src/check-text/',
    'src/text-report/',
    'src/corpus/',
    'src/reading/source.ts',
    'src/search/',
    'src/positions/',
    'src/library.ts',
    'src/library-thread/thread.ts',
    'src/libraries.ts',
    'src/importers/',
    'src/compare/',
    'src/watching.ts',
    'src/refusals.ts',
    'src/named.ts',
    'src/log.ts',
    'src/config.ts',
    'src/store/',
    'src/keeping/',
    'src/questions/',
    'src/sources/',
    'src/cards/',
    'src/citing/',
    'src/preferences.ts',
    'src/missed/',
    'src/health/',
    'package.json',
  ],
  'src/doctor/': [
    'src/config.ts',
    'src/library.ts',
    'src/reading/model-files.ts',
    'src/importers/',
    'src/store/',
    'src/questions/',
    'src/discord/',
  ],
  'commands/': [
    'src/discord/command.ts',
    'src/discord/ask-source.ts',
    'src/discord/helping.ts',
    'src/discord/choices.ts',
    'src/discord/server.ts',
    'src/discord/describe.ts',
    'src/discord/texts/checking.ts',
    'src/discord/texts/message.ts',
    'src/discord/render.ts',
    'src/discord/render-asked.ts',
    'src/discord/render-sources.ts',
    'src/discord/desk/',
    'src/discord/source/',
    'src/discord/reading/',
    'src/discord/render-settings.ts',
    'src/discord/examples.ts',
    'src/discord/render-help.ts',
    'src/discord/render-positions.ts',
    'src/discord/render-checks.ts',
    'src/discord/named-choices.ts',
    'src/discord/numbers.ts',
    'src/refusals.ts',
    'src/named.ts',
    'src/verdict.ts',
    'src/citing/styles.ts',
    'src/preferences.ts',
    'src/missed/',
  ],
  'src/log.ts': ['src/config.ts'],
  'src/ending.ts': [],
  'src/settings/': [],
  'src/near-names.ts': ['src/corpus/folding.ts', 'src/search/slips.ts'],
  'src/config.ts': ['src/settings/'],
  'src/errors.ts': [],
  'src/validation.ts': [],
  'src/cut.ts': [],
  'src/controls.ts': [],
  'src/folders.ts': [],
  'src/reasons.ts': [],
  'src/text-file.ts': [],
  'src/steps.ts': [],
  'src/job-thread.ts': [],
  'src/line.ts': [],
  'src/typed.ts': [],
  // Entry points put the rest together.
  'src/main.ts': ['src/'],
  'src/doctor.ts': ['src/'],
  'src/cli.ts': ['src/'],
  'src/deploy.ts': ['src/'],
  'src/backup.ts': ['src/'],
  'src/report.ts': ['src/'],
  'src/store-cli.ts': ['src/'],
};

async function codeOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name}`);
}

const files = [...(await codeOf('src')), ...(await codeOf('commands'))];

/** The places of the table that a file belongs to: its folder, or itself. */
function placesOf(file: string): string[] {
  return Object.keys(mayImport).filter((place) => fits(file, place));
}

function fits(file: string, place: string): boolean {
  return place.endsWith('/') ? file.startsWith(place) : file === place;
}

/** The files of the project that a source text imports: by `from`, for their effect, or when it runs. */
function importsOf(file: string, source: string): string[] {
  const targets = source.matchAll(/(?:\bfrom|\bimport|\bimport\s*\()\s*(['"`])(?<target>\.[^'"`]+)\1/g);
  return [...targets].map(({ groups }) => join(dirname(file), groups?.['target'] ?? ''));
}

function forbidden(file: string, source: string): string[] {
  return placesOf(file).flatMap((place) => {
    const allowed = [place, ...shared, ...(mayImport[place] ?? [])];
    return importsOf(file, source).filter((imported) => !allowed.some((each) => fits(imported, each)));
  });
}

test.each(files)('%s has one place, and imports what may be imported there', async (file) => {
  expect(placesOf(file)).toHaveLength(1);
  expect(forbidden(file, await readFile(file, 'utf8'))).toEqual([]);
});

test('every place of the table is there', () => {
  const empty = Object.keys(mayImport).filter((place) => !files.some((file) => fits(file, place)));
  expect(empty).toEqual([]);
});

test.each([
  ["import { x } from '../discord/bot.ts';"],
  ["import type { x } from '../discord/bot.ts';"],
  ["export { x } from '../discord/bot.ts';"],
  ["import '../discord/bot.ts';"],
  ["const { x } = await import('../discord/bot.ts');"],
  ['const { x } = await import(`../discord/bot.ts`);'],
  ["const { x } = await import(\n  '../discord/bot.ts'\n);"],
])('an import that may not be is found: %s', (source) => {
  expect(forbidden('src/corpus/rogue.ts', source)).toEqual(['src/discord/bot.ts']);
});

test('a file that no rule covers is found', () => {
  expect(placesOf('src/rogue.ts')).toEqual([]);
  expect(placesOf('src/errors.ts.old.ts')).toEqual([]);
});

test('MiniSearch is known to one file alone, and nobody imports an entry point', async () => {
  const entries = ['main', 'cli', 'deploy', 'store-cli', 'backup', 'report', 'doctor'].map(
    (name) => `src/${name}.ts`,
  );
  for (const file of files) {
    const source = await readFile(file, 'utf8');
    if (file !== 'src/search/postings.ts') expect(source, file).not.toContain("'minisearch'");
    expect(
      importsOf(file, source).filter((imported) => entries.includes(imported)),
      file,
    ).toEqual([]);
  }
});

test('prom-client is known to one file alone', async () => {
  for (const file of files) {
    const source = await readFile(file, 'utf8');
    if (file !== 'src/health/figures.ts') expect(source, file).not.toContain("'prom-client'");
  }
});

test('ONNX Runtime and the tokenizer are known to one file each', async () => {
  for (const file of files) {
    const source = await readFile(file, 'utf8');
    if (file !== 'src/reading/encoder.ts') expect(source, file).not.toContain("'onnxruntime-node'");
    if (file !== 'src/reading/tokens.ts') expect(source, file).not.toContain("'@huggingface/tokenizers'");
  }
});

test('only the settings read the environment', async () => {
  for (const file of files.filter((name) => name !== 'src/config.ts')) {
    // That ONNX Runtime is to keep to itself can be said in no other way; nothing is read there.
    const silences = file === 'src/reading/thread.ts' ? "process.env['ORT_DISABLE_TELEMETRY'] = '1';" : '';
    const source = await readFile(file, 'utf8');
    expect(source.split('process.env'), file).toHaveLength(silences === '' ? 1 : 2);
    expect(source, file).toContain(silences);
  }
});

test('every file opens with its place in the flow', async () => {
  for (const file of files) expect(await readFile(file, 'utf8'), file).toMatch(/^\/\/ \S/);
});
