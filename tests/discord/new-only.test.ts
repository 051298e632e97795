// What is wrong is told when it comes, not at every reading, and again when it comes back.
import { expect, test } from 'vitest';
import type { Problem } from '../../src/common/errors.ts';
import { newOnly } from '../../src/discord/connection/new-only.ts';

const at = (line: number): Problem => ({
  place: { file: 'dossier.yaml', line },
  message: { key: 'file.special' },
});

test('a problem is told once while it stands, however often it is found', () => {
  const told = newOnly();
  const lines = (...all: number[]): (string | undefined)[] =>
    told(all.map(at)).map((line) => /:(\d+):/u.exec(line)?.[1]);
  expect(lines(3, 3, 7)).toEqual(['3', '7']);
  expect(lines(3, 7)).toEqual([]);
  expect(lines(7, 9)).toEqual(['9']);
  // Mended, and broken again.
  expect(lines(3, 9)).toEqual(['3']);
  expect(lines()).toEqual([]);
  expect(lines(9)).toEqual(['9']);
});
