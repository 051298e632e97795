// A folder from elsewhere may hold links: those that lead out of it put no file of the operator's among the sources.
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { candidatesOf } from '../../src/importers/add.ts';
import { folderWith } from '../temporary.ts';

const outside = { key: 'file.linkOut' };

test('links out of a named folder are refused, those that stay inside are read, and so is a link named itself', async () => {
  const secret = join(await folderWith({ 'secret.txt': 'A secret.' }), 'secret.txt');
  const folder = await folderWith({ 'a.txt': 'A.' });
  const beside = `${folder}-beside`;
  await mkdir(join(folder, 'deep'));
  await mkdir(beside);
  await writeFile(join(beside, 'b.txt'), 'B.');
  await symlink(secret, join(folder, 'out.txt'));
  await symlink('out.txt', join(folder, 'twice.txt'));
  await symlink(`../../${beside.split('/').at(-1)}/b.txt`, join(folder, 'deep', 'beside.txt'));
  await symlink('../a.txt', join(folder, 'deep', 'inside.txt'));
  const found = await candidatesOf([folder]);
  expect(found.map(({ file, reason }) => [file.slice(folder.length + 1), reason])).toEqual([
    ['a.txt', undefined],
    ['deep/beside.txt', outside],
    ['deep/inside.txt', undefined],
    ['out.txt', outside],
    ['twice.txt', outside],
  ]);
  const link = join(folder, 'out.txt');
  expect(await candidatesOf([link])).toEqual([{ file: link }]);
  // Where the folder itself is a link, its files are inside of it.
  const other = join(await folderWith({}), 'link');
  await symlink(folder, other);
  expect((await candidatesOf([other])).filter(({ reason }) => !reason)).toHaveLength(2);
});
