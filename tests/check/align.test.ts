// Which word of a quotation is laid on which word of a source, letters standing for words.
import { describe, expect, test } from 'vitest';
import { align } from '../../src/check/laying/align.ts';

const numbers = (letters: string) => Uint32Array.from(letters, (letter) => letter.charCodeAt(0));
/** Each as the letter, its place in the quotation and its place in the source. */
const laid = (given: string, source: string) =>
  align(numbers(given), numbers(source)).map((pair) => `${given[pair.given]}${pair.given}${pair.source}`);

describe('words that agree are paired in their order', () => {
  test.each([
    ['abc', 'abc', 'a00 b11 c22'],
    ['abc', 'xxabcxx', 'a02 b13 c24'],
    ['xxabcxx', 'abc', 'a20 b31 c42'],
    ['a', 'xxa', 'a02'],
    ['a', 'aa', 'a00'],
    ['ab', 'aab', 'a01 b12'],
    ['ab', 'abb', 'a00 b11'],
    ['aab', 'ab', 'a10 b21'],
    ['abcab', 'ab', 'a00 b11'],
    ['ab', 'abxxab', 'a00 b11'],
    ['abc', 'abxxxabc', 'a05 b16 c27'],
    ['abc', 'xyz', ''],
    ['', 'abc', ''],
    ['abc', '', ''],
  ])('%s along %s: %s', (given, source, pairs) => {
    expect(laid(given, source).join(' ')).toBe(pairs);
  });
});

describe('words that differ on the way cost what agrees', () => {
  test.each([
    ['one changed', 'abxcd', 'abycd', 'a00 b11 c33 d44'],
    ['two changed', 'abxxcd', 'abyycd', 'a00 b11'],
    ['one left out', 'abcd', 'abycd', 'a00 b11 c23 d34'],
    ['five left out', 'abcd', 'abyyyyycd', 'a00 b11 c27 d38'],
    ['six left out', 'abcd', 'abyyyyyycd', 'a00 b11'],
    ['six left out between three and two', 'abecd', 'abeyyyyyycd', 'a00 b11 e22'],
    ['six left out between three and three', 'abecdf', 'abeyyyyyycdf', 'a00 b11 e22 c39 d410 f511'],
    ['eight left out before three', 'abecd', 'abyyyyyyyyecd', 'e210 c311 d412'],
    ['two put in', 'abxxcd', 'abcd', 'a00 b11 c42 d53'],
    ['three put in', 'abxxxcd', 'abcd', 'a00 b11'],
    ['one for two', 'abxcd', 'abyycd', 'a00 b11 c34 d45'],
    ['two for one', 'abxxcd', 'abycd', 'a00 b11 c43 d54'],
    ['one left out behind one word', 'ab', 'ayb', 'a00 b12'],
    ['three left out behind one word', 'ab', 'ayyyb', 'a00'],
    ['one put in behind one word', 'axb', 'ab', 'a00 b21'],
    ['in another order', 'cdab', 'abcd', 'c02 d13'],
  ])('%s', (_, given, source, pairs) => {
    expect(laid(given, source).join(' ')).toBe(pairs);
  });
});
