// Pages saved from the web: every paragraph of the article, in order, word for word, and nothing of what stands around it.
import { describe, expect, test } from 'vitest';
import { savedPages } from './pages.ts';
import { takenPage as taken } from './taken.ts';

describe.each(savedPages)('$name', ({ html, paragraphs, headings = [], metadata }) => {
  test('gives its paragraphs and headings', async () => {
    const { paragraphs: found, text } = await taken(html);
    expect(found).toEqual(paragraphs);
    expect(text.split('\n').filter((line) => /^#+ /u.test(line))).toEqual(headings);
  });

  test('gives what it says of itself', async () => {
    const { metadata: found } = await taken(html);
    const told = Object.entries(found).map(([field, { told: value }]) => [field, value.value]);
    expect(Object.fromEntries(told)).toMatchObject(metadata);
  });
});

test('what is left out is counted, so that nobody takes the article for the whole page', async () => {
  const { notes } = await taken(savedPages.find(({ name }) => name.startsWith('a news site'))?.html ?? '');
  const left = notes.flatMap(({ values }) =>
    typeof values?.['what'] === 'object' ? [values['what'].key] : [],
  );
  expect(left).toEqual(
    expect.arrayContaining([
      'import.left.navigation',
      'import.left.captions',
      'import.left.advertising',
      'import.left.related',
      'import.left.forms',
    ]),
  );
});
