// Whom the words right beside a quotation name, by a clause, a colon, a dash or brackets; and what is no
// name there.
import { describe, expect, test } from 'vitest';
import { claimOf, claimsIn, inside, wholeOf } from '../../src/check/claims.ts';
import {
  hasSpeakerBeside,
  isFullName,
  looksNamed,
  nearBy,
  speakerBeside,
  speakerNear,
} from '../../src/check/speakers/speaker-beside.ts';

const isName = (text: string) => ['Putin', 'the bank', 'head of the bank'].includes(text);

describe('a name before or behind a quotation', () => {
  const beside = (head: string, tail: string, alone = false) => speakerBeside(head, tail, isName, alone);
  test.each([
    ['Ann Ford said: ', '', 'Ann Ford'],
    ['Ann Ford said, ', '', 'Ann Ford'],
    ['Ann Ford said that ', '', 'Ann Ford'],
    ['Ann Ford told the press on Monday: ', '', 'Ann Ford'],
    ['Ann Ford: ', '', 'Ann Ford'],
    ['The Norland Office said: ', '', 'The Norland Office'],
    ['the envoy of Norland said: ', '', 'the envoy of Norland'],
    ['Ford said ', '', 'Ford'],
    ['According to Ann Ford, ', '', 'Ann Ford'],
    ['So it is, according to Ann Ford: ', '', 'Ann Ford'],
    ['We saw it. Ann Ford said: ', '', 'Ann Ford'],
    ['We saw it! Ann Ford: ', '', 'Ann Ford'],
    ['Putin: ', '', 'Putin'],
    ['Ann of Norland said: ', '', 'Ann of Norland'],
    ['Ann the Great said: ', '', 'Ann the Great'],
    ['Ann and Ben said: ', '', undefined],
    ['山田 said: ', '', '山田'],
    ['山田x said: ', '', undefined],
    ['x山田 said: ', '', undefined],
    ['Anna Holm sagte, dass es ', '', 'Anna Holm'],
    ['Anna Holm erklärte: ', '', 'Anna Holm'],
    ['Anne Roux a déclaré que ', '', 'Anne Roux'],
    ['Anne Roux a-t-elle dit : ', '', 'Anne Roux'],
    ['Anna Kowal oświadczyła, że chodzi o ', '', 'Anna Kowal'],
    ['Анна Ковальчук сказала, що ', '', 'Анна Ковальчук'],
    ['', ' said Ann Ford.', 'Ann Ford'],
    ['', ', said Ann Ford on Monday.', 'Ann Ford'],
    ['', ' Ann Ford said.', 'Ann Ford'],
    ['', ', Ann Ford told us.', 'Ann Ford'],
    ['', ' — Ann Ford said', 'Ann Ford'],
    ['', ' - said Ann Ford', 'Ann Ford'],
    ['', ', according to Ann Ford.', 'Ann Ford'],
    ['', ' — Putin', 'Putin'],
    ['', ' -- Putin', 'Putin'],
    ['', ' ~ Putin\nmore', 'Putin'],
    ['', ' – Putin (in May)', 'Putin'],
    ['', ' (Putin)', 'Putin'],
    ['', ', sagte Anna Holm am Montag', 'Anna Holm'],
    ['', ', a déclaré Anne Roux, présidente', 'Anne Roux'],
    ['', ' dodała Anna Kowal.', 'Anna Kowal'],
    ['', ', сказав Денис Шмигаль.', 'Денис Шмигаль'],
    ['', ' said the head of Norland', 'the head of Norland'],
    // The tail goes before the head.
    ['Ann Ford said: ', ' said Ben Lund.', 'Ben Lund'],
    // Nobody is named.
    ['He said: ', '', undefined],
    ['and they said: ', '', undefined],
    ['', ' she said.', undefined],
    ['ann ford said: ', '', undefined],
    ['Wow: ', '', undefined],
    ['Breaking News: ', '', undefined],
    ['', ' — Ann Ford', undefined],
    ['', ' (Ann Ford)', undefined],
    ['Ann Ford met ', '', undefined],
    ['', ' Ann Ford met us', undefined],
    ['', ' is what Ann Ford said', undefined],
    ['Ann Ford said ', ' and left', 'Ann Ford'],
    ['', '', undefined],
  ])('%j “…”%j: %s', (head, tail, speaker) => {
    expect(beside(head, tail)).toBe(speaker);
  });

  test.each([
    ['Ann Ford said: ', '', 'Ann Ford'],
    ['', ' Ann Ford said.', 'Ann Ford'],
    ['', ' said Ann Ford on Monday', undefined],
    ['', ' said Ann Ford. And so on', undefined],
    ['', ' Ann Ford said! Then', undefined],
    ['We saw it. Ann Ford said: ', '', undefined],
    ['Look here: Ann Ford said: ', '', undefined],
    ['We saw it! Ann Ford said: ', '', undefined],
    [`Ann Ford said${' '.repeat(nearBy - 15)}: `, '', undefined],
    [`Ann Ford said:${' '.repeat(nearBy - 15)}`, '', 'Ann Ford'],
    [`Ann Ford said:${' '.repeat(nearBy - 14)}`, '', undefined],
    ['', ' — Putin', 'Putin'],
    ['', ' — Putin …', undefined],
    ['', '. Ann Ford said.', 'Ann Ford'],
    ['', `, said Ann Ford ${'x'.repeat(nearBy)}`, undefined],
  ])('where nothing else stands beside: %j “…”%j: %s', (head, tail, speaker) => {
    expect(beside(head, tail, true)).toBe(speaker);
  });

  test('further away nobody looks', () => {
    const far = (count: number) => `said ${'x'.repeat(count)}`;
    expect(beside(`Ann Ford ${far(40)}: `, '')).toBe('Ann Ford');
    expect(beside(`Ann Ford ${far(61)}: `, '')).toBeUndefined();
    const blanks = (count: number) => ' '.repeat(count);
    expect(beside('', `${blanks(nearBy - 13)}said Ann Ford`)).toBe('Ann Ford');
    expect(beside('', `${blanks(nearBy - 4)}said Ann Ford`)).toBeUndefined();
    expect(beside(`Ann Ford:${blanks(nearBy - 9)}`, '')).toBe('Ann Ford');
    expect(beside(`Ann Ford:${blanks(nearBy)}`, '')).toBeUndefined();
  });

  test('a name that goes on with a comma or a word of grammar is cut there', () => {
    expect(beside('', ', sagte Friedrich Merz am Samstag')).toBe('Friedrich Merz');
    expect(beside('', ', a déclaré Ada Holm, présidente')).toBe('Ada Holm');
    expect(beside('', ', sagte Merz am Samstag')).toBeUndefined();
    expect(beside('', ', sagte Putin am Samstag')).toBe('Putin');
    expect(beside('', ', sagte Putin samt Leuten')).toBeUndefined();
    expect(beside('', ', sagte Ada Holm und Otto Lind am')).toBe('Ada Holm');
  });
});

describe('a quotation amid a text', () => {
  const near = (text: string, between = { start: 0, end: text.length }) => {
    const start = text.indexOf('“');
    return speakerNear(text, { start, end: text.indexOf('”') + 1 }, between, isName);
  };
  test.each([
    ['Ann Ford said: “We go”', 'Ann Ford'],
    ['So it is. Ann Ford: “We go”', 'Ann Ford'],
    ['“We go,” Ann Ford said.', 'Ann Ford'],
    ['“We go” and so on', undefined],
    ['Ann Ford said:\n“We go”', undefined],
    ['“We go”\nAnn Ford said.', undefined],
    ['“We go”\n— Putin', 'Putin'],
    ['“We go”\n\n~ Putin', 'Putin'],
    ['“We go”\n— Ann Ford', undefined],
    ['“We go”, and\n— Putin', undefined],
    ['“We go” — Putin\nmore', 'Putin'],
  ])('%j: %s', (text, speaker) => {
    expect(near(text)).toBe(speaker);
  });

  test('what belongs to another quotation is not looked at', () => {
    const text = 'Ann Ford said: “We go” Ben Lund said.';
    const quoted = { start: text.indexOf('“'), end: text.indexOf('”') + 1 };
    expect(near(text)).toBe('Ben Lund');
    expect(near(text, { start: 0, end: quoted.end })).toBe('Ann Ford');
    expect(near(text, { start: quoted.start, end: text.length })).toBe('Ben Lund');
    expect(near(text, quoted)).toBeUndefined();
  });
});

test.each([
  ['Ann Ford said: ', '', true],
  ['', ' Ann Ford said', true],
  ['Ukraine: ', '', true],
  ['', ' — Ann Ford', true],
  ['he said: ', '', false],
  ['', '', false],
])('somebody is named beside %j and %j: %s', (head, tail, named) => {
  expect(hasSpeakerBeside(head, tail)).toBe(named);
});

test.each([
  ['Ann', true, false],
  ['Ann Ford', true, true],
  [' Ann Ford ', false, true],
  ['The White House', true, true],
  ['the White House', true, true],
  ['Ursula von der Leyen', true, true],
  ['von der Leyen', false, false],
  ['Ann von', false, false],
  ['Ann ford Lund', false, false],
  ['Ann B. Ford', true, true],
  ['O’Neill', true, false],
  ['Jean-Pierre Roux', true, true],
  ['Ann Bea Cleo Dora Emma', true, true],
  ['Ann Bea Cleo Dora Emma Fey', false, false],
  ['Breaking', false, false],
  ['News Ford', false, false],
  ['Ann Ford2', false, false],
  ['He', false, false],
  ['ann', false, false],
])('%j looks like a name: %s, like a full one: %s', (text, one, full) => {
  expect([looksNamed(text), isFullName(text)]).toEqual([one, full]);
});

describe('a quotation as it is typed', () => {
  test.each([
    ['', { words: '' }],
    ['BREAKING NEWS!: “We go”', { words: 'We go' }],
    ['BREAKING NEWS FROM NORLAND: “We go”', { words: 'BREAKING NEWS FROM NORLAND: “We go”' }],
    ['NO: “We go”', { words: '“We go”', speaker: 'NO' }],
    ['“We go,” they said', { words: 'We go,' }],
    ['“We go”, she added.', { words: 'We go' }],
    ['“We go,” she said on Monday', { words: '“We go,” she said on Monday' }],
    ['“We go,” he sang.', { words: '“We go,” he sang.' }],
    [`“We go,”${' '.repeat(150)}he said`, { words: 'We go,' }],
    [`“We go,”${' '.repeat(160)}he said`, { words: `“We go,”${' '.repeat(160)}he said` }],
    ['“WE GO,” ANN FORD SAID', { words: '“WE GO,” ANN FORD SAID' }],
    ['!!! “We go” …', { words: 'We go' }],
    ['“…” we go', { words: '“…” we go' }],
    ['Putin: “We go”, and “we stay”', { words: '“We go”, and “we stay”', speaker: 'Putin' }],
    ['Putin: “We go” now', { words: '“We go” now', speaker: 'Putin' }],
    ['Putin: We go\nhome', { words: 'We go\nhome', speaker: 'Putin' }],
    ['Putin :We go', { words: 'Putin :We go' }],
    ['Ann Ford: We go', { words: 'We go', speaker: 'Ann Ford', isUnmarked: true }],
    ['Ann\nFord: We go', { words: 'Ann\nFord: We go' }],
    ['We go home — Putin', { words: 'We go home', speaker: 'Putin' }],
    ['We go home\n- Putin', { words: 'We go home', speaker: 'Putin' }],
    ['We go home - Putin', { words: 'We go home - Putin' }],
    ['We go home — Ann Ford', { words: 'We go home', speaker: 'Ann Ford', isUnmarked: true }],
    [`${'We go '.repeat(60)}— Putin`, { words: 'We go '.repeat(60).trim(), speaker: 'Putin' }],
    ['Ann Ford said we all go home', { words: 'we all go home', speaker: 'Ann Ford', isUnmarked: true }],
    ['Ann Ford said, we all go home', { words: 'we all go home', speaker: 'Ann Ford', isUnmarked: true }],
    [
      'Ann Ford said that: we all go home',
      { words: 'we all go home', speaker: 'Ann Ford', isUnmarked: true },
    ],
    ['Putin said we all go: home', { words: 'we all go: home', speaker: 'Putin', isUnmarked: true }],
    ['Putin said: we all go home', { words: 'we all go home', speaker: 'Putin' }],
    ['Putin said that: we all go home', { words: 'we all go home', speaker: 'Putin' }],
    ['Putin:\nwe all go: home', { words: 'we all go: home', speaker: 'Putin' }],
    ['Ann Ford said: “We go” and so on', { words: 'Ann Ford said: “We go” and so on' }],
    ['Ann Ford: “We go” “and stay”', { words: '“We go” “and stay”', speaker: 'Ann Ford', isUnmarked: true }],
    ['Ann Ford said we go home', { words: 'Ann Ford said we go home' }],
    ['Ann Ford posted we all go home', { words: 'Ann Ford posted we all go home' }],
    ['Ann Ford notes we all go home', { words: 'Ann Ford notes we all go home' }],
    ['He said we all go home', { words: 'He said we all go home' }],
    [
      'the diplomatic source said we all go home',
      { words: 'we all go home', speaker: 'the diplomatic source', isUnmarked: true },
    ],
    [
      'The minister said we all go home',
      { words: 'we all go home', speaker: 'The minister', isUnmarked: true },
    ],
    ['the farmer said we all go home', { words: 'the farmer said we all go home' }],
    ['Putin said we all go home', { words: 'we all go home', speaker: 'Putin', isUnmarked: true }],
    ['MR. FORD: We go', { words: 'We go', speaker: 'MR. FORD', isUnmarked: true }],
    ['FORD: We go', { words: 'We go', speaker: 'FORD' }],
    ['MR. FORD: …', { words: 'MR. FORD: …' }],
    ['Q Why do we go?', { words: 'Why do we go?' }],
    ['Q …', { words: 'Q …' }],
    ['“We go', { words: '“We go' }],
    ['“We go.\n\n“And stay.”', { words: 'We go.\n\n“And stay.' }],
    ['  We go  ', { words: 'We go' }],
  ])('%j', (text, expected) => {
    expect(claimOf(text, isName)).toEqual(expected);
  });

  test.each([
    ['> We go\n> home', [{ words: 'We go\nhome' }]],
    ['> We go\n— Putin', [{ words: 'We go', speaker: 'Putin' }]],
    ['> We go\n - Putin said', [{ words: 'We go\n - Putin said' }]],
    ['> We go\n—Putin', [{ words: 'We go', speaker: 'Putin' }]],
    ['> We go\n— 5 of us', [{ words: 'We go' }]],
    ['> We go\n  —— Putin', [{ words: 'We go', speaker: 'Putin' }]],
    ['> We go\n— and so', [{ words: 'We go\n— and so' }]],
    ['> We go\nand home', [{ words: 'We go' }]],
    ['> We go\n“and home”', [{ words: 'We go' }, { words: 'and home' }]],
    ['“We go”\n> and home', [{ words: 'We go' }, { words: 'and home' }]],
    ['>We go', [{ words: '>We go' }]],
    ['  > We go', [{ words: 'We go' }]],
    ['We say\n>>> We go\n“and” home', [{ words: 'We go\n“and” home' }]],
    [
      '“We go” said Ann Ford. “We stay” said Ben Lund.',
      [
        { words: 'We go', speaker: 'Ann Ford' },
        { words: 'We stay', speaker: 'Ben Lund' },
      ],
    ],
    ['“We go” Ann Ford: “We stay”', [{ words: 'We go' }, { words: 'We stay', speaker: 'Ann Ford' }]],
    ['“…” and so', [{ words: '“…” and so' }]],
    ['“” “We go”', [{ words: 'We go' }]],
    ['> …\nso', [{ words: '> …\nso' }]],
    ['say " We go " now', [{ words: ' We go ' }]],
    ['say " We go" now', [{ words: 'say " We go" now' }]],
    ['', []],
  ])('of a message: %j', (message, expected) => {
    expect(claimsIn(message, isName)).toEqual(expected);
  });
});

test.each([
  ['Q Why do we go?', 'Why do we go?'],
  ['  Q Why do we go? ', 'Why do we go?'],
  ['MR. FORD: We go', 'MR. FORD: We go'],
  [' We go ', ' We go '],
])('the letter before a question is no part of the words: %j', (text, whole) => {
  expect(wholeOf(text)).toBe(whole);
});

test.each([
  ['“We go”', 'We go'],
  ["``We go''", 'We go'],
  ['<<We go>>', 'We go'],
  ['“We go', 'We go'],
  ['“We “all” go”', 'We “all” go'],
  ['“We “all” go', 'We “all” go'],
  ['We go', 'We go'],
])('inside of %s', (text, words) => {
  expect(inside(text, { start: 0, end: text.length })).toBe(words);
  expect(inside(`so ${text} on`, { start: 3, end: 3 + text.length })).toBe(words);
});
