// What a check gives as a whole: the places that are told, and where else words stand or stood.
import { describe, expect, test } from 'vitest';
import { checkerOf, who } from './opened.ts';

const ann = who('Ann Ford');
const words = 'alpha bravo carol delta echos';
const more = 'foxes golfs hotel india julia';
const kind = 'statement' as const;

describe('words that stand in a withdrawn text as well', () => {
  const { checker, documents } = checkerOf(
    [`The ${words}.`, `So the kilos limas mikes novem oscar papas.`, `${more}.`],
    {
      ...{
        kind,
        withdrawn: [
          `The ${words}. And ${more} too.`,
          `So the kilos limas nine novem oscar papas.`,
          `${words} ${more}`,
        ],
      },
    },
  );
  const gone = (text: string, source = documents[9]) =>
    checker
      .check(text, { source })
      .withdrawn?.map(({ passage, text: shown }) => [passage.document.id, shown]);

  test.each([
    [words, undefined],
    [`The ${words}. ${more}`, undefined],
    [`${words} ${more}`, [['gone2', `${words} ${more}`]]],
    ['kilos limas mikes novem', undefined],
    ['kilos limas nine novem', [['gone1', 'kilos limas nine novem']]],
    [`the ${words}. And ${more}`, [['gone0', `The ${words}. And ${more}`]]],
    [`${more} too`, [['gone0', `${more} too`]]],
    ['kilos limas ten novem', undefined],
    ['nine novem oscar', [['gone1', 'nine novem oscar']]],
  ])('%s', (text, expected) => {
    expect(gone(text)).toEqual(expected);
  });

  test('are told of the document that is asked for alone, by whoever said them', () => {
    expect(gone('kilos limas nine novem oscar papas', documents[1])).toBeUndefined();
    const text = 'MR. FORD: We went home by the old road.';
    const talk = checkerOf([text.replace('old', 'new')], { kind: 'transcript', withdrawn: [text] });
    const said = (speaker: string) => talk.checker.check('We went home by the old road', { speaker });
    expect(said(' MR. FORD ').withdrawn?.map(({ speaker }) => speaker)).toEqual(['MR. FORD']);
    expect(said('MR. FORD').flags).not.toContain('misattributed');
  });

  test('and what is run together there, is not told to have stood so', () => {
    const apart = `${words} ${Array.from({ length: 40 }, (_, n) => `y${n}`).join(' ')} ${more}`;
    const joined = checkerOf(['nothing of it'], { kind, withdrawn: [apart] });
    const found = joined.checker.check(`${words} ${more}`);
    expect([found.verdict, found.withdrawn]).toEqual(['not-found', undefined]);
  });
});

describe('the places that are told', () => {
  test.each([
    [1, 1],
    [5, 5],
    [6, 5],
    [50, 5],
  ])('of %i of one wording: %i', (count, told) => {
    const { checker } = checkerOf(
      Array.from({ length: count }, () => `The ${words}.`),
      { kind },
    );
    const { verdict, matches } = checker.check(words);
    expect([verdict, matches.length]).toEqual(['exact', told]);
    expect(new Set(matches.map(({ passage }) => passage)).size).toBe(told);
  });

  test('of joined words are all, in the order of the quotation', () => {
    const rows = Array.from({ length: 7 }, (_, at) =>
      ['q', 'r', 's', 't', 'u', 'v'].map((letter) => `${letter}${at}`).join(' '),
    );
    const { checker } = checkerOf(rows, { kind });
    const { verdict, matches } = checker.check(rows.toReversed().join(' '));
    expect([verdict, matches.map(({ text }) => text)]).toEqual(['joined', rows.toReversed()]);
  });

  test.each([
    [40, 'misattributed'],
    [41, 'exact'],
  ])('where more than forty are there, nobody knows who says it at the others: %i', (count, verdict) => {
    const { checker } = checkerOf(
      Array.from({ length: count }, () => `MR. FORD: ${words}.\n\nMS. LUND: so.`),
      {
        kind: 'transcript',
      },
    );
    expect(checker.check(words, { speaker: 'Cleo Roux' }).verdict).toBe(verdict);
    expect(checker.check(words, { speaker: 'MR. FORD' }).flags).not.toContain('speaker-unknown');
    expect(checker.check(words).flags).toEqual([]);
  });

  test('the whole sentence comes before one that is cut', () => {
    const { checker } = checkerOf([`And so ${words} now.`, `${words} now.`, `${words}.`], { kind });
    expect(checker.check(words).matches.map(({ passage }) => passage.document.id)).toEqual([
      'd2',
      'd1',
      'd0',
    ]);
  });
});

describe('of few words none may differ', () => {
  const { told } = checkerOf([`${words}.`], { kind });
  test.each([
    ['alpha bravo carol', 'exact cut cut-end'],
    ['alpha nine carol', 'not-found'],
    ['alpha bravo delta', 'not-found'],
    ['alpha nine carol delta', 'not-found'],
    ['alpha bravo nine delta echos', 'altered'],
    ['alpha bravo carol nine', 'altered'],
    ['', 'not-found'],
    ['…', 'not-found'],
  ])('%j: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('a name that stands beside the words is who said them, or a part of the words', () => {
  const said = 'Ann Ford said alpha bravo carol delta';
  test.each([
    ['statement', [`${said}.`], [], said, `${said}|`, 'exact'],
    ['statement', ['We alpha bravo carol delta.'], [], said, 'alpha bravo carol delta|Ann Ford', 'exact'],
    [
      'news',
      ['“We alpha bravo carol delta,” Ann Ford said.'],
      [['“We alpha bravo carol delta,”', ann]],
      said,
      'alpha bravo carol delta|Ann Ford',
      'exact',
    ],
    ['statement', ['Ben Lund said alpha bravo carol delta.'], [], said, `${said}|`, 'altered'],
    [
      'statement',
      ['Ann Ford: alpha bravo carol delta.'],
      [],
      'Ben Lund: alpha bravo carol delta',
      'Ben Lund: alpha bravo carol delta|',
      'altered',
    ],
  ] as const)('%s %s', (sort, texts, statements, text, claim, verdict) => {
    const { checker } = checkerOf(texts, { kind: sort, said: statements });
    const found = checker.check(text);
    expect([`${found.claim.words}|${found.claim.speaker ?? ''}`, found.verdict]).toEqual([claim, verdict]);
  });
});

test('where differences stand is told of both sides', () => {
  const text = `So ${words} and ${more}.`;
  const { checker } = checkerOf([text], { kind });
  const given = 'alpha nine ten carol delta echos foxes golfs [all] hotel india';
  const { places, claim, matches } = checker.check(given);
  expect(places.given.map(({ start, end }) => claim.words.slice(start, end))).toEqual(['nine ten', 'all']);
  expect(places.source.map(({ start, end }) => text.slice(start, end))).toEqual(['bravo', 'and']);
  expect(matches[0]?.text).toBe('alpha bravo carol delta echos and foxes golfs hotel india');
});

test('a check knows where it looked, and names', () => {
  const people = [{ id: 'ann', name: 'Ann Ford' }];
  const { checker, documents } = checkerOf([`${words}.`, `${more}.`], { kind, people });
  expect([checker.check(words).within, checker.check(words, { source: documents[0] }).within]).toEqual([
    ...[undefined, documents[0]],
  ]);
  const elsewhere = checker.check(more, { source: documents[0] });
  expect([
    elsewhere.verdict,
    elsewhere.within,
    elsewhere.elsewhere?.map(({ passage }) => passage.document.id),
  ]).toEqual([...['not-found', documents[0], ['d1']]]);
  expect(elsewhere).toMatchObject({
    flags: [],
    matches: [],
    differences: [],
    places: { given: [], source: [] },
  });
  expect(elsewhere.brackets).toEqual({ own: false, added: false, dropped: false, leftOut: false });
  expect([checker.isName('Ann Ford'), checker.isName('Cleo Roux')]).toEqual([true, false]);
  expect(checker.quotationsIn('“We go” — Ann Ford')).toEqual([{ words: 'We go', speaker: 'Ann Ford' }]);
});

describe('not found, and not of these sources', () => {
  const dated = checkerOf([`${words}.`], { kind });
  for (const document of dated.documents)
    Object.assign(document, { published: { value: '2025-03-04', by: 'source' } });
  const outside = (text: string, options: { speaker?: string; beside?: string } = {}) =>
    dated.checker.check(text, options).outside;
  test.each([
    ['nobody sang there', {}, undefined],
    ['nobody sang there', { speaker: 'Cleo Roux' }, { by: 'speaker', named: 'Cleo Roux' }],
    ['nobody sang there', { beside: 'In 1815 they said so' }, { by: 'date', named: '1815' }],
    ['nobody sang there in 1815', {}, { by: 'date', named: '1815' }],
    ['nobody sang there in 2025', {}, undefined],
    ['alpha bravo nine ten', {}, undefined],
  ])('%s %o', (text, options, expected) => {
    expect(outside(text, options)).toEqual(expected);
  });

  test('what stands elsewhere in other words is not told to be outside', () => {
    const other = `So they came to Waterloo by the ${words}.`;
    const { checker, documents } = checkerOf(['Nothing of it is here.', other], { kind });
    const near = checker.check(`So they came to Sanssouci by the ${words}`, { source: documents[0] });
    expect([near.verdict, near.outside, near.elsewhere]).toEqual(['not-found', undefined, undefined]);
    const far = checker.check('so they all came on to Sanssouci', { source: documents[0] });
    expect([far.verdict, far.outside?.by]).toEqual(['not-found', 'event']);
  });
});
