// A question that fails keeps its place among the answers, and takes no other away.
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { UserError } from '../../src/common/errors.ts';
import { openLibrary } from '../../src/library.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { answerBatch } from '../../src/terminal/commands/batch.ts';
import { folderWith } from '../temporary.ts';

test('a question that makes the library throw is an error of its own line', async () => {
  const library = await openLibrary('corpus');
  const fragile = {
    ...library,
    ask: async (question: string) => {
      if (question === 'bug') throw new Error('a bug of ours');
      if (question === 'refused') throw new UserError({ key: 'answer.none' });
      return library.ask(question);
    },
  };
  const lines = ['hello', 'bug', 'refused', 'hello'].map((question, id) => JSON.stringify({ id, question }));
  const folder = await folderWith({ 'q.jsonl': lines.join('\n') });
  const output = new PassThrough();
  const bad = await answerBatch(`${folder}/q.jsonl`, fragile, output, inEnglish);
  output.end();
  const answers = (await text(output))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers.map(({ id, error }) => [id, error])).toEqual([
    [0, undefined],
    [1, 'Something went wrong here, and it is not your fault: a bug of ours'],
    [2, 'The sources do not answer this.'],
    [3, undefined],
  ]);
  expect(bad).toBe(2);
});
