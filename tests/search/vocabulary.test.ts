// What is counted of the words of passages, and how a passage is read for it.
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/common/steps.ts';
import type { Document } from '../../src/corpus/document.ts';
import { openAliases } from '../../src/search/ranking/aliases.ts';
import { MARK } from '../../src/search/text/marks.ts';
import { indexTerms, type ReadPassage, readPassage } from '../../src/search/text/read-passage.ts';
import { correct, correctionsFor } from '../../src/search/text/spelling.ts';
import { termOf } from '../../src/search/text/stem.ts';
import { Counting, countsSteps, readVocabulary, vocabularyOf } from '../../src/search/text/vocabulary.ts';
import { words } from '../../src/search/text/words.ts';
import { background } from './reading.ts';
import { documentOf, dossierOf, passagesIn } from './texts.ts';

const dossier = dossierOf({
  parties: [
    { id: 'union', name: 'Riga Union' },
    { id: 'q', name: 'Qalandor' },
  ],
  synonyms: [['truce', 'armistice']],
});
const reader = () => ({ aliases: openAliases(dossier), background: background() });
const read = (...documents: Document[]): ReadPassage[] =>
  passagesIn(...documents).map((passage) => readPassage(passage, reader()));
const one = (text: string, more?: Partial<Document>): ReadPassage => read(documentOf('d', text, more))[0]!;

const first = documentOf('first', 'Xanthor met the envoys.\n\nThe envoy left a treaty. A treaty!');
const second = documentOf('second', 'Inventors invent inventions for the treaty of Force.');
const third = documentOf('third', 'Die Truppen. The force is with Force, Force, Force, Force.', {
  language: 'de',
});
const documents = [first, second, third];

const whole = () => readVocabulary(read(...documents));
/** The same, counted in three lists. */
const parted = () =>
  vocabularyOf(
    documents.map((document) => {
      const counting = new Counting();
      for (const each of read(document)) counting.add(each);
      return atOnce(countsSteps(atOnce(counting.tallySteps())));
    }),
  );

describe.each([
  ['one list', whole],
  ['several', parted],
])('of %s', (_, vocabulary) => {
  test('it is told how many passages there are, and in which languages', () => {
    expect(vocabulary().size).toBe(4);
    expect([...vocabulary().languages].toSorted()).toEqual(['de', 'en']);
  });

  test.each([
    ['treaty', 2],
    ['envoy', 2],
    ['xanthor', 1],
    ['nobody', 0],
    ['for', 0],
    ['zumbrik', 0],
  ])('“%s” stands in %d passages', (word, count) => {
    expect(vocabulary().passagesWith(termOf(word))).toBe(count);
    expect(vocabulary().has(termOf(word))).toBe(count > 0);
  });

  test.each([
    ['xanthor', true],
    ['treaty', false],
    ['force', true],
    ['zumbrik', false],
  ])('“%s” is a name: %s', (word, isName) => {
    expect(vocabulary().isName(termOf(word))).toBe(isName);
  });

  test('words of grammar are not counted at all', () => {
    expect([vocabulary().has(''), vocabulary().passagesWith('')]).toEqual([false, 0]);
  });

  test.each<[string, string[]]>([
    ['first', ['xanthor', 'envoy', 'treaty']],
    ['second', ['invent', 'inventor', 'treaty', 'force']],
    ['third', ['force']],
    ['fourth', []],
  ])('the document “%s” has %j', (id, held) => {
    const all = ['xanthor', 'envoy', 'treaty', 'invent', 'inventor', 'force', 'zumbrik'];
    expect(all.filter((word) => vocabulary().inDocument(id, termOf(word)))).toEqual(
      all.filter((word) => held.includes(word)),
    );
  });

  test('relatives are of one family, and a term is one of its own', () => {
    expect(vocabulary().relatives(termOf('inventive')).toSorted()).toEqual(
      [...new Set(['invent', 'inventors', 'inventions'].map(termOf))].toSorted(),
    );
    expect(vocabulary().relatives(termOf('zumbrik'))).toEqual([]);
  });

  test.each<[string, number, string[]]>([
    ['envoyz', 1, ['envoys', 'envoy']],
    ['envoyzz', 1, []],
    ['envoyzz', 2, ['envoys', 'envoy']],
    ['nevoys', 2, ['envoys']],
    ['vnoys', 2, []],
    ['inventoins', 2, ['inventions', 'inventors']],
  ])('near “%s”, at %d slips, are %j', (typed, slips, forms) => {
    const near = vocabulary().near(typed, slips);
    expect(near.map(([form]) => form).toSorted()).toEqual(forms.toSorted());
    for (const [form, term] of near) expect(term).toBe(termOf(form));
  });
});

test('a word is a name where four in five are', () => {
  const named = (text: string): boolean => readVocabulary([one(text)]).isName(termOf('force'));
  expect(named('Of Force, Force, Force, Force and force.')).toBe(true);
  expect(named('Of Force, Force, Force and force.')).toBe(false);
});

test('groups of the dossier are counted, and are no relatives of anything', () => {
  const vocabulary = readVocabulary([one('The Riga Union signed a truce.')]);
  expect([vocabulary.has('@union'), vocabulary.has('@synonym-0'), vocabulary.has('@nobody')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(vocabulary.relatives('@union')).toEqual([]);
});

describe('a passage as it is read', () => {
  test.each<[string, Partial<Document>, string, string[]]>([
    ['without grammar in English', {}, 'They met the envoys.', ['', 'meet', '', 'envoy']],
    ['without more grammar than a list of it has', {}, 'They met via Riga', ['', 'meet', '', 'riga']],
    ['with a month that is else grammar', {}, 'They met in May.', ['', 'meet', '', 'may']],
    ['without grammar in German', { language: 'de' }, 'Die Truppen', ['', 'trupp']],
    ['and with what is grammar in English alone', { language: 'de' }, 'The Truppen', ['the', 'trupp']],
  ])('has its terms, %s', (_, more, text, terms) => {
    expect(one(text, more).terms).toEqual(terms.map((term) => (more.language ? term : term && termOf(term))));
  });

  test('has the words of each sentence', () => {
    const { sentences, folded } = one('They met. Then it rained! “So what?” she said.');
    const parts = sentences.map(({ from, to }) => folded.slice(from, to).join(' '));
    expect(parts.join(' ')).toBe(folded.join(' '));
    expect(parts.slice(0, 2)).toEqual(['they met', 'then it rained']);
  });

  test('knows that a capital tells nothing where a sentence opens', () => {
    const { marks } = one('Officials met. Officials left. Then Officials spoke.');
    const names = [...marks.keys()].filter((at) => (marks[at]! & MARK.name) !== 0);
    expect(names).toEqual([5]);
  });

  test('has groups by the last of their words, all that end there', () => {
    const both = dossierOf({
      parties: [
        { id: 'union', name: 'Riga Union' },
        { id: 'u', name: 'Union' },
      ],
    });
    const [passage] = passagesIn(documentOf('d', 'The Riga Union met.'));
    const found = readPassage(passage!, { aliases: openAliases(both), background: background() });
    expect([...found.aliases]).toEqual([[2, ['@union', '@u']]]);
    expect([...indexTerms(found)]).toEqual(['riga', 'union', termOf('met'), '@union', '@u']);
  });

  test('has the terms of its title and of the headings above it, those of each section', () => {
    const text = '# Harbours\n\nOne.\n\nTwo.\n\n# Ships\n\nThree.';
    const titles = read(documentOf('d', text), documentOf('e', text, { title: undefined })).map(({ title }) =>
      [...title].toSorted(),
    );
    const [harbours, ships] = [termOf('harbours'), termOf('ships')];
    const untitled = termOf('untitled');
    expect(titles).toEqual([
      [harbours, untitled],
      [harbours, untitled],
      [ships, untitled].toSorted(),
      [harbours],
      [harbours],
      [ships],
    ]);
  });
});

describe('misspelt words', () => {
  const vocabulary = () => readVocabulary([one('The zumbrik of Zelenskyy, tall quixrums and zorn.')]);
  const looked = (asked: string): string[] => [
    ...correctionsFor(words(asked), { ...reader(), vocabulary: vocabulary() }).keys(),
  ];

  test.each<[string, string, string[]]>([
    ['in four words where half are unknown', 'the zumbrk or zumbirk', ['zumbrk', 'zumbirk']],
    ['and not where more are', 'the zumbrk zumbirk zmbrik', []],
    ['in three where all are', 'zumbrk zumbirk zmbrik', ['zumbrk', 'zumbirk', 'zmbrik']],
    ['each once', 'the zumbrk or the zumbrk', ['zumbrk']],
    ['but not those that the sources have', 'the zumbrik', []],
    ['nor English ones', 'the president', []],
    ['nor names of the dossier', 'the qalandor', []],
    ['but words that are only a part of one', 'the union of riga', ['riga']],
  ])('are looked up %s: %s', (_, asked, expected) => {
    expect(looked(asked)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['zron', ['zorn']],
    ['zorx', ['zorn']],
    ['zor', []],
    ['zumbrikk', ['zumbrik']],
    ['zumbbrikk', ['zumbrik']],
    ['zmbrrk', []],
    ['quixurms', ['quixrums']],
    ['zumbrik4', []],
    [`zumbrik${'x'.repeat(24)}`, []],
  ])('“%s” is meant for %j', (typed, meant) => {
    expect(correct(typed, vocabulary())).toEqual(meant.map(termOf));
  });

  test('the nearest alone are meant, each of them', () => {
    const near = readVocabulary([one('Zumbrik, zumbrak, zumbraks.')]);
    expect(correct('zumbrek', near).toSorted()).toEqual(['zumbrak', 'zumbrik']);
    expect(new Set(correct('zumbraxx', near))).toEqual(new Set([termOf('zumbraks')]));
  });

  test('a word of thirty letters is the longest', () => {
    const long = `z${'umb'.repeat(10)}`;
    const known = readVocabulary([one(`The ${long.slice(0, 30)} and ${long.slice(0, 31)}.`)]);
    expect(correct(`${long.slice(0, 29)}x`, known)).toEqual([long.slice(0, 30)]);
    expect(correct(`${long.slice(0, 30)}x`, known)).toEqual([]);
  });
});
