// The terminal program as a process of its own, the way people and machines call it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { environmentOf } from '../programs.ts';
import { folderWith, markdown } from '../temporary.ts';

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program of the project with words, standard input (or a file that is open for it) and settings. */
function run(
  entry: 'cli' | 'main',
  words: readonly string[],
  input: string | Uint8Array | number = '',
  settings: Record<string, string> = {},
): Promise<Ran> {
  const env = environmentOf(settings);
  const stdin = typeof input === 'number' ? input : 'pipe';
  const child = spawn(process.execPath, [`src/${entry}.ts`, ...words], {
    env,
    stdio: [stdin, 'pipe', 'pipe'],
  });
  if (!child.stdout || !child.stderr) throw new Error('standard output and error are pipes');
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  if (typeof input !== 'number') child.stdin?.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out, err }));
  });
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*│?\s*/g, ' ');

describe('a document that was corrected or withdrawn', () => {
  test('says so where it is cited', async () => {
    const folder = await folderWith({
      'a.md': markdown('a', 'The treaty is signed in Riga.', 'status: corrected\n'),
      'b.md': markdown('b', 'The fees are halved.', 'status: withdrawn\n'),
    });
    const corrected = oneLine((await run('cli', ['cite', 'a', '1', '-c', folder])).out);
    expect(corrected).toContain('This document was corrected after it was published.');
    expect(corrected).toContain('a ¶1 · A title · undated · corrected');
    const withdrawn = oneLine((await run('cli', ['cite', 'b', '1', '-c', folder])).out);
    expect(withdrawn).toContain('This document is withdrawn: it is no longer used for answers.');
    expect(withdrawn).toContain('b ¶1 · A title · undated · withdrawn');
    const asked = await run('cli', ['ask', 'where is the treaty signed', '-c', folder]);
    expect(oneLine(asked.out)).toContain('a ¶1 · A title · undated · corrected');
  });
});

describe('one question', () => {
  test('is answered with the sentence and its citation', async () => {
    const { status, out, err } = await run('cli', ['ask', 'Can borders be changed by force?']);
    expect(oneLine(out)).toContain('International borders must not be changed by force.');
    expect(oneLine(out)).toContain(
      'european-leaders ¶7 · European Leaders Reaffirm Support for Ukraine · [16 August 2025]',
    );
    expect([status, err]).toEqual([0, '']);
  });

  test('that no source answers gets an honest no', async () => {
    const { status, out } = await run('cli', ['ask', 'How', 'many', 'tanks', 'did', 'Germany', 'send?']);
    expect(oneLine(out)).toMatch(/The sources do not answer this\. No source contains the words? .*“tanks”/);
    expect(status).toBe(0);
  });

  test('that is longer than anybody asks is refused, and not repeated', async () => {
    const { status, out, err } = await run('cli', ['ask', 'w'.repeat(1001)]);
    expect([status, out, err]).toEqual([
      1,
      '',
      'This has 1,001 characters; a question may have 1,000. Please ask a shorter one.\n',
    ]);
  });

  test('as JSON', async () => {
    const { out } = await run('cli', ['ask', '--json', 'who signed the joint statement?']);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ outcome: 'answer', missing: [] });
    const [first] = answer.citations;
    expect(first).toMatchObject({
      document: 'european-leaders',
      label: `european-leaders ¶${first.paragraph}`,
    });
    expect(first.text).toHaveLength(first.end - first.start);
    expect(first.text.slice(first.sentence.start, first.sentence.end)).not.toBe('');
  });
});

describe('a batch', () => {
  test('gives one line each in order, bad lines in their place, and exit status 1 for them', async () => {
    const lines = [
      '{"id":"a","question":"Can borders be changed by force?"}',
      'no json',
      '{"id":7,"question":"hello"}',
      '{"id":"c"}',
      '{"question":"x"}',
    ];
    const folder = await folderWith({ 'q.jsonl': `${lines.join('\n')}\n\n` });
    const { status, out } = await run('cli', ['ask', '--batch', join(folder, 'q.jsonl')]);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(['a', null, 7, 'c', null]);
    expect(answers.map(({ outcome }) => outcome)).toEqual([
      'answer',
      undefined,
      'none',
      undefined,
      undefined,
    ]);
    expect(answers[1].error).toBe('this line is no JSON: no json; write {"id": "…", "question": "…"}');
    expect(answers[3].error).toContain('this line is no question');
    expect(status).toBe(1);
  });

  test('of a .jsonl corpus cites its documents as they are named', async () => {
    const text = 'The moon is far away.\n\nThe summit of the moon conference was held in Geneva.';
    const folder = await folderWith({ 'c.jsonl': JSON.stringify({ docId: 'X/1', title: 'T', text }) });
    const question = '{"id":"a","question":"Where was the moon conference held?"}\n';
    const { status, out } = await run(
      'cli',
      ['ask', '--batch', '-', '--corpus', join(folder, 'c.jsonl')],
      question,
    );
    const [citation] = JSON.parse(out).citations;
    expect(citation).toMatchObject({ document: 'X/1', paragraph: 2, label: 'X/1 ¶2' });
    expect(text.slice(citation.start, citation.end)).toBe(citation.text);
    expect(status).toBe(0);
  });

  test('from standard input: a byte order mark, CRLF, U+2028 in a line, and a last line without an end', async () => {
    const input =
      '\ufeff{"id":"a","question":"Can borders be\u2028changed by force?"}\r\n\r\n{"id":"b","question":"hello"}';
    const { status, out } = await run('cli', ['ask', '--batch', '-'], input);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a', 'answer'],
      ['b', 'none'],
    ]);
    expect(status).toBe(0);
  });

  test('says what cannot be read of a line, and goes on', async () => {
    const long = 'x'.repeat(1000);
    const lines = [
      Buffer.from([0x7b, 0xff]),
      Buffer.from('x'.repeat(3_000_000)),
      Buffer.from(`{"id":"a","question":"${long}"}`),
      Buffer.from(`{"id":"b","question":"${long}y"}`),
      Buffer.from('{"id":9007199254740993,"question":"x"}'),
      Buffer.from('{"id":1.5,"question":"x"}'),
      Buffer.from('{"id":null,"question":"x"}'),
      Buffer.from('{"id":"c","question":"hello"}'),
    ];
    const input = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
    const { status, out } = await run('cli', ['ask', '--batch', '-'], input);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const wrongId = 'the "id" of this line is no text and no whole number up to 9007199254740991:';
    expect(answers.map(({ id, error }) => [id, error?.replace(/: \{.*$/, ':')])).toEqual([
      [null, 'this line is not UTF-8; save the file as UTF-8'],
      [null, 'this line is longer than a megabyte; write {"id": "…", "question": "…"}'],
      ['a', undefined],
      ['b', 'This has 1,001 characters; a question may have 1,000. Please ask a shorter one.'],
      [null, wrongId],
      [null, wrongId],
      [null, wrongId],
      ['c', undefined],
    ]);
    expect(status).toBe(1);
  });

  test.each(['.', '-'])('of a folder (%s)', async (file) => {
    const { status, out, err } = await run('cli', ['ask', '--batch', file], openSync('.', 'r'));
    expect(err).toBe(
      `${file}: this cannot be read (EISDIR: this is a folder); give a file of lines {"id": "…", "question": "…"}\n`,
    );
    expect([status, out]).toEqual([2, '']);
  });

  test('without a name is told so', async () => {
    const { status, err } = await run('cli', ['check', '--batch', '']);
    expect([status, err]).toEqual([2, '--batch has no value; give a file, or "-" for standard input.\n']);
  });

  test('of a file that is not there', async () => {
    const { status, out, err } = await run('cli', ['ask', '--batch', 'no-such-file']);
    expect(err).toMatch(/^no-such-file: this cannot be read \(ENOENT: .*\); give a file of lines/);
    expect([status, out]).toEqual([2, '']);
  });
});

test('the help of the program promises no words behind "start"', async () => {
  const { out } = await run('cli', ['--help']);
  expect(out).toMatch(/^ +start \[options\] +open a conversation/m);
});

describe('a conversation without a terminal', () => {
  test('answers the lines of standard input and ends with them', async () => {
    const input =
      'Can borders be changed by force?\n\n/cite european leaders 5\n/quote ironclad\n/sources\n/help\n';
    const { status, out } = await run('main', [], input);
    const text = oneLine(out);
    expect(text).toContain('International borders must not be changed by force.');
    expect(text).toContain('go straight to a peace settlement');
    // The clause stands in the paragraph: it is not said again.
    expect(text).toContain('Who said it: The European statement');
    expect(text).toContain('[US proposes NATO-style security guarantees for Ukraine]');
    expect(text).toMatch(/\/quit +leave; so does Ctrl\+D/);
    expect(text).not.toContain('ask>');
    expect(status).toBe(0);
  });

  test('says what is wrong with a line and goes on', async () => {
    const { status, out } = await run(
      'main',
      [],
      '/frob\n/cite yalta 5\n/cite european-leaders 99\n/quote\n/quit\nnot reached\n',
    );
    const text = oneLine(out);
    expect(text).toContain(
      'There is no command "/frob". The commands are /ask, /check, /quote, /position, /proposal, /statement, /cite, /sources, /help, /quit.',
    );
    expect(text).toContain(
      '“yalta 5” names no document here. The documents are: european-leaders, security-guarantees',
    );
    expect(text).toContain('european-leaders has 9 paragraphs; there is no ¶99.');
    expect(text).toContain('Type some words of a quotation, for example: ironclad');
    expect(text).not.toContain('reached');
    expect(status).toBe(0);
  });

  test('control characters never reach the terminal', async () => {
    const { out } = await run('main', [], '/quote \u001b[31mred\u0007\n');
    expect(out).not.toMatch(/\p{Cc}(?<!\n)/u);
    expect(out).toContain('␛[31mred␇');
  });

  test('what somebody typed turns no line round; a source keeps its own marks', async () => {
    const { out } = await run(
      'main',
      [],
      '/quote \u202equoted\u2066\n/cite \u200fx 5\nwhat is a zorb\u202ek?\n',
    );
    expect(out).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    expect(out).toContain('\ufffdquoted\ufffd');
    const folder = await folderWith({ 'a.md': markdown('a', 'Left \u202eto right.') });
    expect((await run('cli', ['cite', 'a', '1', '-c', folder])).out).toContain('Left \u202eto right.');
  });
});

describe('where something is wrong', () => {
  test('with many documents, ten are named before the answer, and all by corpus check', async () => {
    const bad = Array.from({ length: 13 }, (_, number) => [`b${number + 10}.md`, 'x']);
    const folder = await folderWith({ 'a.md': markdown('a', 'Borders stay.'), ...Object.fromEntries(bad) });
    const asked = await run('cli', ['ask', 'Borders?', '-c', folder]);
    const lines = asked.err.trimEnd().split('\n');
    expect(lines).toHaveLength(12);
    expect(lines[0]).toBe('13 things in the sources need a look; everything else works:');
    expect(lines.at(-1)).toBe('and 3 more; `npm run -s cli -- corpus check` lists all');
    const strict = await run('cli', ['ask', 'Borders?', '-c', folder, '--strict']);
    expect(strict.err.trimEnd().split('\n')).toEqual(lines.slice(1));
    const checked = await run('cli', ['corpus', 'check', folder]);
    expect(checked.err.trimEnd().split('\n')).toHaveLength(13);
  });

  test('with one document, it is said on standard error and the others answer', async () => {
    const folder = await folderWith({ 'a.md': markdown('a', 'Borders stay.'), 'b.md': 'x' });
    const { status, out, err } = await run('cli', ['ask', 'Borders?', '-c', folder]);
    expect(out).toContain('Borders stay.');
    expect(err).toContain('One thing in the sources needs a look; everything else works:');
    expect(err).toContain(`${folder}/b.md:1: front matter: the file does not begin`);
    expect(status).toBe(0);
    const strict = await run('cli', ['ask', 'Borders?', '-c', folder, '--strict']);
    expect([strict.status, strict.out]).toEqual([2, '']);
  });

  test.each([
    [['frob'], 2, 'There is no command "frob".'],
    [['frob', '--help'], 2, 'There is no command "frob".'],
    [['help', 'frob'], 2, 'There is no command "frob".'],
    [['help', 'ask', 'cite'], 2, 'There is one word too many:'],
    [['-c', 'corpus', 'frob'], 2, 'There is no command "frob".'],
    [['sources', '-c', ''], 2, '--corpus has no value;'],
    [['sources', '-c', 'corpus/european-leaders.md'], 2, 'this file does not end in .jsonl;'],
    [['ask', '--frob', 'x'], 2, 'There is no such option: --frob.'],
    [['cite'], 2, 'Something is missing: citation.'],
    [['cite', '-c'], 2, 'Something is missing: -c, --corpus <path>.'],
    [['ask', '???'], 2, 'Ask a question about the talks'],
    [['ask'], 2, 'Give a question or --batch with a file, one of the two.'],
    [['cite', 'nowhere', '3'], 1, '“nowhere 3” names no document here.'],
    [
      ['ask', 'x', '-c', 'no/such'],
      2,
      'no/such: this cannot be read (ENOENT: there is no such file or folder);',
    ],
    [['cite', 'europ'], 1, '“europ” is no citation.'],
    [['cite', 'a\nb\u202e\t¶', '3'], 1, '“a b\ufffd ¶ 3” names no document here.'],
    [['cite', 'european-leaders', '99999999999'], 1, 'there is no ¶99999999999.'],
    [['sources', '-c', 'no\n\tsuch\u001b\u202e'], 2, 'no such\ufffd\ufffd: this cannot be read'],
    [['sources', 'yalta'], 1, '“yalta” names no document here.'],
    [['position', 'moon'], 1, '“moon” names no party, person or source that is known here.'],
    [['position'], 2, 'Something is missing: name.'],
    [['proposal', '??'], 2, 'Type the name of a proposal'],
    [['statement', 'moon'], 1, '“moon” is no part of the joint statement.'],
  ])('with the call %j', async (words, expected, message) => {
    const { status, out, err } = await run('cli', words);
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([status, out]).toEqual([expected, '']);
  });
});

describe('settings', () => {
  test('CORPUS and STRICT hold for every command, and words win over them', async () => {
    const folder = await folderWith({ 'a.md': markdown('a', 'Borders stay.'), 'b.md': 'x' });
    const settings = { CORPUS: folder };
    expect((await run('cli', ['sources', '--json'], '', settings)).out).toContain('"id":"a"');
    expect((await run('cli', ['sources', '--json', '-c', 'corpus'], '', settings)).out).not.toContain(
      '"id":"a"',
    );
    for (const entry of ['cli', 'main'] as const) {
      const strict = await run(entry, ['sources'], '', { ...settings, STRICT: 'true' });
      expect([strict.status, strict.out]).toEqual([2, '']);
    }
  });

  test('that are wrong end every program with one line', async () => {
    for (const entry of ['cli', 'main'] as const) {
      const { status, out, err } = await run(entry, ['sources'], '', { STRICT: 'perhaps' });
      expect(err).toBe('environment: settings: "STRICT" is "perhaps"; write true or false\n');
      expect([status, out]).toEqual([2, '']);
    }
  });

  test('are what the bot takes in the place of words', async () => {
    const { status, out, err } = await run('main', ['--frob'], '', { DISCORD_TOKEN: 'x' });
    expect(err).toMatch(
      /^With DISCORD_TOKEN set the bot runs, and it takes no words such as "--frob": .*\n$/,
    );
    expect([status, out]).toEqual([2, '']);
  });
});

test.skipIf(process.platform === 'win32')('a reader that stops reading is no error', async () => {
  const shell = 'set -o pipefail; "$0" src/cli.ts ask --batch - | head -n 1';
  const child = spawn('bash', ['-c', shell, process.execPath], {
    env: environmentOf(),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end('{"id":1,"question":"Can borders be changed by force?"}\n'.repeat(500));
  const [status] = await once(child, 'close');
  expect(JSON.parse(out)).toMatchObject({ id: 1, outcome: 'answer' });
  expect([status, err]).toEqual([0, '']);
});

test('--help and --version', async () => {
  const help = await run('cli', ['--help']);
  expect(help.out).toMatch(/^Usage: communique/);
  expect([help.status, help.err]).toEqual([0, '']);
  for (const words of [
    ['help', 'ask'],
    ['ask', '--help'],
  ]) {
    const ask = await run('cli', words);
    expect(ask.out).toMatch(/^Usage: communique ask/);
    expect(ask.out).toContain('without it: corpus');
    expect([ask.status, ask.err]).toEqual([0, '']);
  }
  expect((await run('cli', ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  ['quote', ['quote', 'ironclad', '--json'], 'quotation'],
  ['quote by a speaker', ['quote', 'ironclad', '--speaker', 'Costa', '--json'], 'quotation'],
  ['position', ['position', 'Meloni', '--topic', 'NATO', '--json'], 'onAllTopics'],
  ['proposal', ['proposal', 'nato', 'membership', '--json'], 'against'],
  ['statement', ['statement', '--json'], 'issued'],
  ['cite', ['cite', 'european-leaders 5-7', '--json'], 'paragraph'],
  ['sources', ['sources', '--json'], 'published'],
  ['one source', ['sources', 'european-leaders', '--json'], 'hash'],
])('%s as JSON', async (_, words, field) => {
  const { status, out } = await run('cli', words);
  expect(() => JSON.parse(out)).not.toThrow();
  expect(out).toContain(`"${field}":`);
  expect(status).toBe(0);
});
