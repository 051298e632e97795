// /statement and /proposal on texts of any talks, with no dossier, as a person uses them.
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { others, type Text, texts } from '../joint/texts.ts';
import { folderWith } from '../temporary.ts';
import { startScene } from './bot.ts';
import { seenBy } from './reading.ts';

function fileOf({ id, title, language, kind = 'other', body }: Text | (typeof others)[number]): string {
  return `---\nid: ${id}\ntitle: ${JSON.stringify(title)}\nkind: ${kind}\nlanguage: ${language}\n---\n${body}\n`;
}

async function libraryWith(some: readonly (Text | (typeof others)[number])[]) {
  return openLibrary(
    await folderWith(Object.fromEntries(some.map((each) => [`${each.id}.md`, fileOf(each)]))),
  );
}

const named = (id: string): Text => texts.find((each) => each.id === id)!;

test('/statement shows who made a text and its sections, with a citation for each', async () => {
  const { alice, discord } = await startScene({
    library: await libraryWith([named('bridge-treaty'), others[0]!]),
  });
  const seen = seenBy((await alice.runs('/statement')).text);
  expect(seen).toMatch(/^Agreement on the Use of the Orla Bridges\n/u);
  expect(seen).toContain(
    'Issued, as far as the source names them, by The Republic of Arvenia and the Kingdom of Belmark (bridge-treaty ¶1)',
  );
  expect(seen).toContain(
    'Also signed by the Republic of Arvenia: Tomas Reed and the Kingdom of Belmark: Ilse Maarten van Dorn (bridge-treaty ¶9, bridge-treaty ¶10)',
  );
  expect(seen).toContain('Article 2. Passage');
  expect(seen).toContain('Each Party shall let lorries of the other pass without a toll.');
  expect(discord.violations).toEqual([]);
});

test('a section is found by its number, its heading, or how it begins', async () => {
  const { alice, discord } = await startScene({
    library: await libraryWith([named('council-resolution'), named('leaders-declaration')]),
  });
  const choices = await alice.types('/statement', { name: 'council-resolution', section: '' }, 'section');
  expect(choices.map(({ name }) => name)).toEqual([
    'The Security Council',
    '1. Demands that all sides lay down their arms at once',
    '2. Calls upon the Secretary-General to send observers to the bridges',
    '3. Decides to remain seized of the matter.',
  ]);
  const section = String(choices[2]!.value);
  const second = seenBy((await alice.runs('/statement', { name: 'council-resolution', section })).text);
  expect(second).toContain('2. Calls upon the Secretary-General to send observers to the bridges;');
  expect(second).toContain('(b) of the lower valley;');
  expect(second).toContain('More parts of it: ');
  expect(second).toContain('Other joint texts here: Declaration of Tallinn');
  const typed = seenBy((await alice.runs('/statement', { section: 'repairing' })).text);
  expect(typed).toContain('We agree to pay together for two ships that mend cables.');
  expect(typed).not.toContain('keep its lights on');
  expect(discord.violations).toEqual([]);
});

test.each([
  'gemeinsame-erklaerung',
  'declaration-conjointe',
  'wspolne-oswiadczenie',
  'spilna-zayava',
  'titled-statement',
])('/proposal names what %s proposes and who put it forward', async (id) => {
  const text = named(id);
  const { alice, discord } = await startScene({
    library: await libraryWith([text, named('agreed-minutes')]),
  });
  const choices = await alice.types('/proposal', { name: text.proposals[0]! }, 'name');
  expect(choices[0]?.name.startsWith(text.proposals[0]!)).toBe(true);
  const seen = seenBy((await alice.runs('/proposal', { name: String(choices[0]!.value) })).text);
  expect(seen).toContain('What it is — The document’s words');
  expect(seen).toContain(`Put forward in: ${text.title}`);
  for (const name of [...(text.issued ?? []), ...(text.titled ?? [])]) expect(seen).toContain(name);
  expect(seen).toContain('Who is for or against it: the sources do not say.');
  expect(discord.violations).toEqual([]);
});

test.each([
  ['en', 'There is no joint statement here', 'There are no proposals here'],
  ['de', 'In diesen Dokumenten ist keine gemeinsame Erklärung', 'Kein Dokument schlägt hier'],
  ['fr', 'Ces documents ne contiennent ni déclaration commune', 'Aucun document ne fait ici'],
  ['pl', 'W tych dokumentach nie ma wspólnego oświadczenia', 'Żaden dokument niczego'],
  ['uk', 'У цих документах немає спільної заяви', 'У документах тут немає пропозицій'],
])(
  'where there is none the commands say so, and which command helps: %s',
  async (locale, statement, proposal) => {
    const library = await libraryWith(others.slice(0, 3));
    const { discord } = await startScene({ library });
    const server = discord.server();
    const alice = server.member({ name: 'anna', locale }).in(server.channel('talks'));
    const none = seenBy((await alice.runs('/statement')).text);
    expect(none).toContain(statement);
    expect(none).toContain('/');
    const nothing = seenBy((await alice.runs('/proposal', { name: 'x' })).text);
    expect(nothing).toContain(proposal);
    expect(nothing).toContain('/');
    expect(discord.violations).toEqual([]);
  },
);

test('/map has what joint texts propose, with those who put it forward', async () => {
  const { alice, discord } = await startScene({
    library: await libraryWith([named('two-presidents'), named('council-resolution')]),
  });
  const seen = await alice.runs('/map');
  const text = seenBy(seen.text);
  expect(text).toContain(
    'The Security Council, who put it forward: Demands that all sides lay down their arms at once; (council-resolution ¶4)',
  );
  expect(text).toContain(
    'The President of Arvenia, Ada Lund and the Chancellor of Belmark, Jonas Ek, who put it forward: They invite Corrin to take part in the next round. (two-presidents ¶3)',
  );
  expect(seen.files.map(({ name }) => name)).toContain('positions.png');
  expect(discord.violations).toEqual([]);
});

test('where a joint text proposes nothing, its name is told', async () => {
  const quiet: Text = {
    ...named('titled-statement'),
    id: 'quiet',
    body: 'Much was seen. It was a good decade.',
  };
  const { alice } = await startScene({ library: await libraryWith([quiet]) });
  const seen = seenBy((await alice.runs('/proposal', { name: 'wind' })).text);
  expect(seen).toContain(`/statement shows “${quiet.title}”`);
});
