// Whose office, about what, which of a group, when and where: a sentence on the same people need not say it.
import { describe, expect, test } from 'vitest';
import { covered } from '../../src/search/matching.ts';
import { PARTICULAR_EVIDENCE, particularsOf } from '../../src/search/particulars.ts';
import { readingOf } from './reading.ts';

/** The names of what speaks against the first sentence of a text. */
function against(asked: string, text: string): string[] {
  const { question, read, match, bounds, cover } = readingOf(asked, text);
  const whole = covered(match, question.terms.length, 0, read.terms.length);
  const found = particularsOf(question, { read, match, ...bounds(0) }, cover(0), whole);
  return PARTICULAR_EVIDENCE.filter((name) => found[name] > 0);
}

describe('an office', () => {
  const text =
    'Finnish President Alexander Stubb met Polish Prime Minister Donald Tusk and the German chancellor.';
  test.each([
    ["Who is Finland's prime minister?", ['otherOffice'], 'Finland has a president there'],
    ['Who is the foreign minister of Poland?', ['otherOffice'], 'a prime minister is no foreign minister'],
    ['Who is the president of Germany?', ['otherOffice'], 'Germany has a chancellor there'],
    ["Who is Finland's president?", [], 'it is the one that stands there'],
    ['Who is the Polish minister?', [], 'a prime minister is a minister'],
    ["Who is Norway's president?", [], 'of a country that is not there nothing is known'],
    ['Who is the foreign minister of Norway?', ['otherOffice'], 'there is no foreign minister at all'],
  ])('%s %s: %s', (asked, expected) => expect(against(asked, text)).toEqual(expected));

  test('may stand before its country', () =>
    expect(against('Who is the Italian president?', 'She is the prime minister of Italy.')).toEqual([
      'otherOffice',
    ]));
});

describe('what somebody spoke about', () => {
  test('is missing where the passage does not hold it', () =>
    expect(against('What did Trump say about sanctions?', 'Trump said that talks went well.')).toEqual([
      'aboutMissing',
    ]));
  test('is not missing where some of it is there', () =>
    expect(
      against('What did Trump say about the talks with Putin?', 'Trump said that talks went well.'),
    ).toEqual([]));
  test('counts only where something was said', () =>
    expect(against('Who knows about sanctions?', 'Nobody knows.')).toEqual([]));
});

describe('which of a group', () => {
  const asked = 'Which circles resist?';
  test('is not told by "some"', () =>
    expect(against(asked, 'Some Western circles resist.')).toEqual(['groupOnly']));
  test('is told by a name behind it', () =>
    expect(against(asked, 'Some circles in Rome resist.')).toEqual([]));
});

describe('a time or a place', () => {
  test('of something else does not answer', () => {
    expect(against('When did Ukraine apply?', 'Ukraine spoke on Friday.')).toEqual(['deedMissing']);
    expect(against('Where was it issued?', 'It was issued after a summit in Alaska.')).toEqual([
      'otherPlace',
    ]);
  });
  test('of what is asked about does', () => {
    expect(against('When did Ukraine apply?', 'Ukraine applied on Friday.')).toEqual([]);
    expect(against('Where was it issued?', 'It was issued in Alaska.')).toEqual([]);
  });
});
