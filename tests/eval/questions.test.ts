// Questions as somebody writes them for documents of his own, and as sets that were written elsewhere have them.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { folderWith, markdown } from '../temporary.ts';
import { isHit, readQuestions, unfound } from './questions.ts';

async function read(...lines: readonly unknown[]): ReturnType<typeof readQuestions> {
  const folder = await folderWith({ 'q.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') });
  return readQuestions(join(folder, 'q.jsonl'));
}

test('a question and the words that answer it are enough; without any it is one that nothing answers', async () => {
  expect(
    await read({ question: 'Where?', answers: ['in Riga'] }, { question: 'Who pays?', answers: [] }),
  ).toEqual([
    { id: 1, question: 'Where?', answers: [{ text: 'in Riga' }], answerable: true },
    { id: 2, question: 'Who pays?', answers: [], answerable: false },
  ]);
});

test('what is given is kept', async () => {
  const question = { id: 'g1', docId: 'a', question: 'Where?', answers: [], answerable: true, kind: 'plain' };
  expect(await read(question)).toEqual([question]);
});

test('a line that is no question is named', async () => {
  await expect(read({ question: 'Where?' })).rejects.toThrow('q.jsonl:1: this line is no question');
  await expect(read('Where?')).rejects.toThrow('q.jsonl:1: this line is no question');
});

test('answers that stand in no passage are found, for they can only count as wrong', async () => {
  const folder = await folderWith({ 'a.md': markdown('a', 'The treaty is signed in Riga.') });
  const { passages } = await readCollection(folder);
  const questions = await read(
    { question: 'Where?', answers: ['in Riga'] },
    { question: 'When?', answers: ['in  May'] },
    { question: 'Who?', answers: [] },
  );
  expect(unfound(questions, passages).map(({ id }) => id)).toEqual([2]);
  expect(questions.map((question) => passages.some((passage) => isHit(passage, question)))).toEqual([
    ...[true, false, false],
  ]);
});
