// What is said of a document before it is added: each warning where it belongs, and silence where nothing is odd.
import { expect, test } from 'vitest';
import { type Checked, knownOf, warningsOf } from '../../src/importers/checks/checks.ts';
import { found, type Metadata } from '../../src/importers/imported.ts';
import { threadWatch } from '../processor-time.ts';

const where = 'import.found.frontMatter';
const whole: Metadata = {
  title: found('A title', where),
  publisher: found('The Ministry', where),
  published: found('2025-08-16', where),
  language: found('en', where),
};
const checked = (paragraphs: string[], more: Partial<Checked> = {}): Checked => ({
  paragraphs,
  metadata: whole,
  text: paragraphs.join('\n\n'),
  guess: 'en',
  ...more,
});
const keys = (one: Checked): string[] => warningsOf(one).map(({ key }) => key);
const sentence = 'The delegations met on Saturday and spoke of the borders.';

test('nothing is said of a text that is as it should be', () => {
  const ordinary = [
    '“No-one knows,” he said.',
    'Zelenskyy — Зеленський — met Macron; 1 µm, 25 °C, naïve, Ελλάδα.',
    'No.',
  ];
  expect(warningsOf(checked([sentence, ...ordinary]))).toEqual([]);
  expect(
    keys(checked(['این متن به زبان فارسی نوشته شده و می\u200cخواهیم آن را بخوانیم.'], { guess: undefined })),
  ).toEqual([]);
  expect(keys(checked(['A family 👨‍👩‍👧 in a sentence.']))).toEqual([]);
});

test.each([
  ['a direction is turned', 'Left \u202eto right\u202c.', 'bidirectional', 'U+202E ¶2, U+202C ¶2'],
  ['a space is not seen', 'Fire\u200bing stopped.', 'invisible', 'U+200B ¶2'],
  ['a tag hides words', 'Stop\u{e0041} now, please.', 'invisible', 'U+E0041 ¶2'],
  ['letters of two scripts are in a word', 'The cеasefire held.', 'mixedScripts', '“cеasefire” ¶2'],
  ['a character was lost', 'The pr\ufffdsident spoke.', 'lostCharacters', 'U+FFFD ¶2'],
])('it is said where %s', (_, text, what, examples) => {
  expect(warningsOf(checked([sentence, text]))).toMatchObject([
    { key: `import.warning.${what}`, values: { examples } },
  ]);
});

test.each([
  ['Arක䠀䰀ten des Rates.', 3, '“Arක䠀䰀ten” ¶2'],
  ['Die Hausක匀 gilt.', 2, '“Hausක匀” ¶2'],
  ['The cou䠀cil met.', 1, '“cou䠀cil” ¶2'],
  ['Угодуක підписано.', 1, '“Угодуක” ¶2'],
  ['Le préක䰀ident parle.', 2, '“préක䰀ident” ¶2'],
  ['Porozumieniᬀ zawarto.', 1, '“Porozumieniᬀ” ¶2'],
])('letters that no word of its script has are lost ones: %s', (text, count, examples) => {
  expect(warningsOf(checked([sentence, text]))).toMatchObject([
    { key: 'import.warning.lostCharacters', values: { count, examples } },
  ]);
});

test.each([
  'The Chinese word is 停火 and the Japanese one 停戦.',
  'The “停火” of May held.',
  'Tシャツ and X線 are Japanese words, said the envoy.',
  'The Korean term 휴전 is older.',
  'Georgia (საქართველო) took part.',
  'The Hebrew הפסקת אש and the Hindi युद्धविराम mean the same.',
  'An angle α of 5° and 10 µm, H₂O, №5, naïve Ångström.',
])('and here none is lost: %s', (text) => {
  const keys = warningsOf(checked([sentence, text])).map(({ key }) => key);
  expect(keys).not.toContain('import.warning.lostCharacters');
});

test('paragraphs that are too long to be shown and those with hardly a word are named', () => {
  const long = sentence.repeat(80);
  expect(warningsOf(checked([sentence, long, 'Share this', '12']))).toMatchObject([
    { key: 'import.warning.longParagraphs', values: { count: 1, paragraphs: '¶2' } },
    { key: 'import.warning.shortParagraphs', values: { count: 2, paragraphs: '¶3, ¶4' } },
  ]);
});

test('what is not told is named, and a language that cannot be right', () => {
  expect(keys(checked([sentence], { metadata: {} }))).toEqual([
    'import.warning.noTitle',
    'import.warning.noDate',
    'import.warning.noPublisher',
    'import.warning.noLanguage',
  ]);
  expect(keys(checked([sentence], { guess: 'uk' }))).toEqual(['import.warning.otherLanguage']);
});

/** Words by chance, the same ones at every run. */
function* chance(): Generator<string> {
  for (let state = 1; ; state = (state * 48_271) % 2_147_483_647) yield `word${state % 9_973}`;
}
const words = chance();
const texts = Array.from({ length: 3_000 }, (_, number) => ({
  id: `d${number}`,
  text: Array.from({ length: 120 }, () => words.next().value).join(' '),
}));

test('a near duplicate among thousands is found at once, with how much is shared, and nothing else is', () => {
  const known = knownOf(texts);
  const original = texts[1234]!.text.split(' ');
  const edited = [...original.slice(0, 60), 'changed', ...original.slice(61)].join(' ');
  const taken = threadWatch();
  const near = known.near(edited);
  expect(taken()).toBeLessThan(200);
  expect(near.map(({ document }) => document.id)).toEqual(['d1234']);
  expect(near[0]!.shared).toBeCloseTo(111 / 116);
  expect(known.near(original.slice(0, 50).join(' '))[0]).toMatchObject({
    shared: 1,
    document: { id: 'd1234' },
  });
  expect(known.near('Quite another text, which shares no five words in a row with any of them.')).toEqual([]);
});

test('the same text with other marks and cases is the same, and a document is no duplicate of itself', () => {
  const known = knownOf([
    { id: 'a', text: 'The “borders” must not be changed by force, they said on Saturday.' },
  ]);
  const again = 'the "Borders" must not be changed by force – they said, on SATURDAY';
  expect(warningsOf(checked([again]), known)).toContainEqual({
    key: 'import.warning.same',
    values: { document: 'a' },
  });
  expect(warningsOf(checked([again]), known, 'a')).toEqual([]);
});
