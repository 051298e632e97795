// The terms of a question: which words make one, what each stands for, and how much it weighs.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import type { Dossier } from '../../src/corpus/dossier.ts';
import { type QuestionTerm, readQuestion } from '../../src/search/question/question.ts';
import { openAliases } from '../../src/search/ranking/aliases.ts';
import { MARK } from '../../src/search/text/marks.ts';
import { readPassage } from '../../src/search/text/read-passage.ts';
import { termOf } from '../../src/search/text/stem.ts';
import { readVocabulary } from '../../src/search/text/vocabulary.ts';
import { background } from './reading.ts';
import { documentOf, dossierOf, passagesIn } from './texts.ts';

interface Sources {
  readonly text?: string;
  readonly dossier?: Dossier;
  readonly more?: Partial<Document>;
}

const talks = dossierOf({
  parties: [
    { id: 'us', name: 'United States', spellings: ['US'], called: ['the American side'] },
    { id: 'eu', name: 'EU' },
  ],
  people: [{ id: 'trump', name: 'Donald Trump', called: ['American president', 'president of the US'] }],
  synonyms: [
    ['security guarantees', 'shield'],
    ['truce', 'armistice'],
    ['guarantees', 'pledges'],
  ],
  thesaurus: [
    ['armistice', 'standstill'],
    ['arms', 'weapons'],
    ['security', 'safety'],
    ['step down', 'quit'],
  ],
});

function termsOf(asked: string, { text = '', dossier = dossierOf({}), more = {} }: Sources = {}) {
  const aliases = openAliases(dossier);
  const passages = passagesIn(documentOf('d', text, more));
  const reader = { aliases, background: background() };
  const vocabulary = readVocabulary(passages.map((passage) => readPassage(passage, reader)));
  return readQuestion(asked, { ...reader, vocabulary }).terms;
}

const typed = (asked: string, sources?: Sources): string[] =>
  termsOf(asked, sources).map((term) => term.typed);
const termCalled = (word: string, asked: string, sources?: Sources): QuestionTerm =>
  termsOf(asked, sources).find((term) => term.typed === word)!;
/** How much a word or a group of the sources counts of a word of the question. */
const worth = (word: string, other: string, asked: string, sources?: Sources): number | undefined =>
  termCalled(word, asked, sources).standIns.get(other.startsWith('@') ? other : termOf(other));

describe('the words that make a term', () => {
  test.each([
    ['are those that tell something', 'Who signed the treaty of Riga?', ['signed', 'treaty', 'Riga']],
    ['are grammar where there is nothing else', 'Who are they?', ['Who', 'are', 'they']],
    ['are none that tell the kind alone', 'In which month was it signed?', ['signed']],
    ['are none of no content', 'so did anybody actually sign', ['sign']],
    ['stand once each', 'Did Riga sign what Riga wrote?', ['Riga', 'sign', 'wrote']],
    ['are two where they are written with others', 'Was it put forward or put off?', ['put', 'forward']],
    ['are not those of "take place"', 'When will the summit take place?', ['summit']],
    ['nor of its past', 'When did talks that took place end?', ['talks', 'end']],
    ['are those of other phrases with either word', 'Which place did they take?', ['take']],
    ['are names in capitals', 'What does the US want?', ['US', 'want']],
    ['and in small letters, where all is small', 'what does the eu want', ['eu', 'want']],
    [
      'also beside the country that is told by its article',
      'what does the us tell the eu',
      ['US', 'tell', 'eu'],
    ],
    ['are not a country that is a pronoun', 'who told us', ['told']],
    ['and none where other words have capitals', 'Will Riga join the eu?', ['Riga', 'join', 'eu']],
    ['are all of a name', 'What does Donald Trump want?', ['Donald Trump', 'want']],
    [
      'are the longest name of several',
      'What does the American president want?',
      ['American president', 'want'],
    ],
    [
      'are all of a phrase with near synonyms',
      'Are security guarantees here?',
      ['security guarantees', 'here'],
    ],
    ['are all of a phrase of the thesaurus', 'Will they step down?', ['step down']],
    ['are one where it has near synonyms by itself', 'Is a truce here?', ['truce', 'here']],
  ])('%s: %s', (_, asked, expected) => {
    const text = 'A shield, an armistice, a quit; the US is here.';
    const found = typed(asked, { text, dossier: talks });
    expect(found.filter((word) => word !== 'here')).toEqual(expected.filter((word) => word !== 'here'));
  });

  test('are none of no content, though they have near synonyms', () => {
    const dossier = dossierOf({ synonyms: [['now', 'today']] });
    expect(typed('Are ships coming now?', { text: 'Today ships come.', dossier })).toEqual([
      'ships',
      'coming',
    ]);
  });

  test.each([
    [
      'tell most by words that are no grammar',
      'Is Delta of the Gamma Alpha here?',
      ['Delta', 'the Gamma Alpha', 'here'],
    ],
    ['tell most', 'Is Alpha Beta Gamma Delta here?', ['Alpha', 'Beta Gamma Delta', 'here']],
    ['begin first, of equal ones', 'Is Alpha Beta Gamma here?', ['Alpha Beta', 'Gamma', 'here']],
    ['go furthest, where they begin together', 'Is Delta of it here?', ['Delta of it', 'here']],
    ['stand behind others', 'Is Alpha Beta or Beta Gamma here?', ['Alpha Beta', 'Beta Gamma', 'here']],
    ['stand by themselves', 'Is Gamma with Alpha Beta here?', ['Gamma', 'Alpha Beta', 'here']],
  ])('are, of names that overlap, those that %s: %s', (_, asked, expected) => {
    const names = [
      'Alpha Beta',
      'Beta Gamma',
      'Beta Gamma Delta',
      'Delta of it',
      'Delta',
      'Alpha',
      'Delta of the',
      'the Gamma Alpha',
    ];
    const dossier = dossierOf({ parties: names.map((name, at) => ({ id: `p${at}`, name })) });
    const found = typed(asked, { text: 'Rain fell here.', dossier });
    expect(found.filter((word) => word !== 'here')).toEqual(expected.filter((word) => word !== 'here'));
  });

  test('are not a phrase of which the sources have nothing', () => {
    expect(typed('Will they step down?', { text: 'A truce.', dossier: talks })).toEqual(['step']);
  });

  test('are told by the grammar of their language', () => {
    const text = 'Die Waffenruhe gilt.';
    expect(typed('Wann gilt die Waffenruhe denn?', { text, more: { language: 'de' } })).toEqual([
      'gilt',
      'Waffenruhe',
    ]);
  });
});

describe('what stands for a word', () => {
  const text = `The truce, the armistice and the ceasefire. A pact. Peaceful inventors. Weapons at standstill.
    A shield for the United States, for safety and for guarantees. Donald Trump. Borders. Signed. Quit. A zumbrik. Pledges.`;
  const sources = { text, dossier: talks };

  test.each([
    ['the word itself', 'truce', 'truce', 'Is it a truce?', 1],
    ['the word itself, though no source has it', 'zeppelin', 'zeppelin', 'Is it a zeppelin?', 1],
    ['a near synonym of the dossier', 'truce', '@synonym-1', 'Is it a truce?', 0.8],
    ['one of the thesaurus', 'arms', '@thesaurus-1', 'Are there arms?', 0.6],
    ['a relative', 'invent', 'inventor', 'Did they invent it?', 0.7],
    ['a general synonym', 'ceasefire', 'armistice', 'Is there a ceasefire?', 0.5],
    ['a general synonym that no source has', 'agreement', 'accord', 'Is there an agreement?', undefined],
    ['a word written for another', 'boarders', 'border', 'Are boarders here?', 0.7],
    ['a word with letters swapped', 'singed', 'sign', 'Who singed it?', 0.7],
    ['what is misspelt', 'zumbrikk', 'zumbrik', 'Is the zumbrikk here?', 0.85],
    ['a relative that is near in its letters, too', 'armistise', 'armistice', 'Is the armistise here?', 0.7],
    ['two words written as one', 'cease', 'ceasefire', 'Did they cease fire?', 1],
    ['and the second of them', 'fire', 'ceasefire', 'Did they cease fire?', 1],
    ['somebody by another name', 'American president', '@trump', 'Is the American president here?', 1],
    ['a part of a name', 'Donald Trump', 'trump', 'Is Donald Trump here?', 0.4],
    ['a part of a phrase', 'security guarantees', 'guarantees', 'Are security guarantees here?', 0.5],
    [
      'a phrase by its near synonym',
      'security guarantees',
      '@synonym-0',
      'Are security guarantees here?',
      0.8,
    ],
    [
      'what stands for a part of a phrase',
      'security guarantees',
      '@synonym-2',
      'Are security guarantees here?',
      0.5 * 0.8,
    ],
  ])('%s: %s by %s', (_, word, other, asked, count) => {
    const found = worth(word, other, asked, sources);
    if (count === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(count, 6);
  });

  const words = (word: string, asked: string): string[] => [
    ...termCalled(word, asked, { text: `${text} Warranties.`, dossier: blurred }).standIns.keys(),
  ];
  const blurred = { ...talks, thesaurus: [...talks.thesaurus, ['guarantees', 'warranties']] };

  test.each([
    ['beside', 'arms', 'arms or truce', '@thesaurus-1'],
    ['before', 'arms', 'So arms for a truce?', '@thesaurus-1'],
    ['behind', 'arms', 'A truce and arms?', '@thesaurus-1'],
    ['right behind', 'arms', 'Truce arms?', '@thesaurus-1'],
    ['behind a phrase', 'arms', 'Security guarantees and arms?', '@thesaurus-1'],
  ])('is the thesaurus %s what the dossier has', (_, word, asked, group) => {
    expect(words(word, asked)).toContain(group);
  });

  test('is not the thesaurus for words of a phrase of the dossier, nor what stands beside it', () => {
    const asked = 'Are arms, security guarantees, truce here?';
    expect(
      words('security guarantees', asked)
        .filter((term) => term.startsWith('@'))
        .toSorted(),
    ).toEqual(['@synonym-0', '@synonym-2']);
  });

  test('is not what the sources lack', () => {
    const [name, phrase] = ['Donald Trump', 'security guarantees'].map((word) =>
      termCalled(word, `Is ${word} here?`, { text: 'Rain and shield.', dossier: talks }),
    );
    expect([...name!.standIns.keys()].filter((term) => term.startsWith('@'))).toEqual([]);
    expect([...phrase!.standIns.keys()].filter((term) => term.startsWith('@'))).toEqual(['@synonym-0']);
    expect([name!.known, phrase!.known]).toEqual([false, true]);
  });

  test('is not a shorter name that begins a longer one', () => {
    const dossier = dossierOf({
      parties: ['Alpha', 'Alpha Beta'].map((name, at) => ({ id: `p${at}`, name })),
    });
    const { standIns } = termCalled('Alpha Beta', 'Is Alpha Beta here?', {
      text: 'Alpha. Alpha Beta.',
      dossier,
    });
    expect([...standIns.keys()].filter((term) => term.startsWith('@'))).toEqual(['@p1']);
  });

  test.each([
    ['what does the eu want', 'eu', '@eu', 1],
    ['what does the us tell the eu', 'eu', '@eu', 1],
    ['Will Riga join the eu?', 'eu', '@eu', undefined],
  ])('is the EU in small letters only where all is small: %s', (asked, word, group, count) => {
    expect(worth(word, group, asked, { text: 'The EU wants it.', dossier: talks })).toBe(count);
  });

  test('is not the thesaurus where the dossier has near synonyms', () => {
    expect([...termCalled('armistice', 'Is an armistice here?', sources).standIns.keys()]).not.toContain(
      '@thesaurus-0',
    );
    const without = { text, dossier: { ...talks, synonyms: [] } };
    expect(worth('armistice', '@thesaurus-0', 'Is an armistice here?', without)).toBe(0.6);
  });

  test('is no grammar of a name', () => {
    const { standIns } = termCalled('president of the US', 'Is Merz president of the US?', sources);
    expect([...standIns.keys()].toSorted()).toEqual(['@trump', termOf('president')].toSorted());
  });

  test('of a word that the sources hold is none that it may be written for', () => {
    const { standIns } = termCalled('singed', 'Who singed it?', { text: 'It was signed and singed.' });
    expect([...standIns.keys()]).toEqual([termOf('singed')]);
  });

  test('is nothing that is only spelt alike, where something better stands for it', () => {
    const found = (text: string) => [
      ...termCalled('boarders', 'Are boarders safe?', { text }).standIns.keys(),
    ];
    expect(found('The borders and the boarded.')).toContain(termOf('borders'));
    expect([...termCalled('sumit', 'Is the sumit over?', { text: 'A summit.' }).standIns.keys()]).toEqual(
      ['sumit', 'summit'].map(termOf),
    );
  });

  test('are forms in the language of the sources', () => {
    const polish = { text: 'Gwarancje są.', more: { language: 'pl' } as const };
    expect(termsOf('gwarantowanymi', polish)[0]?.known).toBe(true);
    expect(termsOf('gwarantowanymi', { ...polish, more: {} })[0]?.known).toBe(false);
  });
});

describe('a question as it is understood', () => {
  const understood = (asked: string, text = 'Leaders met. Officials signed.') => {
    const passages = passagesIn(documentOf('d', text));
    const reader = { aliases: openAliases(dossierOf({})), background: background() };
    return readQuestion(asked, {
      ...reader,
      vocabulary: readVocabulary(passages.map((passage) => readPassage(passage, reader))),
    });
  };

  test.each<[string, Partial<ReturnType<typeof understood>>]>([
    ['Which leaders met?', { kind: 'person', focus: 0, negated: false, language: 'en' }],
    ['Who met which leaders?', { kind: 'person', focus: -1, negated: false }],
    ['What did leaders sign?', { kind: 'thing', focus: -1 }],
    ['How many signed leaders met?', { kind: 'number', focus: 0 }],
    ['Did they sign for leaders?', { kind: 'whether', focus: -1, wanted: 0 }],
    ['Who did not sign?', { kind: 'person', negated: true }],
    ['Who never signed?', { kind: 'person', negated: true }],
    ['Wer hat es wann unterschrieben?', { kind: 'other', wanted: 0, focus: -1, language: 'de' }],
    ['zumbrik', { kind: 'other', language: undefined }],
    ['', { kind: 'other', terms: [], folded: [], text: '' }],
  ])('%s is %j', (asked, expected) => {
    expect(understood(asked)).toMatchObject(expected);
  });

  test('has its words folded, and the marks of each', () => {
    const { folded, marks, text } = understood('Hi, did Officials sign 5? Thanks!');
    expect([text, folded]).toEqual(['did Officials sign 5?', ['did', 'officials', 'sign', '5']]);
    expect([...marks].map((mark) => [(mark & MARK.name) !== 0, (mark & MARK.number) !== 0])).toEqual([
      [false, false],
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect(understood('Officials sign what?').marks[0]! & MARK.name).toBe(0);
  });

  test('has its slips mended in English, and where no language tells itself', () => {
    expect(understood('Who desides that?').folded).toContain('decides');
    expect(understood('desides').folded).toEqual(['decides']);
    expect(understood('Wer desides das und wann?').folded).toContain('desides');
  });
});

describe('a word that is mistyped', () => {
  test.each([
    ['a word of grammar at the beginning', 'wen did they sign', 'They signed.', 'sign'],
    ['or behind it', 'who signed tht treaty', 'The treaty was signed.', 'signed,treaty'],
    [
      'stays, where the sources have it',
      'who signed tht treaty',
      'A tht treaty was signed.',
      'signed,tht,treaty',
    ],
    [
      'stays, where it has a capital',
      'Who signed Tht treaty?',
      'The treaty was signed.',
      'signed,Tht,treaty',
    ],
  ])('%s: %s', (_, asked, text, expected) => {
    expect(typed(asked, { text }).join()).toBe(expected);
  });

  test.each([
    ['is the English word it was probably meant for', 'Who desides it?', 'desides', 'decide'],
    ['is itself with a capital', 'Who met Desides?', 'Desides', 'desides'],
    ['is that with a capital within, too', 'who desIdes it', 'desIdes', 'decide'],
    ['also at the beginning', 'Desides anyone?', 'Desides', 'decide'],
    ['is itself where it is English', 'Who desires it?', 'desires', 'desires'],
  ])('%s: %s', (_, asked, word, meant) => {
    expect(termCalled(word, asked, { text: 'It rained on Friday.' }).term).toBe(termOf(meant));
  });
});

describe('a term', () => {
  const text = 'Riga met the ambassadors in 1999, and 7 of them left. Italian ships, zumbriks, called it.';

  test.each([
    ['with a capital', 'Who met Riga?', 'Riga', true, false],
    ['of a people', 'Are italian ships here?', 'italian', true, false],
    ['that is a name in the sources', 'who met riga', 'riga', true, false],
    ['that is none', 'who met ambassadors', 'ambassadors', false, false],
    ['of digits', 'Who left in 1999?', 'in 1999'.slice(3), false, true],
    ['of digits and letters', 'Were there 7 of them?', '7', false, true],
    ['of a digit behind a letter', 'Was it P7?', 'P7', true, false],
    ['of a number in letters', 'Were there seven ships?', 'seven', false, false],
  ])('%s is a name or a number: %s', (_, asked, word, isName, isNumber) => {
    expect(termCalled(word, asked, { text })).toMatchObject({ isName, isNumber });
  });

  test('of the dossier is a name in small letters too, and a near synonym is none', () => {
    const sources = { text: 'A shield.', dossier: talks };
    expect(termCalled('donald trump', 'what does donald trump want', sources).isName).toBe(true);
    expect(termCalled('security guarantees', 'are security guarantees here', sources).isName).toBe(false);
  });

  test.each([
    ['Who met the ambassador?', 'ambassador', true],
    ['Who met the envoy?', 'envoy', false],
    ['Who met the ambassadros?', 'ambassadros', true],
  ])('is known where the sources have it or what stands for it: %s', (asked, word, known) => {
    expect(termCalled(word, asked, { text }).known).toBe(known);
  });

  test('tells where its words stand', () => {
    const [first, second] = termsOf('Did Donald Trump sign?', { text: 'He signed.', dossier: talks });
    expect([first?.position, first?.last, second?.position, second?.last]).toEqual([1, 2, 3, 3]);
  });

  describe('weighs', () => {
    const weight = (word: string, asked: string, more: Sources = { text }): number =>
      termCalled(word, asked, more).weight;

    test('more the rarer it is in English', () => {
      expect(weight('sourdough', 'sourdough president')).toBeGreaterThan(
        weight('president', 'sourdough president'),
      );
    });

    test('less where more passages hold it', () => {
      const many = { text: Array.from({ length: 9 }, () => 'A zumbrik.').join('\n\n') };
      const one = { text: `A zumbrik.${'\n\nRain.'.repeat(8)}` };
      expect(weight('zumbrik', 'a zumbrik', many)).toBeLessThan(weight('zumbrik', 'a zumbrik', one));
    });

    test('more in a larger library', () => {
      const [small, large] = [3, 300].map((size) => ({ text: `A zumbrik.${'\n\nRain.'.repeat(size)}` }));
      expect(weight('zumbrik', 'a zumbrik', large)).toBeGreaterThan(weight('zumbrik', 'a zumbrik', small));
    });

    test('as much as what it was meant for', () => {
      expect(weight('ambassadros', 'ambassadros')).toBeCloseTo(weight('ambassadors', 'ambassadors'), 9);
    });

    test('a quarter where it frames a question, but not as a part of a name', () => {
      const call = 'ships called Riga';
      const [ships, called] = [weight('ships', call), weight('called', call)];
      expect(called).toBeGreaterThan(0);
      expect(called).toBeLessThan(ships / 2);
      const named = dossierOf({ parties: [{ id: 'union', name: 'People Power' }] });
      const sources = { text: 'Rain.', dossier: named };
      expect(weight('People Power', 'Is People Power here?', sources)).toBeGreaterThan(
        2 * weight('people', 'Are people here?', sources),
      );
    });
  });
});
