// "The first one", "the second one", "more": which passage each means after an answer, after related passages, after a citation.
import { expect, test } from 'vitest';
import { labelOf, type Passage } from '../../src/corpus/passages.ts';
import { openLibrary } from '../../src/library.ts';
import { ask, cite } from '../../src/terminal/commands/ask.ts';
import type { Shown } from '../../src/terminal/reply.ts';

const library = await openLibrary('corpus');
const cited = await library.cite('european-leaders ¶1–4');
const passages: readonly Passage[] = cited.found ? cited.passages : [];

/** The paragraph that is opened, "none" where all were shown. */
async function opened(typed: string, before: Shown): Promise<string> {
  const { shown } = await ask(library, typed, {}, before);
  const hit = shown?.hits[shown.at];
  return hit ? labelOf(hit.passage).replace('european-leaders ', '') : 'none';
}

const shownOf = (kind: Shown['kind'], count: number, score: number): Shown => ({
  hits: passages
    .slice(0, count)
    .map((passage) => ({ passage, sentence: { start: 0, end: passage.text.length }, score })),
  at: 0,
  kind,
});

test.each([
  [1, 'the first one', 'none'],
  [2, 'the first one', '¶2'],
  [2, 'the second one', 'none'],
  [2, 'der zweite', 'none'],
  [3, 'the first one', '¶2'],
  [3, 'the second one', '¶3'],
  [3, 'the third one', 'none'],
  [4, 'open the third one', '¶4'],
  [4, 'the last one', '¶4'],
  [4, 'the fourth one', 'none'],
])('below an answer with %i passages “%s” is %s', async (count, typed, label) => {
  expect(await opened(typed, shownOf('answer', count, 3))).toBe(label);
});

test.each([
  [2, 'the first one', '¶1'],
  [2, 'the second one', '¶2'],
  [3, 'der dritte', '¶3'],
  [3, 'the fourth one', 'none'],
])('of %i related passages “%s” is %s', async (count, typed, label) => {
  expect(await opened(typed, shownOf('related', count, 3))).toBe(label);
});

test.each([0, 3])('behind the last passage found, whatever it scores (%d), comes none', async (score) => {
  const last = { ...shownOf('related', 2, score), at: 1 };
  expect(await opened('more', last)).toBe('none');
  expect(await opened('more', { ...last, kind: 'answer' })).toBe('none');
});

test('behind what was cited comes the next paragraph, and the one behind it', async () => {
  const { shown } = await cite(library, 'european-leaders ¶1–2');
  const next = shown && (await ask(library, 'more', {}, shown)).shown;
  expect(next && labelOf(next.hits[next.at]!.passage)).toBe('european-leaders ¶3');
  expect(next && (await opened('more', next))).toBe('¶4');
});
