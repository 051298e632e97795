// What somebody writes becomes quotations with the speakers that stand beside them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimOf, claimsIn, markedIn } from '../../src/check/claims.ts';

const isName = (text: string): boolean => ['Putin', 'Meloni', 'Зеленський', 'MR. SULLIVAN'].includes(text);

test.each([
  ['plain words', { words: 'plain words' }],
  ['“marks around it”', { words: 'marks around it' }],
  ['Meloni: "words"', { words: 'words', speaker: 'Meloni' }],
  ['Meloni: words', { words: 'words', speaker: 'Meloni' }],
  ['Look: words', { words: 'Look: words' }],
  ['«слова» — Зеленський', { words: 'слова', speaker: 'Зеленський' }],
  ['words and more words — Putin', { words: 'words and more words', speaker: 'Putin' }],
  ['words and more words — again', { words: 'words and more words — again' }],
  ['"Words," said Jake Sullivan.', { words: 'Words,', speaker: 'Jake Sullivan' }],
  ['"Words," the diplomatic source told AFP', { words: 'Words,', speaker: 'the diplomatic source' }],
  ['"Words," he said.', { words: 'Words,' }],
  ['He called it a “disaster” for Europe', { words: 'He called it a “disaster” for Europe' }],
  ['“First,” Meloni said. Then came more.', { words: '“First,” Meloni said. Then came more.' }],
  ['MR. SULLIVAN: We do.', { words: 'We do.', speaker: 'MR. SULLIVAN' }],
  ['BREAKING: “words”', { words: 'words' }],
  ['Wow: “words”', { words: 'Wow: “words”' }],
  ['Ivan Petrov: "words"', { words: 'words', speaker: 'Ivan Petrov' }],
  ['Petrov: "words"', { words: 'words', speaker: 'Petrov' }],
  ['Anna von der Berg: „words“', { words: 'words', speaker: 'Anna von der Berg' }],
  ['The White House: “words”', { words: 'words', speaker: 'The White House' }],
  ['Petrov: words', { words: 'Petrov: words' }],
  ['Ivan from the bank: “words”', { words: 'Ivan from the bank: “words”' }],
  ['Anna Berta Cleo Dora Emma Fey: “words”', { words: 'Anna Berta Cleo Dora Emma Fey: “words”' }],
  ['Breaking News: “words”', { words: 'Breaking News: “words”' }],
  ['“words” — BBC', { words: '“words” — BBC' }],
  [
    'Ivan Petrov said that the four words stand',
    { words: 'the four words stand', speaker: 'Ivan Petrov', isUnmarked: true },
  ],
  ['The United States force nobody to sign', { words: 'The United States force nobody to sign' }],
  ['Member states must not sign it', { words: 'Member states must not sign it' }],
  ['Russia warned Ukraine', { words: 'Russia warned Ukraine' }],
  ['WE SAID: NO MORE WAR', { words: 'WE SAID: NO MORE WAR' }],
])('%s', (text, claim) => {
  expect(claimOf(text, isName)).toEqual(claim);
});

test('every quotation of a message is read, with its own speaker', () => {
  const message =
    'Did you see this?\nPutin: "one two three"\n> four five six\n— Meloni\nand “seven eight”, said Emmanuel Macron!\nI like this. Jo de la Cruz: “nine”';
  expect(claimsIn(message, isName)).toEqual([
    { words: 'one two three', speaker: 'Putin' },
    { words: 'four five six', speaker: 'Meloni' },
    { words: 'seven eight', speaker: 'Emmanuel Macron' },
    { words: 'nine', speaker: 'Jo de la Cruz' },
  ]);
});

test('a message without marks is one quotation, and one without words is none', () => {
  expect(claimsIn('one two three', isName)).toEqual([{ words: 'one two three' }]);
  expect(claimsIn('!!! 👍 "…"', isName)).toEqual([]);
  expect(claimsIn('>>> one\ntwo', isName)).toEqual([{ words: 'one\ntwo' }]);
});

test('marks without end and spaces without end take no time', () => {
  const before = performance.now();
  for (const text of [
    '"'.repeat(6000),
    '“'.repeat(6000),
    `a: ${' '.repeat(5000)}"x`,
    'A '.repeat(3000),
    `"x" ${'- '.repeat(2900)}`,
  ])
    claimsIn(text, isName);
  expect(performance.now() - before).toBeLessThan(1000);
});

/** Marks by their definition: each opener looks for its closing mark to the end. */
function plainlyMarked(text: string): { start: number; end: number }[] {
  const closings: Record<string, string> = {
    '“': '”“',
    '„': '“”',
    '‟': '”',
    '«': '»',
    '»': '«',
    '「': '」',
    '"': '"',
  };
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const closing = closings[text[at]!] ?? '';
    const ends = [...closing].map((mark) => text.indexOf(mark, at + 1)).filter((end) => end > 0);
    const end = Math.min(...ends) + 1;
    if (ends.length === 0 || !/[\p{L}\p{N}]/u.test(text.slice(at, end))) continue;
    found.push({ start: at, end });
    at = end - 1;
  }
  return found;
}

test('marks are found in one pass as they are by looking for each to the end', () => {
  const piece = fc.constantFrom(...'“”„‟«»「」".a 5𝔄');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(markedIn(pieces.join(''))).toEqual(plainlyMarked(pieces.join('')));
    }),
    { numRuns: 20_000 },
  );
});
