// What people marked, with the quotation marks that their column does not know.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf } from '../statements/reading.ts';
import { folderWith } from '../temporary.ts';
import { readMarked } from './attributions.ts';

test.each([
  ["''We go,'' Lund said.", "''We go,''", true],
  ["Lund said they are ''ready to go'' now.", "they are ''ready to go'' now", null],
  ["``We go,'' Lund said.", "``We go,''", true],
  ['Lund said they go.', 'they go', false],
  ["It was 5'' long, Lund said.", "It was 5'' long", false],
  ["''We go,'' Lund said. She said they stay.", 'they stay', false],
])('%s', async (text, words, direct) => {
  const document = documentOf(text);
  const at = text.indexOf(words);
  const line = { docId: 'a', quoteStart: at, quoteEnd: at + words.length, direct: false };
  const file = join(await folderWith({ 'marks.jsonl': JSON.stringify(line) }), 'marks.jsonl');
  expect((await readMarked(file, [document])).map((each) => each.direct)).toEqual([direct]);
});
