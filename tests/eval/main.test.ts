// `npm run eval` as a process of its own: what it says where it is called wrongly, and what it shows of errors.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderWith, markdown } from '../temporary.ts';

vi.setConfig({ testTimeout: 30_000 });

function run(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const env = { ...process.env, NO_COLOR: '1' };
  return new Promise((resolve) => {
    execFile(process.execPath, ['tests/eval/main.ts', ...words], { env }, (error, out, err) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
    });
  });
}

const lexical = ['--reader', 'lexical'];

test('a corpus of one’s own needs questions of one’s own', async () => {
  const folder = await folderWith({ 'a.md': markdown('a', 'The treaty is signed in Riga.') });
  expect(await run('--corpus', folder)).toEqual({
    status: 2,
    out: '',
    err: '--questions is needed with --corpus\n',
  });
});

test('questions that cannot be read are named in a line', async () => {
  const { status, err } = await run('--questions', '/no/such/file', ...lexical);
  expect([status, err]).toEqual([2, expect.stringMatching(/^\/no\/such\/file: this cannot be read.*\n$/)]);
});

test('a wrong line is told how a right one is written', async () => {
  const folder = await folderWith({ 'q.jsonl': '{"id": "1", "question": "Where?"}\n' });
  const { status, err } = await run('--questions', join(folder, 'q.jsonl'), ...lexical);
  expect([status, err]).toEqual([2, expect.stringContaining('q.jsonl:1: this line is no question')]);
  expect(err).toContain('{"question", "answers": ["words of the passage that answers"]}');
});

test('an error shows what was expected, with its paragraph only where the question names one', async () => {
  const question = { id: 1, question: 'Where is the treaty signed?', answerable: true };
  const lines = [
    { ...question, answers: [{ text: 'Riga' }] },
    { ...question, docId: 'a', answers: [{ text: 'Riga', paraIndex: 1 }] },
  ];
  const folder = await folderWith({
    'a.md': markdown('a', 'The treaty is signed in Vilnius.'),
    'q.jsonl': lines.map((line) => JSON.stringify(line)).join('\n'),
  });
  const { status, out } = await run('-c', folder, '-q', join(folder, 'q.jsonl'), '--show-errors', ...lexical);
  expect(status).toBe(0);
  expect(out).toContain('\nlexical: of 2 that the documents answer, 0 got the right passage as the answer, ');
  expect(out).toContain('expected any document: Riga');
  expect(out).toContain('expected a ¶2: Riga');
});

test('a few questions on documents of one’s own are measured as they are, without a dossier twice', async () => {
  const questions = [
    { question: 'Where is the treaty signed?', answers: ['in Vilnius'] },
    { question: 'Who pays for the treaty?', answers: ['the ministry'] },
  ];
  const folder = await folderWith({
    'a.md': markdown('a', 'The treaty is signed in Vilnius.'),
    'q.jsonl': questions.map((line) => JSON.stringify(line)).join('\n'),
  });
  const { status, out, err } = await run('-c', folder, '-q', join(folder, 'q.jsonl'), '--json', ...lexical);
  expect(status).toBe(0);
  expect(err).toContain('question 2 counts as wrong, no passage has the words that answer it: Who pays');
  const { sections } = JSON.parse(out);
  expect(sections).toHaveLength(1);
  expect(sections[0].ways.lexical).toMatchObject({ answerable: 2, top1: 0.5 });
});

test('rooms are measured in place of a corpus', async () => {
  const passages = [{ title: 'Accord', text: 'The dam at Osk was closed in 1994.' }];
  const questions = [{ q: 'When was the dam at Osk closed?', lang: 'en', gold: [0] }];
  const room = (name: string): string => JSON.stringify({ room: name, form: 'treaty', passages, questions });
  // By the hash of their names the first is measured with and the second learned from.
  const folder = await folderWith({ 'a.json': room('ad00'), 'b.json': room('fa00'), 'c.json': '{' });
  const { status, out, err } = await run('--rooms', folder, '--together', '--dresses', ...lexical);
  expect([status, err]).toEqual([0, expect.stringContaining('c.json: left out, no JSON')]);
  expect(out).toContain('# 1 rooms of the part "test", all as one collection');
  expect(out).toContain('asked in en, texts in en, lexical');
  expect(out).toContain('largest difference');
});

test.each([
  [['--part', 'choice'], '--rooms is needed with --part'],
  [['--rooms', 'x', '--questions', 'y'], '--questions and --rooms are measured one at a time'],
  [['--rooms', '/no/such/folder', ...lexical], '/no/such/folder: this cannot be read'],
  [['--reader', 'trained', '--model', '/no/such/model'], 'the trained reader is not measured: ENOENT'],
])('%j is refused in a line', async (words, line) => {
  const { status, out, err } = await run(...words);
  expect([status, out, err]).toEqual([2, '', expect.stringContaining(line)]);
  expect(err.trim().split('\n')).toHaveLength(1);
});
