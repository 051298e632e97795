// An operator's annotations win over what was extracted, and what is wrong with one is told.
import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/common/errors.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { openNames } from '../../src/corpus/names/names.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { openLibrary } from '../../src/library.ts';
import { withAnnotations } from '../../src/statements/annotated.ts';
import type { Statement } from '../../src/statements/statement.ts';
import { folderWith, markdown } from '../temporary.ts';
import { documentOf, part, shown } from './reading.ts';

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
  ['{paragraph: 1}', '"statements[1].quote" is missing; write words as they are in the text, on one line'],
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

/** What was read of a text, each `start-end`, its marks of speech, then one annotation. */
const words = 'It “goes on” and on. “We go,” they say. So it “is late” now.';
const read = (from: string, direct: boolean | null = true): Statement => {
  const spans = from.split(' + ').map((each) => {
    const start = words.indexOf(each);
    return { start, end: start + each.length };
  });
  const [first] = spans;
  return {
    document: documentOf(words),
    spans,
    direct,
    start: first?.start,
    end: spans.at(-1)?.end,
  } as unknown as Statement;
};

describe('what is left of what was read beside an annotation', () => {
  const left = (statements: Statement[], annotation: object): string[] => {
    const document = documentOf(words, { statements: [{ paragraph: 1, ...annotation }] as never });
    const passages = passagesOf(document, { headings: false });
    return withAnnotations(statements, document, passages, openNames(emptyDossier)).map(
      (statement) => `${statement.annotated ? '*' : ''}${shown(statement)} ${statement.direct}`,
    );
  };

  test.each([
    ['nothing of the same words', ['“We go,”'], { quote: 'We go' }, ['*?: “We go,” true']],
    ['all of others', ['“We go,”'], { quote: 'is late' }, ['?: “We go,” true', '*?: “is late” true']],
    [
      'what stands before',
      ['“We go,” they say'],
      { quote: 'they say' },
      ['?: “We go,” true', '*?: they say false'],
    ],
    [
      'what stands behind',
      ['“We go,” they say'],
      { quote: 'We go' },
      ['*?: “We go,” true', '?: they say true'],
    ],
    [
      'what stands on both sides',
      ['It “goes on” and on'],
      { quote: 'goes on' },
      ['?: It + and on true', '*?: “goes on” true'],
    ],
    ['no marks alone', ['“We go,” they'], { quote: 'they' }, ['?: “We go,” true', '*?: they false']],
    [
      'the other spans',
      ['“goes on” + “We go,”'],
      { quote: 'We go' },
      ['?: “goes on” true', '*?: “We go,” true'],
    ],
    [
      'half of it where it is no speech',
      ['“We go,” they say'],
      { quote: 'We go', none: true },
      ['?: “We go,” they say true'],
    ],
    ['nothing of most of it', ['“We go,” they'], { quote: '“We go,”', none: true }, ['?: they true']],
    [
      'what is partly quoted is so no more',
      ['It “goes on” and on'],
      { quote: 'goes on', none: true },
      ['?: It “goes on” and on true'],
    ],
  ] as [string, string[], object, string[]][])('%s', (name, from, annotation, wanted) => {
    const told = left(
      from.map((each) => read(each)),
      annotation,
    );
    expect(told, name).toEqual(wanted);
  });

  test.each([
    ['We go', '“We go,” true'],
    ['“We go,”', '“We go,” true'],
    ['We', 'We true'],
    ['go', 'go true'],
    ['go,” they', 'go,” they null'],
    ['they say', 'they say false'],
    ['say. So it “is', 'say. So it “is null'],
    ['So it', 'So it false'],
  ])('of “%s” the marks around it are taken in: %s', (quote, wanted) => {
    expect(left([], { quote })).toEqual([`*?: ${wanted}`]);
  });

  test.each([
    [null, false],
    [true, true],
    [false, false],
  ])('of a longer statement (%s) words that are no speech leave it %s', (direct, wanted) => {
    const told = left([read('It “goes on” and on. “We go,”', direct)], { quote: 'We go', none: true });
    expect(told).toEqual([`?: It “goes on” and on. “We go,” ${wanted}`]);
  });

  test('they stand in the order of the text', () => {
    const told = left([read('“is late”'), read('“goes on”')], { quote: 'We go' });
    expect(told).toEqual(['?: “goes on” true', '*?: “We go,” true', '?: “is late” true']);
  });
});

test.each([
  [{}, { kind: 'named', person: 'tusk', party: 'poland' }],
  [{ kind: 'collective' }, { kind: 'collective', person: 'tusk', party: 'poland' }],
  [{ party: 'norland' }, { kind: 'named', party: 'norland' }],
  [{ person: 'holm' }, { kind: 'named', person: 'holm' }],
])('a speaker of an annotation with %j', (more, wanted) => {
  const text = '“We go,” Tusk said.';
  const document = documentOf(text, {
    statements: [{ paragraph: 1, quote: 'We go', speaker: 'Tusk', ...more }] as never,
  });
  const passages = passagesOf(document, { headings: false });
  const names = openNames({
    ...emptyDossier,
    parties: [{ id: 'poland', name: 'Poland', spellings: [], called: [] }],
    people: [{ id: 'tusk', name: 'Donald Tusk', spellings: ['Tusk'], called: [], party: 'poland' }],
  });
  const [statement] = withAnnotations([], document, passages, names);
  expect(statement?.speaker).toEqual({ start: 9, end: 13, text: 'Tusk', ...wanted });
  expect(statement).toMatchObject({ start: 0, end: 8, hedges: [], paragraph: 1, annotated: true });
});
