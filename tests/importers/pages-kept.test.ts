// The pages of a PDF stay with its document: in its file, in the store, in an export, and over a correction.
import { expect, test } from 'vitest';
import { addressOf } from '../../src/citing/address.ts';
import { readDocument } from '../../src/corpus/files/front-matter.ts';
import { pageIn } from '../../src/corpus/files/pages.ts';
import { writtenDocument } from '../../src/corpus/files/writing.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { frontMatterAfter, frontMatterOf, withTitleLine } from '../../src/importers/about/front-matter.ts';
import type { Taken } from '../../src/importers/imported.ts';
import { exportedMarkdown } from '../../src/sources/export.ts';
import { columnsOf, documentOf, type OwnDocument } from '../../src/sources/version.ts';
import { pdf } from './files.ts';
import { taken } from './taken.ts';

const pages = [
  ['The council met in the harbour town on Monday.', 'It heard the keeper of the licences.'],
  ['The keeper had nothing to say about the boats.'],
  ['The council will meet again in May.', 'Nobody else spoke.'],
];
const file = pdf(
  pages.map((texts) => texts.map((text, index) => ({ text, x: 72, y: 700 - index * 40 }))),
  { info: '/Title (Minutes of the council)' },
);
const line = '1: 1-2, 2: 3, 3: 4-5';

function own(read: Taken): OwnDocument {
  const { id, status: _, ...metadata } = frontMatterOf(read, 'minutes');
  const draft = { metadata, format: 'markdown', text: read.text } as const;
  return documentOf({ document: id, version: 1, ...columnsOf(id, draft) }, 'current');
}

test('they are in the front matter, in the store and in an export, and are read again', async () => {
  const read = await taken('minutes.pdf', file);
  expect(frontMatterOf(read, 'minutes').pages).toBe(line);
  const stored = own(read);
  expect(stored.pages).toBe(line);
  for (const written of [
    writtenDocument(frontMatterOf(read, 'minutes'), read.text),
    exportedMarkdown(stored),
  ]) {
    expect(readDocument(written, 'minutes.md')).toMatchObject({ pages: line });
    const again = await taken('minutes.md', written);
    expect([again.pages, frontMatterOf(again, 'minutes').pages]).toEqual([[1, 1, 2, 3, 3], line]);
  }
});

test('a link to each paragraph goes to its page', async () => {
  const document = { ...own(await taken('minutes.pdf', file)), url: 'https://example.org/minutes.pdf' };
  expect(passagesOf(document, { headings: true }).map(addressOf)).toEqual(
    [1, 1, 2, 3, 3].map((page) => `https://example.org/minutes.pdf#page=${page}`),
  );
});

test('a correction keeps them where its paragraphs stay, and a PDF says its own', async () => {
  const before = own(await taken('minutes.pdf', file));
  const pasted = before.text
    .replace('nothing to say', 'much to say')
    .replace('Nobody else spoke.', 'All spoke.');
  const typed = frontMatterAfter(before, await taken('text.txt', pasted));
  // Between the pages 1 and 3 the corrected paragraph may stand on either, and behind the last known one nobody knows.
  expect([1, 2, 3, 4, 5].map((paragraph) => pageIn(typed.pages, paragraph))).toEqual([
    1,
    1,
    undefined,
    3,
    undefined,
  ]);
  const other = pdf([[{ text: 'All of it stands on one page now.', x: 72, y: 700 }]]);
  expect(frontMatterAfter(before, await taken('minutes.pdf', other)).pages).toBe('1: 1');
  const page =
    '<html lang="en"><body><p>Another text, of which no paragraph was there before it.</p></body></html>';
  expect(frontMatterAfter(before, await taken('a.html', page)).pages).toBeUndefined();
});

test('files without pages have none, and a first line that is a paragraph again stands on its page', async () => {
  expect(frontMatterOf(await taken('a.txt', 'One.\n\nTwo.\n'), 'a').pages).toBeUndefined();
  const untitled = await taken(
    'a.pdf',
    pdf([
      [
        { text: 'The first line', x: 72, y: 700 },
        { text: 'It is a text.', x: 72, y: 600 },
      ],
    ]),
  );
  expect(untitled.titleLine).toBe('The first line');
  const titled = withTitleLine(untitled, { title: 'Another title' });
  expect(frontMatterOf(titled, 'a').pages).toBe('1: 1-2');
});
