// What stands above a text, title and dateline, is none of its paragraphs, whatever the format; and what only looks like it is.
import { describe, expect, test } from 'vitest';
import { frontMatterOf, withTitleLine } from '../../src/importers/about/front-matter.ts';
import { docx, paragraph, pdf } from './files.ts';
import { taken } from './taken.ts';

const title = 'Joint Statement on the Status of the Strait';
const line = 'Westhaven, 12 May 2025';
const first =
  'The Government of Norland and the Government of Sudmark met on Monday and agreed on the following three points.';
const second =
  'They will meet again before the summer, as both of the ministers told the press in the harbour.';

describe('the same text', () => {
  test.each([
    [
      'a.html',
      `<html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1><p>${line}</p><p>${first}</p><p>${second}</p></main></body></html>`,
    ],
    ['a.txt', `${title}\n\n${line}\n\n${first}\n\n${second}\n`],
    ['b.txt', `${line}\n\n${title}\n\n${first}\n\n${second}\n`],
    ['a.md', `# ${title}\n\n${line}\n\n${first}\n\n${second}\n`],
    ['b.md', `${title}\n\n${line}\n\n${first}\n\n${second}\n`],
    [
      'a.docx',
      docx([paragraph(title, 'Title'), ...[line, first, second].map((text) => paragraph(text))].join('')),
    ],
    ['b.docx', docx([title, line, first, second].map((text) => paragraph(text)).join(''))],
    [
      'a.pdf',
      pdf([
        [
          { text: title, x: 100, y: 740, size: 18 },
          { text: line, x: 72, y: 700 },
          { text: first, x: 72, y: 660 },
          { text: second, x: 72, y: 620 },
        ],
      ]),
    ],
  ])('has the same title, date and paragraphs as %s', async (name, content) => {
    const { paragraphs, metadata, place, kind } = await taken(name, content);
    expect(paragraphs).toEqual([first, second]);
    expect([metadata.title?.told.value, metadata.published?.told.value]).toEqual([title, '2025-05-12']);
    expect([name === 'a.html' ? line.split(',')[0] : place, kind]).toEqual(['Westhaven', 'statement']);
  });
});

test.each([
  ['a sentence', `It began here.\n\n${first}\n`, undefined, 2],
  ['a date in its first sentence', `Westhaven, 12 May 2025. ${first}\n\n${second}\n`, undefined, 2],
  ['a row of a table', `Port\tBoats\n\n${first}\n`, undefined, 2],
  ['a button', `[Menu]\n\n${first}\n`, undefined, 2],
  ['a word that is left over', `Menu\n\n${first}\n`, undefined, 2],
  ['a numbered part', `1.1 Scope of the agreement\n\n${first}\n`, undefined, 2],
  ['an article', `Article 1\n\n${first}\n`, undefined, 2],
  ['a word that is long enough', `Communiqué\n\n${first}\n`, 'Communiqué', 1],
  ['an item of a list', `- one thing\n\n- another thing\n\n${first}\n`, undefined, 3],
  ['a line below the first paragraph', `${first}\n\n${line}\n\n${second}\n`, undefined, 3],
  ['a line at the end', `${title}\n\n${first}\n\n${line}\n`, title, 2],
  ['the only line', `${line}\n`, undefined, 1],
  ['a date and more', `${title}\n\nThe agreement of 12 May 2025 holds.\n\n${first}\n`, title, 2],
])('%s stays', async (_, text, named, count) => {
  const { paragraphs, metadata } = await taken('a.txt', text);
  expect([paragraphs.length, metadata.title?.told.value]).toEqual([count, named]);
});

test('a dateline that is left out is told, with its words', async () => {
  const { notes } = await taken('a.txt', `${title}\n\n${line}\n\n${first}\n`);
  expect(notes).toEqual([{ key: 'import.note.dateline', values: { words: line } }]);
});

test('a document of a corpus stays as it is', async () => {
  const text = `---\nid: x\ntitle: ${title}\nkind: statement\nlanguage: en\n---\n\n${line}\n\n${first}\n`;
  expect((await taken('x.md', text)).paragraphs).toEqual([line, first]);
});

test('a first line that was no title is a paragraph again where a person gives another one', async () => {
  const read = await taken('a.txt', `${title}\n\n${first}\n`);
  const same = withTitleLine(read, { title: 'JOINT STATEMENT on the status of the Strait' });
  expect(same.paragraphs).toEqual([first]);
  const other = withTitleLine(read, { title: 'The strait' });
  expect([other.paragraphs, other.text]).toEqual([[title, first], `${title}\n\n${first}\n`]);
  expect(frontMatterOf(other, 'x', { title: 'The strait' }).title.value).toBe('The strait');
});
