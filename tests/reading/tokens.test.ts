// Tokens: cut as they were in training, and every one of them read.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readModelFiles, shippedModel } from '../../src/reading/model-files.ts';
import { mostWindows, openTokens } from '../../src/reading/tokens.ts';
import samples from './ids.json' with { type: 'json' };
import { readable } from './passages.ts';

const { description } = await readModelFiles(shippedModel);
const tokens = openTokens(await readFile(join(shippedModel, 'tokenizer.json'), 'utf8'), {
  ...description,
  // No question of these texts is cut.
  longestQuestion: 400,
});
const START = 0;
const END = 2;
const before = tokens.question('').slice(1, -1);

/** Tokens of a text alone. */
function idsOf(text: string): number[] {
  return tokens.question(text).slice(1 + before.length, -1);
}

// Made by training/ids.py, which writes them anew for another vocabulary.
test.each(samples)('$text: as in training', ({ text, ids }) => {
  expect(idsOf(text)).toEqual(ids);
});

test('a question is framed, and cut where it is longer than the model takes', () => {
  const shipped = { ...description, longestQuestion: 20 };
  const few = openTokens(JSON.stringify(emptyTokenizer), shipped);
  const ids = few.question('a '.repeat(6_000));
  expect(ids).toHaveLength(20);
  expect([ids[0], ids.at(-1)]).toEqual([START, END]);
});

const emptyTokenizer = {
  version: '1.0',
  added_tokens: [],
  normalizer: null,
  pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
  post_processor: null,
  decoder: null,
  model: {
    type: 'Unigram',
    unk_id: 3,
    vocab: [
      ['<s>', 0],
      ['<pad>', 0],
      ['</s>', 0],
      ['<unk>', 0],
      ['▁', -1],
      ['a', -1],
    ],
  },
};

const sentence = fc
  .array(fc.constantFrom('talks', 'Genf', 'Łódź', 'перемовини', 'n’est', '12,5', 'ceasefire'), {
    minLength: 1,
    maxLength: 160,
  })
  .map((words) => `${words.join(' ')}.`);

test('windows have every token of every sentence in order, and none too many', () => {
  fc.assert(
    fc.property(
      fc.array(sentence, { minLength: 1, maxLength: 6 }),
      fc.string({ maxLength: 120 }),
      (all, title) => {
        const spans: { start: number; end: number }[] = [];
        let text = '';
        for (const each of all) {
          spans.push({ start: text.length, end: text.length + each.length });
          text += `${each} `;
        }
        const windows = tokens.windows({ key: '', title, text, sentences: spans });
        const seen: number[] = [];
        let last: { sentence: number; tokens: number } | undefined;
        for (const { ids, head, pieces } of windows) {
          expect(ids.length).toBeLessThanOrEqual(description.longestPassage);
          expect([ids[0], ids.at(-1)]).toEqual([START, END]);
          const room = description.longestPassage - head - 1;
          let at = head;
          for (const [place, piece] of pieces.entries()) {
            // A sentence that filled a window goes on in the next; a shorter one stands there again.
            const isAgain = place === 0 && piece.sentence === last?.sentence && last.tokens < room;
            if (!isAgain) seen.push(...ids.slice(at, at + piece.tokens));
            at += piece.tokens;
          }
          expect(at + 1).toBe(ids.length);
          last = pieces.at(-1);
        }
        const due = spans.flatMap(({ start, end }) => idsOf(text.slice(start, end)));
        expect(seen).toEqual(windows.length < mostWindows ? due : due.slice(0, seen.length));
      },
    ),
    { numRuns: 60 },
  );
});

test('of a giant passage so many windows are read and no more, in one sentence or in thousands', () => {
  for (const text of ['word '.repeat(56_000), 'a'.repeat(280_000), 'No. '.repeat(70_000)]) {
    const windows = tokens.windows(readable(text));
    expect(windows.length).toBeGreaterThan(1);
    expect(windows.length).toBeLessThanOrEqual(mostWindows);
    expect(windows[0]?.ids.length).toBeGreaterThan(description.longestPassage / 2);
  }
});

test('a passage without sentences is read by its title alone', () => {
  const [window, ...more] = tokens.windows({ key: '', title: 'Talks', text: '', sentences: [] });
  expect(more).toEqual([]);
  expect(window?.pieces).toEqual([]);
  expect(window?.ids.length).toBe((window?.head ?? 0) + 1);
});

test('a window begins with the sentence before, where that is short', () => {
  const passage = readable(
    `He refused. ${'The delegation of the valley went on to speak of guards. '.repeat(20)}`,
  );
  const [first, second] = tokens.windows(passage);
  expect(second?.pieces[0]?.sentence).toBe(first?.pieces.at(-1)?.sentence);
});
