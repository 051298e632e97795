// The list of English words: how common each is, and which of them a misspelt one was meant for.
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ownBackground, readBackground } from '../../src/search/ranking/background.ts';
import { termOf } from '../../src/search/text/stem.ts';
import { folderForAll } from '../temporary.ts';

const folder = await folderForAll({
  'words.txt': [
    '1 talk talks the',
    '2 talked decides meet met',
    '3 desires crisis physics',
    'rare crises talking aback quill fizzles bananas batch',
  ].join('\n'),
});
const background = () => readBackground(pathToFileURL(`${folder}/words.txt`));

describe('the share of paragraphs that hold a word', () => {
  test.each([
    ['is what its line tells', 'decides', 0.25],
    ['is the sum of its forms, of whichever line, and no more than all', 'talk', 1],
    ['is the sum also where that is less', 'meet', 0.5],
    ['is nothing for a rare word', 'quill', 0],
    ['is nothing for one that the list lacks', 'zeppelin', 0],
    ['is that of its frequent forms, where others are rare', 'crisis', 0.125],
  ])('%s: %s', (_, word, share) => {
    expect(background().share(termOf(word))).toBe(share);
  });
});

test.each(['talk', 'talking', 'quill', 'batch'])('%s is a word as written, rare or not', (word) => {
  expect(background().isWord(word)).toBe(true);
});

test.each(['talker', 'rare', '1', ''])('“%s” is none', (word) => {
  expect(background().isWord(word)).toBe(false);
});

describe('the nearest word', () => {
  test.each<[string, string | undefined, string]>([
    ['desides', 'decides', 'sounds like it'],
    ['desired', 'desires', 'is one slip away, and nothing sounds like it'],
    ['crizis', 'crisis', '"z" sounds like "s"'],
    ['crisys', 'crisis', 'any vowel sounds like any'],
    ['kwill', undefined, 'first letters are rarely missed'],
    ['fysics', undefined, 'nor where they sound alike'],
    ['talke', 'talk', 'the commonest, where several sound alike'],
    ['talkd', 'talk', 'the commonest, where nothing sounds alike'],
    ['talkin', 'talking', 'a letter is missing'],
    ['abakc', 'aback', 'two letters stand the other way round'],
    ['abbac', undefined, 'two slips are too many'],
    ['talk', undefined, 'too short to tell'],
    ['fizls', undefined, 'two letters are missing'],
    ['fizzle5', undefined, 'a digit is no slip'],
    ['bánanas', undefined, 'nor is a letter that English has not'],
    ['zzzzz', undefined, 'no word begins so'],
  ])('of %s is %s: %s', (typed, nearest) => {
    expect(background().nearest(typed)).toBe(nearest);
  });
});

/** What is typed, a common word as near to it, and the rarer one that sounds the same. */
const alike = [
  ['advise', 'advide', 'advice'],
  ['pakto', 'pasto', 'pacto'],
  ['organise', 'organide', 'organize'],
  ['tokue', 'tonue', 'toque'],
  ['paket', 'parket', 'packet'],
  ['sentance', 'sentanle', 'sentence'],
  ['cheif', 'cheip', 'chief'],
  ['comittee', 'comintee', 'committee'],
] as const;
const lists = await folderForAll(
  Object.fromEntries(alike.map(([typed, near, same]) => [`${typed}.txt`, `1 ${near}\nrare ${same}`])),
);

describe('a word that sounds the same is meant before a commoner one', () => {
  test.each(alike)('“%s”: not “%s”, but “%s”', (typed, _, same) => {
    expect(readBackground(pathToFileURL(`${lists}/${typed}.txt`)).nearest(typed)).toBe(same);
  });
});

test('all libraries have the same list', () => {
  expect(ownBackground()).toBe(ownBackground());
  expect(ownBackground().isWord('ceasefire')).toBe(true);
});
