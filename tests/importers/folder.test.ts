// Of a folder each file is told, also those that are passed over, and why; what a person says of them is kept.
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { textEndingOf } from '../../src/corpus/files/folder.ts';
import type { Supplied } from '../../src/importers/about/front-matter.ts';
import { type Added, addFiles, candidatesOf } from '../../src/importers/add.ts';
import { checkCorpus } from '../../src/importers/checks/check-corpus.ts';
import { extract } from '../../src/importers/extract.ts';
import type { Importer } from '../../src/importers/import-file.ts';
import { endings } from '../../src/importers/imported.ts';
import { defaultLimits } from '../../src/importers/limits.ts';
import { folderWith, markdown } from '../temporary.ts';

/** Reads in this process: what is tested here is what becomes of what was read. */
const importer: Importer = {
  atATime: 1,
  import: ({ name, bytes }) => extract({ name, bytes, limits: defaultLimits }),
  close: async () => undefined,
};

interface Options {
  readonly supplied?: Supplied;
  readonly replace?: boolean;
  readonly mendEncoding?: boolean;
}

async function added(from: string, to: string, options: Options = {}): Promise<Added[]> {
  const { documents } = await readCollection(to).catch(() => ({ documents: [] }));
  const all = { to, documents, importer, replace: false, dryRun: false, supplied: {}, ...options };
  return Array.fromAsync(addFiles(await candidatesOf([from]), all));
}

const told = (all: readonly Added[], folder: string): string[] =>
  all.map((each) => {
    const why = 'reason' in each ? ` ${each.reason.key}` : '';
    return `${each.file.slice(folder.length + 1)} ${each.outcome}${why}`;
  });

test.each(Object.values(endings).flat())('what is called .%s is looked at in a folder', (ending) => {
  expect(textEndingOf(`a.${ending.toUpperCase()}`)).toBe(`.${ending}`);
});

test('every file of a folder is told, and why it is passed over or refused', async () => {
  const from = await folderWith({
    'a.txt': 'The ministers met in the town.',
    'b.MD': 'They agreed on a list.',
    'c.doc': Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('latin1'),
    'd.jpg': 'x',
    'dossier.yaml': 'people: []',
    'extra.yml': 'x: y',
    'e.jsonl': '{}',
    'README.md': 'About this folder.',
    Makefile: 'all:',
    '.hidden.txt': 'x',
  });
  await mkdir(join(from, '.git'));
  await writeFile(join(from, '.git', 'config.txt'), 'x');
  await mkdir(join(from, 'deep'));
  await writeFile(join(from, 'deep', 'readme.MD'), 'x');
  await writeFile(join(from, 'deep', 'f.txt'), '');
  await symlink(from, join(from, 'loop'));
  await symlink('/etc/hostname', join(from, 'out.txt'));
  await symlink('/etc/hostname', join(from, 'out.png'));
  await symlink('nowhere', join(from, 'lost.png'));
  expect(told(await added(from, await folderWith({})), from)).toEqual([
    '.git passed corpus.passed.hidden',
    '.hidden.txt passed corpus.passed.hidden',
    'Makefile passed corpus.passed.ending',
    'README.md passed corpus.passed.readme',
    'a.txt added',
    'b.MD added',
    // What the test writes is UTF-8, and no longer the bytes of Word.
    'c.doc refused import.refused.mismatch',
    'd.jpg passed corpus.passed.ending',
    'deep/f.txt refused import.refused.empty',
    'deep/readme.MD passed corpus.passed.readme',
    'dossier.yaml passed corpus.passed.rules',
    'e.jsonl passed corpus.passed.lines',
    'extra.yml passed corpus.passed.rules',
    'loop refused file.linkToFolder',
    'lost.png refused file.unreadable',
    'out.png passed corpus.passed.ending',
    'out.txt refused file.linkOut',
  ]);
});

test('a lone .doc is refused with its own sentence, and one that is named is read for what it is', async () => {
  const from = await folderWith({});
  const file = join(from, 'a.doc');
  await writeFile(file, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]));
  for (const path of [from, file])
    expect(
      (await added(path, await folderWith({}))).map((each) => 'reason' in each && each.reason.key),
    ).toEqual(['import.refused.oldWord']);
});

test('letters are put right where the operator says so, in text, title and name', async () => {
  const spoilt = new TextDecoder('windows-1251').decode(
    Buffer.from('# Déclaration à Genève\n\nL’été dernier…\n'),
  );
  const from = await folderWith({ 'a.md': spoilt });
  const to = await folderWith({});
  const [asItIs] = await added(from, to);
  expect(asItIs).toMatchObject({
    outcome: 'added',
    document: { title: { value: expect.stringContaining('Г©') } },
  });
  const [mended] = await added(from, await folderWith({}), { mendEncoding: true });
  expect(mended).toMatchObject({
    outcome: 'added',
    document: { id: 'declaration-a-geneve', title: { value: 'Déclaration à Genève' } },
    taken: { text: 'L’été dernier…\n' },
  });
  if (mended?.outcome !== 'added' || asItIs?.outcome !== 'added') throw new Error('not added');
  expect(mended.taken.mended).toBeUndefined();
  expect(mended.warnings.map(({ key }) => key)).not.toContain('import.warning.mojibake');
  expect(asItIs.warnings.map(({ key }) => key)).toContain('import.warning.mojibake');
});

test('what the operator says answers the warnings about it', async () => {
  const from = await folderWith({
    'a.txt': 'The ministers met in the town.\n\nThey agreed on a list of points.\n',
  });
  const keys = async (supplied: Supplied): Promise<string[]> => {
    const [each] = await added(from, await folderWith({}), { supplied });
    return each?.outcome === 'added'
      ? each.warnings.map(({ key }) => key.replace('import.warning.', ''))
      : [];
  };
  expect(await keys({})).toEqual(expect.arrayContaining(['noDate', 'noPublisher']));
  expect(await keys({ published: '2025', publisher: 'The Office' })).not.toContain('noDate');
  expect(await keys({ published: '2025', publisher: 'unknown', language: 'en', title: 'Points' })).toEqual(
    [],
  );
});

test('a new version keeps what was known, unless the operator or the file itself says otherwise', async () => {
  const words =
    'The ministers met in the old town hall on Saturday and went on until the evening, as those say who were there.';
  const to = await folderWith({
    'a.md': markdown(
      'a',
      words,
      'publisher:\n  supplied: The Office\n  because: said so\npublished: 2025-08-16\n',
    ).replace(/kind: \w+/u, 'kind: readout'),
  });
  const next = await folderWith({ 'a.txt': `${words}\n\nIt was a long day for everybody in the room.\n` });
  const [kept] = await added(next, to, { replace: true });
  expect(kept).toMatchObject({
    outcome: 'replaced',
    document: {
      id: 'a',
      kind: 'readout',
      language: 'en',
      publisher: { value: 'The Office', by: 'supplied' },
      published: { value: '2025-08-16', by: 'source' },
    },
  });
  const more = await folderWith({ 'a.txt': `${words}\n\nIt was a short day for nobody in that room.\n` });
  const supplied = {
    kind: 'statement',
    publisher: 'unknown',
    published: '2025-08-17',
    language: 'en-GB',
  } as const;
  const [changed] = await added(more, to, { replace: true, supplied });
  expect(changed).toMatchObject({
    outcome: 'replaced',
    document: {
      kind: 'statement',
      language: 'en-GB',
      publisher: { value: 'unknown', by: 'supplied' },
      published: { value: '2025-08-17', by: 'supplied' },
    },
  });
});

test('a publisher that nobody knows is not warned of, and letters taken for others are', async () => {
  const folder = await folderWith({
    'a.md': markdown('a', 'The ministers met in the town.', 'publisher: unknown\npublished: 2025-08-16\n'),
    'b.md': markdown('b', 'The ministerâ€™s cafÃ© is open.', 'publisher: x\npublished: 2025-08-16\n'),
  });
  const collection = await readCollection(folder);
  expect(collection.problems).toEqual([]);
  const checked = await Array.fromAsync(checkCorpus(collection));
  expect(checked.map(({ warnings }) => warnings.map(({ key }) => key))).toEqual([
    [],
    ['import.warning.mojibake'],
  ]);
});
