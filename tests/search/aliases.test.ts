// Names and near synonyms of the dossier in a text: which are found, where, and under whose term.
import { describe, expect, test } from 'vitest';
import { openAliases } from '../../src/search/ranking/aliases.ts';
import { words } from '../../src/search/text/words.ts';
import { dossierOf } from './texts.ts';

const dossier = dossierOf({
  parties: [
    { id: 'eu', name: 'EU', spellings: ['European Union', ''] },
    { id: 'commission', name: 'EU Commission', called: ['EU Commission President'] },
    { id: 'us', name: 'US', capital: 'Washington', related: ['the White House'] },
    { id: 'alliance', name: 'NATO', spellings: ['AUKUS', 'EU NATO', 'G-7'] },
  ],
  people: [{ id: 'zelenskyy', name: 'Zelenskyy', spellings: ['Zelensky', 'Vova'] }],
  unnamed: [{ id: 'source', name: 'the diplomatic source', called: ['Mr X'] }],
  synonyms: [
    ['ceasefire', 'truce'],
    ['step down', 'resign', 'off', ''],
  ],
  thesaurus: [
    ['border', 'frontier', 'the line'],
    ['weapons', 'arms'],
  ],
});

/** Each as its words and its term. */
const found = (text: string, small?: boolean): string[] => {
  const all = words(text);
  return openAliases({ ...dossier })
    .find(all, small)
    .map(
      ({ from, to, term, kind }) =>
        `${all
          .slice(from, to + 1)
          .map((word) => word.text)
          .join(' ')} ${term} ${kind}`,
    );
};

describe('in a text are found', () => {
  test.each<[string, string, string[]]>([
    ['names under their id', 'Then Zelensky came.', ['Zelensky @zelenskyy name']],
    ['other spellings', 'Then Zelenskyy came.', ['Zelenskyy @zelenskyy name']],
    [
      'capitals and what leads to them',
      'Washington and the White House',
      ['Washington @us name', 'the White House @us name'],
    ],
    [
      'those whom no source names',
      'as the diplomatic source told Mr X',
      ['the diplomatic source @source name', 'Mr X @source name'],
    ],
    [
      'names within names, the longest first',
      'the EU Commission President',
      ['EU Commission President @commission name', 'EU Commission @commission name', 'EU @eu name'],
    ],
    [
      'no name of which the end is missing',
      'the EU Commission',
      ['EU Commission @commission name', 'EU @eu name'],
    ],
    ['nor one with another end', 'the European Parliament', []],
    [
      'near synonyms, each line under a term of its own',
      'a truce, so they resigned',
      ['truce @synonym-0 synonym', 'resigned @synonym-1 synonym'],
    ],
    ['phrases in every inflection', 'he stepped down', ['stepped down @synonym-1 synonym']],
    [
      'those of the thesaurus',
      'frontiers of arms',
      ['frontiers @thesaurus-0 thesaurus', 'arms @thesaurus-1 thesaurus'],
    ],
    ['phrases that begin with a word of grammar', 'behind the line', ['the line @thesaurus-0 thesaurus']],
    ['no words of grammar by themselves', 'on and off', []],
    ['nothing in nothing', '', []],
  ])('%s: %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('a short name in capitals is one', () => {
  test.each<[string, string, boolean | undefined, string[]]>([
    [
      'only in capitals',
      'US us Us EU, eu of Nato, NATO',
      undefined,
      ['US @us name', 'EU @eu name', 'NATO @alliance name'],
    ],
    ['where a text has any capital', 'the eu', false, []],
    [
      'also in small letters where a text has none, but for words of grammar',
      'us and eu and nato',
      true,
      ['eu @eu name', 'nato @alliance name'],
    ],
    ['not where it is longer', 'aukus Aukus', undefined, ['aukus @alliance name', 'Aukus @alliance name']],
    ['nor where it is of several words', 'eu nato', undefined, ['eu nato @alliance name']],
    ['nor where it is of several, however short they are', 'the g 7', undefined, ['g 7 @alliance name']],
    [
      'nor where it has small letters',
      'vova Vova',
      undefined,
      ['vova @zelenskyy name', 'Vova @zelenskyy name'],
    ],
    ['nor where it is no name in capitals', 'mr x', undefined, ['mr x @source name']],
  ])('%s: %s', (_, text, small, expected) => {
    expect(found(text, small)).toEqual(expected);
  });
});

test('a dossier has one book, and another has another', () => {
  expect(openAliases(dossier)).toBe(openAliases(dossier));
  expect(openAliases({ ...dossier, people: [] }).find(words('Zelensky'))).toEqual([]);
});
