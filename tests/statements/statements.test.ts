// How speech stands in texts: split, carried over paragraphs, fragments, pronouns, marks, and what is no speech.
import { describe, expect, test } from 'vitest';
import { type Dossier, emptyDossier } from '../../src/corpus/dossier.ts';
import { openNames } from '../../src/corpus/names/names.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { statementsNear, statementsOf } from '../../src/statements/extract.ts';
import { documentOf, part, shown, statementsIn } from './reading.ts';

const said = (text: string): string[] => statementsIn(text).map(shown);

describe('word for word', () => {
  test.each([
    ['the clause behind', '“We go,” Merz said on Friday.', ['Merz: “We go,”']],
    [
      'the clause behind, turned round',
      '“We go,” said Chancellor Merz, who was there.',
      ['Chancellor Merz: “We go,”'],
    ],
    ['the clause before, with a comma', 'Merz said, “We go.”', ['Merz: “We go.”']],
    ['the clause before, with a colon', 'After the talks, Merz told reporters: “We go.”', ['Merz: “We go.”']],
    ['the clause before, with nothing', 'Merz said “We go with you.”', ['Merz: “We go with you.”']],
    ['split by its clause', '“We go,” Merz said, “but not yet.”', ['Merz: “We go,” + “but not yet.”']],
    [
      'going on behind its clause',
      '“We go,” Merz said. “We stay together.”',
      ['Merz: “We go,” + “We stay together.”'],
    ],
    ['a question', '“Why should we?” Merz asked.', ['Merz: “Why should we?”']],
    ['a name with an aside', '“We go,” Anna Berg, head of the bank, told us.', ['Anna Berg: “We go,”']],
    [
      'a source without a name',
      '“We go,” one official close to the talks said.',
      ['one official close to the talks: “We go,”'],
    ],
    ['according to', '“We go now,” according to the ministry.', ['the ministry: “We go now,”']],
    [
      'two who speak in one sentence',
      '“We go,” Merz said, adding: “Soon.”',
      ['Merz: “We go,”', 'Merz: “Soon.”'],
    ],
    ['a name beside a noun', '“We go,” said her host, Anna Berg.', ['Anna Berg: “We go,”']],
    [
      'a name between commas behind an office',
      'The minister of trade, Jean-Pierre von der Berg, said: “We go.”',
      ['Jean-Pierre von der Berg: “We go.”'],
    ],
    [
      'a place between commas behind somebody without a name',
      'A resident of the capital, Riga, said: “We go.”',
      ['A resident of the capital: “We go.”'],
    ],
    ['a constituency between commas', 'The senator, R-Ohio, said: “We go.”', ['The senator: “We go.”']],
    [
      'a name with small words before a colon',
      'Jean-Pierre de la Cruz: “We go.”',
      ['Jean-Pierre de la Cruz: “We go.”'],
    ],
    ['a name alone before a colon', 'Merz: “We go.”', ['Merz: “We go.”']],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('over paragraphs', () => {
  test('each opens with a mark and only the last one closes: one statement', () => {
    const [statement, ...others] = statementsIn('“We go.\n\n“We stay,” Merz said.');
    expect(others).toEqual([]);
    expect(statement).toMatchObject({ paragraph: 1, direct: true, speaker: { text: 'Merz' } });
    expect(statement?.spans).toHaveLength(2);
  });

  test('a quotation alone belongs to who spoke at the end of the paragraph before', () => {
    expect(said('“We go,” Merz said.\n\n“We stay together.”')).toEqual([
      'Merz: “We go,”',
      'Merz: “We stay together.”',
    ]);
  });

  test('a paragraph of the reporter’s in between ends that', () => {
    expect(said('“We go,” Merz said.\n\nIt rained.\n\n“We stay together.”')).toEqual([
      'Merz: “We go,”',
      '?: “We stay together.”',
    ]);
  });

  test('a clause that ends with a colon leads in the next paragraph', () => {
    expect(said('Merz released the following statement:\n\n“We go.”')).toEqual(['Merz: “We go.”']);
  });

  test('a line below may sign it', () => {
    expect(said('“We go and stay.”\n\n- Anna Berg')).toEqual(['Anna Berg: “We go and stay.”']);
  });
});

describe('partly word for word', () => {
  test('a fragment is a part of the sentence that somebody says', () => {
    const [statement] = statementsIn('Merz said Ukraine must have “ironclad” guarantees.');
    expect(statement).toMatchObject({ direct: null, speaker: { text: 'Merz' } });
    expect(part(statement!, statement!.spans[0])).toBe('Ukraine must have “ironclad” guarantees');
  });

  test('a fragment with its clause at the end', () => {
    expect(said('The plan was “no good”, Merz said.')).toEqual(['Merz: The plan was “no good”']);
  });

  test.each([
    ['irony', 'The “peace” lasted a day.'],
    ['a title', 'The film “Night Over the River” won.'],
    ['a term', 'It would create a “non-NATO Article 5” clause.'],
  ])('%s is no speech', (_, text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('reported', () => {
  test.each([
    ['with “that”', 'Merz told senators that they would go.', ['Merz: they would go']],
    ['without “that”', 'Merz said they would go.', ['Merz: they would go']],
    [
      'the clause at the end',
      'The talks were held in secret, officials said.',
      ['officials: The talks were held in secret'],
    ],
    [
      'according to, before',
      'According to officials, the talks were held.',
      ['officials: the talks were held'],
    ],
    ['a refusal', 'Merz has ruled out a visit.', ['Merz: a visit']],
    ['a heading', 'Joint press statement on the river talks', []],
    ['a heading that ends like a sentence', 'Joint press conference with the king.', []],
    [
      'a heading with what looks like a verb',
      'Opening remarks of the king at the river talks\n\nMerz said it rained.',
      ['Merz: it rained'],
    ],
    ['a clause in it is none of its words', 'Joint press statement on talks that were held in Riga', []],
    ['nobody speaks', 'The talks were held in Alaska.', []],
    ['who is told does not speak', 'Merz was told that they would go.', []],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('pronouns', () => {
  const resolved = (text: string): (string | undefined)[] =>
    statementsIn(text).map(({ speaker }) => speaker?.resolved);

  test.each([
    [
      'the last one who spoke',
      'Anna Berg said they go.\n\nShe noted that it rained.',
      [undefined, 'Anna Berg'],
    ],
    ['the last one who was spoken of', 'Anna Berg arrived late. “We go,” she said.', ['Anna Berg']],
    ['a thing', 'The report says they go. It adds that it rained.', [undefined, 'The report']],
    [
      'the name beside a noun',
      'Her host, Anna Berg, said they go. She noted that it rained.',
      [undefined, 'Anna Berg'],
    ],
    ['such a name that only arrived', 'Her host, Anna Berg, arrived. “We go,” she said.', ['Anna Berg']],
    ['nobody', '“We go,” she said.', [undefined]],
    ['not a crowd', 'Leaders said they go. “We go,” she said.', [undefined, undefined]],
    [
      'not one who was a man',
      'Jo Berg said he goes. He added it rained. She said it was late.',
      [undefined, 'Jo Berg', undefined],
    ],
  ])('%s', (_, text, expected) => {
    expect(resolved(text)).toEqual(expected);
  });
});

describe('marks', () => {
  test.each([
    ['straight', '"We go," Merz said.', ['Merz: "We go,"']],
    ['mixed', '“We go," Merz said.', ['Merz: “We go,"']],
    ['nested', '“He said ‘no’ to us,” Merz said.', ['Merz: “He said ‘no’ to us,”']],
    ['German', '„We go“, Merz said.', ['Merz: „We go“']],
    ['French', '«We go», Merz said.', ['Merz: «We go»']],
    ['brackets of the source', '“They (the allies) go,” Merz said.', ['Merz: “They (the allies) go,”']],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

test('the parts of a clause: cue, medium, hedges', () => {
  const [statement] = statementsIn('“We reportedly go,” Merz said in an interview with AFP on Friday.');
  const { cue, clause, medium, hedges } = statement!;
  expect([cue, clause, medium, hedges[0]].map((span) => part(statement!, span))).toEqual([
    'said',
    'Merz said in an interview with AFP on Friday',
    'in an interview with AFP',
    'reportedly',
  ]);
});

describe('who a speaker is, by the dossier', () => {
  const dossier: Dossier = {
    ...emptyDossier,
    parties: [
      { id: 'italy', name: 'Italy', spellings: [], called: ['Italian'] },
      { id: 'allies', name: 'Allies', spellings: [], called: [], texts: ['the joint letter'] },
    ],
    people: [{ id: 'meloni', name: 'Giorgia Meloni', spellings: ['Meloni'], called: [], party: 'italy' }],
  };
  const entry = (text: string): (string | undefined)[][] =>
    statementsIn(text, {}, dossier).map(({ speaker }) => [speaker?.person, speaker?.party]);

  test.each([
    ['a person and her party', '“We go,” Meloni said.', [['meloni', 'italy']]],
    ['a name beside a noun', 'Her host, Giorgia Meloni, said: “We go.”', [['meloni', 'italy']]],
    [
      'a name that is not known, beside a noun that is of a party',
      'The Italian minister, Anna Berg, said: “We go.”',
      [[undefined, 'italy']],
    ],
    ['who is of a party', '“We go,” Italian diplomats said.', [[undefined, 'italy']]],
    [
      'who is only spoken of is not the speaker',
      '“We go,” a critic of Meloni said.',
      [[undefined, undefined]],
    ],
    ['nor is the owner', '“We go,” Meloni’s critics said.', [[undefined, undefined]]],
    [
      'whom a pronoun stands for',
      'Meloni said they go. She said it rained.',
      [
        ['meloni', 'italy'],
        ['meloni', 'italy'],
      ],
    ],
    [
      'whose text it is',
      'The joint letter said they go.\n\n“We go,” the letter said.',
      [
        [undefined, 'allies'],
        [undefined, 'allies'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(entry(text)).toEqual(expected);
  });
});

test('around one paragraph of a long document the same is read as in all of it', () => {
  const text = [...Array(600).keys()]
    .map((index) => `“We go ${index} times,” Merz said.\n\n“We stay.”`)
    .join('\n\n');
  const document = documentOf(text);
  const passages = passagesOf(document, { headings: false });
  const names = openNames(emptyDossier);
  const passage = passages[801]!;
  const near = statementsNear(passage, passages, names).filter(
    ({ paragraph }) => paragraph === passage.paragraph,
  );
  expect(near).toEqual(
    statementsOf(document, passages, names).filter(({ paragraph }) => paragraph === passage.paragraph),
  );
  expect(near.map(shown)).toEqual(['Merz: “We stay.”']);
});
