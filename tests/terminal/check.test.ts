// Checks in the terminal: one quotation for a person, a batch for machines.
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { type Library, openLibrary } from '../../src/library.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { checkBatch } from '../../src/terminal/commands/batch.ts';
import { ask, check, type Options } from '../../src/terminal/requests.ts';
import { folderWith, markdown } from '../temporary.ts';

const library = await openLibrary('corpus');

async function shown(words: string, options: Options = {}, within: Library = library): Promise<string> {
  const screen = { stream: new PassThrough() };
  const reply = await check(within, words, options);
  const text = await reply.text({ screen, translate: inEnglish });
  return text.replace(/\s*\n\s*│?\s*/g, ' ');
}

async function checkedLines(
  lines: readonly string[],
  within: Library = library,
  options: Options = {},
): Promise<[unknown[], number]> {
  const folder = await folderWith({ 'c.jsonl': lines.join('\n') });
  const output = new PassThrough();
  const bad = await checkBatch(`${folder}/c.jsonl`, within, output, inEnglish, options);
  output.end();
  const answers = (await text(output)).trim().split('\n');
  return [answers.map((line) => JSON.parse(line)), bad];
}

test('a doctored quotation is called so, with the change and the words of the source', async () => {
  const told = await shown('International borders may be changed by force.');
  expect(told).toContain('Altered: 1 change, which reverses the meaning.');
  expect(told).toContain('“must not” became “may” (reverses the meaning)');
  expect(told).toContain('International borders must not be changed by force.');
  expect(told).toContain('european-leaders ¶7');
});

test('a speaker and a source may be given', async () => {
  expect(await shown('No-one knows how this could work', { speaker: 'Putin' })).toContain(
    'The source gives them to Another source with knowledge of the matter, not to Putin.',
  );
  expect(await shown('No-one knows how this could work', { source: 'european-leaders' })).toContain(
    'Not found:',
  );
  expect(await shown('ironclad', { source: 'security-guarantees' })).toContain(
    'Not found: these words are not in security-guarantees, and only that was searched.',
  );
  expect(await shown('quartz')).toContain('Not found: these words are not in these sources.');
});

test('a place is named once, and not where it is shown already', async () => {
  const text = ['We go home.', 'We go to Riga, and we go to Oslo. We go far.', 'We go once more.'].join(
    '\n\n',
  );
  const own = await openLibrary(await folderWith({ 'a.md': markdown('a', text) }));
  const told = await shown('we go', {}, own);
  expect(told).toContain('We go home. a ¶1');
  expect(told).toContain('Also at 2 places: a ¶2, a ¶3');
  expect(await shown('we go to', {}, own)).not.toContain('Also at');
});

test('a check and an answer say whom a pronoun stands for', async () => {
  const text = 'Anna Berg spoke in Riga.\n\nShe noted: “The ferry across the bay will be closed in winter.”';
  const own = await openLibrary(await folderWith({ 'a.md': markdown('a', text) }));
  const by = 'Who said it: “She noted” [Anna Berg]';
  expect(await shown('The ferry across the bay will be closed', {}, own)).toContain(by);
  const screen = { stream: new PassThrough() };
  const answer = await ask(own, 'When will the ferry across the bay be closed?');
  expect(await answer.text({ screen, translate: inEnglish })).toContain(by);
});

test('a speaker and a source given with a batch hold for each line, a speaker where it names none', async () => {
  const line = { text: 'No-one knows how this could work' };
  const lines = [
    { id: 1, ...line },
    { id: 2, ...line, speaker: '' },
    { id: 3, ...line, speaker: 'the source' },
  ].map((each) => JSON.stringify(each));
  const verdicts = async (options: Options): Promise<unknown[]> => {
    const [answers] = await checkedLines(lines, library, options);
    return answers.map((answer) => (answer as { verdict: string }).verdict);
  };
  const [, , own] = await verdicts({});
  expect(await verdicts({ speaker: 'Putin' })).toEqual(['misattributed', 'misattributed', own]);
  expect(await verdicts({ source: 'european-leaders' })).toEqual(['not-found', 'not-found', 'not-found']);
  await expect(verdicts({ source: 'yalta' })).rejects.toThrow('yalta');
});

test('a batch gives one line each in order, whatever is wrong with others', async () => {
  const [answers, bad] = await checkedLines([
    '{"id":"a","text":"International borders must be changed by force"}',
    'no json',
    '{"id":2,"text":"it is not the only possible option","speaker":"Putin"}',
    '{"id":3,"question":"?"}',
    '{"text":"x"}',
    '{"id":4,"text":"We will never give up our land","speaker":null}',
    `{"id":5,"text":"${'w'.repeat(6001)}"}`,
  ]);
  expect(answers).toEqual([
    {
      id: 'a',
      verdict: 'altered',
      flags: ['turns-sense'],
      matches: [
        {
          document: 'european-leaders',
          paragraph: 7,
          start: 1341,
          end: 1391,
          text: 'International borders must not be changed by force',
          speaker: 'the statement',
        },
      ],
      differences: [{ op: 'delete', source: 'not', given: '', turnsSense: true }],
      coverage: 'inside',
    },
    {
      id: null,
      error: expect.stringContaining('this line is no JSON: no json; write {"id": "…", "text": "…"'),
    },
    expect.objectContaining({ id: 2, verdict: 'misattributed', differences: [] }),
    { id: 3, error: expect.stringContaining('this line is no quotation') },
    { id: null, error: expect.stringContaining('this line is no quotation') },
    { id: 4, verdict: 'not-found', flags: [], matches: [], differences: [], coverage: 'inside' },
    { id: 5, error: 'This has 6,001 characters; a quotation may have 6,000. Please check a part of it.' },
  ]);
  expect(bad).toBe(4);
});

test('a .jsonl corpus is a transcript: its labels say who speaks, and no reporter stands between', async () => {
  const document = { docId: 'talk', text: 'MS. ADAMS: We have a plan for all of it.\n\nQ What is it?' };
  const folder = await folderWith({ 'talk.jsonl': JSON.stringify(document) });
  const talk = await openLibrary(`${folder}/talk.jsonl`);
  const [answers] = await checkedLines(
    ['{"id":1,"text":"We have a plan"}', '{"id":2,"text":"We have a plan","speaker":"Tom Brown"}'],
    talk,
  );
  expect(answers).toMatchObject([
    { id: 1, verdict: 'exact', flags: ['cut', 'cut-end'], matches: [{ speaker: 'MS. ADAMS', paragraph: 1 }] },
    { id: 2, verdict: 'misattributed' },
  ]);
});
