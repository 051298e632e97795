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

test('a corpus of one’s own needs questions of one’s own', async () => {
  const folder = await folderWith({ 'a.md': markdown('a', 'The treaty is signed in Riga.') });
  expect(await run('--corpus', folder)).toEqual({
    status: 2,
    out: '',
    err: '--questions is needed with --corpus\n',
  });
});

test('questions that cannot be read are named in a line', async () => {
  const { status, err } = await run('--questions', '/no/such/file');
  expect([status, err]).toEqual([2, expect.stringMatching(/^\/no\/such\/file: this cannot be read.*\n$/)]);
});

test('a wrong line is told how a right one is written', async () => {
  const folder = await folderWith({ 'q.jsonl': '{"id": "1", "question": "Where?"}\n' });
  const { status, err } = await run('--questions', join(folder, 'q.jsonl'));
  expect([status, err]).toEqual([2, expect.stringContaining('q.jsonl:1: this line is no question')]);
  expect(err).toContain('"answers": [{"text"}], "answerable": true or false}');
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
  const { status, out } = await run('-c', folder, '-q', join(folder, 'q.jsonl'), '--show-errors');
  expect(status).toBe(0);
  expect(out).toContain('expected any document: Riga');
  expect(out).toContain('expected a ¶2: Riga');
});
