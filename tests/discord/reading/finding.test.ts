// What of a message is asked for, and which of what is found counts: with a library that answers what the test says.
import { expect, test } from 'vitest';
import { hitsOn } from '../../../src/discord/reading/finding.ts';
import { type Library, openLibrary } from '../../../src/library.ts';
import type { Answer } from '../../../src/search/answer.ts';

const { passages } = await openLibrary('corpus');

/** Passages by their place in the corpus, as an answer has them. */
function answerWith(places: readonly number[], more: Partial<Answer> = {}): Answer {
  const citations = places.flatMap((place) =>
    passages
      .slice(place, place + 1)
      .map((passage) => ({ passage, sentence: { start: 0, end: 1 }, score: -place })),
  );
  return { outcome: 'none', confidence: 0.1, citations, missing: [], reader: 'lexical', ...more };
}

async function found(text: string, answerTo: (asked: string) => Answer = () => answerWith([])) {
  const asked: string[] = [];
  const library: Pick<Library, 'ask'> = {
    ask: async (question) => {
      asked.push(question);
      return answerTo(question);
    },
  };
  const hits = await hitsOn(text, library as Library);
  return { asked, places: hits.map(({ passage }) => passages.indexOf(passage)) };
}

test('each sentence is asked for once, in any script, and what has no word is not', async () => {
  const text = 'Grenzen bleiben. Кордони не змінюють! 👍 1, 2. Grenzen bleiben. Et maintenant ?';
  expect((await found(text)).asked).toEqual(['Grenzen bleiben.', 'Кордони не змінюють!', 'Et maintenant ?']);
});

test('of a long sentence every part is asked for, none of them longer than what is read, and no word is lost', async () => {
  const words = Array.from({ length: 80 }, (_, at) => `Wort${at}`);
  const { asked } = await found(`${words.join(' ')}.`);
  expect(asked.join(' ')).toBe(`${words.join(' ')}.`);
  expect(Math.max(...asked.map(({ length }) => length))).toBeLessThanOrEqual(150);
  expect(Math.min(...asked.map(({ length }) => length))).toBeGreaterThan(100);
  const unbroken = Array.from({ length: 400 }, (_, at) => String.fromCodePoint(0x430 + (at % 31))).join('');
  expect((await found(unbroken)).asked.join('')).toBe(unbroken);
});

test('of very many sentences the longest are asked for, wherever they stand', async () => {
  const short = Array.from({ length: 30 }, (_, at) => `Ach ${at}.`);
  const long = 'Die Grenzen der Ukraine dürfen nicht mit Gewalt verschoben werden.';
  const { asked } = await found([...short, long].join(' '));
  expect(asked).toHaveLength(12);
  expect(asked.at(-1)).toBe(long);
});

test('what the trained reader found counts only where it comes close to an answer', async () => {
  const read = (more: Partial<Answer>) => async () =>
    (await found('Etwas wird gesagt.', () => answerWith([3, 4], { reader: 'trained', ...more }))).places;
  expect(await read({})()).toEqual([]);
  expect(await read({ closest: true })()).toEqual([3, 4]);
  expect(await read({ outcome: 'answer' })()).toEqual([3, 4]);
  expect((await found('Something is said.', () => answerWith([3, 4]))).places).toEqual([3, 4]);
});

test('what a sentence is surer of comes first, whatever its scores, and a passage comes once', async () => {
  const answers: Record<string, Answer> = {
    'Eins wird gesagt.': answerWith([1, 2], { outcome: 'answer', confidence: 0.5, reader: 'trained' }),
    'Zwei wird gesagt.': answerWith([5, 1], { outcome: 'answer', confidence: 0.9, reader: 'trained' }),
  };
  const text = Object.keys(answers).join(' ');
  expect((await found(text, (asked) => answers[asked] ?? answerWith([]))).places).toEqual([5, 1, 2]);
});
