// What an operator may get wrong: each gets one line with place, value and remedy, and hides nothing else.
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCollection } from '../../src/corpus/collection.ts';
import { describeProblem, ProblemsError } from '../../src/errors.ts';
import { folderWith, markdown } from '../temporary.ts';

const good = markdown('good', 'The one good paragraph.');

/** The lines said of a folder, without the folder's own name. */
async function linesOf(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const folder = await folderWith({ ...files, 'zz-good.md': good });
  const collection = await readCollection(folder);
  expect(collection.documents.map(({ id }) => id)).toContain('good');
  return collection.problems.map((problem) => describeProblem(problem).replaceAll(`${folder}/`, ''));
}

describe('one bad document does not hide the good ones, and one line says what is wrong with it', () => {
  const cases: [string, Record<string, string | Uint8Array>, string][] = [
    [
      'no front matter',
      { 'a.md': 'Just text.\n' },
      'a.md:1: front matter: the file does not begin with a line "---", its data, and a second line "---"; see corpus/README.md',
    ],
    [
      'front matter without an end',
      { 'a.md': '---\nid: a\n' },
      'a.md:1: front matter: the file does not begin with a line "---", its data, and a second line "---"; see corpus/README.md',
    ],
    [
      'a missing field',
      { 'a.md': '---\nid: a\nkind: news\nlanguage: en\n---\nText.\n' },
      'a.md:2: front matter: "title" is missing; write a text, or "supplied" or "inferred" with a "because" below it',
    ],
    [
      'a value that is none of those allowed',
      { 'a.md': markdown('a', 'Text.').replace('kind: news', 'kind: blog') },
      'a.md:4: front matter: "kind" is "blog"; write one of: news, statement, transcript, readout, treaty, other',
    ],
    [
      'a field that there is not',
      { 'a.md': markdown('a', 'Text.', 'titel: x\n') },
      'a.md:6: front matter: there is no field "titel"; the fields are id, title, kind, publisher, url, published, retrieved, language, credit, status',
    ],
    [
      'an id that cannot be cited',
      { 'a.md': markdown('Not An Id', 'Text.') },
      'a.md:2: front matter: "id" is "Not An Id"; write small letters, digits and single hyphens, such as "joint-statement", up to 60 characters',
    ],
    [
      'a date that is none',
      { 'a.md': markdown('a', 'Text.', 'retrieved: 2025-02-30\n') },
      'a.md:6: front matter: "retrieved" is "2025-02-30"; write a date such as 2025-08-16, 2025-08 or 2025',
    ],
    [
      'something inferred without a reason',
      { 'a.md': markdown('a', 'Text.', 'published:\n  inferred: 2025-08-16\n') },
      'a.md:7: front matter: "published" is "{"inferred":"2025-08-16"}"; write a date such as 2025-08-16, 2025-08 or 2025, or "supplied" or "inferred" with a "because" below it',
    ],
    [
      'an address that no browser should open',
      { 'a.md': markdown('a', 'Text.', 'url: javascript:alert(1)\n') },
      'a.md:6: front matter: "url" is "javascript:alert(1)"; write an address that begins with https:// or http://',
    ],
    [
      'front matter that is a list',
      { 'a.md': '---\n- id\n---\nText.\n' },
      'a.md:2: front matter: this is "["id"]"; write "name: value" lines, see corpus/README.md',
    ],
    [
      'a document without a paragraph',
      { 'a.md': markdown('a', '\n  \n') },
      'a.md: the document has no paragraph; write its text below the front matter',
    ],
    [
      'a document of headings alone',
      { 'a.md': markdown('a', '# One\n\n## Two\n') },
      'a.md: the document has no paragraph; write its text below the front matter',
    ],
    [
      'bytes that are no UTF-8',
      { 'a.md': Buffer.concat([Buffer.from('---\nid: a\n'), Buffer.from([0x93, 0x41])]) },
      'a.md:3: byte 0x93 at offset 10 is not UTF-8; save the file as UTF-8',
    ],
    [
      'a file cut off in the middle of a character',
      { 'a.md': Buffer.from('né').subarray(0, 2) },
      'a.md:1: byte 0xc3 at offset 1 is not UTF-8; save the file as UTF-8',
    ],
    [
      'a file of a kind that is not read',
      { 'a.txt': 'Text.' },
      'a.txt: this kind of file is not read; save a document as Markdown (.md) and the dossier as dossier.yaml',
    ],
    [
      'a dossier that is no YAML',
      { 'dossier.yaml': 'parties: [a, "b' },
      'dossier.yaml:1: dossier: this is not valid YAML: Missing closing "quote; a value that holds ": " or begins with a special character needs quotation marks',
    ],
    [
      'a dossier with a person without a name',
      { 'dossier.yaml': 'people:\n  - id: x\n    spellings: [y]\n' },
      'dossier.yaml:2: dossier: "people[1].name" is missing; write a text',
    ],
    [
      'a person of a party that there is not',
      { 'dossier.yaml': 'parties:\n  - {id: a, name: A}\npeople:\n  - {id: x, name: X, party: b}\n' },
      'dossier.yaml:4: dossier: "b", the party of X, is not among the parties; write one of: a',
    ],
    [
      'a name that two entries claim',
      {
        'dossier.yaml': 'parties:\n  - {id: a, name: A, spellings: [É]}\n  - {id: b, name: B, called: [e]}\n',
      },
      'dossier.yaml:3: dossier: "e" stands at parties[2] "B" and at parties[1] "A"; keep it at one of them',
    ],
  ];
  test.each(cases)('%s', async (_, files, line) => {
    expect(await linesOf(files)).toEqual([line]);
  });

  test('two documents with one id: the first by name is kept, so that old citations keep their meaning', async () => {
    const folder = await folderWith({ 'a.md': markdown('x', 'First.'), 'b.md': markdown('x', 'Second.') });
    const { documents, passages, problems } = await readCollection(folder);
    expect(documents.map(({ file }) => file)).toEqual([join(folder, 'a.md')]);
    expect(passages.map(({ text }) => text)).toEqual(['First.']);
    expect(problems.map((problem) => describeProblem(problem))).toEqual([
      `${folder}/b.md: the id "x" belongs to ${folder}/a.md already, so this document is left out; give it another id`,
    ]);
  });

  test('a folder that is named like a document', async () => {
    const folder = await folderWith({ 'good.md': good });
    await mkdir(join(folder, 'folder.md'));
    await writeFile(join(folder, 'folder.md', 'inner.md'), markdown('inner', 'Inner.'));
    const { documents, problems } = await readCollection(folder);
    expect(problems).toEqual([]);
    expect(documents.map(({ id }) => id)).toEqual(['inner', 'good']);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const folder = await folderWith({ 'good.md': good, 'secret.md': good });
    await chmod(join(folder, 'secret.md'), 0o000);
    const { problems } = await readCollection(folder);
    expect(problems.map((problem) => describeProblem(problem))).toEqual([
      expect.stringMatching(/secret\.md: the file cannot be read \(EACCES.*check that it is there/),
    ]);
  });
});

test('a YAML file cannot grow huge by aliases', async () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level++) {
    const before = Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ');
    lines.push(`a${level}: &a${level} [${before}]`);
  }
  const problems = await linesOf({ 'dossier.yaml': `${lines.join('\n')}\n` });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^dossier\.yaml:1: dossier: this is not valid YAML/);
});

describe('nothing can run', () => {
  test.each([
    ['an empty folder', {}, 'there is not one document; add a Markdown file, see corpus/README.md'],
    ['nothing but its README', { 'README.md': 'x' }, 'there is not one document'],
    ['nothing but a bad document', { 'a.md': 'x' }, 'a.md:1: front matter: the file does not begin'],
  ])('%s', async (_, files, message) => {
    const folder = await folderWith(files);
    await expect(readCollection(folder)).rejects.toThrow(message);
    await expect(readCollection(folder)).rejects.toBeInstanceOf(ProblemsError);
  });

  test('a folder that is not there', async () => {
    await expect(readCollection('no/such/folder')).rejects.toThrow(
      'no/such/folder: there is no such file or folder; give a folder of Markdown documents or a .jsonl file',
    );
  });
});

describe('a .jsonl collection', () => {
  test('has its documents as given, paragraphs parted by blank lines, and headings that are paragraphs', async () => {
    const text = '# One\n\nTwo\nlines\n \nThree';
    const line = JSON.stringify({ docId: 'Any Id/é', title: 'T', text });
    const folder = await folderWith({ 'c.jsonl': `${line}\n\n` });
    const { documents, passages, problems } = await readCollection(join(folder, 'c.jsonl'));
    expect(problems).toEqual([]);
    expect(documents[0]).toMatchObject({ id: 'Any Id/é', text, title: { value: 'T', by: 'source' } });
    expect(passages.map((passage) => [passage.paragraph, passage.text])).toEqual([
      [1, '# One'],
      [2, 'Two\nlines'],
      [3, 'Three'],
    ]);
  });

  test('says which line is wrong and keeps the others', async () => {
    const lines = [
      'not json',
      '{"docId":"a","text":"A"}',
      '{"docId":"a","text":"B"}',
      '{"docId":"c"}',
      '{"docId":"d","text":" "}',
    ];
    const folder = await folderWith({ 'c.jsonl': lines.join('\n') });
    const file = join(folder, 'c.jsonl');
    const { documents, problems } = await readCollection(file);
    expect(documents.map(({ id }) => id)).toEqual(['a']);
    const wanted = 'write {"docId": "…", "title": "…", "text": "…"}';
    expect(problems.map((problem) => describeProblem(problem).replaceAll(file, 'c'))).toEqual([
      `c:1: this line is no document: not json; ${wanted}`,
      'c:3: the id "a" belongs to c already, so this document is left out; give it another id',
      `c:4: this line is no document: {"docId":"c"}; ${wanted}`,
      'c:5: the document has no paragraph; write its text below the front matter',
    ]);
  });
});
