// The model's thread as it is: its queue, what goes wrong with it, and how it ends.
import { execFile } from 'node:child_process';
import { copyFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Model, type ModelOptions, openModel } from '../../src/reading/model.ts';
import { modelFileNames, readModelFiles, shippedModel } from '../../src/reading/model-files.ts';
import { fileShelf } from '../../src/reading/shelf.ts';
import { folderWith } from '../temporary.ts';
import { readable, several } from './passages.ts';

// The model is loaded again and again, which takes its time where others have the processor.
vi.setConfig({ testTimeout: 60_000 });

const question = 'Who wants guards at the bridge?';
/** The thread is not hurried here: how long it takes is for the bench. */
const unhurried = { timeLimit: 60_000 };

async function opened(options: ModelOptions = unhurried): Promise<Model> {
  const model = await openModel(options);
  onTestFinished(() => model.close());
  return model;
}

/** A folder with copies of the shipped files. */
async function copied(): Promise<string> {
  const folder = await folderWith({});
  for (const name of [...modelFileNames, 'model.json'])
    await copyFile(join(shippedModel, name), join(folder, name));
  return folder;
}

test('a vector is of unit length, and the same every time', async () => {
  const model = await opened();
  const vector = await model.vectorOf(question);
  expect(vector).toHaveLength(model.description.hidden);
  const length = Math.sqrt(vector.reduce((sum, number) => sum + number * number, 0));
  expect(length / 127).toBeCloseTo(1, 1);
  for (let at = 0; at < 70; at += 1) await model.vectorOf(`${question} ${at}`);
  expect(await model.vectorOf(question)).toEqual(vector);
});

test('sentences are read by themselves, in the order that is asked for; one that is not there is none', async () => {
  const model = await opened();
  const passage = readable('It rains at sea. The delegation wants nine guards at the bridge. Nobody sings.');
  const asked = 'How many guards are wanted at the bridge?';
  const [second, first, none] = await model.readSentences(asked, { passage, sentences: [1, 0, 9] });
  expect(second).toBeGreaterThan(first ?? 0);
  expect(none).toBe(-Infinity);
  // It may come from another thread, in a message that has more in it.
  const message = { kind: 'readSentences', passage, sentences: [0, 1] };
  expect(await model.readSentences(asked, message)).toEqual([first, second]);
});

test('what is not read in time is late, and what comes afterwards is read', async () => {
  const hurried = await opened({ timeLimit: 1 });
  await expect(hurried.read(question, several(8))).rejects.toMatchObject({ reason: 'late' });
  await hurried.prepare(several(1), () => undefined);
  await expect(hurried.read(question, several(8))).rejects.toMatchObject({ reason: 'late' });
});

test('where too many wait, one more is refused; those that are given up make room', async () => {
  const model = await opened();
  const leaving = new AbortController();
  // One runs, forty wait.
  const waiting = Array.from({ length: 41 }, () => model.read(question, several(8), leaving.signal));
  const settled = Promise.allSettled(waiting);
  await expect(model.vectorOf(question)).rejects.toMatchObject({ reason: 'busy' });
  leaving.abort();
  expect(await model.vectorOf(question)).toBeInstanceOf(Int8Array);
  const late = (await settled).filter((each) => each.status === 'rejected' && each.reason.reason === 'late');
  expect(late).toHaveLength(41);
});

test('what runs and nobody wants any more ends between two texts', async () => {
  const shelf = join(await folderWith({}), 'passages.sqlite');
  const model = await opened({ ...unhurried, shelf });
  expect(model.shelf).toBe('file');
  const leaving = new AbortController();
  const passages = Array.from({ length: 400 }, (_, at) => readable(`Guard ${at} was seen.`));
  const read = model.read(question, passages, leaving.signal);
  leaving.abort();
  await expect(read).rejects.toMatchObject({ reason: 'late' });
  await model.vectorOf(question);
  await model.close();
  const keys = passages.map(({ key }) => key);
  expect(await keptIn(shelf, keys)).toBeLessThan(keys.length);
});

test('a question goes before background work, which goes on afterwards', async () => {
  const model = await opened();
  const passages = several(12, 'dam');
  const prepared = new Set<string>();
  let atAnswer: number | undefined;
  let answered: Promise<void> | undefined;
  await model.prepare([...passages, ...passages], (key, vector) => {
    prepared.add(key);
    expect(vector).toHaveLength(model.description.hidden);
    answered ??= model.vectorOf(question).then(() => {
      atAnswer = prepared.size;
    });
  });
  await answered;
  expect(atAnswer).toBeLessThan(4);
  expect(prepared).toEqual(new Set(passages.map(({ key }) => key)));
});

test('amid a long passage a question goes first, and the passage comes out as if nobody had asked', async () => {
  const long = readable(Array.from({ length: 120 }, (_, at) => `Guard ${at} has seen nine boats.`).join(' '));
  const alone = await opened();
  const expected = new Map<string, Int8Array>();
  await alone.prepare([long], (key, vector) => expected.set(key, vector));
  const model = await opened();
  const made = new Map<string, Int8Array>();
  const prepared = model.prepare([long], (key, vector) => made.set(key, vector));
  for (let at = 0; at < 3; at += 1) {
    await model.vectorOf(`${question} ${at}`);
    expect(made.size).toBe(0);
  }
  await prepared;
  expect(made).toEqual(expected);
});

test('passages that nobody wants any more are not prepared, which is no error', async () => {
  const model = await opened();
  const leaving = new AbortController();
  let count = 0;
  await model.prepare(
    several(12, 'dyke'),
    () => {
      count += 1;
      if (count === 2) leaving.abort();
    },
    leaving.signal,
  );
  expect(count).toBe(2);
  await model.prepare(several(12, 'dyke'), () => (count += 1), AbortSignal.abort());
  expect(count).toBe(2);
});

test('what was made is kept in the file: another thread gets the same vectors', async () => {
  const shelf = join(await folderWith({}), 'deep', 'passages.sqlite');
  const passages = several(3, 'mine');
  const [first, second] = [new Map<string, Int8Array>(), new Map<string, Int8Array>()];
  const one = await opened({ ...unhurried, shelf });
  await one.prepare(passages, (key, vector) => first.set(key, vector));
  await one.close();
  expect(await keptIn(shelf, [...first.keys()])).toBe(3);
  const other = await opened({ ...unhurried, shelf });
  await other.prepare(passages, (key, vector) => second.set(key, vector));
  expect(second).toEqual(first);
});

test('where the file cannot be opened, memory keeps what is made', async () => {
  const folder = await folderWith({ blocked: '' });
  const model = await opened({ ...unhurried, shelf: join(folder, 'blocked', 'passages.sqlite') });
  expect(model.shelf).toBe('memory');
  expect(await model.read(question, several(2))).toHaveLength(2);
});

test('a folder without a model is no model', async () => {
  const missing = join(await folderWith({}), 'models');
  await expect(openModel({ folder: missing })).rejects.toMatchObject({
    reason: 'unavailable',
    cause: { code: 'ENOENT' },
  });
});

test('a damaged file is no model, and is named', async () => {
  const folder = await copied();
  await truncate(join(folder, 'reader.onnx'), 1_000);
  await expect(openModel({ folder })).rejects.toMatchObject({
    reason: 'unavailable',
    cause: { message: expect.stringMatching(/reader\.onnx: its SHA-256 is .*put back/) },
  });
});

test('a description that describes nothing is no model, and is named', async () => {
  const folder = await copied();
  await writeFile(join(folder, 'model.json'), '{"hidden": ');
  await expect(openModel({ folder })).rejects.toMatchObject({
    reason: 'unavailable',
    cause: { message: expect.stringContaining('model.json: this describes no model') },
  });
});

test('what waits when the model is closed is not read, nor what comes later', async () => {
  const model = await opened();
  const waiting = [model.read(question, several(8)), model.vectorOf(question)];
  const prepared = model.prepare(several(3, 'weir'), () => undefined);
  const settled = Promise.allSettled([...waiting, prepared]);
  await model.close();
  await model.close();
  for (const each of await settled)
    expect(each).toMatchObject({ status: 'rejected', reason: { reason: 'unavailable' } });
  await expect(model.vectorOf(question)).rejects.toMatchObject({ reason: 'unavailable' });
});

test('an idle model keeps no program from ending', async () => {
  const path = new URL('../../src/reading/model.ts', import.meta.url).href;
  const code = `
    import { openModel } from '${path}';
    const model = await openModel({ timeLimit: 60_000 });
    await model.prepare([], () => undefined);
    process.stdout.write(String((await model.vectorOf('Who?')).length));`;
  const program = join(await folderWith({ 'program.mjs': code }), 'program.mjs');
  // Where it does not end, the test's own time limit does.
  const { stdout } = await promisify(execFile)(process.execPath, [program]);
  const { description } = await readModelFiles(shippedModel);
  expect(stdout).toBe(String(description.hidden));
});

/** How many of the passages are kept in a file. */
async function keptIn(path: string, keys: string[]): Promise<number> {
  const { id, description } = await readModelFiles(shippedModel);
  const shelf = fileShelf(path, { ...description, model: id });
  const found = shelf.vectors(keys).size;
  shelf.close();
  return found;
}
