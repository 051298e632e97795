// How words of a source and of a quotation are laid beside each other, and what is told to differ.
import { describe, expect, test } from 'vitest';
import { differencesOf, laid, written } from '../../src/check/laying/differences.ts';
import { printed } from '../../src/check/words/printed.ts';
import { wordsOf } from '../../src/check/words/words.ts';

const shown = (text: string) => printed(text, wordsOf(text));
const names = { named: (folded: string) => ({ kiew: 'kyiv', kyiv: 'kyiv' })[folded] };

/** `[was → is]` where they differ; what is the same stands as it was given. */
function beside(source: string, given: string): string {
  return laid(shown(source), shown(given))
    .map((part) => {
      const [from, to] = [part.source, part.given].map((words) =>
        words.map((word) => word.written).join(' '),
      );
      return part.same ? to : `[${from}→${to}]`;
    })
    .join(' ');
}

describe('words are laid beside each other', () => {
  test.each([
    ['we go home', 'we go home', 'we go home'],
    ['we go home', 'We GO, home!', 'We GO home'],
    ['we go home', 'we stay home', 'we [go→stay] home'],
    ['we go home now', 'we go now', 'we go [home→] now'],
    ['we go now', 'we all go now', 'we [→all] go now'],
    ['we go home', 'they go home', '[we→they] go home'],
    ['we go home', 'we go there', 'we go [home→there]'],
    ['we go home', 'you stay there', '[we go home→you stay there]'],
    ['we go home', '', '[we go home→]'],
    ['', 'we go', '[→we go]'],
    ['we may not go home', 'we must go home', 'we [may not→must] go home'],
  ])('%s | %s', (source, given, expected) => {
    expect(beside(source, given)).toBe(expected);
  });
});

describe('what is written in one word or parted by a hyphen is the same', () => {
  test.each([
    ['we re-establish it', 'we reestablish it', 'we reestablish it'],
    ['we reestablish it', 'we re-establish it', 'we re establish it'],
    ['the G-7 met', 'the G7 met', 'the G7 met'],
    ['the G7 met', 'the G-7 met', 'the G 7 met'],
    ['a state-of-the-art plan', 'a stateoftheart plan', 'a stateoftheart plan'],
    ['a stateoftheart plan', 'a state-of-the-art plan', 'a state of the art plan'],
    ['on vaccines.gov today', 'on vaccines gov today', 'on vaccines gov today'],
    ['the G-7 re-elect', 'the G7 reelect', 'the G7 reelect'],
    ['the G-7 reelect', 'the G7 re-elect', 'the G7 re elect'],
    ['the multi‑party vote', 'the multiparty vote', 'the multiparty vote'],
    // What tells words apart.
    ['we may be late', 'we maybe late', 'we [may be→maybe] late'],
    ['we maybe late', 'we may be late', 'we [maybe→may be] late'],
    ['we re-sign it', 'we resign it', 'we [re sign→resign] it'],
    ['we re-count it', 'we recount it', 'we [re count→recount] it'],
    ['an un-ionized gas', 'an unionized gas', 'an [un ionized→unionized] gas'],
    ['an un-equal part', 'an unequal part', 'an unequal part'],
    ['20-25 of us', '2025 of us', '[20 25→2025] of us'],
    ['the F-16 came', 'the F16 came', 'the F16 came'],
    ['a re - elect', 'a reelect', 'a [re elect→reelect]'],
    ['a re--elect', 'a reelect', 'a reelect'],
    ['a re----elect', 'a reelect', 'a [elect→reelect]'],
    ['the G-7 met', 'the G8 met', 'the [G 7→G8] met'],
    ['the G-7 met', 'the G77 met', 'the [G 7→G77] met'],
    ['the G-7-8 met', 'the G7 met', 'the [G 7 8→G7] met'],
    ['the G-7 met', 'the G7 A met', 'the [G 7→G7 A] met'],
  ])('%s | %s', (source, given, expected) => {
    expect(beside(source, given)).toBe(expected);
  });
});

describe('what was begun twice may be left out, and only so', () => {
  test.each([
    ['we — we go home', 'we go home', 'we go home'],
    ['we go — we go home', 'we go home', 'we go home'],
    ['th- the road is open', 'the road is open', 'the road is open'],
    ['we — we go home', 'we — we go home', 'we we go home'],
    ['we — we go home', 'we stay home', 'we [go→stay] home'],
    ['we go home', 'we — we go home', 'we [→we] go home'],
    ['we — we go home', 'we go — we go home', 'we [→go] we go home'],
    ['we — we go home, we stay', 'we go home, we — we stay', 'we go home we [→we] stay'],
    ['you did — you did some work', 'you — you did some work', 'you [did→] you did some work'],
    ['we went — we go home — home now', 'we go home now', 'we [went we→] go home now'],
  ])('%s | %s', (source, given, expected) => {
    expect(beside(source, given)).toBe(expected);
  });
});

describe('what differs is told as it stands in its text', () => {
  const told = (source: string, given: string) =>
    differencesOf(laid(shown(source), shown(given)), names).map(
      (one) => `${one.op} ${one.source}|${one.given}${one.turnsSense ? ' !' : ''}`,
    );
  test.each([
    ['we go home', 'we go home', []],
    ['we go, at last, home', 'we go home', ['delete at last|']],
    ['we go home', 'we go, at\n last, home', ['insert |at last']],
    ['we go home', 'we walk home', ['replace go|walk']],
    ['we must go home', 'we may go home', ['replace must|may !']],
    ['we go home today', 'they go home today, with no bags', ['replace we|they', 'insert |with no bags !']],
    // A name or a number that goes from one place to another.
    ['Merz met Tusk in May', 'Tusk met Merz in May', ['delete Merz met| !', 'insert |met Merz !']],
    ['in Kiew they met', 'they met in Kyiv', ['delete in Kiew| !', 'insert |in Kyiv !']],
    ['five men met six', 'six men met five', ['replace five|six !', 'replace six|five !']],
    [
      'five men came to dinner',
      'men came to five dinners',
      ['delete five| !', 'replace dinner|five dinners !'],
    ],
    ['five men came', 'men came', ['delete five|']],
    // Words that change places over a negation.
    [
      'a truce, not a victory',
      'a victory, not a truce',
      ['replace truce|victory !', 'replace victory|truce !'],
    ],
    ['a truce and a victory', 'a victory and a truce', ['replace truce|victory', 'replace victory|truce']],
    ['the big cat, not a dog', 'the big dog, not a cat', ['replace cat|dog', 'replace dog|cat']],
    [
      'not a truce and a victory',
      'not a victory and a truce',
      ['replace truce|victory', 'replace victory|truce'],
    ],
    [
      'a truce and a victory, not now',
      'a victory and a truce, not now',
      ['replace truce|victory', 'replace victory|truce'],
    ],
    ['a truce, not a victory', 'a pause, not a triumph', ['replace truce|pause', 'replace victory|triumph']],
  ] as const)('%s | %s', (source, given, expected) => {
    expect(told(source, given)).toEqual(expected);
  });
});

test('words are written with what stands between them, and in one line', () => {
  const words = shown('We go, \n at last — home! ');
  expect(written(words)).toBe('We go, at last — home');
  expect(written(words.slice(1, 3))).toBe('go, at');
  expect(written([])).toBe('');
});
