// Rooms are asked alone and together, with a way of asking that answers by a word of the question, so that all can be counted.
import { expect, test } from 'vitest';
import { dresses, undressed } from './dresses.ts';
import { askAlone, askTogether, drawn, groupsOf, questionsOf, type RoomOutcome } from './measure-rooms.ts';
import { partOf, type Room } from './rooms.ts';
import { roomsSection } from './rooms-section.ts';
import { lexicalWay, type Way } from './ways.ts';

/** Shows the first passage that has the question's last word, and is sure of it. */
const lastWord: Way = {
  name: 'last word',
  judges: true,
  async open({ passages }) {
    return async (question) => {
      const word =
        question
          .replaceAll(/[^\p{L} ]/gu, '')
          .split(' ')
          .at(-1) ?? '';
      const found = passages.filter(({ text }) => text.toLowerCase().includes(word.toLowerCase()));
      const confidence = found.length > 0 ? 0.9 : 0;
      return { passages: found, sentence: undefined, confidence, answered: found.length > 0, ms: 1 };
    };
  },
};

function room(
  name: string,
  texts: readonly string[],
  questions: readonly (readonly [string, number[]])[],
): Room {
  return {
    ...{ name, language: 'en', kind: 'treaty', folder: 'rooms' },
    passages: texts.map((text) => ({ title: 'Accord', text })),
    questions: questions.map(([text, gold]) => ({ text, language: 'en', gold })),
  };
}

const river = room(
  'river',
  ['The river is shared.', 'The dam is closed.'],
  [
    ['What of the dam?', [1]],
    ['Who shares the river?', [1]],
    ['What of the bridge?', []],
    ['Why the dam?', []],
  ],
);
const harbour = room(
  'harbour',
  ['The harbour is open.', 'The bridge is mined.'],
  [['What of the bridge?', [1]]],
);
const options = { ways: [lastWord], dresses: undressed };
const told = ({ sort, right, answered }: RoomOutcome): unknown => [sort, right, answered];

test('a room alone is asked its own questions, and each is judged by the passages that answer it', async () => {
  const outcomes = await askAlone([river, harbour], options);
  expect(outcomes.map(told)).toEqual([
    ['answerable', true, true],
    ['answerable', false, true],
    ['on the subject', false, false],
    ['on the subject', false, true],
    ['answerable', true, true],
  ]);
});

test('together a passage of another room is no answer, and questions of rooms outside are off the subject', async () => {
  const outside = room(
    'outside',
    ['The treaty lapsed.'],
    [
      ['And the treaty?', [0]],
      ['Is it open?', []],
    ],
  );
  const outcomes = await askTogether([river, harbour], questionsOf([outside]), options);
  expect(outcomes.slice(2).map(told)).toEqual([
    ['on the subject', false, true],
    ['on the subject', false, true],
    ['answerable', true, true],
    ['off the subject', false, false],
    ['off the subject', false, true],
  ]);
});

test('each dress is asked', async () => {
  const outcomes = await askAlone([harbour], { ...options, dresses });
  expect(outcomes.map(({ dress }) => dress)).toEqual(Object.keys(dresses));
});

test('outcomes are told by both languages and by kind of text, those off the subject by their own language alone', async () => {
  const ukrainian = { ...harbour, language: 'uk' };
  const off = questionsOf([{ ...river, name: 'outside', kind: 'diary', language: 'pl' }]).slice(0, 1);
  const outcomes = await askTogether([river, ukrainian], off, options);
  const groups = [...groupsOf(outcomes)].map(([name, { length }]) => [name, length]);
  expect(groups).toEqual([
    ['all', 6],
    ['asked in en', 6],
    ['texts in en', 4],
    ['texts in uk', 1],
    ['asked in en, texts in en', 4],
    ['asked in en, texts in uk', 1],
    ['kind: treaty', 5],
  ]);
});

test('questions are drawn alike every time, none twice', () => {
  const many = questionsOf(Array.from({ length: 20 }, (_, at) => room(`r${at}`, ['x'], [[`q${at}`, []]])));
  const some = drawn(many, 7);
  expect(some).toEqual(drawn(many, 7));
  expect(new Set(some.map(({ question }) => question.text)).size).toBe(7);
  expect(some).not.toEqual(many.slice(0, 7));
  expect(drawn(many, 99)).toHaveLength(20);
});

test('the library itself finds what a room says, and is silent on what it does not', async () => {
  const outcomes = await askAlone(
    [
      room(
        'r',
        ['The dam at Osk was closed in 1994.', 'Fishing is free.'],
        [['When was the dam at Osk closed?', [0]]],
      ),
    ],
    { ...options, ways: [lexicalWay] },
  );
  expect(outcomes.map(told)).toEqual([['answerable', true, true]]);
});

test('the section of rooms has the rooms of one part, with what went wrong in them', async () => {
  const [inTest, inTrain] = [
    { ...river, name: 'ad00' },
    { ...harbour, name: 'fa00' },
  ];
  expect([partOf(inTest), partOf(inTrain)]).toEqual(['test', 'train']);
  const section = await roomsSection([inTrain, inTest], {
    ...{ ways: [lastWord], part: 'test', together: true, showErrors: true, dresses: true },
  });
  expect(section.title).toBe('1 rooms of the part "test", all as one collection');
  expect(section.tables.map(({ title }) => title)).toEqual([
    'all; language of question and documents; kind of text (figure, 95% interval)',
    'last word: how sure, and how often right',
    'last word: what each threshold of the confidence gives',
    'last word: the same questions in other dress',
  ]);
  expect(section.tables[0]?.rows['all, last word']).toMatchObject({
    ...{ answerable: 2, unanswerable: 2 },
    'first and said': expect.stringMatching(/^\.500 /),
    'silent off': expect.stringMatching(/^1\.000 /),
  });
  expect(section.errors.map((error) => error.split('\n')[0])).toEqual([
    'wrong passage  last word  ad00  Who shares the river?',
    'wrongly answered  last word  ad00  Why the dam?',
  ]);
});
