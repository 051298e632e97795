// What is exported is JSON of just what was kept, though it is put together a version at a time.
import { expect, test } from 'vitest';
import { type Exported, type ExportedVersion, exportedJson } from '../../src/sources/export.ts';
import { atOnce } from '../../src/steps.ts';

const version = (number: number): ExportedVersion => ({
  ...{ version: number, frontMatter: { id: 'a', title: 'A "title",\nin two lines' }, format: 'markdown' },
  ...{ text: `Text ${number}.\n\n„Второй.“`, hash: 'h', paragraphHashes: ['h'], by: 'mia', at: number },
  reason: number === 1 ? undefined : 'misheard',
});

const entry = { revision: 1, document: 'a', action: 'add', by: 'mia', at: 1, before: undefined, after: {} };

test.each<Exported>([
  { guild: 'g', documents: [], audit: [] },
  {
    guild: '"quoted"',
    documents: [
      { id: 'a', state: 'corrected', reason: undefined, versions: [version(1), version(2)] },
      { id: 'b', state: 'withdrawn', reason: 'a hoax', versions: [] },
      { id: 'c', state: 'current', reason: undefined, versions: [version(1)] },
    ],
    audit: [entry, { ...entry, revision: 2 }],
  },
])('an export of $documents.length documents reads back as what it is', (data) => {
  const json = atOnce(exportedJson(data)).toString();
  expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(data)));
  expect(json.endsWith('}\n')).toBe(true);
});
