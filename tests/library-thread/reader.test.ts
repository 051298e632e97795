// The shipped model behind the library's thread, as the bot has it: what crosses both threads is what stays in one.
import { expect, onTestFinished, test, vi } from 'vitest';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { libraryOf } from '../../src/library.ts';
import { openLibraryThread } from '../../src/library-thread/thread.ts';
import { openModel } from '../../src/reading/model.ts';

// A machine that does much else besides may take its time here.
vi.setConfig({ testTimeout: 90_000 });

test('questions are answered as in one thread, by the trained reader, with the same sentences', async () => {
  const collection = await readCollection('corpus');
  const model = await openModel({ timeLimit: 60_000 });
  onTestFinished(() => model.close());
  const source = async () => model;
  const notRead: unknown[] = [];
  const thread = openLibraryThread({
    ...{ hangsAfter: 60_000, model: source },
    notRead: (reason) => notRead.push(reason),
  });
  onTestFinished(() => thread.close());
  const [there, here] = [thread.open(collection), libraryOf(collection, { model: source })];
  await Promise.all([there.vectors(), here.vectors()]);
  // Each finds a passage of several sentences first.
  for (const question of [
    'Can borders be changed by force?',
    'Will the support to Ukraine continue?',
    'Wer entscheidet über das Gebiet der Ukraine?',
  ]) {
    const answer = await there.ask(question);
    expect(answer.reader, question).toBe('trained');
    expect(answer).toEqual(await here.ask(question));
  }
  expect(notRead).toEqual([]);
});
