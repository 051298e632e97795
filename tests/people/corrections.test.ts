// A moderator's corrections of who is who, put into what was read.
import { expect, test } from 'vitest';
import type { Correction, CorrectionKind } from '../../src/corpus/correction.ts';
import { Holding } from '../../src/holding.ts';
import { collectionAt } from '../../src/library.ts';
import { openWho } from '../../src/positions/who.ts';
import { folderWith, markdown } from '../temporary.ts';
import { namedIn, personsOf, type Read } from './reading.ts';

const now = (kind: CorrectionKind, name: string, other: string): Correction => ({ kind, name, other });

interface Corrected extends Read {
  readonly outcomes: readonly string[];
}

/** What is read of own documents "a", "b" …, beside a shared one where there is one, with corrections. */
async function correctedIn(
  texts: readonly string[],
  corrections: readonly Correction[],
  { dossier, shared }: { readonly dossier?: string; readonly shared?: string } = {},
): Promise<Corrected> {
  const files = Object.fromEntries(
    texts.map((text, at) => {
      const id = String.fromCharCode(97 + at);
      return [`${id}.md`, markdown(id, text)];
    }),
  );
  const beside = await collectionAt(
    await folderWith({
      'shared.md': markdown('shared', shared ?? 'Nothing was said about it by anybody.'),
      ...(dossier !== undefined && { 'dossier.yaml': dossier }),
    }),
    { strict: true },
  );
  const own = await collectionAt(await folderWith(files), { strict: true });
  const holding = new Holding(
    { ...own, dossier: beside.dossier, corrections },
    { beside: new Holding(beside, {}) },
  );
  const people = holding.people.get();
  return { people, documents: own.documents, outcomes: people.outcomes };
}

const fishing = [
  'Norland’s foreign minister, Ida Holm, said on Monday that the straits stay open. “We keep the straits open,” Holm said.',
  'Ambassador Ida Marie Holmsen told reporters: “The straits are ours.” Ambassador Ida Marie Holmsen left on Friday.',
  'Chancellor Ruth Kerr and Minister Paul Kerr met on Sunday. Ruth Kerr said: “The quota stands.” Paul Kerr said: “It is too low.”',
];

test('two who are one bear one name, and every form means them', async () => {
  const before = await correctedIn(fishing, []);
  expect(personsOf(before)).toEqual(['Ida Holm', 'Ida Marie Holmsen', 'Paul Kerr', 'Ruth Kerr']);
  const read = await correctedIn(fishing, [now('same', 'Ida Marie Holmsen', 'ida holm')]);
  expect(read.outcomes).toEqual(['done']);
  expect(personsOf(read)).toEqual(['Ida Holm', 'Paul Kerr', 'Ruth Kerr']);
  const holm = read.people.known.find(({ name }) => name === 'Ida Holm');
  expect(holm?.names).toContain('Ida Marie Holmsen');
  expect([...(holm?.documents.keys() ?? [])].map(({ id }) => id)).toEqual(['a', 'b']);
  expect(namedIn(read, 'Ida Marie Holmsen left.', 'b')).toEqual(['Ida Marie Holmsen = ida-holm']);
  expect(namedIn(read, 'Holm said so.', 'a')).toEqual(['Holm = ida-holm']);
});

test('of two with one surname the surname means the one that they are, where it meant neither', async () => {
  const [, , kerrs = ''] = fishing;
  const text = `${kerrs} Kerr left.`;
  expect(namedIn(await correctedIn([text], []), 'Kerr left.')).toEqual([]);
  const read = await correctedIn([text], [now('same', 'Paul Kerr', 'Ruth Kerr')]);
  expect(namedIn(read, 'Kerr left.')).toEqual(['Kerr = ruth-kerr']);
});

test('a form does not mean somebody: a whole name is another one’s, a part of one nobody’s, their own name nobody', async () => {
  const texts = [
    'President Otto Karl Starr said: “We wait.” President Otto Starr spoke on Monday. Otto Starr said: “We do not wait.” Starr said no more.',
  ];
  expect(personsOf(await correctedIn(texts, []))).toEqual(['Otto Starr']);
  const apart = await correctedIn(texts, [now('not', 'Otto Starr', 'Otto Karl Starr')]);
  expect(personsOf(apart)).toEqual(['Otto Karl Starr', 'Otto Starr']);
  expect(namedIn(apart, 'Otto Karl Starr and Otto Starr and Starr')).toEqual([
    ...['Otto Karl Starr = otto-karl-starr', 'Otto Starr = otto-starr', 'Starr = otto-starr'],
  ]);
  const surname = await correctedIn(texts, [now('not', 'Otto Starr', 'Starr')]);
  expect(namedIn(surname, 'Otto Starr and Starr')).toEqual(['Otto Starr = otto-starr']);
  const given = await correctedIn(texts, [
    now('not', 'Otto Starr', 'Otto Karl Starr'),
    now('same', 'Starr', 'Otto Karl Starr'),
  ]);
  expect(namedIn(given, 'Otto Starr and Starr')).toEqual([
    ...['Otto Starr = otto-starr', 'Starr = otto-karl-starr'],
  ]);
  const gone = await correctedIn(texts, [now('not', 'Otto Starr', 'Otto Starr')]);
  expect(personsOf(gone)).toEqual([]);
  expect(namedIn(gone, 'Otto Starr and Starr')).toEqual([]);
  const back = await correctedIn(texts, [
    now('not', 'Otto Starr', 'Starr'),
    now('same', 'Starr', 'Otto Starr'),
  ]);
  expect(namedIn(back, 'Starr left.')).toEqual(['Starr = otto-starr']);
});

test('an office is set, is asked for and means its holder where the country stands beside it; and is taken away', async () => {
  const text =
    'Poland and its neighbours met. Ms. Anna Kowalska said: “The border opens.” Poland said so. Anna Kowalska left. The Polish foreign minister smiled.';
  const set = await correctedIn([text], [now('office', 'Anna Kowalska', 'foreign minister of Poland')]);
  expect(set.outcomes).toEqual(['done']);
  const [kowalska] = set.people.known.filter(({ kind }) => kind === 'person');
  expect(kowalska).toMatchObject({ told: 'foreign minister of Poland', party: 'poland' });
  expect(kowalska?.called).toContain('Polish foreign minister');
  expect(openWho({ ...emptied }, set.people.known).named.find('Polish foreign minister')).toMatchObject([
    { name: 'Anna Kowalska', office: 'foreign minister of Poland' },
  ]);
  expect(namedIn(set, 'The Polish foreign minister smiled.')).toEqual([
    'Polish foreign minister = anna-kowalska',
  ]);
  const [straits = ''] = fishing;
  const read = await correctedIn([straits.replaceAll('Norland', 'Norway')], []);
  const office = read.people.known.find(({ name }) => name === 'Ida Holm')?.offices[0]?.text ?? '';
  expect(office).toContain('foreign minister');
  const taken = await correctedIn(
    [straits.replaceAll('Norland', 'Norway')],
    [now('no-office', 'Ida Holm', office)],
  );
  expect(taken.outcomes).toEqual(['done']);
  expect(taken.people.known.find(({ name }) => name === 'Ida Holm')).toMatchObject({
    ...{ offices: [], party: undefined, called: [] },
  });
});

const emptied = {
  ...{ parties: [], people: [], synonyms: [], thesaurus: [], unnamed: [], proposals: [], statements: [] },
  places: new Map(),
};

test('the dossier and the documents that all servers have win: an own form becomes theirs, theirs is not corrected', async () => {
  const beside = {
    dossier: 'people:\n  - { id: zelenskyy, name: Volodymyr Zelenskyy }\n',
    shared: 'Marta Lund, the premier, said on Monday: “We wait.” Marta Lund said: “We go.”',
  };
  const texts = [
    'President Wolodymyr Selenskyj said: “We stay.” Premier Marta Lundh said: “I go.” Marta Lundh left. President Volodymyr Zelenskyy said: “No.”',
  ];
  const read = await correctedIn(
    texts,
    [
      now('same', 'Wolodymyr Selenskyj', 'Volodymyr Zelenskyy'),
      now('same', 'Marta Lundh', 'Marta Lund'),
      now('not', 'Volodymyr Zelenskyy', 'Volodymyr Zelenskyy'),
      now('office', 'Wolodymyr Selenskyj', 'president of Ukraine'),
      now('same', 'Marta Lund', 'Volodymyr Zelenskyy'),
      now('not', 'Nora Nobody', 'Nora'),
      now('same', 'Nora Nobody', 'Marta Lund'),
      now('same', 'Marta Lundh', 'Nora Nobody'),
    ],
    beside,
  );
  expect(read.outcomes).toEqual([
    ...['done', 'done', 'dossier', 'dossier', 'done', 'unknown-name', 'unknown-name', 'unknown-other'],
  ]);
  expect(namedIn(read, 'Wolodymyr Selenskyj left.')).toEqual(['Wolodymyr Selenskyj = zelenskyy']);
});

test('what it names is in no text any more: it is told, and changes nothing', async () => {
  const corrections = [
    now('same', 'Ida Marie Holmsen', 'Ida Holm'),
    now('not', 'Ida Holm', 'Holmsen'),
    now('office', 'Otto Brand', 'mayor of Bergen'),
    now('no-office', 'Ida Holm', 'queen'),
  ];
  const read = await correctedIn(fishing.slice(0, 1), corrections);
  expect(read.outcomes).toEqual(['unknown-name', 'not-theirs', 'unknown-name', 'not-theirs']);
  expect(personsOf(read)).toEqual(['Ida Holm']);
});

test('a person is no country, two countries are not one, and who is one already stays', async () => {
  const text = `${fishing[0]} Poland said: no. Germany said: yes. Poland and Germany met.`;
  const read = await correctedIn(
    [text],
    [
      now('same', 'Ida Holm', 'Poland'),
      now('same', 'Poland', 'Germany'),
      now('same', 'Holm', 'Ida Holm'),
      now('office', 'Poland', 'president'),
    ],
  );
  expect(read.outcomes).toEqual(['kinds', 'kinds', 'already', 'kinds']);
});

test('put in twice they change nothing more, in whatever order they were made', async () => {
  const all = [
    now('same', 'Ida Marie Holmsen', 'Ida Holm'),
    now('not', 'Ruth Kerr', 'Ruth Kerr'),
    now('office', 'Paul Kerr', 'mayor of Bergen'),
    now('no-office', 'Ida Holm', 'foreign minister'),
    now('not', 'Ida Holm', 'Holm'),
  ];
  for (const [at] of all.entries()) {
    const order = [...all.slice(at), ...all.slice(0, at)];
    const once = await correctedIn(fishing, order);
    const twice = await correctedIn(fishing, [...order, ...order]);
    const shown = ({ people, documents }: Corrected) => [
      people.known.map(({ name, names, told, offices }) => [name, names, told, offices.length]),
      documents.map((document) => people.in(document).find(fishing.join(' '))),
    ];
    expect(shown(twice)).toEqual(shown(once));
  }
});

test('hundreds of corrections are put in with a few looks at each document', async () => {
  const ends = ['er', 'sen', 'mann', 'sky'];
  const letters = [...'bdfgklmnrt'];
  const people = letters.flatMap((first) =>
    letters.flatMap((second) => ends.map((end) => `Anna ${first.toUpperCase()}a${second}o${end}`)),
  );
  const texts = [
    people.map((name) => `Minister ${name} said: “We met.” Minister ${name} left.`).join('\n\n'),
  ];
  const corrections = people.slice(1).map((name) => now('same', name, people[0] ?? ''));
  const read = await correctedIn(texts, corrections);
  expect(read.outcomes.filter((each) => each === 'done').length).toBeGreaterThan(390);
  expect(personsOf(read)).toHaveLength(1);
});
