// Where nothing can be bold the answering words have lines of their own, with a mark before them; the words themselves are untouched.
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { renderPassage } from '../../src/terminal/reports/render.ts';

const library = await openLibrary('corpus');
const reader = {
  screen: { stream: Object.assign(new PassThrough(), { columns: 60 }) },
  translate: inEnglish,
};

test.each([
  ['european-leaders ¶7', 'International borders must not be changed by force.'],
  ['european-leaders ¶6', '“ironclad”'],
  ['european-leaders ¶8', 'Our support to Ukraine will continue.'],
  ['security-guarantees ¶2', 'a key Russian red line'],
  ['european-leaders ¶4', 'Trump said after his talks with Putin'],
  ['security-guarantees ¶10', 'Trump has repeatedly ruled out'],
])('%s: %s', async (citation, words) => {
  const cited = await library.cite(citation);
  const [passage] = cited.found ? cited.passages : [];
  const start = passage!.text.indexOf(words);
  const lines = renderPassage(passage!, reader, { start, end: start + words.length }).split('\n');
  const of = (marks: RegExp): string =>
    lines
      .filter((line) => marks.test(line))
      .map((line) => line.slice(4))
      .join(' ');
  // No more than the marks of quotation and the stops that touch them.
  expect(of(/^ {2}› /).replace(/^\W+|\W+$/g, '')).toBe(words.replace(/^\W+|\W+$/g, ''));
  expect(of(/^ {2}[│›] /)).toBe(passage!.text.replace(/\s+/g, ' '));
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
});
