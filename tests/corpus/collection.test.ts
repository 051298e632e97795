// What an operator may get wrong: each gets one line with place, value and remedy, and hides nothing else.
import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeProblem, ProblemsError } from '../../src/common/errors.ts';
import { readCollection } from '../../src/corpus/files/collection.ts';
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
      'a.md:2: front matter: "title" is missing; write a text of one line, or "supplied" or "inferred" with a "because" below it',
    ],
    [
      'a value that is none of those allowed',
      { 'a.md': markdown('a', 'Text.').replace('kind: news', 'kind: blog') },
      'a.md:4: front matter: "kind" is "blog"; write one of: news, statement, transcript, readout, treaty, other',
    ],
    [
      'a field that there is not',
      { 'a.md': markdown('a', 'Text.', 'titel: x\n') },
      'a.md:6: front matter: there is no field "titel"; the fields are id, title, kind, publisher, url, published, retrieved, language, credit, pages, status, changed, statements',
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
      'a.md:6: front matter: "url" is "javascript:alert(1)"; write an address that begins with https:// or http://, of up to 512 characters',
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
      'a NUL character in the text',
      { 'a.md': markdown('a', 'One.\n\nTw\0o.') },
      'a.md:9: here is a NUL character, so this is no text; remove it',
    ],
    [
      'a title of two lines',
      { 'a.md': '---\nid: a\ntitle: "One\\nTwo"\nkind: news\nlanguage: en\n---\nText.\n' },
      'a.md:3: front matter: "title" is "One Two"; write a text of one line, or "supplied" or "inferred" with a "because" below it',
    ],
    [
      'a control character in the credit',
      { 'a.md': markdown('a', 'Text.', 'credit: "a\\e[31mb"\n') },
      'a.md:6: front matter: "credit" is "a\u001b[31mb"; write a text of one line',
    ],
    [
      'an alias inside of what it stands for',
      { 'a.md': markdown('a', 'Text.', 'credit: &a [*a]\n') },
      'a.md:6: front matter: "*a" is inside of what it means; write the value out',
    ],
    [
      'a circular alias in the dossier',
      { 'dossier.yaml': 'parties: &p\n  - id: a\n    name: A\n    called: *p\n' },
      'dossier.yaml:4: dossier: "*p" is inside of what it means; write the value out',
    ],
    [
      'a tag that there is not',
      { 'a.md': markdown('a', 'Text.', 'credit: !!js/function "x"\n') },
      'a.md:6: front matter: this is not valid YAML: Unresolved tag: tag:yaml.org,2002:js/function; a value that holds ": " or begins with a special character needs quotation marks',
    ],
    [
      'a required field that is empty',
      { 'a.md': markdown('a', 'Text.').replace('kind: news', 'kind:') },
      'a.md:4: front matter: "kind" is missing; write one of: news, statement, transcript, readout, treaty, other',
    ],
    [
      'an address that grows too long when it is written for a browser',
      { 'a.md': markdown('a', 'Text.', `url: https://example.org/${'я'.repeat(100)}\n`) },
      'a.md:6: front matter: "url" is "https://example.org/яяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяя…"; write an address that begins with https:// or http://, of up to 512 characters',
    ],
    [
      'a dossier with another spelling of its name',
      { 'Dossier.yaml': 'parties: []\n' },
      'Dossier.yaml: of YAML files only dossier.yaml and thesaurus.yaml at the top of the folder are read; move what this one says there',
    ],
    [
      'another YAML file',
      { 'names.yml': 'parties: []\n' },
      'names.yml: of YAML files only dossier.yaml and thesaurus.yaml at the top of the folder are read; move what this one says there',
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
      'a thesaurus with a group of one word',
      { 'thesaurus.yaml': 'synonyms:\n  - [truce, ceasefire]\n  - [peace]\n' },
      'thesaurus.yaml:3: thesaurus: "synonyms[2]" is "["peace"]"; write lists of two or more words or phrases that mean nearly the same, such as [ceasefire, truce]',
    ],
    [
      'a thesaurus with a field that there is not',
      { 'thesaurus.yaml': 'synonyms:\n  - [truce, ceasefire]\nparties: []\n' },
      'thesaurus.yaml:3: thesaurus: there is no field "parties"; the fields are synonyms',
    ],
    [
      'a thesaurus that is no YAML',
      { 'thesaurus.yaml': 'synonyms: [a, "b' },
      'thesaurus.yaml:1: thesaurus: this is not valid YAML: Missing closing "quote; a value that holds ": " or begins with a special character needs quotation marks',
    ],
    [
      'a thesaurus with another spelling of its name',
      { 'Thesaurus.yaml': 'synonyms: []\n' },
      'Thesaurus.yaml: of YAML files only dossier.yaml and thesaurus.yaml at the top of the folder are read; move what this one says there',
    ],
    [
      'a dossier that is no YAML',
      { 'dossier.yaml': 'parties: [a, "b' },
      'dossier.yaml:1: dossier: this is not valid YAML: Missing closing "quote; a value that holds ": " or begins with a special character needs quotation marks',
    ],
    [
      'a dossier with a person without a name',
      { 'dossier.yaml': 'people:\n  - id: x\n    spellings: [y]\n' },
      'dossier.yaml:2: dossier: "people[1].name" is missing; write a text of one line',
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
      'dossier.yaml:3: dossier: "e" is at parties[2] "B" and at parties[1] "A" too; keep it at one of them',
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

  test('a link that leads nowhere, and links that lead round in a circle', async () => {
    const folder = await folderWith({ 'good.md': good });
    await symlink(join(folder, 'nowhere'), join(folder, 'a.md'));
    await symlink(join(folder, 'c.md'), join(folder, 'b.md'));
    await symlink(join(folder, 'b.md'), join(folder, 'c.md'));
    await symlink(join(folder, 'nowhere'), join(folder, 'no-text'));
    const remedy = 'check that it is there and that you may read it';
    expect(await saidOf(folder)).toEqual([
      `a.md: this cannot be read (ENOENT: there is no such file or folder); ${remedy}`,
      `b.md: this cannot be read (ELOOP: links lead round in a circle); ${remedy}`,
      `c.md: this cannot be read (ELOOP: links lead round in a circle); ${remedy}`,
    ]);
  });

  test('a link to a document is read; a link to a folder is not followed, even round in a circle', async () => {
    const elsewhere = await folderWith({ 'linked.md': markdown('linked', 'Linked.') });
    const folder = await folderWith({ 'good.md': good });
    await symlink(join(elsewhere, 'linked.md'), join(folder, 'linked.md'));
    await symlink(folder, join(folder, 'loop'));
    expect((await readCollection(folder)).documents.map(({ id }) => id)).toEqual(['good', 'linked']);
    expect(await saidOf(folder)).toEqual([
      'loop: this is a link to a folder, which is not followed; put the folder itself here',
    ]);
  });

  test.skipIf(process.platform === 'win32')(
    'a pipe, which would keep its reader waiting for ever',
    async () => {
      const folder = await folderWith({ 'good.md': good });
      execFileSync('mkfifo', [join(folder, 'pipe.md'), join(folder, 'dossier.yaml'), join(folder, 'pipe')]);
      await symlink(join(folder, 'pipe.md'), join(folder, 'linked.md'));
      const line =
        'this is no file but a pipe, a socket or a device, which is not read; put a file in its place';
      expect(await saidOf(folder)).toEqual([
        `dossier.yaml: ${line}`,
        `linked.md: ${line}`,
        `pipe.md: ${line}`,
      ]);
      await expect(readCollection(join(folder, 'pipe'))).rejects.toThrow(line);
    },
  );

  // Linux alone takes a name that is no UTF-8; nothing that Node is told can then be found under it, not even by root.
  test.skipIf(process.platform !== 'linux')('a folder that cannot be read', async () => {
    const folder = await folderWith({ 'good.md': good });
    await mkdir(Buffer.concat([Buffer.from(`${folder}/a`), Buffer.from([0xff])]));
    await mkdir(join(folder, 'b'));
    await writeFile(join(folder, 'b', 'inner.md'), markdown('inner', 'Inner.'));
    expect((await readCollection(folder)).documents.map(({ id }) => id)).toEqual(['inner', 'good']);
    expect(await saidOf(folder)).toEqual([expect.stringMatching(/^a\ufffd: this cannot be read \(ENOENT/)]);
  });

  test('only the dossier at the top is read; .MD is as good as .md', async () => {
    const folder = await folderWith({
      'dossier.yaml': 'parties:\n  - {id: a, name: A}\n',
      'GOOD.MD': good,
      'ReadMe.MD': 'not a document',
    });
    await mkdir(join(folder, 'sub'));
    await writeFile(join(folder, 'sub', 'dossier.yaml'), 'parties:\n  - {id: b, name: B}\n');
    const { documents, dossier } = await readCollection(folder);
    expect(documents.map(({ id }) => id)).toEqual(['good']);
    expect(dossier.parties.map(({ id }) => id)).toEqual(['a']);
    expect(await saidOf(folder)).toEqual([
      'sub/dossier.yaml: of YAML files only dossier.yaml and thesaurus.yaml at the top of the folder are read; move what this one says there',
    ]);
  });
});

/** The lines said of a folder as it lies there. */
async function saidOf(folder: string): Promise<string[]> {
  const { problems } = await readCollection(folder);
  return problems.map((problem) => describeProblem(problem).replaceAll(`${folder}/`, ''));
}

describe('what is right is taken as it is written', () => {
  async function documentOf(front: string): Promise<unknown> {
    const folder = await folderWith({ 'a.md': `---\n${front}---\nText.\n` });
    const { documents, problems } = await readCollection(folder);
    expect(problems).toEqual([]);
    return documents[0];
  }

  test('values that YAML would take for numbers or for no', async () => {
    const front = 'id: 123\ntitle: 1984\nkind: news\nlanguage: no\npublished: 2025\ncredit: 1.10\n';
    expect(await documentOf(front)).toMatchObject({
      id: '123',
      title: { value: '1984', by: 'source' },
      language: 'no',
      published: { value: '2025', by: 'source' },
      credit: '1.10',
    });
  });

  test('an optional field that is empty is unset', async () => {
    const front =
      'id: a\ntitle: T\nkind: news\nlanguage: en\nstatus:\ncredit: ""\npublisher: ~\nurl:\npublished: null\n';
    const document = await documentOf(front);
    expect(document).toMatchObject({ status: 'current' });
    for (const field of ['credit', 'publisher', 'url', 'published'])
      expect(document).not.toHaveProperty(field);
  });

  test('lists of the dossier that are empty', async () => {
    const dossier =
      'parties:\npeople:\n  - id: x\n    name: X\n    office:\n    party:\n    called:\nsynonyms:\n';
    const folder = await folderWith({ 'good.md': good, 'dossier.yaml': dossier });
    const collection = await readCollection(folder);
    expect(collection.problems).toEqual([]);
    expect(collection.dossier.people).toEqual([{ id: 'x', name: 'X', spellings: [], called: [] }]);
  });

  test('groups of a thesaurus beside one that is wrong', async () => {
    const folder = await folderWith({
      'good.md': good,
      'thesaurus.yaml': 'synonyms:\n  - [truce, ceasefire]\n  - [peace]\n  - [call, ring up]\n',
    });
    const { dossier, problems } = await readCollection(folder);
    expect(dossier.thesaurus).toEqual([
      ['truce', 'ceasefire'],
      ['call', 'ring up'],
    ]);
    expect(problems).toHaveLength(1);
  });

  test.each([
    [
      'https://президент.рф/новости?a=b',
      'https://xn--d1abbgf6aiiy.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?a=b',
    ],
    ['http://192.0.2.7:8080/a', 'http://192.0.2.7:8080/a'],
    ['https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
    ['"https://example.org/a\\e[31mb\\u202E"', 'https://example.org/a%1B[31mb%E2%80%AE'],
  ])('the address %s, as a browser writes it', async (url, href) => {
    expect(await documentOf(`id: a\ntitle: T\nkind: news\nlanguage: en\nurl: ${url}\n`)).toMatchObject({
      url: href,
    });
  });
});

test('a YAML file cannot nest deeper than anybody can follow', async () => {
  const [line, ...others] = await linesOf({ 'a.md': `---\nid: ${'['.repeat(20_000)}\n---\nText.\n` });
  expect(line).toMatch(/^a\.md:\d+: front matter: this is not valid YAML/);
  expect(others).toEqual([]);
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
      'no/such/folder: this cannot be read (ENOENT: there is no such file or folder); give a folder of Markdown documents or a .jsonl file',
    );
  });

  test.each([
    [
      'a file that is no .jsonl',
      'a.md',
      good,
      'this file does not end in .jsonl; give the folder that the documents are in, or a .jsonl file',
    ],
    [
      'an empty .jsonl',
      'c.jsonl',
      '\n',
      'there is not one document; add lines {"docId": "…", "title": "…", "text": "…"}',
    ],
    [
      'a path through a file',
      'a.md/b',
      good,
      'this cannot be read (ENOTDIR: a part of the path is no folder); give a folder of Markdown documents or a .jsonl file',
    ],
  ])('%s', async (_, path, content, message) => {
    const folder = await folderWith({ [path.split('/')[0]!]: content });
    const read = readCollection(join(folder, path));
    await expect(read).rejects.toHaveProperty('message', `${join(folder, path)}: ${message}`);
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
      '{"docId":" ","text":"E"}',
      '{"docId":"f\\u001b","text":"F"}',
      '{"docId":"g","text":"G\\u0000"}',
      '{"docId":"h","title":7,"text":"H"}',
      '["i"]',
      '{"docId":"j","title":"J\\nJ\\u0007","text":"J"}',
    ];
    const folder = await folderWith({ 'c.jsonl': lines.join('\n') });
    const file = join(folder, 'c.jsonl');
    const { documents, problems } = await readCollection(file);
    expect(documents.map(({ id }) => id)).toEqual(['a', 'j']);
    expect(documents[1]?.title?.value).toBe('J J');
    const wanted = 'write {"docId": "…", "title": "…", "text": "…"}';
    expect(problems.map((problem) => describeProblem(problem).replaceAll(file, 'c'))).toEqual([
      `c:1: this line is no JSON: not json; ${wanted}`,
      'c:3: the id "a" belongs to c already, so this document is left out; give it another id',
      'c:4: document: "text" is missing; write a text without NUL characters',
      'c:5: the document has no paragraph; write its text into "text"',
      'c:6: document: "docId" is " "; write a text of one line that names this document alone',
      'c:7: document: "docId" is "f\u001b"; write a text of one line that names this document alone',
      'c:8: document: "text" is "G\0"; write a text without NUL characters',
      'c:9: document: "title" is "7"; write a text of one line',
      `c:10: document: this is "["i"]"; ${wanted}`,
    ]);
  });
});
