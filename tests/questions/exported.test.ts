// Everything of a sitting comes back out of its export, cell for cell, as a CSV library and JSON read it.
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import {
  csvOf,
  type ExportedQuestion,
  type ExportedSitting,
  jsonOf,
  nameless,
  type Words,
} from '../../src/questions/export.ts';

const words: Words = {
  name: (member) => member && `Name of ${member}`,
  time: String,
  citation: ({ label }) => `cited ${label}`,
};
const passage = {
  label: 'talks ¶1',
  document: 'talks',
  paragraph: 1,
  hash: 'h1',
  text: 'One, "two";\nthree.',
  kind: 'news',
};
const told = {
  title: { value: 'Talks, day 1', by: 'source' },
  published: { value: '2025-03-04', by: 'supplied' },
  speaker: 'Ida Holm',
  url: 'https://example.org/a;b',
} as const;
const log = [
  { version: 1, action: 'ask', by: '11', at: 5, before: undefined, after: { asker: '11' } },
] as unknown as ExportedQuestion['log'];

const full: ExportedQuestion = {
  number: 7,
  state: 'published',
  asker: '11',
  text: 'Was «це» said?\r\nYes, "so".',
  askedAt: '2026-01-05T12:00:00.000Z',
  askers: 3,
  passages: [
    { ...passage, ...told },
    { ...passage, label: 'talks ¶2', text: 'Two.', ...told, speaker: 'Jo Lind' },
  ],
  note: '-5 degrees',
  reason: 'other',
  reasonWords: '@all',
  mergedInto: 4,
  decidedBy: '22',
  decidedAt: '2026-01-05T12:01:02.345Z',
  publishedAt: '2026-01-05T12:02:03.000Z',
  revisedAt: '2026-01-06T00:00:00.000Z',
  flags: [],
  message: '99',
  log,
};
const bare: ExportedQuestion = {
  ...{
    number: 8,
    state: 'waiting',
    asker: undefined,
    text: 'Who?',
    askedAt: '2026-01-05T13:00:00.000Z',
    askers: 1,
  },
  ...{ passages: [{ ...passage, text: 'No more.' }], flags: [], log: [], message: undefined },
  ...{ note: undefined, reason: undefined, reasonWords: undefined, mergedInto: undefined },
  ...{ decidedBy: undefined, decidedAt: undefined, publishedAt: undefined, revisedAt: undefined },
};
const sitting: ExportedSitting = {
  ...{ guild: 'g', channel: 'c', sitting: 2, openedAt: '2026-01-05T11:00:00.000Z', closedAt: undefined },
  ...{ settings: undefined, questions: [full, bare], log: [] },
};

test('CSV', () => {
  const rows: unknown = parse(csvOf(sitting, words), { bom: true, columns: true, record_delimiter: '\r\n' });
  const nothing = Object.fromEntries(
    'asker askerName titles published speakers addresses note reason reasonWords mergedInto decidedBy decidedByName decidedAt publishedAt revisedAt'
      .split(' ')
      .map((name) => [name, '']),
  );
  expect(rows).toEqual([
    {
      number: '7',
      state: 'published',
      asker: 'id 11',
      askerName: 'Name of 11',
      askers: '3',
      text: full.text,
      askedAt: '2026-01-05 12:00:00',
      citations: 'cited talks ¶1; cited talks ¶2',
      passages: 'One, "two";\nthree.\n\nTwo.',
      titles: 'Talks, day 1',
      published: '2025-03-04',
      speakers: 'Ida Holm; Jo Lind',
      addresses: 'https://example.org/a;b',
      note: "'-5 degrees",
      reason: 'other',
      reasonWords: "'@all",
      mergedInto: '4',
      decidedBy: 'id 22',
      decidedByName: 'Name of 22',
      decidedAt: '2026-01-05 12:01:02',
      publishedAt: '2026-01-05 12:02:03',
      revisedAt: '2026-01-06 00:00:00',
    },
    {
      ...nothing,
      ...{ number: '8', state: 'waiting', askers: '1', text: 'Who?', askedAt: '2026-01-05 13:00:00' },
      ...{ citations: 'cited talks ¶1', passages: 'No more.' },
    },
  ]);
});

test('JSON', () => {
  const json = jsonOf(sitting, words);
  const [first, second] = sitting.questions;
  expect(json.endsWith('}\n')).toBe(true);
  expect(json).toContain('\n  "guild": "g"');
  expect(JSON.parse(json)).toEqual(
    JSON.parse(
      JSON.stringify({
        ...sitting,
        questions: [
          {
            ...first,
            ...{ askerName: 'Name of 11', decidedByName: 'Name of 22' },
            passages: full.passages.map((each) => ({ ...each, citation: `cited ${each.label}` })),
            log: log.map((entry) => ({ ...entry, byName: 'Name of 11' })),
          },
          {
            ...second,
            passages: bare.passages.map((each) => ({ ...each, citation: `cited ${each.label}` })),
          },
        ],
      }),
    ),
  );
});

test('an entry of the log loses the name of an asker without one, wherever it stands, and no other', () => {
  const [entry] = log;
  expect(nameless(entry!, '11')).toEqual({ ...entry, by: 'anonymous', before: null, after: {} });
  expect(nameless({ ...entry!, by: '22', before: { note: 'a' } }, '11')).toEqual({
    ...{ ...entry, by: '22', before: { note: 'a' }, after: {} },
  });
});

test.each([
  ...['=1', '+1', '-1', '@a', '|a', '%a', '＝1', '＋1', '－1', '＠a', '  =1', '\u200b=1', '\u0007-1', '\t=1'],
  ...['\ta', '\ra', '\na', '\0a', '\n'],
])('%#: a cell that a spreadsheet might run begins with a quotation mark: %j', (note) => {
  expect(noteIn(note)).toBe(`'${note}`);
});

test.each(['a', '1', '1-1', 'a=b', ' a', '\u00a0a', '\u0007a', '"=1"', "'=1", '*1', 'x\n=1', '＃=1'])(
  '%#: any other cell stays as it is: %j',
  (note) => {
    expect(noteIn(note)).toBe(note);
  },
);

/** A moderator's line as it comes back out of the CSV. */
function noteIn(note: string): unknown {
  const csv = csvOf({ ...sitting, questions: [{ ...bare, note }] }, words);
  const rows: Record<string, unknown>[] = parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
  return rows[0]?.['note'];
}

test('words stand in quotation marks, numbers do not, and each line ends as the standard has it', () => {
  const csv = csvOf({ ...sitting, questions: [bare] }, words);
  const [head, line, ...rest] = csv.split('\r\n');
  expect(head?.startsWith('\ufeff"number","state","asker",')).toBe(true);
  expect(line?.startsWith('8,"waiting",,,1,"Who?",')).toBe(true);
  expect(rest).toEqual(['']);
});
