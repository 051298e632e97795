// An operator's annotations win over what was extracted, and what is wrong with one is told.
import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/common/errors.ts';
import { openLibrary } from '../../src/library.ts';
import { folderWith, markdown } from '../temporary.ts';
import { part, shown } from './reading.ts';

const body = [
  '“We go,” Merz said.',
  '“It is late.”',
  'The “grand” plan was dropped, Tusk said.',
  'The minister met the press.',
].join('\n\n');

const dossier =
  'parties:\n  - {id: poland, name: Poland}\npeople:\n  - {id: tusk, name: Donald Tusk, party: poland}\n';

async function libraryWith(
  statements: string,
  text = body,
): Promise<Awaited<ReturnType<typeof openLibrary>>> {
  const folder = await folderWith({
    'a.md': markdown('a', text, `statements:\n${statements}`),
    'dossier.yaml': dossier,
  });
  return openLibrary(folder);
}

async function statementsWith(statements: string): Promise<string[]> {
  const library = await libraryWith(statements);
  expect(library.problems).toEqual([]);
  return (await library.statementsOf(library.documents[0]!)).map(shown);
}

describe('an annotation wins', () => {
  test('it names the speaker of words that the text leaves without one', async () => {
    const library = await libraryWith(
      '  - {paragraph: 2, quote: It is late., speaker: the minister, kind: unnamed, party: poland}\n',
    );
    const [, second] = await library.statementsOf(library.documents[0]!);
    expect(second).toMatchObject({ annotated: true, direct: true, paragraph: 2 });
    expect(second?.speaker).toMatchObject({ text: 'The minister', kind: 'unnamed', party: 'poland' });
    expect(part(second!, second)).toBe('“It is late.”');
  });

  test('it names another speaker than was read', async () => {
    expect(await statementsWith('  - {paragraph: 1, quote: We go, speaker: Tusk}\n')).toContain(
      'Tusk: “We go,”',
    );
    expect(await statementsWith('  - {paragraph: 1, quote: We go, speaker: Tusk}\n')).not.toContain(
      'Merz: “We go,”',
    );
  });

  test('without a speaker the words are nobody’s', async () => {
    expect(await statementsWith('  - {paragraph: 1, quote: "“We go,”"}\n')).toContain('?: “We go,”');
  });

  test('it says that words are no speech', async () => {
    expect(await statementsWith('  - {paragraph: 1, quote: We go, none: true}\n')).not.toContain(
      'Merz: “We go,”',
    );
  });

  test('a word that is no speech stays in what is reported around it, which is quoted no more', async () => {
    const library = await libraryWith('  - {paragraph: 3, quote: grand, none: true}\n');
    const last = (await library.statementsOf(library.documents[0]!)).at(-1);
    expect([last?.direct, last && shown(last)]).toEqual([false, 'Tusk: The “grand” plan was dropped']);
  });

  test('replies follow it', async () => {
    const library = await libraryWith(
      '  - {paragraph: 2, quote: It is late., speaker: Tusk, clause: Tusk said}\n',
    );
    const [, second] = library.passages;
    const statements = await library.statementsOf(second!.document);
    const statement = statements.find(({ annotated }) => annotated);
    expect(statement?.paragraph).toBe(2);
    expect(await library.said(second!, { start: 0, end: 5 })).toEqual({
      clause: 'Tusk said',
      quoted: true,
      isRead: true,
      statement,
    });
  });
});

test.each([
  [
    '{paragraph: 9, quote: x}',
    'a statement names paragraph 9, and the text has 4; count the paragraphs from 1',
  ],
  [
    '{paragraph: 2, quote: We go}',
    'the words "We go" of a statement are not in paragraph 2; copy them from there',
  ],
  [
    '{paragraph: 1, quote: We go, speaker: Macron}',
    'the speaker "Macron" of a statement is not in the text; copy the words from there, or leave it out',
  ],
  [
    '{paragraph: 1, quote: We go, speaker: Merz, person: merz}',
    'the person "merz" of a statement is not in the dossier; write an id that is, or leave it out',
  ],
])('%s is told and hides nothing', async (annotation, message) => {
  const library = await libraryWith(`  - ${annotation}\n`);
  const lines = library.problems.map((problem) => describeProblem(problem));
  expect(lines).toEqual([expect.stringMatching(/a\.md:7: front matter: /)]);
  expect(lines[0]).toContain(message);
  expect((await library.statementsOf(library.documents[0]!)).map(shown)).toContain('Merz: “We go,”');
});

test.each([
  [
    '{paragraph: two, quote: x}',
    '"statements[1].paragraph" is "two"; write the number of a paragraph, from 1',
  ],
  ['{paragraph: 1}', '"statements[1].quote" is missing; write words as they stand in the text, on one line'],
  [
    '{paragraph: 1, quote: x, kind: who}',
    '"statements[1].kind" is "who"; write one of: named, pronoun, unnamed, collective',
  ],
  [
    '{paragraph: 1, quote: x, who: y}',
    'there is no field "statements[1].who"; the fields are paragraph, quote, speaker',
  ],
])('%s is a mistake with its line', async (annotation, message) => {
  const folder = await folderWith({
    'a.md': markdown('a', body, `statements:\n  - ${annotation}\n`),
    'b.md': markdown('b', 'x'),
  });
  const { problems } = await openLibrary(folder);
  expect(problems.map((problem) => describeProblem(problem))).toEqual([expect.stringContaining(message)]);
});
