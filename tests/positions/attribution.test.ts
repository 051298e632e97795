// Whose position something is: only of whoever the phrase is about, and of the document only where it says what they hold.
import { expect, test } from 'vitest';
import type { App } from '../../src/discord/command.ts';
import { renderPosition } from '../../src/discord/rendering/render-positions.ts';
import { openLibrary } from '../../src/library.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { folderWith, markdown } from '../temporary.ts';

const dossier = `parties:
  - {id: north, name: North, capital: Nordby, related: [Northern]}
  - {id: pact, name: PACT}
people:
  - {id: ann, name: Ann Lee, spellings: [Lee], party: north, related: [the Blue House]}
  - {id: bob, name: Bob Moor, spellings: [Moor]}
`;

async function linesOf(name: string, text: string): Promise<string[]> {
  const folder = await folderWith({ 'a.md': markdown('a', text), 'dossier.yaml': dossier });
  const { positions } = await openLibrary(folder, { strict: true });
  const who = await positions.who(name);
  if (!who.found) throw new Error(`${name} is nobody`);
  const { items } = await positions.position(who.value);
  return items.map(({ kind, passage, start, end }) => `${kind}: ${passage.text.slice(start, end)}`);
}

test.each([
  ['“Borders stay where they are,” Lee said.', ['own-words: “Borders stay where they are,”']],
  ['“Borders stay where they are,” the Blue House press chief Carl Wood said.', []],
  ['“Borders stay where they are,” Lee’s critics said.', []],
  [
    '“Borders stay where they are,” Ann Lee and Bob Moor said.',
    ['own-words: “Borders stay where they are,”'],
  ],
  ['“Borders stay where they are,” Northern farmers said.', []],
])('Ann Lee: %s', async (text, lines) => {
  expect(await linesOf('Ann Lee', text)).toEqual(lines);
});

test('a person has not what the party says, and the party has what its people say', async () => {
  const text = '“Borders stay where they are,” North said.\n\n“We wait and see what comes,” Lee said.';
  expect(await linesOf('Lee', text)).toEqual(['own-words: “We wait and see what comes,”']);
  expect(await linesOf('North', text)).toHaveLength(2);
});

test.each([
  ['Nordby has long wanted a seat in the council.', true],
  ['North expects a change of the plan.', true],
  ['North is a country by the sea, far away.', false],
  ['Northern farmers oppose the plan.', false],
  ['Talks with North support the plan.', false],
  ['The council spoke with North about the plan.', false],
])('the document’s own account of North: %s', async (text, isHeld) => {
  expect(await linesOf('North', text)).toEqual(isHeld ? [expect.stringContaining(text.slice(0, 20))] : []);
});

test('what an unnamed source says of somebody counts only where it names them', async () => {
  const text =
    '“PACT will not agree to any of it,” a diplomat said.\n\n“PACT-style rules would help us all,” a diplomat said.';
  expect(await linesOf('PACT', text)).toEqual(['said-of: “PACT will not agree to any of it,”']);
});

test('of very many documents only some are read closely, those nearest to the topic first, and the reply says so', async () => {
  const filler = 'The weather was fine and the talks went on for hours. '.repeat(60);
  const documents = Array.from({ length: 150 }, (_, index) => [
    `d${index}.md`,
    markdown(`d${index}`, `${filler}\n\n“We wait for day ${index},” Lee said.`),
  ]);
  const rare = markdown('rare', `${filler.repeat(3)}\n\n“Fisheries are ours alone,” Lee said.`);
  const folder = await folderWith({
    ...Object.fromEntries(documents),
    'rare.md': rare,
    'dossier.yaml': dossier,
  });
  const library = await openLibrary(folder);
  const app: App = { library, translate: inEnglish };
  const lee = await library.positions.who('Lee');
  if (!lee.found) throw new Error('Lee is nobody');
  const all = await library.positions.position(lee.value);
  expect(all.documents.of).toBe(151);
  expect(all.documents.read).toBeLessThan(80);
  expect(JSON.stringify(renderPosition(all, app))).toContain(
    `Only ${all.documents.read} of the 151 documents`,
  );
  const on = await library.positions.position(lee.value, 'fisheries');
  expect(on.items.map(({ passage }) => passage.document.id)).toEqual(['rare']);
});
