// Those who were read beside those of the dossier, and in libraries that stand beside each other.
import { expect, test } from 'vitest';
import { combined } from '../../src/corpus/files/combined.ts';
import { collectionAt, libraryOf } from '../../src/library.ts';
import { folderWith, markdown } from '../temporary.ts';
import { namedIn, peopleIn, personsOf } from './reading.ts';

const dossier = `parties:
  - {id: eagle, name: United States, called: [the American side]}
people:
  - {id: chief, name: Nora Velde, spellings: [Velde], party: eagle}
`;
const text =
  'U.S. Treasury Secretary Nora Velde met Chinese Vice Premier He Weiling. “We agree,” Velde said. Trade envoy Tom Velde left.';

test('whoever bears a name of the dossier is the one of the dossier, under its id', async () => {
  const read = await peopleIn([text], dossier);
  expect(personsOf(read)).toEqual(['He Weiling', 'Tom Velde']);
  expect(namedIn(read, 'Nora Velde and Tom Velde')).toEqual(['Nora Velde = chief', 'Tom Velde = tom-velde']);
});

test('a library beside another knows the people of both, each once', async () => {
  const shared = await collectionAt(
    await folderWith({ 'a.md': markdown('a', text), 'dossier.yaml': dossier }),
    {},
  );
  const own = await collectionAt(
    await folderWith({ 'b.md': markdown('b', 'Vice Premier He Weiling spoke. Envoy Lea Brandt said no.') }),
    {},
  );
  expect(combined(shared, own)).toBeUndefined();
  const library = await libraryOf(shared).beside({ ...own, dossier: shared.dossier });
  const found = await library.positions.suggest.who('');
  expect(found.filter(({ id }) => id === 'he-weiling')).toHaveLength(1);
  expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(['chief', 'lea-brandt', 'tom-velde']));
  const he = await library.positions.called('He Weiling');
  expect(he.found && (await library.positions.position(he.value)).documents).toEqual({ read: 2, of: 2 });
});

test('without a dossier somebody has a position, quotations and a check of who said them', async () => {
  const folder = await folderWith({
    'a.md': markdown('a', 'Envoy Lea Brandt spoke. “Borders stay where they are,” Brandt said.'),
    'b.md': markdown('b', 'Envoy Tom Arden spoke. “The pass will be open to all,” Arden said.'),
  });
  const { positions, ...library } = libraryOf(await collectionAt(folder, { strict: true }));
  const who = await positions.who('brandt');
  if (!who.found) throw new Error('Brandt is nobody');
  expect((await positions.position(who.value)).items.map(({ kind }) => kind)).toEqual(['own-words']);
  const said = await library.findQuote('borders stay');
  expect((await positions.saidBy(who.value, said)).matches).toHaveLength(1);
  const check = async (speaker: string) =>
    (await library.check('Borders stay where they are', { speaker })).verdict;
  expect(await check('Lea Brandt')).toBe('exact');
  expect(await check('Tom Arden')).toBe('misattributed');
});

test('a surname that two have is asked back', async () => {
  const { positions } = libraryOf(
    await collectionAt(
      await folderWith({ 'a.md': markdown('a', 'Envoy Lea Brandt spoke. Senator Jo Brandt listened.') }),
      {},
    ),
  );
  const who = await positions.who('Brandt');
  expect(!who.found && who.fits.map(({ id }) => id).sort()).toEqual(['jo-brandt', 'lea-brandt']);
});

/** Whom a transcript's labels mean, by its title. */
async function saidBy(title: string, text: string, name: string): Promise<string[]> {
  const front = `---\nid: talk\ntitle: ${title}\nkind: transcript\nlanguage: en\n---\n`;
  const folder = await folderWith({ 'talk.md': `${front}\n${text}\n` });
  const { positions } = libraryOf(await collectionAt(folder, {}));
  const who = await positions.who(name);
  return who.found
    ? (await positions.position(who.value)).items.map(({ passage }) => passage.text)
    : ['nobody'];
}

const speech = 'THE PRESIDENT:  The strait stays open.\n\nTHE PRESIDENT:  Nobody closes it.';

test.each([
  ['Remarks by President Velde on the Strait', speech, 'Velde', 2],
  ['Remarks by President Velde and Prime Minister Arden', speech, 'Velde', 2],
  ['Remarks by Vice President Brandt', speech.replaceAll('PRESIDENT', 'VICE PRESIDENT'), 'Brandt', 2],
  ['Remarks by Vice President Brandt', speech, 'Brandt', 0],
  ['Remarks by President Velde and President Holm', speech, 'Velde', 0],
  [
    'Remarks by President Velde',
    `${speech}\n\nPresident Holm was not there. President Holm wrote.`,
    'Velde',
    0,
  ],
])('“%s” says whom the labels below mean', async (title, text, name, count) => {
  const said = await saidBy(title, text, name);
  expect(said.filter((one) => one.startsWith('THE '))).toHaveLength(count);
});

const opens = (paragraphs: number): string =>
  Array.from({ length: paragraphs }, (_, at) => `The strait stays open for ${at + 2} days.`).join('\n\n');

test.each([
  ['Speech by the President of Ukraine Ida Holm at the Forum', 'Ida Holm', 6],
  ['Speech by the President of Ukraine Ida Holm at the Forum', 'holm', 6],
  ['Speech by the President of Ukraine Ida Holm at the Forum', "ukraine's president", 6],
  ['Speech by the President of Ukraine Ida Holm at the Forum', 'President of Ukraine Ida Holm', 6],
  ['Remarks by Minister Karin Lund-Roux', 'lund-roux', 6],
  ['Remarks by Minister Karin Lund-Roux', 'Karin Lund-Roux', 6],
  ['Remarks by President Holm and President Lind', 'Holm', 0],
  ['Letter to President Ida Holm', 'Holm', 0],
])('of “%s” %s says all', async (title, name, count) => {
  const said = await saidBy(title, opens(6), name);
  expect(said.filter((one) => one.startsWith('The strait'))).toHaveLength(count);
});

test('who said it, quotations of a speaker and checks know the speaker whom only the title names', async () => {
  const folder = await folderWith({
    'a.md': `---\nid: a\ntitle: Speech by President Ida Holm at the Forum\nkind: transcript\nlanguage: en\n---\n\n${opens(4)}\n`,
    'b.md': markdown('b', 'Envoy Olek Lind left the forum. “We will not come back,” Lind said.'),
  });
  const { positions, ...library } = libraryOf(await collectionAt(folder, {}));
  const words = 'The strait stays open for 3 days';
  const check = async (speaker: string) => (await library.check(words, { speaker })).verdict;
  expect(await check('Ida Holm')).toBe('exact');
  expect(await check('President Holm')).toBe('exact');
  expect(await check('Olek Lind')).toBe('misattributed');
  const [match] = await library.findQuote(words);
  if (!match) throw new Error('the words are not found');
  const said = await library.said(match.passage, { start: 0, end: match.passage.text.length });
  expect(said.clause).toBe('President Ida Holm');
  const [holm, lind] = await Promise.all([positions.who('holm'), positions.who('lind')]);
  if (!holm.found || !lind.found) throw new Error('somebody is not known');
  expect((await positions.saidBy(holm.value, [match])).matches).toHaveLength(1);
  expect((await positions.saidBy(lind.value, [match])).matches).toHaveLength(0);
});

test('a label’s office is its title’s speaker though the text speaks of another holder now and then', async () => {
  const others = 'I met President Lind. I thank President Lind.';
  const text = `THE PRESIDENT:  The strait stays open.\n\n${opens(8)}\n\n${others}`;
  expect(await saidBy('Remarks by President Holm', text, 'Holm')).toHaveLength(10);
  expect(await saidBy('Remarks by President Holm', text, 'the president')).toHaveLength(10);
  expect(await saidBy('Remarks by President Holm', text, 'Lind')).not.toContain('I met');
});

test('of two with one surname the title’s office is the one who is not named in full there', async () => {
  const text = [
    'THE FIRST LADY:  Welcome. Here is our President, Olaf Holm.',
    'THE PRESIDENT:  Thank you. The strait stays open.',
    'THE PRESIDENT:  Thank you, Dr. Holm. The strait stays open.',
  ].join('\n\n');
  const title = 'Remarks by President Holm and First Lady Ada Holm';
  expect(await saidBy(title, text, 'Olaf Holm')).toHaveLength(2);
  expect(await saidBy(title, text, 'Ada Holm')).toEqual([
    expect.stringContaining('THE FIRST LADY:  Welcome.'),
  ]);
});

test('an office that a title names alone is whoever alone holds it in the collection', async () => {
  const titled = (id: string, title: string) =>
    `---\nid: ${id}\ntitle: ${title}\nkind: transcript\nlanguage: en\n---\n\n${opens(3)}\n`;
  const files = {
    'a.md': titled('a', 'Address by President of Ukraine Ida Holm'),
    'b.md': titled('b', 'Address by the President of Ukraine'),
  };
  const itemsOf = async (more: Record<string, string>): Promise<number> => {
    const { positions } = libraryOf(await collectionAt(await folderWith({ ...files, ...more }), {}));
    const who = await positions.who('Ida Holm');
    return who.found ? (await positions.position(who.value)).items.length : -1;
  };
  expect(await itemsOf({})).toBe(6);
  expect(await itemsOf({ 'c.md': titled('c', 'Address by President of Ukraine Olek Lind') })).toBe(3);
});

test('an office is typed as a document has it, where one alone holds it', async () => {
  const folder = await folderWith({
    'a.md': markdown(
      'a',
      'Chief prosecutor of the International Harbour Court Lea Brandt spoke. Jo Lind, a Democratic strategist, left. Norland’s secretary of state for the elderly, Ada Roux, stayed.',
    ),
  });
  const { positions } = libraryOf(await collectionAt(folder, {}));
  for (const [typed, name] of [
    ['chief prosecutor of the ihc', 'Lea Brandt'],
    ['democratic strategist', 'Jo Lind'],
    ['secretary of state for the elderly', 'Ada Roux'],
    ["Brandt'a", 'Lea Brandt'],
    ["Lind'owi", 'Jo Lind'],
    ['us-präsident brandt', 'Lea Brandt'],
    ['president of norland lea brandt', 'Lea Brandt'],
  ]) {
    const who = await positions.who(typed ?? '');
    expect([typed, who.found && who.value.name]).toEqual([typed, name]);
  }
  for (const typed of ['University of Brandt', 'strategist', "Brandt'x"])
    expect([typed, (await positions.who(typed)).found]).toEqual([typed, false]);
});

test('a name is known behind the office that is typed before it, and without its initial', async () => {
  const folder = await folderWith({
    'a.md': markdown(
      'a',
      'Envoy Lea O. Brandt spoke. “Borders stay where they are,” Brandt said. Port of Senator Bay.',
    ),
  });
  const { positions } = libraryOf(await collectionAt(folder, {}));
  for (const typed of [
    'Senator Lea O. Brandt',
    'former envoy Brandt',
    'mr. brandt',
    'Lea Brandt',
    'präsidentin Brandt',
  ]) {
    const who = await positions.who(typed);
    expect([typed, who.found && who.value.name]).toEqual([typed, 'Lea O. Brandt']);
  }
  for (const typed of ['Senator Holm', 'green Brandt street', 'Brandt senator'])
    expect([typed, (await positions.who(typed)).found]).toEqual([typed, false]);
});
