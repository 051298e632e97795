// The measures of statements against cases that are easy to count.
import { describe, expect, test } from 'vitest';
import type { Statement } from '../../src/statements/statement.ts';
import { documentOf } from '../statements/reading.ts';
import type { Marked } from './attributions.ts';
import { agreement, areSpeech, isRight, jaccard, wrongNames } from './measure-statements.ts';

const document = documentOf('x'.repeat(100));
const span = (start: number, end: number): { start: number; end: number } => ({ start, end });

function marked(start: number, end: number, source = { ...span(0, 4), text: 'Merz' }): Marked {
  return {
    document,
    spans: [span(start, end)],
    quoted: [span(start, end)],
    direct: true,
    source,
    cue: 'said',
  };
}

function found(
  start: number,
  end: number,
  speaker?: { start: number; end: number; text: string; resolved?: string },
): Statement {
  const none = { cue: undefined, clause: undefined, medium: undefined, hedges: [], annotated: false };
  const named = speaker ? { ...speaker, kind: 'named' as const } : undefined;
  return {
    document,
    paragraph: 1,
    start,
    end,
    spans: [span(start, end)],
    direct: true,
    speaker: named,
    ...none,
  };
}

test('overlap is what both cover over what either covers', () => {
  expect(jaccard([span(0, 10)], [span(5, 10)])).toBe(0.5);
  expect(jaccard([span(0, 4), span(6, 10)], [span(0, 10)])).toBe(0.8);
  expect(jaccard([span(0, 4)], [span(4, 8)])).toBe(0);
});

test('a speaker is right by place, by the last word of the name, or by the name a pronoun stands for', () => {
  const theirs = marked(10, 20, { ...span(0, 11), text: 'Anna Berg' });
  const by = (text: string, resolved?: string): boolean =>
    isRight(
      found(10, 20, { ...span(50, 55), text, ...(resolved === undefined ? {} : { resolved }) }),
      theirs,
    );
  expect([by('Berg'), by('she', 'Ms Berg'), by('Merz'), by('she')]).toEqual([true, true, false, false]);
  expect(isRight(found(10, 20, { ...span(2, 6), text: 'other' }), theirs)).toBe(true);
  expect(isRight(found(10, 20), theirs)).toBe(false);
});

test('each share is of those counted before it', () => {
  const theirs = [marked(0, 10), marked(20, 30), marked(40, 50), marked(60, 70)];
  const ours = [
    found(0, 9, { ...span(0, 4), text: 'Merz' }),
    found(20, 30, { ...span(80, 84), text: 'Tusk' }),
    found(40, 50),
  ];
  const result = agreement(theirs, ours, () => 0);
  expect(result).toMatchObject({ marked: 4, found: 0.75, given: 2 / 3, right: 0.5 });
});

test('statements whose speaker is further off than a sentence are not asked for', () => {
  const far = agreement([marked(50, 60)], [], (_, at) => (at > 10 ? 2 : 0));
  expect(far.marked).toBe(0);
});

test('what is called speech is speech where it overlaps what is marked', () => {
  const { share, wrong } = areSpeech([found(0, 10), found(20, 30)], [marked(5, 15)], ({ quoted }) => quoted);
  expect([share, wrong.map(({ start }) => start)]).toEqual([0.5, [20]]);
});

describe('a wrong name', () => {
  const by = (text: string, at = 80) => found(20, 30, { ...span(at, at + 4), text });

  test.each([
    ['is somebody else’s than the marked one’s', [marked(20, 30)], by('Tusk'), 1],
    ['is none where it is the marked one’s', [marked(20, 30)], by('Merz'), 0],
    [
      'is none where another marked one that overlaps has it',
      [marked(20, 30), marked(20, 29, { ...span(80, 84), text: 'Tusk' })],
      by('Tusk'),
      0,
    ],
    ['is none where nobody is named', [marked(20, 30)], by('officials'), 0],
    ['is counted once for two marked ones', [marked(20, 30), marked(20, 31)], by('Tusk'), 1],
    ['is not told by a marked one that holds our speaker in its words', [marked(20, 35)], by('Tusk', 31), 0],
    ['is none where nothing is marked', [], by('Tusk'), 0],
  ])('%s', (_, theirs, ours, wrong) => {
    expect(wrongNames(theirs, [ours]).wrong).toHaveLength(wrong);
  });
});
