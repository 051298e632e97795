// Questions of a corpus are asked in several ways; time is taken of each as it is asked for the first time.
import { expect, test } from 'vitest';
import type { Collection } from '../../src/corpus/files/collection.ts';
import { evaluate } from './evaluate.ts';
import type { Question } from './questions.ts';
import type { Way } from './ways.ts';

const collection = { documents: [], passages: [] } as unknown as Collection;
const question = (text: string): Question => ({ id: text, question: text, answerable: false, answers: [] });

test('what is asked before time is taken is no question of those that are timed: they would be remembered', async () => {
  const heard: string[] = [];
  const way: Way = {
    name: 'hears',
    judges: true,
    open: async () => async (asked) => {
      heard.push(asked);
      return { passages: [], sentence: undefined, confidence: 0, answered: false, ms: 1 };
    },
  };
  const texts = ['Who signed the statement?', 'When does the guarantee end?'];
  await evaluate(collection, texts.map(question), { ways: [way] });
  expect(heard.length).toBeGreaterThan(texts.length);
  for (const text of texts) expect(heard.filter((each) => each === text)).toHaveLength(1);
  expect(heard.slice(-texts.length)).toEqual(texts);
});
