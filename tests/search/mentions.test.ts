// Which documents name whom, in how many places, and whom none names.
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../src/corpus/dossier.ts';
import type { Passage } from '../../src/corpus/passages.ts';
import { openAliases } from '../../src/search/ranking/aliases.ts';
import { CountingMentions, mentionsIn, mentionsOf, unmentioned } from '../../src/search/ranking/mentions.ts';
import { readPassage } from '../../src/search/text/read-passage.ts';
import { background } from './reading.ts';
import { documentOf, dossierOf, passagesIn } from './texts.ts';

const places = new Map(['norway', 'yemen', 'envoy'].map((id, line) => [id, { file: 'dossier.yaml', line }]));
const dossier: Dossier = dossierOf({
  parties: [
    { id: 'norway', name: 'Norway', called: ['the Nordic side'] },
    { id: 'yemen', name: 'Yemen' },
    { id: 'oman', name: 'Oman' },
  ],
  people: [{ id: 'merz', name: 'Merz' }],
  unnamed: [{ id: 'envoy', name: 'an old envoy', called: ['the greybeard'] }],
  places: places as unknown as Dossier['places'],
});
function mentionsAmong(passages: readonly Passage[]) {
  const reader = { aliases: openAliases(dossier), background: background() };
  const counting = new CountingMentions();
  for (const passage of passages) counting.add(readPassage(passage, reader));
  return mentionsOf(counting.counts, [...new Set(passages.map(({ document }) => document))]);
}

const first = documentOf('first', 'Norway met Merz. Norway left.\n\nThe Nordic side came back.');
const second = documentOf('second', 'Merz spoke.\n\nIt rained.');
const third = documentOf('third', 'Merz and Norway, and Merz again.');
const mentions = () => mentionsAmong(passagesIn(first, second, third));
const told = (...ids: string[]) => [...mentions()(ids)].map(([{ id }, count]) => [id, count]);

describe('a name is counted in each document', () => {
  test.each<[string[], [string, number][]]>([
    [
      ['norway'],
      [
        ['first', 3],
        ['third', 1],
      ],
    ],
    [
      ['merz'],
      [
        ['first', 1],
        ['second', 1],
        ['third', 2],
      ],
    ],
    [
      ['merz', 'norway'],
      [
        ['first', 4],
        ['second', 1],
        ['third', 3],
      ],
    ],
    [['yemen'], []],
    [['nobody'], []],
    [[], []],
  ])('%j', (ids, expected) => {
    expect(told(...ids)).toEqual(expected);
  });
});

test('several lists tell together what each tells', () => {
  const [one, other] = [mentionsAmong(passagesIn(first)), mentionsAmong(passagesIn(second, third))];
  for (const ids of [['norway'], ['merz', 'norway'], ['yemen']])
    expect(mentionsIn([one, other])(ids)).toEqual(mentions()(ids));
});

test('whoever is named nowhere is told with the place in the dossier, where that is known', () => {
  expect(unmentioned(dossier, mentions())).toEqual(
    [
      ['yemen', 'Yemen'],
      ['envoy', 'an old envoy'],
    ].map(([id = '', name]) => ({
      place: places.get(id),
      message: { key: 'dossier.nowhere', values: { name } },
    })),
  );
});
