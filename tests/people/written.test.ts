// `corpus names`: what was read, as a dossier that can be put beside the documents as it is, or corrected.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Holding } from '../../src/holding.ts';
import { collectionAt } from '../../src/library.ts';
import { writtenDossier } from '../../src/people/written.ts';
import { folderWith, markdown } from '../temporary.ts';

const text = `U.S. Treasury Secretary Nora Velde met China’s vice premier, He Weiling. “We agree,” Velde said.
Senator Tom Velde left. NATO chief Ida Holm and the NATO council waited; NATO said so, and NATO said why.`;

async function written(): Promise<{ readonly folder: string; readonly yaml: string }> {
  const folder = await folderWith({ 'a.md': markdown('a', text) });
  const holding = new Holding(await collectionAt(folder, { strict: true }), {});
  const yaml = writtenDossier(holding.people.get().known, (document) => holding.passagesOf(document) ?? []);
  return { folder, yaml };
}

test('it is a dossier without a fault, and nobody’s id or name changes with it', async () => {
  const { folder, yaml } = await written();
  const before = new Holding(await collectionAt(folder, {}), {}).people.get().known;
  await writeFile(join(folder, 'dossier.yaml'), yaml);
  const { dossier, problems } = await collectionAt(folder, {});
  expect(problems).toEqual([]);
  const after = [...dossier.parties, ...dossier.people];
  expect(after.map(({ id, name }) => [id, name]).sort()).toEqual(
    before.map(({ id, name }) => [id, name]).sort(),
  );
});

test('it shows the passages that tie an office to a name, and how often documents name somebody', async () => {
  const { yaml } = await written();
  expect(yaml).toContain('# a ×1\n');
  expect(yaml).toMatch(/# a ¶1: .*China’s vice premier, He Weiling.*\n {2}- id: he-weiling\n/u);
});

test('a name that two have is neither’s', async () => {
  const { yaml } = await written();
  expect(yaml).not.toMatch(/- Velde\n/u);
});
