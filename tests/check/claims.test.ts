// What somebody writes becomes quotations with the speakers that stand beside them.
import { describe, expect, test } from 'vitest';
import { claimOf, claimsIn } from '../../src/check/claims.ts';
import { threadWatch } from '../processor-time.ts';

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
  [
    'Ivan Petrov said: " four words stand here "',
    { words: ' four words stand here ', speaker: 'Ivan Petrov' },
  ],
  ['" Words here, " Ivan Petrov said.', { words: ' Words here, ', speaker: 'Ivan Petrov' }],
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
  const taken = threadWatch();
  for (const text of [
    '"'.repeat(6000),
    '“'.repeat(6000),
    `a: ${' '.repeat(5000)}"x`,
    'A '.repeat(3000),
    `"x" ${'- '.repeat(2900)}`,
  ])
    claimsIn(text, isName);
  expect(taken()).toBeLessThan(1000);
});

describe('every kind of marks that sources have parts the words from who said them', () => {
  const kinds = [
    '“”',
    '„“',
    '„"',
    '„”',
    '”“',
    '””',
    '"”',
    '‘’',
    "''",
    '‚‘',
    '«»',
    '»«',
    '‹›',
    '「」',
    '＂＂',
  ];
  const pairs = [...kinds.map(([open, close]) => [open!, close!]), ['``', "''"], ['<<', '>>']];
  test.each(pairs)('%s…%s', (open, close) => {
    const words = 'We need peace now and for good';
    const speaker = 'Ursula von der Leyen';
    const quoted = `${open}${words},${close}`;
    expect(claimOf(quoted, isName)).toEqual({ words: `${words},` });
    expect(claimOf(`${quoted} ${speaker} said`, isName)).toEqual({ words: `${words},`, speaker });
    expect(claimOf(`${speaker} said: ${open}${words}.${close}`, isName)).toEqual({
      words: `${words}.`,
      speaker,
    });
    expect(claimsIn(`Look! ${quoted} ${speaker} said, and left.`, isName)).toEqual([
      { words: `${words},`, speaker },
    ]);
  });

  test.each([
    'The ministers’ plan is not the allies’ plan',
    "It's the '90s again, and they don't see it",
    'A door of 5" by 6" is no gate',
    'five << six and ten << twelve',
    '“Nobody closes this',
    "rock 'n' roll for all of them",
  ])('but none here: %s', (text) => {
    expect(claimOf(text, isName)).toEqual({ words: text });
    expect(claimsIn(text, isName)).toEqual([{ words: text }]);
  });
});

describe('small words stand in a name of any language', () => {
  test.each([
    'Luiz Inácio Lula da Silva',
    'Maria dos Santos',
    'Ahmed ibn Rashid',
    'Marco del Rey y Soto',
    'Jean le Roux',
    'Otto von der Heide',
    'Ana di Marco',
  ])('%s', (speaker) => {
    for (const text of [`“Words of hers,” ${speaker} said.`, `“Words of hers,” said ${speaker}.`])
      expect(claimOf(text, isName)).toEqual({ words: 'Words of hers,', speaker });
  });

  test.each([
    'Luiz and the others',
    'Nobody in town',
    'da Silva da',
    'Her friend',
    'Maria zwei Santos',
    'people of Rio',
  ])('but no other: %s', (name) => {
    const text = `“Words of hers,” ${name} said.`;
    expect(claimOf(text, isName)).toEqual({ words: text });
  });
});
