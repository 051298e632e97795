// `statements`: the speech in the documents, as JSON lines and as a list.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { environmentOf } from '../programs.ts';

const run = promisify(execFile);
const cli = (...words: string[]): Promise<{ stdout: string; stderr: string }> =>
  run(process.execPath, ['src/cli.ts', 'statements', ...words], { env: environmentOf() });

const { documents } = await readCollection('corpus');

test('JSON lines hold what is documented, and every offset is one of the document’s text', async () => {
  const { stdout, stderr } = await cli('--json');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(stderr).toBe('');
  expect(new Set(lines.map(({ document }) => document))).toEqual(new Set(documents.map(({ id }) => id)));
  for (const { document, text, start, end, spans, speaker, cue, ...rest } of lines) {
    const source = documents.find(({ id }) => id === document)?.text ?? '';
    expect(source.slice(start, end)).toBe(text);
    expect([spans[0][0], spans.at(-1)[1]]).toEqual([start, end]);
    for (const each of [speaker, cue]) if (each) expect(source.slice(each.start, each.end)).toBe(each.text);
    const others = new Set(['paragraph', 'direct', 'medium', 'hedges']);
    expect(Object.keys(rest).filter((key) => !others.has(key))).toEqual([]);
  }
});

test('a statement in full', async () => {
  const { stdout } = await cli('--json', '--document', 'security-guarantees');
  const statement = stdout.split('\n').find((line) => line.includes('As one of the security guarantees'));
  expect(JSON.parse(statement ?? '')).toEqual({
    document: 'security-guarantees',
    paragraph: 3,
    text: expect.stringMatching(/^“As one of .* with Putin,”$/),
    start: 705,
    end: 847,
    spans: [[705, 847]],
    direct: true,
    speaker: { text: 'the diplomatic source', start: 848, end: 869, kind: 'unnamed' },
    cue: { text: 'told AFP', start: 870, end: 878 },
    medium: 'told AFP',
    hedges: ['supposedly'],
  });
});

test('a document alone, for people', async () => {
  const { stdout } = await cli('-d', 'european-leaders');
  expect(stdout).toContain('european-leaders ¶7 · word for word');
  expect(stdout).toContain('Who said it: “the statement said”');
  expect(stdout).not.toContain('security-guarantees');
});

test('a document that there is not is refused', async () => {
  await expect(cli('-d', 'yalta')).rejects.toMatchObject({ code: 1, stdout: '' });
});
