// What is taken off a question, and what is left of it: each rule from both sides.
import { describe, expect, test } from 'vitest';
import { asTyped, bareQuestion, isCut } from '../../src/search/question/normalise.ts';

describe('is taken off', () => {
  test.each([
    '<@123> who met?',
    '<@!123> who met?',
    '<@&123> who met?',
    '<#123> who met?',
    '<:think_1:123> who met?',
    '<a:think:123> who met?',
    '</ask question:123> who met?',
    '<t:1755000000:R> who met?',
    '<id:customize> who met?',
    '@everyone who met?',
    '@here who met?',
    'https://example.org/a?b=c who met?',
    'http://example.org who met?',
    'who <@123> met?',
    'who<@123>met?',
    '> who met?',
    '>>> who met?',
    '# who met?',
    '### who met?',
    '-# who met?',
    '- who met?',
    '• who met?',
    '   > who met?',
    '>\twho met?',
    '\n> who\n> met?',
    '**who** met?',
    '~~who~~ ||met||?',
    '`who met?`',
    'who\\ met?',
    'who_met?',
    '__who__ met?',
    'who \n\t  met?',
    '“who met?”',
    '"who met?"',
    '„who met?“'.replace('“', '”'),
    '«who met?»',
    "'who met?'",
    '‘who met?’',
    '"“who met?”'.slice(1),
    'hi, who met?',
    'Hello! Hi: who met?',
    'Hey … — who met?',
    'Dear all), who met?',
    'who met? Thanks',
    'who met? – thanks a lot',
    'Somebody asked: who met?',
    'One question that we were all asked today: who met?',
    'Somebody asked: "who met?" Thanks!',
  ])('all but what is asked: %s', (typed) => {
    expect(bareQuestion(typed)).toBe('who met?');
  });

  test.each([
    ['Who met, please', 'Who met'],
    ['hi may I ask who met, thanks :)', 'who met'],
    ['Hi! Quick question, who met? :)', 'who met? :)'],
    ['Who met?! thx', 'Who met?!'],
    ['Who met ? thx', 'Who met ?'],
    ['Who met. Thanks', 'Who met.'],
    ['Who met… thanks', 'Who met'],
    ['“Who met?” thanks', 'Who met?'],
    ['Who “met”? thanks', 'Who “met”?'],
    ['Who said “no?” thx', 'Who said “no?”'],
    ['Who said "no!" please', 'Who said "no!"'],
    ['Qui dit «non ?» merci', 'Qui dit «non ?»'],
    ['"Who met?" – thanks', 'Who met?'],
    [`${'hi '.repeat(12)}who met?`, 'who met?'],
    [`${'hi '.repeat(14)}who met?`, 'hi hi who met?'],
  ])('politeness, and of what follows the mark that ends the question: %s', (typed, bare) => {
    expect(bareQuestion(typed)).toBe(bare);
  });
});

describe('is left', () => {
  test.each([
    '<b> who met?',
    '<@abc def> who met?',
    '@hereabouts who met?',
    'ftp://example.org who met?',
    '>who met?',
    '#who met?',
    'who - met?',
    '“No” or “yes”, who met?',
    '“No” or “yes”',
    '“who met?',
    'who met: Merz?',
    'The plan: who met?',
    'Did somebody ask: who met?',
    'Who asked: who met?',
    ': who asked?',
    'Somebody asked:',
    'One of the questions that we were all asked today: who met?',
    'hi',
    '…',
    '“…”',
  ])('as it is: %s', (typed) => {
    expect(bareQuestion(typed)).toBe(typed);
  });
});

describe('capitals', () => {
  test.each([
    ['are small where all are large', 'WHO MET?', 'who met?'],
    ['where most are', 'WHO MET Merz IN OSLO?', 'who met merz in oslo?'],
    ['and not where four in five are', 'WHOM x', 'WHOM x'],
    ['stay in one word', 'WHO?', 'WHO?'],
    ['are small where each word has one', 'What Did The Leaders Say', 'what did the leaders say'],
    [
      'also where words of titles have none',
      'What Is the Fall of Rome About',
      'what is the fall of rome about',
    ],
    ['not where another word of grammar has none', 'What did The Leaders Say', 'What did The Leaders Say'],
    ['not of three words', 'Who Did It', 'Who Did It'],
    ['of four words', 'Who Did It Here', 'who did it here'],
    [
      'where four in five of the other words have one',
      'Did The Leaders Greet Merz Today friday',
      'did the leaders greet merz today friday',
    ],
    [
      'and not where three in four have',
      'Did The Leaders Greet Merz friday',
      'Did The Leaders Greet Merz friday',
    ],
    ['stay where some are within words', 'What Did eBay Leaders Sell', 'What Did eBay Leaders Sell'],
    ['stay where the first word alone has one', 'Who met the leaders there', 'Who met the leaders there'],
    ['stay of names', 'Who met Donald Trump there', 'Who met Donald Trump there'],
    ['are set for the country behind its article', 'who told the us', 'who told the US'],
    ['in whatever case that is', 'The us told it', 'The US told it'],
    ['and not behind another word', 'who told us', 'who told us'],
    ['nor within one', 'who told the usher', 'who told the usher'],
    ['nor behind the end of one', 'who had to bathe us', 'who had to bathe us'],
  ])('%s: %s', (_, typed, bare) => {
    expect(bareQuestion(typed)).toBe(bare);
  });
});

describe('of a long question', () => {
  const words = (length: number): string => 'abcd '.repeat(length).slice(0, length);

  test.each(['. ', '? ', '! ', '\n'])(
    'what stands before the last sentence that ends in time is read: %j',
    (mark) => {
      const typed = `${words(400)}x${mark}${words(400)}`;
      expect(bareQuestion(typed)).toBe(`${words(400)}x${mark}`.replace(/\s+/gu, ' ').trim());
    },
  );

  test('an early end is not its end, but the last word is', () => {
    const bare = bareQuestion(`Talks go on. ${words(700)}`);
    expect(bare.length).toBeGreaterThan(590);
    expect(bare).toMatch(/^Talks go on\. .* abcd$/u);
  });

  test('half is read of one word without end', () => {
    expect(bareQuestion('x'.repeat(700))).toBe('x'.repeat(300));
    expect(bareQuestion(`a ${'x'.repeat(700)}`)).toBe(`a ${'x'.repeat(298)}`);
  });

  test('a sentence that ends just in the middle is the end', () => {
    expect(bareQuestion(`${'x'.repeat(300)}. ${words(700)}`)).toBe(`${'x'.repeat(300)}.`);
    expect(bareQuestion(`${'x'.repeat(299)}. ${words(700)}`).length).toBeGreaterThan(500);
  });

  test.each([
    [600, false],
    [601, true],
  ])('with %d characters it is cut: %s', (length, cut) => {
    const typed = 'x'.repeat(length);
    expect([isCut(typed), isCut(`  ${typed} `)]).toEqual([cut, cut]);
    expect(bareQuestion(typed) === typed).toBe(!cut);
  });
});

describe('a word of it is told as typed', () => {
  test.each([
    ['tanks', 'who sold tanks', 'tanks'],
    ['tanks', 'WHO SOLD THE TANKS?', 'TANKS'],
    ['tanks', 'Who sold ta**nk**s?', 'ta**nk**s'],
    ['tanks', 'Who sold T|a`n\\k~S?', 'T|a`n\\k~S'],
    ['tanks', 'Who sold tank?', 'tanks'],
    ['tanks', 'Tanks and tanks', 'tanks'],
    ['ships', 'SHIP and SHIPS', 'SHIPS'],
    ['𝔄b', '*𝔄*B', '𝔄*B'],
    ['b𝔄', 'B*𝔄*', 'B*𝔄'],
  ])('%s of %s is %s', (word, typed, told) => {
    expect(asTyped(word, typed)).toBe(told);
  });
});
