// A corpus that changes while questions are asked: real files, changed as people and editors change them.
import { mkdir, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as otherThings } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { describeProblem } from '../src/common/errors.ts';
import { type Library, openLibrary } from '../src/library.ts';
import { type WatchedLibrary, watchLibrary } from '../src/watching.ts';
import { threadWatch } from './processor-time.ts';
import { folderWith, markdown } from './temporary.ts';

interface Scene {
  readonly folder: string;
  readonly watched: WatchedLibrary;
  /** What was told, in order. */
  readonly told: string[];
  /** Whether the folder is read anew at this moment. */
  isReading(): boolean;
  /** Resolves when something more was told than when it was asked for. */
  next(): Promise<string>;
}

async function sceneWith(files: Record<string, string>, options = {}): Promise<Scene> {
  const folder = await folderWith(files);
  const library = await openLibrary(folder, options);
  const told: string[] = [];
  const waiting: ((what: string) => void)[] = [];
  let readings = 0;
  const open = async (): Promise<Library> => {
    readings += 1;
    try {
      return await openLibrary(folder, options);
    } finally {
      readings -= 1;
    }
  };
  const tell = (what: string): void => {
    told.push(what);
    for (const resolve of waiting.splice(0)) resolve(what);
  };
  const watched = await watchLibrary(
    folder,
    library,
    {
      changed: ({ documents }) => tell(`changed: ${documents.map(({ id }) => id).join(' ')}`),
      kept: (problems) => tell(`kept: ${problems.map((problem) => describeProblem(problem)).join('; ')}`),
      failed: (error) => tell(`failed: ${error}`),
    },
    open,
  );
  onTestFinished(() => watched.close());
  return {
    ...{ folder, watched, told },
    isReading: () => readings > 0,
    next: () => new Promise((resolve) => waiting.push(resolve)),
  };
}

const textOf = async (library: Library, id: string): Promise<string | undefined> =>
  (await library.document(id))?.text.trim();

test('a document that is changed, added or removed is so in the library a moment later', async () => {
  const { folder, watched, next } = await sceneWith({ 'a.md': markdown('a', 'Borders stay.') });
  let told = next();
  await writeFile(join(folder, 'a.md'), markdown('a', 'Borders move.'));
  expect(await told).toBe('changed: a');
  expect(await textOf(watched.current(), 'a')).toBe('Borders move.');
  told = next();
  await mkdir(join(folder, 'more'));
  await writeFile(join(folder, 'more/b.md'), markdown('b', 'A second text.'));
  expect(await told).toBe('changed: a b');
  told = next();
  await unlink(join(folder, 'a.md'));
  expect(await told).toBe('changed: b');
});

test('an editor that writes another file and puts it in the place of the old one is understood', async () => {
  const { folder, watched, told, next } = await sceneWith({ 'a.md': markdown('a', 'Before.') });
  const changed = next();
  await rename(join(folder, 'a.md'), join(folder, 'a.md~'));
  await writeFile(join(folder, '.a.md.swp'), 'half');
  await writeFile(join(folder, '.a.md.new'), markdown('a', 'After.'));
  await rename(join(folder, '.a.md.new'), join(folder, 'a.md'));
  await unlink(join(folder, '.a.md.swp'));
  expect(await changed).toBe('changed: a');
  expect(await textOf(watched.current(), 'a')).toBe('After.');
  expect(told).toHaveLength(1);
});

test('a broken change keeps the old library, says where it is broken, and the mended file is read', async () => {
  const { folder, watched, next } = await sceneWith({
    'a.md': markdown('a', 'Borders stay.'),
    'b.md': markdown('b', 'A second text.'),
  });
  let told = next();
  await writeFile(join(folder, 'a.md'), '---\nid: a\nkind: blog\n---\nBroken.\n');
  expect(await told).toContain(`kept: ${folder}/a.md:`);
  expect(await textOf(watched.current(), 'a')).toBe('Borders stay.');
  told = next();
  await writeFile(join(folder, 'a.md'), markdown('a', 'Mended.'));
  expect(await told).toBe('changed: a b');
  expect(await textOf(watched.current(), 'a')).toBe('Mended.');
});

test('a dossier that breaks, and a folder that empties, keep the old library', async () => {
  const dossier = 'parties:\n  - id: kyiv\n    name: Kyiv\n';
  const { folder, watched, next } = await sceneWith({
    'a.md': markdown('a', 'Text.'),
    'dossier.yaml': dossier,
  });
  let told = next();
  await writeFile(join(folder, 'dossier.yaml'), 'parties: 7\n');
  expect(await told).toContain('kept: ');
  told = next();
  await rm(join(folder, 'a.md'));
  expect(await told).toContain('kept: ');
  expect(await textOf(watched.current(), 'a')).toBe('Text.');
});

test('a new file that is wrong is left out as at the start, and the others are read', async () => {
  const { folder, watched, next } = await sceneWith({ 'a.md': markdown('a', 'Text.') });
  const told = next();
  await writeFile(join(folder, 'wrong.md'), 'no front matter');
  await writeFile(join(folder, 'b.md'), markdown('b', 'More.'));
  expect(await told).toBe('changed: a b');
  expect(watched.current().problems).toHaveLength(1);
});

test('where anything wrong is refused, a new wrong file keeps the old library as well', async () => {
  const { folder, watched, next } = await sceneWith({ 'a.md': markdown('a', 'Text.') }, { strict: true });
  const told = next();
  await writeFile(join(folder, 'wrong.md'), 'no front matter');
  expect(await told).toContain('kept: ');
  expect(watched.current().documents).toHaveLength(1);
});

test.skipIf(process.platform === 'win32')(
  'a linked document is read anew when another takes its place',
  async () => {
    const elsewhere = await folderWith({ 'one.md': markdown('a', 'One.'), 'two.md': markdown('a', 'Two.') });
    const { folder, watched, next } = await sceneWith({ 'b.md': markdown('b', 'Text.') });
    let told = next();
    await symlink(join(elsewhere, 'one.md'), join(folder, 'a.md'));
    await told;
    expect(await textOf(watched.current(), 'a')).toBe('One.');
    told = next();
    await symlink(join(elsewhere, 'two.md'), join(folder, '.new'));
    await rename(join(folder, '.new'), join(folder, 'a.md'));
    await told;
    expect(await textOf(watched.current(), 'a')).toBe('Two.');
  },
);

test('a thousand documents are read anew while questions are asked, and none of them waits or fails', async () => {
  const body = (number: number): string =>
    ['first', 'second', 'third']
      .map((word) => `The ${word} paragraph of text ${number} is about borders.`)
      .join('\n\n');
  const files = Object.fromEntries(
    Array.from({ length: 1000 }, (_, number) => [`d${number}.md`, markdown(`d${number}`, body(number))]),
  );
  const { folder, watched, told, isReading } = await sceneWith(files);
  const aside = await folderWith({});
  let meanwhile = 0;
  let longest = 0;
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const taken = threadWatch();
      await otherThings();
      const wasReading = isReading();
      const answer = await watched.current().ask('What is the second paragraph of text 500 about?');
      expect(answer.citations.length).toBeGreaterThan(0);
      longest = Math.max(longest, taken());
      if (wasReading && isReading()) meanwhile += 1;
    }
  })();
  for (let number = 0; number < 1000; number += 2) {
    // Written whole and then put in place: a file caught half written would be told as broken until it is whole, and rightly.
    const written = join(aside, `d${number}.md`);
    await writeFile(written, markdown(`d${number}`, `${body(number)}\n\nCorrected.`));
    await rename(written, join(folder, `d${number}.md`));
  }
  await expect
    .poll(() => watched.current().documents.filter(({ text }) => text.includes('Corrected.')).length, {
      timeout: 60_000,
    })
    .toBe(500);
  isOver = true;
  await asking;
  expect(told.filter((what) => !what.startsWith('changed'))).toEqual([]);
  expect(meanwhile).toBeGreaterThan(20);
  // Discord gives up after 3 s; this is what the bot's own thread does between two questions.
  expect(longest).toBeLessThan(1_000);
}, 90_000);
