// A question that is kept to some documents is answered by them alone; and where several answer, the others are named.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { once } from '../../src/common/steps.ts';
import { type Library, openLibrary } from '../../src/library.ts';
import { folderWith } from '../temporary.ts';

const questions = (await readFile('tests/golden/questions.jsonl', 'utf8'))
  .trim()
  .split('\n')
  .map((line): string => JSON.parse(line).question);

const shipped = once(() => openLibrary('corpus'));

test('whatever is asked, only the document that was chosen is cited', async () => {
  const library = await shipped();
  let answered = 0;
  for (const question of questions.filter((_, at) => at % 4 === 0)) {
    for (const document of library.documents) {
      const { citations, outcome, also } = await library.ask(question, { of: [document] });
      for (const { passage } of citations) expect(passage.document).toBe(document);
      expect(also).toBeUndefined();
      answered += outcome === 'answer' ? 1 : 0;
    }
  }
  expect(answered).toBeGreaterThan(10);
});

test('what only another document answers is not answered, and answered without the limit', async () => {
  const library = await shipped();
  const [leaders] = library.documents.filter(({ id }) => id === 'european-leaders');
  const question = 'Who said that a guarantee would be modelled on Article 5?';
  const all = await library.ask(question);
  const other = all.citations[0]!.passage.document;
  expect([all.outcome, other.id]).toEqual(['answer', 'security-guarantees']);
  expect((await library.ask(question, { of: [leaders!] })).outcome).toBe('none');
  expect((await library.ask(question, { of: [other] })).citations[0]!.passage).toBe(
    all.citations[0]!.passage,
  );
  // A question that was kept to a document is not remembered as answered so.
  expect(await library.ask(question)).toEqual(all);
});

test('an empty choice of documents answers nothing', async () => {
  const library = await shipped();
  const { outcome, citations } = await library.ask('Who signed the statement?', { of: [] });
  expect([outcome, citations]).toEqual(['none', []]);
});

const told = (id: string, title: string, body: string): [string, string] => [
  `${id}.md`,
  `---\nid: ${id}\ntitle: ${title}\nkind: news\nlanguage: en\n---\n${body}\n`,
];

const harbours = async (): Promise<Library> =>
  openLibrary(
    await folderWith(
      Object.fromEntries([
        told(
          'morning',
          'Morning',
          'The lighthouse commission of Velmar has nine members.\n\nIt rained on Monday.',
        ),
        told(
          'evening',
          'Evening',
          'Nine members sit on the lighthouse commission of Velmar, its clerk wrote on Friday.',
        ),
        told('night', 'Night', 'The opera of Velmar has a new roof of copper.'),
      ]),
    ),
  );

test('where several documents answer, each other one is named by its passage', async () => {
  const library = await harbours();
  const {
    outcome,
    citations,
    also = [],
  } = await library.ask('How many members has the lighthouse commission of Velmar?');
  expect(outcome).toBe('answer');
  const ids = [citations[0]!.passage, ...also].map(({ document }) => document.id);
  expect(ids.toSorted()).toEqual(['evening', 'morning']);
});

test('where one document alone answers, no other is named', async () => {
  const library = await harbours();
  const { outcome, also } = await library.ask('What is the new roof of the opera of Velmar made of?');
  expect([outcome, also]).toEqual(['answer', undefined]);
});
