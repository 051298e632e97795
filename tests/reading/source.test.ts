// Where the libraries get the model from: one for all, and where there is none, words answer and it is told once.
import { copyFile, cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { modelFileNames, shippedModel } from '../../src/reading/model-files.ts';
import { modelSource } from '../../src/reading/source.ts';
import { folderWith } from '../temporary.ts';

const asked = 'Can borders be changed by force?';

/** A folder with the shipped files, one of them another. */
async function damaged(): Promise<string> {
  const folder = await folderWith({});
  for (const name of [...modelFileNames, 'model.json'])
    await copyFile(join(shippedModel, name), join(folder, name));
  await writeFile(join(folder, 'tokenizer.json'), '{}');
  return folder;
}

test.each([
  ['missing', async () => join(await folderWith({}), 'nothing'), 'ENOENT'],
  ['damaged', damaged, 'tokenizer.json: its SHA-256 is'],
])('a %s model is told once, with its reason, and words answer', async (_, folderOf, reason) => {
  const told: unknown[] = [];
  const {
    source: model,
    hasFailed,
    close,
  } = modelSource({ folder: await folderOf() }, (error) => told.push(error));
  expect([told, hasFailed()]).toEqual([[], false]);
  expect(await Promise.all([model(), model()])).toEqual([undefined, undefined]);
  expect(await model()).toBeUndefined();
  const [plain, library] = [await openLibrary('corpus'), await openLibrary('corpus', { model })];
  await library.vectors();
  expect(await library.ask(asked)).toEqual(await plain.ask(asked));
  expect([told.length, hasFailed()]).toEqual([1, true]);
  expect(told[0]).toMatchObject({
    reason: 'unavailable',
    cause: { message: expect.stringContaining(reason) },
  });
  await close();
});

test('a model that was not there is tried again later, and used once it is', async () => {
  const told: unknown[] = [];
  const folder = join(await folderWith({}), 'later');
  const {
    source: model,
    hasFailed,
    close,
  } = modelSource({ folder, restsFor: 0 }, (error) => told.push(error));
  expect(await model()).toBeUndefined();
  expect(await model()).toBeUndefined();
  // Many who ask while it is tried again start one attempt.
  const [one, other] = [model(), model()];
  expect(other).toBe(one);
  await one;
  await cp(shippedModel, folder, { recursive: true });
  expect(await model()).toBeDefined();
  expect([told.length, hasFailed()]).toEqual([1, false]);
  await close();
});

test('the model is loaded when it is first asked for, and all get the same', async () => {
  const told: unknown[] = [];
  const { source: model, close } = modelSource({}, (error) => told.push(error));
  const [one, other] = await Promise.all([model(), model()]);
  expect(one).toBeDefined();
  expect(other).toBe(one);
  expect(told).toEqual([]);
  await close();
});
