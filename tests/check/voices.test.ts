// Who says what stands at a place: by statements in news, by labels in a transcript; and what marks around
// a word hold.
import { describe, expect, test } from 'vitest';
import { openVoices } from '../../src/check/speakers/voices.ts';
import type { PlacedWord } from '../../src/check/words/stream.ts';
import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { openNames } from '../../src/corpus/names/names.ts';
import { statementsSaid, streamOf, type Who, who } from './opened.ts';

function opened(texts: string[], kind: Document['kind'], said: [words: string, speaker?: Who][] = []) {
  const { stream, documents, passages } = streamOf(texts, { kind });
  const statementsOf = (document: Document) => statementsSaid(document, said);
  const passagesOf = (document: Document) => passages.filter((passage) => passage.document === document);
  const words = stream.read(0, stream.length);
  const word = (folded: string) => words.find((each) => each.folded === folded) as PlacedWord;
  const people = [
    { id: 'ann', name: 'Ann Ford', spellings: [], called: [], party: 'north' },
    { id: 'ben', name: 'Ben Lund', spellings: [], called: [] },
  ];
  const parties = [{ id: 'north', name: 'Norland', spellings: [], called: [] }];
  const book = openNames({ ...emptyDossier, people, parties } as unknown as typeof emptyDossier);
  return {
    ...{ word, documents },
    voices: openVoices({ passagesOf, statementsOf }),
    knowing: openVoices({ passagesOf, statementsOf, namesIn: () => book }),
  };
}

describe('in news', () => {
  const text =
    'alpha bravo carol. delta echos. foxes.\n\ngolfs hotel.\n\nindia.\n\njulia kilos limas mikes. ' +
    'novem oscar papas. quebec romeo sierra tango uniform.';
  const { voices, knowing, word, documents } = opened([text, 'other words.'], 'news', [
    ['alpha bravo … golfs', who('Ann Ford')],
    ['carol. delta', who('Ben Lund')],
    ['julia', who('he', { kind: 'pronoun' })],
    ['kilos', who('Ford', { person: 'ann', party: 'north' })],
    ['limas', who('the office', { party: 'north' })],
    ['mikes', who('Lund', { person: 'ben', party: 'south' })],
    ['novem', who('she', { kind: 'pronoun', resolved: 'Ann Ford' })],
    ['oscar'],
    ['papas', who('the minister', { kind: 'unnamed' })],
    ['romeo', who('Ann Ford', { party: 'north' })],
    ['sierra', who('Ann Ford', { person: 'ann' })],
    ['tango', who('Ben Lund', { person: 'ann' })],
    ['uniform', who('Cleo', { person: 'cleo', party: 'north' })],
  ]);
  const document = documents[0]!;
  const said = (part: string) => {
    const start = text.indexOf(part);
    return voices.of(document, { start, end: start + part.length })?.text;
  };

  test.each([
    ['alpha', 'Ann Ford'],
    ['alpha bravo carol', 'Ann Ford'],
    ['bravo carol', 'Ann Ford'],
    ['bravo carol. delta', 'Ben Lund'],
    ['delta echos', 'Ben Lund'],
    ['golfs hotel', 'Ann Ford'],
    ['echos', undefined],
    [' carol', 'Ben Lund'],
    ['. delta', 'Ben Lund'],
    [' echos. foxes', undefined],
    ['oscar', undefined],
  ])('whoever says most of “%s” is told: %s', (part, speaker) => {
    expect(said(part)).toBe(speaker);
  });

  test.each([
    ['of one statement', 'alpha', 'bravo', true],
    ['of one statement over paragraphs', 'alpha', 'golfs', true],
    ['of two people', 'alpha', 'carol', false],
    ['of one person under two names', 'golfs', 'novem', true],
    ['of one who is known and one who is not', 'golfs', 'kilos', false],
    ['of two who are known', 'kilos', 'mikes', false],
    ['of somebody and nobody', 'delta', 'echos', false],
    ['of nobody and somebody', 'hotel', 'julia', false],
    ['of nobody in one paragraph', 'echos', 'foxes', true],
    ['of nobody in the next paragraph', 'foxes', 'hotel', true],
    ['of nobody two paragraphs further', 'foxes', 'india', false],
    ['of somebody who is not named', 'oscar', 'oscar', true],
    ['of one who is not named and one who is', 'oscar', 'papas', false],
    ['of another document', 'alpha', 'words', false],
  ])('places %s: %s and %s go together: %s', (_, from, to, same) => {
    expect(voices.same(word(from), word(to))).toBe(same);
  });

  test.each([
    ['two people', 'alpha', 'carol', true],
    ['one person under two names', 'golfs', 'novem', false],
    ['one person', 'alpha', 'bravo', false],
    ['whoever “he” is', 'alpha', 'julia', false],
    ['whoever “he” is, before', 'julia', 'alpha', false],
    ['two who are known', 'kilos', 'mikes', true],
    ['two of one side', 'kilos', 'uniform', true],
    ['a person of a side and that side', 'kilos', 'limas', false],
    ['a side and a person of another', 'limas', 'mikes', true],
    ['a side and somebody else', 'limas', 'alpha', true],
    ['one who is known and one by name', 'kilos', 'alpha', true],
    ['somebody and nobody', 'alpha', 'echos', false],
    ['nobody and somebody', 'echos', 'alpha', false],
    ['one who is not named', 'oscar', 'alpha', false],
    ['one of a side and one of the same name', 'romeo', 'alpha', false],
    ['one of that name and one of a side', 'alpha', 'romeo', false],
    ['one who is known and one of the same name', 'sierra', 'alpha', true],
    ['different documents', 'alpha', 'words', true],
  ])('%s are certainly others: %s and %s', (_, from, to, differ) => {
    expect(voices.differ(word(from), word(to))).toBe(differ);
  });

  test('whom a document means by a name it is asked for', () => {
    const of = (part: string) => {
      const start = text.indexOf(part);
      return knowing.of(document, { start, end: start + part.length });
    };
    expect(of('alpha')).toEqual({ text: 'Ann Ford', kind: 'named', person: 'ann', party: 'north' });
    expect(of('delta')).toEqual({ text: 'Ben Lund', kind: 'named', person: 'ben' });
    expect(of('novem')).toEqual({
      text: 'she',
      kind: 'pronoun',
      resolved: 'Ann Ford',
      person: 'ann',
      party: 'north',
    });
    expect(of('kilos')).toEqual({ text: 'Ford', kind: 'named', person: 'ann', party: 'north' });
    expect(of('tango')).toEqual({ text: 'Ben Lund', kind: 'named', person: 'ann' });
    expect(of('papas')).toEqual({ text: 'the minister', kind: 'unnamed' });
    expect(of('echos')).toBeUndefined();
    expect(voices.of(document, { start: 0, end: 5 })).toEqual({ text: 'Ann Ford', kind: 'named' });
  });
});

test('the quotation of a word is the one whose marks are around it, in its paragraph', () => {
  const text = 'alpha “bravo carol” delta\n\n“echos” foxes “golfs';
  for (const kind of ['news', 'statement', 'transcript'] as const) {
    const { voices, word } = opened([text], kind);
    const marked = (folded: string, by: 'quotation' | 'quoted' = 'quotation') => {
      const found = voices[by](word(folded));
      return found && text.slice(found.start, found.end);
    };
    const all = ['alpha', 'bravo', 'carol', 'delta', 'echos', 'foxes', 'golfs'];
    const expected = [undefined, '“bravo carol”', '“bravo carol”', undefined, '“echos”', undefined, '“golfs'];
    expect(all.map((each) => marked(each))).toEqual(expected);
    expect(all.map((each) => marked(each, 'quoted'))).toEqual(
      kind === 'transcript' ? expected.map(() => undefined) : expected,
    );
  }
});

describe('in a transcript', () => {
  const long = 'yes '.repeat(20);
  const text = [
    'front words here.',
    'MR. FORD: alpha bravo.',
    'carol delta.',
    'MS. LUND: echos.',
    'MR. FORD: foxes golfs.',
    `MS. LUND: hotel ${long}`,
    'MR. FORD: india.',
    'Q Why julia?',
    'MR. FORD: kilos.',
    'PENDING ITEMS ABOVE ALL: limas.',
    'MR. FORD: mikes.',
    'CROWD: novem!',
    'MR. JOHN FORD: oscar.',
    '(END VIDEO CLIP)',
    'papas.',
  ].join('\n\n');
  const { voices, word, documents } = opened([text, 'MR. FORD: other words.'], 'transcript');
  const document = documents[0]!;
  const of = (folded: string) => voices.of(document, word(folded));

  test('a label tells who speaks, by the whole name where there is one', () => {
    expect(of('alpha')).toEqual({ text: 'MR. FORD', kind: 'named', resolved: 'MR. JOHN FORD' });
    expect(of('delta')).toEqual({ text: 'MR. FORD', kind: 'named', resolved: 'MR. JOHN FORD' });
    expect(of('echos')).toEqual({ text: 'MS. LUND', kind: 'named' });
    expect(of('julia')).toEqual({ text: 'Q', kind: 'collective' });
    expect(of('novem')).toEqual({ text: 'CROWD', kind: 'collective' });
    expect([of('front'), of('limas'), of('papas')]).toEqual([undefined, undefined, undefined]);
  });

  test('its labels are known', () => {
    expect(
      ['MR. FORD', 'MS. LUND', 'MR. JOHN FORD', 'FORD', 'MR. X'].map((name) =>
        voices.isLabel(document, name),
      ),
    ).toEqual([true, true, true, false, false]);
  });

  test.each([
    ['in one turn', 'alpha', 'bravo', true, false],
    ['in the next paragraph', 'alpha', 'delta', true, false],
    ['over a word thrown in', 'bravo', 'foxes', true, false],
    ['to that word', 'bravo', 'echos', false, true],
    ['from that word', 'echos', 'golfs', false, true],
    ['over a longer speech', 'golfs', 'india', false, true],
    ['over a question', 'india', 'kilos', false, true],
    ['over what only looks like a label', 'kilos', 'mikes', false, false],
    ['over a crowd', 'mikes', 'oscar', true, false],
    ['before any label', 'front', 'words', true, false],
    ['into the first label', 'front', 'alpha', false, true],
    ['to another document', 'alpha', 'other', false, true],
  ])('%s (%s, %s): goes together %s, certainly others %s', (_, from, to, same, differ) => {
    expect([voices.same(word(from), word(to)), voices.differ(word(from), word(to))]).toEqual([same, differ]);
  });

  test.each([
    [60, true],
    [61, false],
  ])('a turn of %i characters is a word thrown in: %s', (length, same) => {
    const again = opened(
      [`MR. FORD: alpha.\n\nMR. FORD: ${'so '.repeat(40)}.\n\nMR. FORD: bravo.`],
      'transcript',
    );
    expect(again.voices.same(again.word('alpha'), again.word('bravo'))).toBe(true);
    const label = 'MS. LUND: ';
    const thrown = `${label}${'y'.repeat(length - label.length - 1)}.`;
    const short = opened(
      [`MR. FORD: alpha.\n\n${thrown}\n\nMR. FORD: bravo.\n\nMS. LUND: so.`],
      'transcript',
    );
    expect(short.voices.same(short.word('alpha'), short.word('bravo'))).toBe(same);
  });
});

test('before any label the one speaks whom the title names, from where the speech begins', () => {
  const text = 'Harbour, 5 May\n\nWe go home.\n\ncarol.';
  const { voices, documents } = opened([text], 'statement');
  const title = { value: 'Speech by President Ann Ford at the harbour', by: 'source' };
  const of = (part: string, document = { ...documents[0]!, title } as Document) => {
    const start = text.indexOf(part);
    return voices.of(document, { start, end: start + part.length });
  };
  expect([of('carol'), of('We')]).toEqual(Array(2).fill({ text: 'President Ann Ford', kind: 'named' }));
  expect([of('Harbour'), of('carol', documents[0])]).toEqual([undefined, undefined]);
});
