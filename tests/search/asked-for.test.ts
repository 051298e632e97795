// What a question asks for, told by the word that asks and the noun behind it.
import { describe, expect, test } from 'vitest';
import { askedFor } from '../../src/search/question/asked-for.ts';
import { MARK } from '../../src/search/text/marks.ts';

type Name = keyof typeof MARK;
const read = (question: string) => askedFor(question.replace(/[?,.]/g, '').toLowerCase().split(' '));
const wantedBy = (question: string): string =>
  (Object.keys(MARK) as Name[]).filter((name) => read(question).wanted & MARK[name]).join(' ');

const when = 'year month weekday period event';

describe('the kind, and the marks that an answer bears', () => {
  test.each([
    ['Who met?', 'person', 'name role'],
    ['Whom did they meet?', 'person', 'name role'],
    ['Whose plan is it?', 'person', 'name role'],
    ['When did they meet?', 'time', when],
    ['Since when do they meet?', 'time', `${when} often`],
    ['Until when do they meet?', 'time', `${when} often`],
    ['Till when do they meet?', 'time', `${when} often`],
    ['From when do they meet?', 'time', `${when} often`],
    ['At when do they meet?', 'time', when],
    ['Where did they meet?', 'place', 'placed somewhere'],
    ['Where does Italy stand on it?', 'thing', ''],
    ['Why did they meet?', 'reason', 'reason'],
    ['How did they meet?', 'manner', 'manner'],
    ['How often did they meet?', 'time', 'period often'],
    ['How frequently did they meet?', 'time', 'period often'],
    ['How many times did they meet?', 'time', 'period often'],
    ['How many leaders met?', 'number', 'number'],
    ['How much was paid?', 'number', 'number money percent'],
    ['How long did it last?', 'time', 'period event often'],
    ['How old is he?', 'number', 'number'],
    ['How far is it?', 'number', 'number period'],
    ['How large is it?', 'number', 'number period'],
    ['How high is it?', 'number', 'number period'],
    ['What is said?', 'thing', ''],
    ['Is it signed?', 'whether', ''],
    ['Whether it is signed?', 'whether', ''],
    ['Isn’t it signed?'.replace('’', "'"), 'whether', ''],
    ['Tell me of it.', 'other', ''],
    ['When steam escapes, what happens?', 'thing', ''],
    ['If it rains, where do they meet?', 'place', 'placed somewhere'],
  ])('%s asks for a %s: %s', (question, kind, marks) => {
    expect([read(question).kind, wantedBy(question)]).toEqual([kind, marks]);
  });

  test.each(
    'is are was were do does did has have had can could will would should must may whether if'.split(' '),
  )('yes or no is asked for by %s', (word) => {
    expect(read(`${word} it so`)).toMatchObject({ kind: 'whether', wh: -1, focus: -1, skip: [] });
    expect(read(`the ${word} of it`).kind).toBe('other');
  });
});

/** Nouns that tell the kind; each in both numbers, unless it says `=`. */
const nouns: [nouns: string, kind: string, marks: string][] = [
  ['month', 'time', 'month'],
  ['year', 'time', 'year'],
  ['weekday', 'time', 'weekday'],
  ['day', 'time', 'month weekday'],
  ['date deadline time hour century decade era period', 'time', when],
  ['city place location town venue building hotel', 'place', 'placed'],
  ['country region state continent capital island province', 'place', 'name'],
  [
    'number amount population size age height length speed rate temperature distance figure',
    'number',
    'number',
  ],
  ['percentage percent share proportion fraction', 'number', 'number percent'],
  ['price cost sum budget', 'number', 'number money'],
  [
    'person people leader president minister king scientist man woman politician author engineer chancellor senator official diplomat',
    'person',
    'name role',
  ],
  ['reason purpose cause motive', 'reason', ''],
];

describe.each(nouns)('what %s asks for a %s', (all, kind, marks) => {
  test.each(all.split(' '))('%s', (noun) => {
    const many = noun.endsWith('y') && !noun.endsWith('ay') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
    for (const asked of [noun, many]) {
      const question = `in which ${asked} was it`;
      expect([read(question).kind, wantedBy(question)]).toEqual([kind, marks]);
      expect(read(question)).toMatchObject({ wh: 1, focus: 2, skip: kind === 'person' ? [] : [2] });
    }
    expect(read(`which pre${noun} was it`).kind).toBe('thing');
    expect(read(`which ${noun}ish was it`).kind).toBe('thing');
  });
});

describe('the noun stands behind words that tell nothing', () => {
  test.each([
    ['What was the exact date of it?', 'time', 3 + 1, [4]],
    ['What was the first day of it?', 'time', 4, [4]],
    ['What were the other total cities?', 'thing', 1, []],
    ['What German city was it?', 'thing', 1, []],
    ['On which day of the week was it?', 'time', 2, [2, 5]],
    ['On which day of the month was it?', 'time', 2, [2, 5]],
    ['On which day of the talks was it?', 'time', 2, [2]],
    ['On which day of the weekend was it?', 'time', 2, [2]],
    ['What was German city here?', 'thing', 1, []],
    ['What this city was?', 'thing', 1, []],
    ['What isle city was it?', 'thing', 1, []],
    ['What was the other exact first last total year?', 'thing', 1, []],
    ['What was the total year?', 'time', 4, [4]],
    ['What kind of peace is it?', 'thing', 3, [1]],
    ['What sorts of peace are there?', 'thing', 3, [1]],
    ['What kind is it?', 'thing', 1, []],
    ['How many leaders met?', 'number', 2, []],
    ['How many times was it?', 'time', -1, [1, 2]],
    ['How often was it?', 'time', -1, [1]],
    ['How often sometimes was it?', 'time', -1, [1]],
    ['How often oftener was it?', 'time', -1, [1]],
    ['How frequently was it?', 'time', -1, [1]],
    ['How long was it?', 'time', -1, [1]],
    ['How deep was it?', 'number', -1, [1]],
    ['How much was it?', 'number', -1, []],
  ])('%s', (question, kind, focus, skip) => {
    expect(read(question)).toMatchObject({ kind, focus, skip });
  });
});
