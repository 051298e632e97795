// What a server's library keeps of the one before it: documents that stand as they did, and nothing that the store has no more.
import { expect, test } from 'vitest';
import { atOnce } from '../../src/common/steps.ts';
import { fittingSteps } from '../../src/sources/fitting.ts';
import { defaultLimits } from '../../src/sources/limits.ts';
import type { OwnDocument } from '../../src/sources/version.ts';
import { draft } from './world.ts';

const { metadata, format, text } = draft('One.\n\nTwo.');
const withdrawn: OwnDocument = {
  ...{ ...metadata, id: 'tonight', file: 'tonight.md', version: 2, format, text },
  ...{ status: 'withdrawn', changed: '2026-01-05' },
};

/** Whether the second library keeps the objects of the first. */
function isKept(before: OwnDocument, after: OwnDocument): boolean {
  const first = atOnce(fittingSteps([before], undefined, defaultLimits)).own;
  const second = atOnce(fittingSteps([after], first, defaultLimits)).own;
  return second.get('tonight') === first.get('tonight');
}

test('a document that stands as it did keeps its objects, and what was read of them', () => {
  expect(isKept(withdrawn, { ...withdrawn })).toBe(true);
  const { changed: _, ...rest } = withdrawn;
  const current: OwnDocument = { ...rest, status: 'current', version: 1 };
  expect(isKept(current, { ...current })).toBe(true);
});

test.each<[string, Partial<OwnDocument>]>([
  ['erased after it was withdrawn', { erased: 'by mistake', text: '' }],
  ['erased, whatever else is as it was', { erased: 'by mistake' }],
  ['without its words, whatever else is as it was', { text: '' }],
  ['withdrawn anew on another day', { changed: '2026-01-09' }],
  ['restored', { status: 'corrected' }],
  ['corrected and withdrawn again', { version: 3 }],
])('one that was %s is taken anew', (_, change) => {
  expect(isKept(withdrawn, { ...withdrawn, ...change })).toBe(false);
});

test('one whose reason for the erasure is another is taken anew', () => {
  const erased = { ...withdrawn, erased: 'by mistake', text: '' };
  expect(isKept(erased, { ...erased, erased: 'on demand' })).toBe(false);
  expect(isKept(erased, { ...erased })).toBe(true);
});

test('those that were added last are left out where there is no room, withdrawn ones by a room of their own', () => {
  const { changed: _, ...rest } = withdrawn;
  const one = (id: string, status: 'current' | 'withdrawn', paragraphs: number): OwnDocument => ({
    ...{ ...rest, id, file: `${id}.md`, status },
    text: Array.from({ length: paragraphs }, (__, index) => `P${index}.`).join('\n\n'),
  });
  const documents = [
    ...[one('a', 'current', 3), one('b', 'current', 4), one('c', 'current', 2), one('d', 'withdrawn', 5)],
    ...[one('e', 'current', 6), one('f', 'withdrawn', 1), one('g', 'current', 1)],
  ];
  const { own, problems } = atOnce(
    fittingSteps(documents, undefined, { documentParagraphs: 5, paragraphs: 5 }),
  );
  expect([...own.keys()]).toEqual(['a', 'c', 'd']);
  expect(problems).toEqual(
    [
      ['b', 'sources.noRoom', 4],
      ['e', 'sources.tooManyParagraphs', 6],
      ['f', 'sources.noRoom', 1],
      ['g', 'sources.noRoom', 1],
    ].map(([id, key, paragraphs]) => ({
      ...{ place: { file: `${id}.md` }, message: { key, values: { paragraphs, most: 5 } } },
    })),
  );
});
