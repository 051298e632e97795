// What each word can be an answer to.
import { describe, expect, test } from 'vitest';
import { MARK, marksOf } from '../../src/search/text/marks.ts';
import { words } from '../../src/search/text/words.ts';
import { background } from './reading.ts';

type Name = keyof typeof MARK;
const names = Object.keys(MARK) as Name[];

/** The marks of the first such word of a sentence. */
function marksIn(text: string, typed: string): Name[] {
  const found = words(text);
  const marks = marksOf(
    text,
    found,
    found.map((_, index) => index === 0),
    background(),
  );
  const mark = marks[found.findIndex((word) => word.text === typed)] ?? 0;
  return names.filter((name) => mark & MARK[name]);
}

describe('times', () => {
  test.each<[string, string, Name[], string]>([
    ['They met in August.', 'August', ['month', 'name'], 'a month behind "in" is no place'],
    ['They may meet.', 'may', [], 'without its capital "may" is no month'],
    ['They met in May.', 'May', ['month', 'name'], 'with it "May" is one'],
    ['May they meet.', 'May', [], 'where it opens a sentence its capital tells nothing'],
    ['May 2025 was warm.', 'May', ['month'], 'a number behind it tells'],
    ['who met in may', 'may', ['month'], 'so does a word of time before it'],
    ['In 2025 they met.', '2025', ['number', 'year'], 'four digits of these centuries'],
    ['In 1815 they met.', '1815', ['number', 'year'], 'so are those of earlier ones'],
    ['In 1066 they met.', '1066', ['number', 'year'], 'back to the year 1000'],
    ['In the 1990s they met.', '1990s', ['number', 'year'], 'and decades'],
    ['Some 2100 troops came.', '2100', ['number'], 'and none to come'],
    ['Some 12000 troops came.', '12000', ['number'], 'nor five digits'],
    ['Some 3000 troops came.', '3000', ['number'], 'four digits beyond are a count'],
    ['On the 19th they met.', '19th', ['number', 'period'], 'a day or a century'],
    ['They met until Monday.', 'until', ['event'], 'another event may date it'],
  ])('%s %s is %j: %s', (text, word, marks) => {
    expect(marksIn(text, word)).toEqual(marks);
  });
});

describe('names', () => {
  test.each<[string, string, Name[], string]>([
    ['He met Merz.', 'Merz', ['name'], 'a capital within a sentence'],
    ['Officials spoke.', 'Officials', ['role'], 'an English word that opens a sentence'],
    ['Frobnik spoke.', 'Frobnik', ['name'], 'no English word, so its capital tells even there'],
    ['Prime Minister Meloni spoke.', 'Prime', ['name'], 'a capital behind it makes it part of a name'],
    ['He praised Italy.', 'Italy', ['name', 'people'], 'a country stands for its people'],
    ['They met in Alaska.', 'Alaska', ['name', 'placed'], 'a name behind "in" is a place'],
    ['They met in the building.', 'building', ['somewhere'], 'an article may stand between'],
  ])('%s %s is %j: %s', (text, word, marks) => {
    expect(marksIn(text, word)).toEqual(marks);
  });
});

describe('words of a kind', () => {
  test.each<[string, string, Name[]]>([
    ['They met on Tuesday.', 'Tuesday', ['weekday', 'name', 'placed']],
    ['That took weeks.', 'weeks', ['period']],
    ['They left yesterday.', 'yesterday', ['period']],
    ['They often met.', 'often', ['often']],
    ['It had long been so.', 'long', ['often']],
    ['It cost millions of euros.', 'millions', ['number']],
    ['It cost millions of euros.', 'euros', ['money']],
    ['A third percent paid.', 'percent', ['percent']],
    ['It was their purpose.', 'purpose', ['reason']],
    ['They spoke through envoys.', 'through', ['manner']],
    ['They came to nothing.', 'nothing', ['negation']],
    ['They failed to come.', 'failed', ['negation']],
    ['They left after lunch.', 'after', ['event']],
    ['Then the minister spoke.', 'minister', ['role']],
    ['They sat around tables.', 'tables', ['somewhere']],
    ['They sat around their tables.', 'tables', ['somewhere']],
    ['They sat around those tables.', 'tables', []],
    ['They sat around their tables.', 'their', []],
    ['They sat around 5 tables.', '5', ['number']],
    ['They met in years.', 'years', ['period']],
    ['The French paid.', 'French', ['name', 'people']],
  ])('%s %s is %j', (text, word, marks) => {
    expect(marksIn(text, word)).toEqual(marks);
  });

  test.each<[string, string, Name[]]>([
    ['That was May.', 'May', ['month', 'name']],
    ['That was MAY.', 'MAY', ['name']],
    ['Officials.', 'Officials', ['role']],
    ['They may 5 times.', 'may', ['month']],
    ['They may x5 it.', 'may', []],
    ['They met last may.', 'may', ['month']],
    ['That was august.', 'august', []],
    ['US Senators came.', 'US', ['name']],
    ['Us Senators came.', 'Us', []],
    ['US envoys came.', 'US', []],
    ['The European envoys came.', 'The', []],
    ['Then Berlin said.', 'Then', []],
    ['It cost €5.', '5', ['number', 'money']],
    ['It cost £5.', '5', ['number', 'money']],
    ['It cost ¢5.', '5', ['number']],
    ['It was x19th.', 'x19th', []],
    ['It was 19thx.', '19thx', ['number']],
  ])('the look of it tells: %s %s is %j', (text, word, marks) => {
    expect(marksIn(text, word)).toEqual(marks);
  });
});

describe('counts and the rest', () => {
  test.each<[string, string, Name[], string]>([
    ['It cost $5.', '5', ['number', 'money'], 'the sign before tells money'],
    ['It grew 20%.', '20', ['number', 'percent'], 'the sign behind tells a share'],
    ['Twenty came, dozens left.', 'dozens', ['number'], 'numbers are written out too'],
    ['He didn’t come.', 'didn’t', ['negation'], 'a negation grown onto its verb'],
    ['He left because of it.', 'because', ['reason'], 'it answers why'],
    ['He went by train.', 'by', ['manner'], 'it answers how'],
  ])('%s %s is %j: %s', (text, word, marks) => {
    expect(marksIn(text, word)).toEqual(marks);
  });
});

test('the marks are a bit each, and what a passage keeps of a word holds them all', () => {
  const marks = Object.values(MARK);
  const all = marks.reduce((sum: number, mark) => sum + mark, 0);
  expect(all).toBe(2 ** marks.length - 1);
  expect(Uint32Array.of(all)[0]).toBe(all);
});
