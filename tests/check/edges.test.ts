// Where one thing ends and another begins: words left out or jumped over, chants, asides, a side's words and a person's.
import { describe, expect, test } from 'vitest';
import { placesOf } from '../../src/check/laying/places.ts';
import { openWho } from '../../src/check/speakers/speakers.ts';
import { givenOf } from '../../src/check/words/given.ts';
import { wordsOf } from '../../src/check/words/words.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { open } from './opened.ts';

const first = 'The minister opened both harbour gates early';
const second = 'before every trawler sailed northwards again';
const filler = (count: number) => Array.from({ length: count }, (_, n) => `w${n}`).join(' ');

describe('so many words are left out, more are jumped over', () => {
  test.each([
    ['in a paragraph', 14, ' ', 'altered'],
    ['in a paragraph', 15, ' ', 'joined'],
    ['across paragraphs', 6, '\n\n', 'altered'],
    ['across paragraphs', 7, '\n\n', 'joined'],
  ])('%s %d', (_, count, between, verdict) => {
    const { said } = open(`${first} ${filler(count)}${between}${second}.`);
    expect(said(`${first} ${second}.`).split(' ')[0]).toBe(verdict);
  });

  test.each([
    [`${first} ${filler(60)} ${second}.`, 'exact ellipsis'],
    [`${first} not ${filler(41)} ${second}.`, 'altered turns-sense'],
    [`${first} not ${filler(42)} ${second}.`, 'joined'],
    [`${first} if ${filler(5)} ${second}.`, 'altered turns-sense'],
  ])('%#: an ellipsis may stand for any, unless they tell', (text, verdict) => {
    expect(open(text).said(`${first} … ${second}.`)).toBe(verdict);
  });
});

test('what a crowd chants again and again votes for a place once', () => {
  const chant = `${'Build that bridge! '.repeat(12)}\n\n`;
  const { wording } = open(`${chant}${filler(90)}\n\nPeople said: build that bridge and keep it open.`);
  const { stream } = wording;
  const quoted = 'build that bridge and keep it open';
  const given = givenOf(quoted, wordsOf(quoted), stream);
  const [best] = placesOf(given.numbers, stream, stream.rangeOf(undefined), 2);
  const words = stream.read(best!.from, best!.to).map(({ passage }) => passage.text);
  expect(words).toContain('People said: build that bridge and keep it open.');
  const votes = placesOf(given.numbers, stream, stream.rangeOf(undefined), 6).map((place) => place.votes);
  expect(Math.max(...votes.slice(1))).toBeLessThan(votes[0]! / 2);
});

describe('an aside in brackets goes on with nothing', () => {
  test.each([
    ['We will pay for all of it (applause).', 'We will pay for all of it', 'exact'],
    ['We will pay for all of it [laughter] (applause).', 'We will pay for all of it', 'exact'],
    ['We will pay for all of it (which is a lot).', 'We will pay for all of it', 'exact'],
    ['We will pay for all of it [see the annex], (or most).', 'We will pay for all of it', 'exact'],
    ['We will pay for all of it (applause) today.', 'We will pay for all of it', 'exact cut cut-end'],
    ['We will pay for all of it today.', 'We will pay for all of it', 'exact cut cut-end'],
    ['(Applause.) We will pay for all of it.', 'will pay for all of it', 'exact cut cut-start'],
    ['We — we will pay for all of it.', 'we will pay for all of it', 'exact'],
  ])('%s', (text, quoted, verdict) => {
    expect(open(text).said(quoted)).toBe(verdict);
  });
});

describe('a person speaks for their side, and a side not for its persons', () => {
  const people = [
    { id: 'holm', name: 'Ida Holm', spellings: [], called: [], party: 'sudmark' },
    { id: 'berg', name: 'Jo Berg', spellings: [], called: [], party: 'norland' },
    { id: 'lind', name: 'Ada Lind', spellings: [], called: [] },
  ];
  const parties = [
    { id: 'sudmark', name: 'Sudmark', spellings: [], called: [] },
    { id: 'norland', name: 'Norland', spellings: [], called: [] },
  ];
  const who = openWho({ ...emptyDossier, people, parties } as unknown as typeof emptyDossier);

  test.each([
    ['Ida Holm', 'Sudmark', 'unknown'],
    ['Sudmark', 'Ida Holm', 'same'],
    ['Sudmark', 'Sudmark', 'same'],
    ['Ida Holm', 'Ida Holm', 'same'],
    ['Ida Holm', 'Jo Berg', 'other'],
    ['Ida Holm', 'Norland', 'other'],
    ['Sudmark', 'Jo Berg', 'other'],
    ['Sudmark', 'Norland', 'other'],
    ['Sudmark', 'Ada Lind', 'unknown'],
    ['Ada Lind', 'Sudmark', 'other'],
    ['she', 'Ida Holm', 'unknown'],
  ])('%s, where %s spoke: %s', (claimed, spoke, likeness) => {
    expect(who.compare(claimed, { text: spoke, kind: 'named' })).toBe(likeness);
  });
});
