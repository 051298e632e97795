// Forms of one word are one term; words that only look alike are not.
import { describe, expect, test } from 'vitest';
import { familyOf, termOf } from '../../src/search/text/stem.ts';

describe('files under one term', () => {
  test.each([
    ['inflections', 'talks', 'talking'],
    ['a past that no ending tells', 'told', 'tell'],
    ['a participle that no ending tells', 'met', 'meeting'],
    ['a past that is also another word: "left" is asked about as "leave"', 'left', 'leaves'],
    ['a plural that no ending tells', 'men', 'man'],
    ["a country and its people's adjective", 'italian', 'italy'],
    ['the plural of a people', 'ukrainians', 'ukraine'],
    ['a deed of "-tion"', 'protection', 'protect'],
    ['several deeds', 'protections', 'protecting'],
    ['a deed of "-sion"', 'discussions', 'discussed'],
    ['a number in letters', 'seven', '7'],
  ])('%s', (_, one, other) => {
    expect(termOf(one)).toBe(termOf(other));
  });
});

describe('keeps apart', () => {
  test.each([
    ['two countries', 'austria', 'australia'],
    ['opposites by a beginning', 'known', 'unknown'],
  ])('%s', (_, one, other) => {
    expect(termOf(one)).not.toBe(termOf(other));
  });
});

test('a term is the same when it is asked for again', () => {
  expect(termOf('negotiations')).toBe(termOf('negotiations'));
});

describe('families', () => {
  const family = (word: string): string => familyOf(termOf(word));

  test('hold the doer, the deed and the quality', () => {
    expect(new Set(['invent', 'inventor', 'inventive'].map(family)).size).toBe(1);
  });

  test('keep five letters, since shorter ones run together', () => {
    expect(new Set(['nation', 'nature', 'native'].map(family)).size).toBe(3);
  });
});

test('"agreed" and "agreement" are one family', () => {
  expect(familyOf(termOf('agreed'))).toBe(familyOf(termOf('agreement')));
});
