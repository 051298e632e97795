// A map of positions: what the passages say, as a picture that needs no colours, and the same in words.
import { afterAll, expect, test } from 'vitest';
import { openCards } from '../../src/cards/cards.ts';
import { setPage } from '../../src/cards/draw.ts';
import {
  type MapContent,
  mapContentOf,
  mapTextOf,
  type Positions,
  pagesOf,
} from '../../src/cards/map-content.ts';
import { mapWidth } from '../../src/cards/map-layout.ts';
import { textsOf } from '../../src/cards/nodes.ts';
import { themes } from '../../src/cards/themes.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { positions } from './positions.ts';
import { marginsOf, sizeOf } from './reading.ts';

const cards = openCards();
afterAll(() => cards.close());

/** Each document once, in the order in which it is cited first. */
const sourceLines = ['morning-paper-of-the-isles', 'harbour-statement', 'evening-news'].map(
  (id) => `${id}: Universal Declaration of Human Rights · 10 December 1948`,
);

function contentOf(given: Positions): MapContent {
  const content = mapContentOf(given, inEnglish);
  if ('refused' in content) throw new Error('refused');
  return content;
}

test.each(themes)('the picture keeps its margins and shows every name and citation, %s', async (theme) => {
  const content = contentOf(positions);
  const page = await setPage({ kind: 'map', content, theme });
  if ('missing' in page) throw new Error('letters are missing');
  const margins = marginsOf(page.svg, theme);
  for (const margin of Object.values(margins)) expect(margin).toBeGreaterThanOrEqual(36);
  const shown = textsOf(page.boxes);
  for (const { name } of [...positions.parties, ...positions.proposals]) expect(shown).toContain(name);
  expect(shown).toContain('morning-paper-of-the-isles ¶101');
  expect(shown).toContain('told by a Southland minister');
  // Whoever says nothing on a proposal does not stand under it.
  expect(shown.filter((each) => each === 'Southland')).toHaveLength(2);
  for (const line of sourceLines) expect(shown).toContain(line);
});

test('the same map in words has every position with its words and citation, whoever put it forward first', () => {
  expect(mapTextOf(positions, inEnglish)).toBe(
    [
      'A truce before talks',
      'The Isles, who put it forward: tabled a truce (morning-paper-of-the-isles ¶99)',
      'Northland, for: “The guns must fall silent first” (harbour-statement ¶3)',
      'Southland, against: said a truce “would only be a pause” (evening-news ¶12)',
      'Union of the Eastern Republics, on conditions: would agree “if the ports are open” (evening-news ¶4)',
      'The Isles, doubtful: supposedly in agreement (morning-paper-of-the-isles ¶101), as told by a Southland minister',
      '',
      'Guarantees of the kind of a collective defence, without membership',
      'Northland, for: “ironclad” (harbour-statement ¶5)',
      'League, for: welcomed the guarantees (harbour-statement ¶6)',
      'League, for: repeated it (harbour-statement ¶7)',
      'League, for: repeated it again (harbour-statement ¶8)',
      'League, for: and again (harbour-statement ¶9)',
      'Northland, on conditions: once the text is known (evening-news ¶2)',
      '',
      'A summit of three',
      'The Isles, for: offered to be the host (evening-news ¶15)',
      'Southland, against: “There is nothing to discuss” (evening-news ¶14)',
      '',
      ...sourceLines,
    ].join('\n'),
  );
});

test('of many who take one stance the picture names six and counts the others', () => {
  const parties = Array.from({ length: 9 }, (_, at) => ({ id: `p${at}`, name: `Party ${at}` }));
  const cells = positions.cells
    .slice(1, 2)
    .flatMap((cell) => parties.map(({ id }) => ({ ...cell, party: id })));
  const [truce] = contentOf({ ...positions, parties, cells }).proposals;
  expect(truce!.rows.map(({ stance, holders, more }) => [stance, holders.length, more])).toEqual([
    ['for', 6, '3 more'],
  ]);
});

test('whoever says one thing in four places stands there once, with the citations', () => {
  const [, guarantees] = contentOf(positions).proposals;
  expect(guarantees!.rows[0]!.holders.map(({ name, label }) => [name, label])).toEqual([
    ['Northland', 'harbour-statement ¶5'],
    ['League', 'harbour-statement ¶6, harbour-statement ¶7, harbour-statement ¶8, harbour-statement ¶9'],
  ]);
});

test('a proposal of which nobody is told stands alone', () => {
  const [truce] = contentOf({ ...positions, cells: [] }).proposals;
  expect(truce!.rows).toEqual([]);
});

test('a large map is cut into pages, none of which loses or repeats a position', () => {
  const proposals = Array.from({ length: 11 }, (_, at) => ({ id: `p${at}`, name: `Proposal ${at}` }));
  const cells = proposals.flatMap(({ id }, at) =>
    positions.cells.slice(0, 1 + (at % 5)).map((cell) => ({ ...cell, proposal: id })),
  );
  const pages = pagesOf({ ...positions, proposals, cells });
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page.proposals.length).toBeLessThanOrEqual(3);
  expect(pages.flatMap((page) => page.proposals)).toEqual(proposals);
  expect(pages.flatMap((page) => page.cells)).toEqual(cells);
});

test('a map is drawn as a PNG with its text and a description that Discord takes', async () => {
  const picture = await cards.positionsMap({ ...positions, theme: 'light' }, inEnglish);
  if ('refused' in picture) throw new Error('refused');
  expect(sizeOf(picture.png)).toEqual({ width: picture.width, height: picture.height });
  expect(picture.width).toBe(mapWidth);
  expect(picture.alt.length).toBeLessThanOrEqual(1_024);
  expect(picture.text).toBe(mapTextOf(positions, inEnglish));
});

test('twenty parties and twelve proposals still keep their margins; more proposals are refused, and so is an empty map', async () => {
  const many = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${name}-${index}`,
      name: `${name} with a longer name ${index}`,
    }));
  const largest: Positions = {
    parties: many(20, 'party'),
    proposals: many(12, 'proposal'),
    cells: positions.cells.map((cell, index) => ({
      ...cell,
      party: `party-${index % 20}`,
      proposal: `proposal-${index % 12}`,
    })),
  };
  const page = await setPage({ kind: 'map', content: contentOf(largest), theme: 'light' });
  if ('missing' in page) throw new Error('letters are missing');
  for (const margin of Object.values(marginsOf(page.svg, 'light'))) expect(margin).toBeGreaterThanOrEqual(36);
  const refusal = async (given: Positions): Promise<unknown> =>
    cards.positionsMap({ ...given, theme: 'light' }, inEnglish);
  expect(await refusal({ ...largest, proposals: many(13, 'proposal') })).toMatchObject({
    refused: { key: 'map.tooLarge' },
  });
  expect(await refusal({ parties: [], proposals: [], cells: [] })).toEqual({ refused: { key: 'map.empty' } });
});

test('a position that is on no axis, or whose words are not in its passage, makes no map', () => {
  const [cell] = positions.cells;
  for (const wrong of [
    { party: 'nobody' },
    { proposal: 'nothing' },
    { start: -1 },
    { end: 10_000 },
    { end: 0 },
  ]) {
    expect(() => mapContentOf({ ...positions, cells: [{ ...cell!, ...wrong }] }, inEnglish)).toThrow(
      RangeError,
    );
  }
});
