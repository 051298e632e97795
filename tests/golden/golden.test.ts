// The golden questions: CI fails when the answers get worse. The reason beside each expected passage stands in the files.
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { type Asked, evaluate, type Figures } from '../eval/evaluate.ts';
import { isHit, readQuestions } from '../eval/questions.ts';
import { lexicalWay } from '../eval/ways.ts';

const collection = await readCollection('corpus');
const working = await readQuestions('tests/golden/questions.jsonl');
const heldOut = await readQuestions('tests/golden/held-out.jsonl');
const [{ figures: ours, asked: oursAsked }] = await evaluate(collection, working, { ways: [lexicalWay] });
const [{ figures: unseen, asked: unseenAsked }] = await evaluate(collection, heldOut, { ways: [lexicalWay] });

/** What the lexical reader reaches now, a question or two left for what a change elsewhere may cost. Raise it when it is exceeded. */
const floors: [
  name: string,
  figure: (figures: Figures) => number | undefined,
  working: number,
  heldOut: number,
][] = [
  ['right passage first', ({ top1 }) => top1, 0.92, 0.85],
  ['right passage among five', ({ top5 }) => top5, 0.98, 0.96],
  ['right passage first and given as the answer', ({ answeredRight }) => answeredRight, 0.82, 0.76],
  ['right sentence', ({ sentence }) => sentence, 0.97, 0.95],
  ['silence on the subject', ({ onSubject }) => onSubject && 1 - onSubject.wronglyAnswered, 0.59, 0.52],
  ['silence off the subject', ({ offSubject }) => offSubject && 1 - offSubject.wronglyAnswered, 0.97, 0.93],
  ['AUROC on the subject', ({ onSubject }) => onSubject?.auroc, 0.81, 0.77],
];

describe.each(floors)('%s', (_, figure, least, leastHeldOut) => {
  test('on the questions worked with', () => expect(figure(ours)).toBeGreaterThanOrEqual(least));
  test('on the questions looked at only for the final figure', () =>
    expect(figure(unseen)).toBeGreaterThanOrEqual(leastHeldOut));
});

/** Answered though nothing answers it, or not with the right passage. */
const failedOf = (asked: readonly Asked[]): string[] =>
  asked.flatMap(({ question, right, answered }) =>
    answered === question.answerable && (right || !question.answerable) ? [] : [String(question.id)],
  );

test('no question fails that did not fail before: a floor for all together hides one lost for one won', async () => {
  const listed = z.array(z.string()).parse(JSON.parse(await readFile('tests/golden/may-fail.json', 'utf8')));
  const failed = failedOf([...oursAsked, ...unseenAsked]);
  const known = new Set([...working, ...heldOut].map(({ id }) => String(id)));
  expect(listed.filter((id) => !known.has(id))).toEqual([]);
  expect(failed.filter((id) => !listed.includes(id))).toEqual([]);
  // Whoever makes answers better takes what no longer fails off the list: it is no place to hide in.
  expect(listed.length - failed.length).toBeLessThan(10);
});

describe('the questions themselves', () => {
  const all = [...working, ...heldOut];

  test('are at least 200, a third of them held out, at least 100 unanswerable on the subject', () => {
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(heldOut.length / all.length).toBeGreaterThanOrEqual(1 / 3);
    expect(all.filter(({ kind }) => kind === 'on-subject').length).toBeGreaterThanOrEqual(100);
  });

  test('have one id each, and no question stands in both files', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const asked = new Set(working.map(({ question }) => question.toLowerCase()));
    expect(heldOut.filter(({ question }) => asked.has(question.toLowerCase()))).toEqual([]);
  });

  test('have an expected passage with the very words, and a reason beside it', async () => {
    for (const question of all) {
      const passages = collection.passages.filter((passage) => isHit(passage, question));
      expect(passages.length > 0, String(question.id)).toBe(question.answerable);
      for (const { text, paraIndex, docId = question.docId } of question.answers) {
        const passage = passages.find(
          (one) => one.document.id === docId && one.paragraph === (paraIndex ?? -1) + 1,
        );
        expect(passage?.text, String(question.id)).toContain(text);
      }
    }
    const lines = await Promise.all(
      ['questions', 'held-out'].map((name) => readFile(`tests/golden/${name}.jsonl`, 'utf8')),
    );
    for (const line of lines.join('').trim().split('\n')) {
      expect(z.object({ why: z.string() }).parse(JSON.parse(line)).why.length).toBeGreaterThan(10);
    }
  });
});
