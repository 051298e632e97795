// The words of a text as they are compared, what of it is nobody's word, and what a printer leaves out.
import { describe, expect, test } from 'vitest';
import { partedAtColons } from '../../src/check/words/label-tail.ts';
import { notesIn } from '../../src/check/words/notes.ts';
import { printed, printedIn, withoutRestarts } from '../../src/check/words/printed.ts';
import { respelt } from '../../src/check/words/respelt.ts';
import { wordsOf } from '../../src/check/words/words.ts';

const folded = (text: string) => wordsOf(text).map((word) => word.folded);

describe('a text is cut into words, folded', () => {
  test.each([
    ['We go HOME.', 'we go home'],
    ["Don’t, can't, o`clock and rock´n′roll＇s", 'dont cant oclock and rocknrolls'],
    ['’tis the farmers’ well', 'tis the farmers well'],
    ['the U.S. and e.g. a U.S.-Thai pact', 'the us and eg a us thai pact'],
    ['at home.And away', 'at home and away'],
    ['1,000 and 1,5 and 12,000,000', '1000 and 1,5 and 12000000'],
    ['1,0000 and 10,00', '1,0000 and 10,00'],
    ['.5 percent, 12.5 and 3.', '0.5 percent 12.5 and 3'],
    ['word.5 and 2..5', 'word 5 and 2 5'],
    ['.5m and 20th, 9/11', '0.5m and 20th 9 11'],
    ['5% of $40 & 3°', '5 percent of $ 40 and 3 degrees'],
    ['5‰ ± 2 × 3 ÷ 4', '5 ‰ ± 2 × 3 ÷ 4'],
    ['-5 and −6, (-7) “-8” [-9]', 'minus 5 and minus 6 minus 7 minus 8 minus 9'],
    ['5-6, a-7 and - 8', '5 6 a 7 and 8'],
    ['-$5 and -.5', 'minus $ 5 and minus 0.5'],
    ['a < 5, a > 6, a ≤7, a≥ 8', 'a < 5 a > 6 a ≤ 7 a ≥ 8'],
    ['< 5 percent', '5 percent'],
    ['a <b and c > d', 'a b and c d'],
    ['Zürich, Łódź, Ærø', 'zurich lodz aero'],
    ['мой мои Їжак', 'мо^й мои ^їжак'],
    ['10²³ and H₂O', '10^²³ and h^₂o'],
    ['con\u00adtracts and zero\u200bwidth', 'contracts and zerowidth'],
    ['[T]he price[s] of [the] road', 'the prices of the road'],
    ['th[ought] and ([W]e’re) [I]t’s', 'thought and were its'],
    ['word[sic] and [sic] so', 'word and so'],
    ['a[1] and B[two]C', 'a 1 and btwoc'],
    ['F16, MiG29, G7', 'f16 mig29 g7'],
    ['re-elect the vice-chair', 're elect the vice chair'],
    ['', ''],
    ['— … !', ''],
  ])('%s', (text, expected) => {
    expect(folded(text).join(' ')).toBe(expected);
  });

  test('each with its place in the text', () => {
    const text = ' We [inaudible] go,  [t]hen ≠ 5 “home”.';
    const cut = wordsOf(text).map(({ start, end }) => text.slice(start, end));
    expect(cut).toEqual(['We', 'go', '[t]hen', '≠', '5', 'home']);
  });

  test('a mark that is a vowel tells words of other scripts apart, and marks without end are cut', () => {
    expect(folded('की')).not.toEqual(folded('को'));
    expect(folded(`a${'\u0301'.repeat(500)}b`)).toEqual(['ab']);
    expect(folded(`क${'\u0301'.repeat(500)}`)[0]?.length).toBeLessThan(40);
  });
});

describe('a transcriber’s note is nobody’s word', () => {
  const notes = (text: string) => notesIn(text).map(({ start, end }) => text.slice(start, end));
  test.each([
    ['We go. (Applause.) And so', ['(Applause.)']],
    ['We [inaudible] go (laughter and applause)', ['[inaudible]', '(laughter and applause)']],
    ['(Cross-talk.) (CROSSTALK)', ['(Cross-talk.)', '(CROSSTALK)']],
    ['(Speaks in a foreign language.)', ['(Speaks in a foreign language.)']],
    ['(As interpreted.)', ['(As interpreted.)']],
    ['we ~~must~~ may', ['~~must~~']],
    ['we ~~must~~ may (laughs) ~~not~~', ['~~must~~', '(laughs)', '~~not~~']],
    ['~~~ and ~', []],
    ['interpreted.) Mr. Holm', ['interpreted.)']],
    ['so it is. (Laughter and', ['(Laughter and']],
    ['(Laughter and so on', []],
    // Nobody laughs here.
    ['We go (the long way) home', []],
    ['We go (laughter of the harbour) home', []],
    ['(of the audience)', []],
    ['We go () home', []],
    ['We go (a) home', []],
    ['no brackets, applause', []],
    [`(${'applause '.repeat(8)})`, [`(${'applause '.repeat(8)})`]],
    [`(${'applause '.repeat(9)})`, []],
    ['(applause\nlaughter)', []],
    ['((applause))', ['(applause)']],
  ])('%s', (text, expected) => {
    expect(notes(text)).toEqual(expected);
  });
});

describe('what is begun again behind a dash is left out once', () => {
  const bare = (text: string) =>
    withoutRestarts(printed(text, wordsOf(text)))
      .map(({ written }) => written)
      .join(' ');
  test.each([
    ['we — we go', 'we go'],
    ['we go — we go home', 'we go home'],
    ['we go -- we go home', 'we go home'],
    ['we go … we go home', 'we go home'],
    ['we go... we go home', 'we go home'],
    ['we go” — we go home', 'we go home'],
    ['we go, we go home', 'we go we go home'],
    ['we go - we go home', 'we go we go home'],
    ['th- the road', 'the road'],
    ['the ro- road', 'the road'],
    ['the ro- — road', 'the road'],
    ['the ro — road', 'the ro road'],
    ['we want the ro — we want the road', 'we want the road'],
    ['we want the ro — we want a road', 'we want the ro we want a road'],
    ['we want a — we want another', 'we want a we want another'],
    ['a — and so', 'a and so'],
    ['can — can’t go', 'can can’t go'],
    ['we — we’re here', 'we’re here'],
    ['we — well, yes', 'we well yes'],
    ['Russia — Russian trains', 'Russia Russian trains'],
    ['I don- — I know', 'I know'],
    ['and I don- — I know', 'and I know'],
    ['the ba- — old road', 'the old road'],
    ['we will no- — yes', 'we will no yes'],
    ['we will not- — yes', 'we will not yes'],
    ['long- and short-term', 'long and short term'],
    ['go —', 'go'],
    ['we go — we', 'we go we'],
    [
      'one two three four five six seven eight — one two three four five six seven eight',
      'one two three four five six seven eight',
    ],
    [
      'one two three four five six seven eight nine — one two three four five six seven eight nine',
      'one two three four five six seven eight nine one two three four five six seven eight nine',
    ],
    ['we ro so — we road so', 'we ro so we road so'],
    ['we go — we went — we went home', 'we go we went home'],
  ])('%s', (text, expected) => {
    expect(bare(text)).toBe(expected);
  });
});

test('nothing is printed of no words', () => {
  expect([printedIn([]), printed('', []), withoutRestarts([])]).toEqual([[], [], []]);
});

test('a word is printed with what stands between it and the next, cut where that is much', () => {
  const text = `We go, — ${'*'.repeat(200)} home. `;
  expect(printed(text, wordsOf(text)).map(({ written, gap }) => [written, gap])).toEqual([
    ['We', ' '],
    ['go', `, — ${'*'.repeat(116)}`],
    ['home', '. '],
  ]);
});

describe('a word that no source has is read as the sources write it', () => {
  const known = new Set(list('f 16 zurich koeln u boat reelected mig 29 re elected 3 480 u.a.r uar'));
  const ways: Record<string, string[]> = {
    Zuerich: ['ZÜRICH', 'Zürich'],
    F16: ['F 16', 'F-16'],
    Uboat: ['u boat', 'U-boat'],
    MiG29: ['MIG-30', 'MiG-29'],
    reelected: ['re-elected'],
    resigned: ['re-signed'],
    '3480': ['3\u00a0480'],
    Boat: ['boat'],
  };
  const read = (text: string, isKnown = (word: string) => known.has(word)) =>
    respelt(wordsOf(text), text, () => ({ ways: (typed: string) => ways[typed] ?? [] }) as never, isKnown)
      .map((word) => `${word.folded}@${word.start}-${word.end}`)
      .join(' ');
  test.each([
    ['the F16', 'the@0-3 f@4-7 16@4-7'],
    ['Zuerich', 'zurich@0-7'],
    ['Köln', 'koeln@0-4'],
    ['Uboat', 'u@0-5 boat@0-5'],
    ['MiG29', 'mig@0-5 29@0-5'],
    ['reelected', 'reelected@0-9'],
    ['resigned', 'resigned@0-8'],
    ['3480', '3@0-4 480@0-4'],
    ['Quark', 'quark@0-5'],
  ])('%s: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('and not by spaces alone, nor where the hyphen tells words apart', () => {
    expect(read('Boat', (word) => word === 'x')).toBe('boat@0-4');
    expect(read('resigned', (word) => list('re signed').includes(word))).toBe('resigned@0-8');
    expect(read('reelected', (word) => list('re elected').includes(word))).toBe('re@0-9 elected@0-9');
  });
});

function list(text: string): string[] {
  return text.split(' ');
}

describe('a text is parted at its first colons, where a label may end', () => {
  test.each([
    ['OFFICE: We go.', ['OFFICE|We go.']],
    ['**OFFICE:** We go.', ['**OFFICE|We go.']],
    ['20:25 Holm: so: it is', ['20:25 Holm|so: it is', '20:25 Holm: so|it is']],
    ['a: b: c: d: e', ['a|b: c: d: e', 'a: b|c: d: e', 'a: b: c|d: e']],
    [': We go', []],
    ['OFFICE: …', []],
    ['at 20:25', []],
    [`${'a'.repeat(148)}: b`, [`${'a'.repeat(148)}|b`]],
    [`${'a'.repeat(149)}: b`, []],
    ['a:  \n b', ['a|b']],
  ])('%s', (text, expected) => {
    expect(partedAtColons(text).map(({ label, words }) => `${label}|${words}`)).toEqual(expected);
  });
});
