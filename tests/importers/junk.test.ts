// Lines that lead away from a text, in other scripts as well, and lines of the text that begin like them.
import { expect, test } from 'vitest';
import { isLeadingAway } from '../../src/importers/html/junk.ts';

test.each([
  'Read more',
  'Related',
  'Читайте також: рада зібралася',
  'Читайте также',
  'Lire aussi : le sommet',
  'Watch: the minister’s speech',
])('leads away: %s', (line) => {
  expect(isLeadingAway(line, 0)).toBe(true);
});

test.each([
  'Relatedness is no bond, she said.',
  'Читайте такожна',
  'Watching the river rise',
  'Recommendedé',
])('does not: %s', (line) => {
  expect(isLeadingAway(line, 0)).toBe(false);
});
