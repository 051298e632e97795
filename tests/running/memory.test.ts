// What the bot and its model take of memory is said in several places, and is one thing.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const read = (files: readonly string[]): Promise<string> =>
  Promise.all(files.map((file) => readFile(file, 'utf8'))).then((texts) => texts.join('\n'));

const ofModel = [
  'README.md',
  '.env.example',
  'docs/settings.md',
  'docs/pterodactyl-egg.json',
  'src/messages/en.json',
];

test('what the model takes is the same wherever it is said', async () => {
  for (const file of ofModel) expect(await read([file]), file).toContain('some 200 MB of memory');
  expect(await read(['docs/running.md'])).toContain('the trained model is some 200 MB of it');
});

test('what the bot takes with and without it is the same wherever it is said, and the difference is the model', async () => {
  const page = await read([...ofModel, 'docs/running.md']);
  const said = page.matchAll(
    /up to (?<with>\d+) MB of memory,? \(?(?<without>\d+) MB with `READER=lexical`/gu,
  );
  const taken = [...said].map(({ groups }) => [Number(groups?.['with']), Number(groups?.['without'])]);
  expect(taken.length).toBeGreaterThan(1);
  for (const each of taken) expect(each).toEqual([590, 390]);
});
