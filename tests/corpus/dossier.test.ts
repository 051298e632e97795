// The dossier: what it says of the documents is looked up in them, and a wrong entry is left out with a line that helps.
import { describe, expect, test } from 'vitest';
import { describeProblem, ProblemsError } from '../../src/common/errors.ts';
import { type Collection, readCollection } from '../../src/corpus/files/collection.ts';
import { openLibrary } from '../../src/library.ts';
import { folderWith, markdown } from '../temporary.ts';

const text = [
  'Ann said: “Borders must not move.”',
  'Bob, supposedly against it, “never” agreed.\nHe left – early.',
  'They said so; said so again.',
].join('\n\n');

const who = `parties:
  - {id: north, name: North, capital: Nordby, related: [Northern]}
people:
  - {id: ann, name: Ann, party: north}
  - {id: bob, name: Bob}
unnamed:
  - {id: a-source, name: a source}
`;

async function read(dossier: string): Promise<{ collection: Collection; lines: string[] }> {
  const folder = await folderWith({ 'a.md': markdown('a', text), 'dossier.yaml': dossier });
  const collection = await readCollection(folder);
  const lines = collection.problems.map((problem) => describeProblem(problem).replaceAll(`${folder}/`, ''));
  return { collection, lines };
}

/** The dossier of a proposal with one more line at its end, on line 12. */
const proposal = (line: string): string =>
  `${who}proposals:
  - id: borders
    name: Borders
    what: [{cite: a ¶1, words: Borders must not move}]
    ${line}
`;

test('a person’s party where there are no parties is told without an empty list', async () => {
  const { lines } = await read('people:\n  - {id: ann, name: Ann, party: north}\n');
  expect(lines).toEqual([
    'dossier.yaml:2: dossier: "north", the party of Ann, is no party here, since there are none; write it down under "parties", or leave it out',
  ]);
});

describe('what is wrong with an entry is one line with its place and the remedy, and the entry alone is left out', () => {
  test.each([
    [
      'words that are not in the paragraph',
      'by: [{who: ann, as: own-words, cite: a ¶1, words: Borders may move}]',
      'dossier: "Borders may move" at proposals[1] "Borders" is not in a ¶1; copy the words from that paragraph, letter for letter and without a gap',
    ],
    [
      'a part of a word',
      'by: [{who: ann, as: own-words, cite: a ¶1, words: orders must}]',
      'dossier: "orders must" at proposals[1] "Borders" is not in a ¶1; copy the words from that paragraph, letter for letter and without a gap',
    ],
    [
      'a paragraph that there is not',
      'by: [{who: ann, as: own-words, cite: a ¶9, words: x}]',
      'dossier: "a ¶9" at proposals[1] "Borders" names no paragraph; write a citation such as european-leaders ¶5, as /cite shows it',
    ],
    [
      'a range of paragraphs',
      'passages: [a 1-2]',
      'dossier: "a 1-2" at proposals[1] "Borders" names no paragraph; write a citation such as european-leaders ¶5, as /cite shows it',
    ],
    [
      'somebody whom the dossier does not know',
      'by: [{who: zoe, as: article, cite: a ¶1, words: Borders must not move}]',
      'dossier: "zoe" at proposals[1] "Borders" is no party, no person and no unnamed source here; write the id of one',
    ],
    [
      'own words that are no quotation',
      'by: [{who: bob, as: own-words, cite: a ¶2, words: supposedly against it}]',
      'dossier: "supposedly against it" at proposals[1] "Borders" is no quotation in a ¶2, so it is nobody\'s own words; write "as: reported", "article" or "said-of"',
    ],
    [
      'own words of which only some are quoted',
      'by: [{who: bob, as: own-words, cite: a ¶2, words: “never” agreed}]',
      'dossier: "“never” agreed" at proposals[1] "Borders" is no quotation in a ¶2, so it is nobody\'s own words; write "as: reported", "article" or "said-of"',
    ],
    [
      'what is said of somebody by nobody',
      'by: [{who: bob, as: said-of, cite: a ¶2, words: against it}]',
      'dossier: at proposals[1] "Borders" "teller" goes with "as: said-of" and with nothing else; write both or neither',
    ],
    [
      'a teller of what the article says itself',
      'by: [{who: bob, as: article, teller: ann, cite: a ¶2, words: against it}]',
      'dossier: at proposals[1] "Borders" "teller" goes with "as: said-of" and with nothing else; write both or neither',
    ],
    [
      'a reserve that is not in the words',
      'by: [{who: bob, as: article, hedge: supposedly, cite: a ¶2, words: against it}]',
      'dossier: "supposedly" at proposals[1] "Borders" is not in "against it"; write the reservation as it is there',
    ],
  ])('%s', async (_, line, expected) => {
    const { collection, lines } = await read(proposal(line));
    expect(lines).toEqual([`dossier.yaml:12: ${expected}`]);
    // All else of the proposal stays.
    expect(collection.dossier.proposals).toMatchObject([{ id: 'borders', by: [], passages: [] }]);
    expect(collection.dossier.people).toHaveLength(2);
  });

  test.each([
    [
      'a way of telling that there is not',
      'by: [{who: ann, as: gossip, cite: a ¶1, words: Borders must not move}]',
      'dossier: "proposals[1].by[1].as" is "gossip"; write one of: own-words, reported, article, said-of',
    ],
    [
      'a stance that there is not',
      'stances: [{who: ann, stance: yes, as: own-words, cite: a ¶1, words: Borders must not move}]',
      'dossier: "proposals[1].stances[1].stance" is "yes"; write one of: for, against, doubtful, conditional',
    ],
    [
      'a field that there is not',
      'stances: [{who: ann, stance: for, as: own-words, cite: a ¶1, word: x, words: Borders must not move}]',
      'dossier: there is no field "proposals[1].stances[1].word"; the fields are cite, words, who, as, teller, hedge, stance',
    ],
    [
      'a stance without words',
      'stances: [{who: ann, stance: for, as: own-words, cite: a ¶1}]',
      'dossier: "proposals[1].stances[1].words" is missing; copy the words from that paragraph, letter for letter',
    ],
  ])('%s', async (_, line, expected) => {
    const { collection, lines } = await read(proposal(line));
    expect(lines).toEqual([`dossier.yaml:12: ${expected}`]);
    expect(collection.dossier.proposals).toEqual([]);
    expect(collection.dossier.people).toHaveLength(2);
  });

  test('a proposal of which nothing that it is can be found', async () => {
    const { collection, lines } = await read(
      `${who}proposals:\n  - {id: x, name: X, what: [{cite: a ¶1, words: y}]}\n`,
    );
    expect(collection.dossier.proposals).toEqual([]);
    expect(lines).toHaveLength(1);
  });

  test('two proposals of one name: the first is kept', async () => {
    const what = 'what: [{cite: a ¶1, words: Ann}]';
    const { collection, lines } = await read(
      `${who}proposals:\n  - {id: x, name: X, ${what}}\n  - {id: y, name: Y, called: [x], ${what}}\n`,
    );
    expect(collection.dossier.proposals.map(({ id }) => id)).toEqual(['x']);
    expect(lines).toEqual([
      'dossier.yaml:10: dossier: "x" is at proposals[2] "Y" and at proposals[1] "X" too; keep it at one of them',
    ]);
  });

  test.each([
    [
      'a joint statement of a document that there is not',
      '{id: s, name: S, document: b, complete: false}',
      'dossier: "b" at statements[1] "S" is no document here; write one of: a',
    ],
    [
      'a joint statement of which is not said whether it is complete',
      '{id: s, name: S, document: a}',
      'dossier: "statements[1].complete" is missing; write true or false',
    ],
    [
      'a signatory whom the dossier does not know',
      '{id: s, name: S, document: a, complete: false, issued: [{who: zoe, cite: a ¶1, words: Ann}]}',
      'dossier: "zoe" at statements[1] "S" is no party, no person and no unnamed source here; write the id of one',
    ],
    [
      'a part that is not there',
      '{id: s, name: S, document: a, complete: false, sections: [{id: p, name: P, parts: [{cite: a ¶1, words: Borders move}]}]}',
      'dossier: "Borders move" at statements[1] "S" is not in a ¶1; copy the words from that paragraph, letter for letter and without a gap',
    ],
  ])('%s', async (_, entry, expected) => {
    const { lines } = await read(`${who}statements:\n  - ${entry}\n`);
    expect(lines).toEqual([`dossier.yaml:9: ${expected}`]);
  });

  test('a person whose party is wrong stays, without it, and the party is told of once', async () => {
    const { collection, lines } = await read(
      'parties:\n  - {id: north, name: North, frob: x}\npeople:\n  - {id: ann, name: Ann, party: north}\n',
    );
    expect(lines).toEqual([
      'dossier.yaml:2: dossier: there is no field "parties[1].frob"; the fields are id, name, spellings, called, texts, related, capital',
    ]);
    expect(collection.dossier.people).toEqual([{ id: 'ann', name: 'Ann', spellings: [], called: [] }]);
  });

  test('several wrong entries are told in the order of their lines', async () => {
    const { lines } = await read(
      proposal('by: [{who: zoe, as: article, cite: a ¶1, words: Ann}]').replace('{id: bob,', '{id: Bob,'),
    );
    expect(lines.map((line) => line.split(':')[1])).toEqual(['5', '12']);
  });

  test('stops a strict start, and no other', async () => {
    const dossier = proposal('passages: [a ¶9]');
    const folder = await folderWith({ 'a.md': markdown('a', text), 'dossier.yaml': dossier });
    await expect(openLibrary(folder, { strict: true })).rejects.toBeInstanceOf(ProblemsError);
    expect((await openLibrary(folder)).positions.proposals).toHaveLength(1);
  });
});

describe('words are found as the source has them', () => {
  test.each([
    ['“never” agreed', '“never” agreed'],
    ['"never" agreed', '“never” agreed'],
    ['agreed. He left - early.', 'agreed.\nHe left – early.'],
  ])('%s', async (written, found) => {
    const { collection, lines } = await read(
      `${who}proposals:\n  - {id: x, name: X, what: [{cite: a 2, words: '${written}'}]}\n`,
    );
    expect(lines).toEqual([]);
    const [what] = collection.dossier.proposals[0]!.what;
    expect(what!.passage.text.slice(what!.start, what!.end)).toBe(found);
  });

  test('the parts of a joint statement are quoted, quoted in part, or only reported, as the marks tell', async () => {
    const part = (cite: string, words: string) =>
      `{id: p${words.length}, name: ${words.length}, parts: [{cite: ${cite}, words: '${words}'}]}`;
    const sections = [
      part('a ¶1', 'Borders must not move'),
      part('a ¶2', 'against it, “never” agreed'),
      part('a ¶3', 'They said so'),
    ];
    const { collection } = await read(
      `${who}statements:\n  - {id: s, name: S, document: a, complete: true, sections: [${sections.join(', ')}]}\n`,
    );
    const [statement] = collection.dossier.statements;
    expect(statement?.sections.flatMap(({ parts }) => parts.map(({ how }) => how))).toEqual([
      'quoted',
      'partly',
      'reported',
    ]);
    expect(statement?.complete).toBe(true);
  });
});

describe('names that match no passage', () => {
  const dossier = `parties:
  - {id: north, name: Nordland, capital: Nordby, related: [Ann]}
  - {id: south, name: South}
people:
  - {id: ann-lee, name: Ann Lee, spellings: [Енн Лі]}
unnamed:
  - {id: a-source, name: a source}
  - {id: they, name: somebody, called: [they]}
`;

  test('are told of entry by entry, as hints that refuse nothing', async () => {
    const folder = await folderWith({ 'a.md': markdown('a', text), 'dossier.yaml': dossier });
    const library = await openLibrary(folder, { strict: true });
    const hints = await library.hints();
    expect(library.problems).toEqual([]);
    const say = 'correct its names, or take it out if the sources do not speak of it';
    expect(hints.map((hint) => describeProblem(hint).replaceAll(`${folder}/`, ''))).toEqual([
      `dossier.yaml:3: dossier: no passage holds a name of "South"; ${say}`,
      `dossier.yaml:5: dossier: no passage holds a name of "Ann Lee"; ${say}`,
      `dossier.yaml:7: dossier: no passage holds a name of "a source"; ${say}`,
    ]);
  });
});

describe('the shipped dossier', async () => {
  const { dossier, problems } = await readCollection('corpus');
  const wordsOf = ({ passage, start, end }: { passage: { text: string }; start: number; end: number }) =>
    passage.text.slice(start, end);

  test('has nothing wrong in it, and nobody whom the text does not name', async () => {
    expect(problems).toEqual([]);
    const library = await openLibrary('corpus', { strict: true });
    expect(await library.hints()).toEqual([]);
  });

  test('knows the parties, their people and those whom the text leaves unnamed', () => {
    const partyOf = Object.fromEntries(dossier.people.map(({ id, party }) => [id, party]));
    expect(partyOf).toEqual({
      'donald-trump': 'united-states',
      'volodymyr-zelenskyy': 'ukraine',
      'vladimir-putin': 'russia',
      'giorgia-meloni': 'italy',
      'friedrich-merz': 'germany',
      'emmanuel-macron': 'france',
      'keir-starmer': 'britain',
      'donald-tusk': 'poland',
      'alexander-stubb': 'finland',
      'ursula-von-der-leyen': 'european-commission',
      'antonio-costa': 'european-council',
    });
    expect(dossier.parties.map(({ id }) => id)).toEqual([
      ...new Set([...Object.values(partyOf), 'european-leaders', 'nato']),
    ]);
    expect(dossier.people.every(({ office }) => office !== undefined)).toBe(true);
    expect(dossier.parties.find(({ id }) => id === 'ukraine')?.capital).toBe('Kyiv');
    expect(dossier.unnamed.map(({ name }) => name)).toEqual([
      'the diplomatic source',
      'diplomatic sources',
      'another source with knowledge of the matter',
      'some Western circles',
      'Kyiv’s European allies',
    ]);
  });

  test('knows what is proposed, and holds nobody for or against it but by these words', () => {
    const held = dossier.proposals.map(({ id, stances }) => [
      id,
      stances.map(
        ({ stance, who: holder, as, ...words }) => `${stance} ${holder} (${as}): ${wordsOf(words)}`,
      ),
    ]);
    expect(Object.fromEntries(held)).toEqual({
      'article-5-type-guarantee': [
        'for giorgia-meloni (article): the idea of security guarantee “inspired” by Article 5, which she has been pushing for several months',
        'for vladimir-putin (said-of): supposedly agreed with Putin',
        'doubtful source-with-knowledge (own-words): No-one knows how this could work and why Putin would agree to it if he is categorically against NATO and obviously against really effective guarantees of Ukraine’s sovereignty.',
      ],
      'nato-membership': [
        'for ukraine (article): Kyiv has long aspired to join NATO',
        'against donald-trump (article): Trump has repeatedly ruled out Ukraine joining the Western military alliance.',
        'against russia (article): without extending NATO membership, a key Russian red line',
        'against russia (article): Russia has given that as one of its reasons for its war in Ukraine',
        'against western-circles (article): some Western circles have expressed resistance to the idea',
      ],
      'settlement-without-ceasefire': [
        'for donald-trump (reported): the best way to do this was to go straight to a peace settlement rather than via a ceasefire',
        'for vladimir-putin (said-of): he had agreed with the Russian leader that the best way to do this was to go straight to a peace settlement rather than via a ceasefire',
        'against ukraine (article): something hitherto opposed by Kyiv and its European allies',
        'against european-allies (article): something hitherto opposed by Kyiv and its European allies',
      ],
      'three-way-summit': [
        'for european-leaders (reported): they were ready to work with Trump and Zelenskiy towards a three-way summit with European support',
      ],
      'ironclad-guarantees': [
        'for european-leaders (reported): Ukraine must have “ironclad” security guarantees to defend its territorial integrity',
      ],
      'territory-and-borders': [
        'for european-leaders (own-words): International borders must not be changed by force.',
      ],
      sanctions: [
        'for european-leaders (own-words): We will continue to strengthen sanctions and wider economic measures to put pressure on Russia’s war economy until there is a just and lasting peace.',
        'conditional european-leaders (own-words): As long as the killing in Ukraine continues, we stand ready to uphold the pressure on Russia.',
      ],
    });
  });

  test('tells apart who issued the joint statement and who also signed it, and what is quoted and what reported', () => {
    const [statement, ...others] = dossier.statements;
    expect(others).toEqual([]);
    expect(statement?.complete).toBe(false);
    expect(statement?.issued.map(({ who: id }) => id)).toEqual([
      'friedrich-merz',
      'emmanuel-macron',
      'keir-starmer',
      'giorgia-meloni',
    ]);
    expect(statement?.signed.map(({ who: id }) => id)).toEqual([
      'ursula-von-der-leyen',
      'donald-tusk',
      'alexander-stubb',
      'antonio-costa',
    ]);
    const parts = statement?.sections.flatMap(({ parts: all }) => all) ?? [];
    expect(parts.map(({ how, passage }) => `${how} ¶${passage.paragraph}`)).toEqual([
      'reported ¶1',
      'reported ¶3',
      'partly ¶6',
      'quoted ¶7',
      'quoted ¶8',
      'quoted ¶9',
    ]);
    // Every quoted word of the statement is there: the three paragraphs are quotations from end to end.
    const quoted = parts.filter(({ how }) => how === 'quoted').map(wordsOf);
    expect(quoted.join('\n')).toContain('International borders must not be changed by force.');
    expect(quoted.at(-1)).toMatch(/^“As long as .* a just and lasting peace\.”$/);
  });
});
