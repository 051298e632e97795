// A map of positions: what the passages say, as a picture that needs no colours, and the same in words.
import { afterAll, expect, test } from 'vitest';
import { openCards } from '../../src/cards/cards.ts';
import { setPage } from '../../src/cards/draw.ts';
import { type MapContent, mapContentOf, mapTextOf, type Positions } from '../../src/cards/map-content.ts';
import { mapWidth } from '../../src/cards/map-layout.ts';
import { textsOf } from '../../src/cards/nodes.ts';
import { themes } from '../../src/cards/themes.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { positions } from './positions.ts';
import { marginsOf, sizeOf } from './reading.ts';

const cards = openCards();
afterAll(() => cards.close());

/** Each document once, in the order in which it is cited first. */
const sourceLines = ['harbour-statement', 'evening-news', 'morning-paper-of-the-isles'].map(
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
  // Three of the League's four positions have room; the text has the fourth.
  expect(shown).toContain('1 more');
  for (const line of sourceLines) expect(shown).toContain(line);
});

test('the same map in words has every position with its words and citation, and names the silent', () => {
  expect(mapTextOf(positions, inEnglish)).toBe(
    [
      'A truce before talks',
      'Northland, for: “The guns must fall silent first” (harbour-statement ¶3)',
      'Southland, against: said a truce “would only be a pause” (evening-news ¶12)',
      'Union of the Eastern Republics, on conditions: would agree “if the ports are open” (evening-news ¶4)',
      'The Isles, doubtful: supposedly in agreement (morning-paper-of-the-isles ¶101), as told by a Southland minister',
      'The sources do not say where these stand: League',
      '',
      'Guarantees of the kind of a collective defence, without membership',
      'Northland, for: “ironclad” (harbour-statement ¶5)',
      'Northland, on conditions: once the text is known (evening-news ¶2)',
      'League, for: welcomed the guarantees (harbour-statement ¶6)',
      'League, for: repeated it (harbour-statement ¶7)',
      'League, for: repeated it again (harbour-statement ¶8)',
      'League, for: and again (harbour-statement ¶9)',
      'The sources do not say where these stand: Southland, Union of the Eastern Republics, and The Isles',
      '',
      'A summit of three',
      'Southland, against: “There is nothing to discuss” (evening-news ¶14)',
      'The Isles, for: offered to be the host (evening-news ¶15)',
      'The sources do not say where these stand: Northland, Union of the Eastern Republics, and League',
      '',
      ...sourceLines,
    ].join('\n'),
  );
});

test('a cell is silent unless a passage says otherwise', () => {
  const [row] = contentOf({ ...positions, cells: [] }).rows;
  for (const cell of row!.cells) expect(cell.positions).toEqual([{ stance: 'silent' }]);
});

test('a map is drawn as a PNG with its text and a description that Discord takes', async () => {
  const picture = await cards.positionsMap({ ...positions, theme: 'light' }, inEnglish);
  if ('refused' in picture) throw new Error('refused');
  expect(sizeOf(picture.png)).toEqual({ width: picture.width, height: picture.height });
  expect(picture.width).toBe(mapWidth(contentOf(positions)));
  expect(picture.alt.length).toBeLessThanOrEqual(1_024);
  expect(picture.text).toBe(mapTextOf(positions, inEnglish));
});

test('ten parties and twelve proposals still keep their margins; more are refused, and so is an empty map', async () => {
  const many = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${name}-${index}`,
      name: `${name} with a longer name ${index}`,
    }));
  const largest: Positions = {
    parties: many(10, 'party'),
    proposals: many(12, 'proposal'),
    cells: positions.cells.map((cell, index) => ({
      ...cell,
      party: `party-${index % 10}`,
      proposal: `proposal-${index % 12}`,
    })),
  };
  const page = await setPage({ kind: 'map', content: contentOf(largest), theme: 'light' });
  if ('missing' in page) throw new Error('letters are missing');
  for (const margin of Object.values(marginsOf(page.svg, 'light'))) expect(margin).toBeGreaterThanOrEqual(36);
  const refusal = async (given: Positions): Promise<unknown> =>
    cards.positionsMap({ ...given, theme: 'light' }, inEnglish);
  expect(await refusal({ ...largest, parties: many(11, 'party') })).toMatchObject({
    refused: { key: 'map.tooLarge' },
  });
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
