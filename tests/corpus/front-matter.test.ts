// Front matter that grows without bound, and fields that stand twice.
import { expect, test } from 'vitest';
import type { Problem } from '../../src/common/errors.ts';
import { readDocument } from '../../src/corpus/files/front-matter.ts';

const fields = (count: number): string => Array.from({ length: count }, (_, at) => `key${at}: v`).join('\n');
const head = 'id: a\ntitle: A title\nkind: news\nlanguage: en\n';
const read = (front: string) => readDocument(`---\n${head}${front}\n---\nText.\n`, 'a.md');

function problems(front: string): readonly Problem[] {
  const found = read(front);
  return Array.isArray(found) ? found : [];
}

test.each([
  ['of the document', (count: number) => fields(count - 4), 2],
  ['of a field', (count: number) => `publisher:\n${fields(count).replace(/^/gmu, '  ')}`, 7],
  ['of a list', (count: number) => `statements:\n  - x: y\n${fields(count - 1).replace(/^/gmu, '    ')}`, 7],
  ['in one line', (count: number) => `publisher: {${fields(count).replaceAll('\n', ', ')}}`, 6],
])('more than a thousand fields %s are one problem with their number', (_, front, line) => {
  for (const count of [1_001, 20_000]) {
    expect(problems(front(count))).toMatchObject([
      {
        place: { file: 'a.md', line },
        message: { key: 'yaml.tooManyFields', values: { count, most: 1_000 } },
      },
    ]);
  }
  expect(problems(front(1_000)).every(({ message }) => message.key !== 'yaml.tooManyFields')).toBe(true);
});

test.each([
  ['credit: a\ncredit: b', 7],
  ['credit: a\nid: b', 7],
  ['publisher:\n  supplied: a\n  supplied: b\n  because: c', 8],
  ['"credit": a\ncredit: b', 7],
])('a field that stands twice is told with its line: %s', (front, line) => {
  expect(problems(front)).toMatchObject([{ place: { line }, message: { key: 'yaml.broken' } }]);
});
