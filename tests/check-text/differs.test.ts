// What a claim has otherwise than a passage: numbers, dates and names, each only where the passage has others of its kind.
import { expect, test } from 'vitest';
import { differingIn } from '../../src/check-text/differs.ts';
import { surfaceOf } from '../../src/check-text/surface.ts';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { openNames } from '../../src/corpus/names/names.ts';

const { dossier } = await readCollection('corpus');
const names = openNames(dossier);
const differing = (claim: string, passage: string): string[] =>
  differingIn(claim, passage, names).map(({ what, given, source }) => `${what}: ${given} / ${source}`);

test.each([
  ['Eight ships were sent.', 'Nine ships were sent.', ['number: Eight / Nine']],
  ['They sent 1,500 men.', 'They sent 1200 men.', ['number: 1,500 / 1200']],
  ['It rose by 4%.', 'It rose by 5 percent.', ['number: 4% / 5 percent']],
  ['It was signed in April.', 'It was signed in March.', ['date: April / March']],
  ['It was signed on 3 May 2021.', 'It was signed on 4 May 2021.', ['date: 3 May 2021 / 4 May 2021']],
  ['Trump told Putin so.', 'Trump told Zelenskyy so.', ['name: Putin / Zelenskyy']],
])('%s beside “%s”', (claim, passage, told) => {
  expect(differing(claim, passage)).toEqual(told);
});

test.each([
  ['Three ships were sent.', '3 ships were sent.'],
  ['They sent 1,500 men.', 'They sent 1500 men.'],
  ['It rose by 4%.', 'It rose by 4 percent.'],
  ['Nine ships were sent.', 'Ships were sent.'],
  ['Ships may be sent.', 'Ships were sent in March.'],
  ['Zelensky agreed.', 'Zelenskyy agreed.'],
])('%s has nothing otherwise than “%s”', (claim, passage) => {
  expect(differing(claim, passage)).toEqual([]);
});

test.each([
  '> a\n> b\n\nc',
  '# h\r\n\r\n**x** [y](z) `w`',
  '```\na\n```\nb',
  '>>> a\nb',
  '- Ada Holm\n- b',
  '|a|b|',
  '',
])('every place of what is seen is one of the text as given: %j', (text) => {
  const surface = surfaceOf(text);
  for (let start = 0; start < surface.text.length; start += 1) {
    const given = surface.given({ start, end: start + 1 });
    expect(given.start).toBeLessThanOrEqual(given.end);
    expect(given.end).toBeLessThanOrEqual(text.length);
    const seen = surface.text.charAt(start);
    if (given.end - given.start === 1 && !'「」\n'.includes(seen))
      expect(text.slice(given.start, given.end)).toBe(seen);
  }
});
