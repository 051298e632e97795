// Whose position something is: only of whoever the phrase is about, and of the document only where it says what they hold.
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library.ts';
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
  const who = positions.who(name);
  if (!who.found) throw new Error(`${name} is nobody`);
  return positions
    .position(who.value)
    .items.map(({ kind, passage, start, end }) => `${kind}: ${passage.text.slice(start, end)}`);
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
