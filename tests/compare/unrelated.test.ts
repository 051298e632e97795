// Two texts of which neither was made from the other have nothing in common; a version that changed a good deal has.
import { expect, test } from 'vitest';
import { compare } from '../../src/compare/compare.ts';
import { isUnrelated } from '../../src/compare/unrelated.ts';

const paragraphs = (...texts: string[]) => texts.map((text, index) => ({ label: `¶${index + 1}`, text }));

const truce = paragraphs(
  'Both sides shall lower their tariffs by thirty points for ninety days.',
  'A mechanism for further talks will be set up in Geneva.',
);

test.each(
  [
    paragraphs('The lighthouse stays lit for every ship.', 'Seven members met on the pier on Monday.'),
    paragraphs('Rain fell on the fields.'),
    paragraphs(
      'He said that the harbour would be closed for the winter, and that ships should go elsewhere.',
    ),
  ].map((other) => [other] as const),
)('other talks: %j', (other) => {
  expect(isUnrelated(compare(truce, other))).toBe(true);
  expect(isUnrelated(compare(other, truce))).toBe(true);
});

test.each(
  [
    truce,
    truce.slice(1),
    paragraphs('Both sides shall lower their tariffs by ten points for sixty days.'),
    [...paragraphs('A new preamble stands here.'), ...truce],
    paragraphs(
      'Both sides will lower some tariffs by thirty points for ninety days, unless they agree otherwise.',
    ),
    [...truce].reverse(),
  ].map((version) => [version] as const),
)('a version of it: %j', (version) => {
  expect(isUnrelated(compare(truce, version))).toBe(false);
});
