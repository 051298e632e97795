// What is asked for must be there: each demand unmet by one sentence and met by another on the same thing.
import { describe, expect, test } from 'vitest';
import { DEMAND_EVIDENCE, demandsOf } from '../../src/search/demands.ts';
import { readingOf } from './reading.ts';

/** The names of what the question demands and the first sentence of a text lacks. */
function lacking(asked: string, text: string): string[] {
  const { question, read, match, bounds } = readingOf(asked, text);
  const found = demandsOf(question, { read, match, ...bounds(0) });
  return DEMAND_EVIDENCE.filter((name) => found[name] > 0);
}

describe('a demand that is unmet, and met', () => {
  test.each([
    [
      'noShare',
      'What percentage of the land is his?',
      'Article 5 covers his land.',
      'He wants 20 percent of the land.',
    ],
    ['noMoney', 'How much money was spent?', 'Twelve leaders spent a day.', 'They spent $12 million.'],
    [
      'noDuration',
      'How long did the call last?',
      'The call was before the summit.',
      'The call went on for an hour.',
    ],
    [
      'noOrder',
      'When did Trump first rule it out?',
      'Trump has ruled it out before.',
      'Trump first ruled it out in private.',
    ],
    ['noOrder', 'When did Trump first rule it out?', 'Trump ruled it out.', 'Trump ruled it out in May.'],
    [
      'undated',
      'When did Ukraine apply?',
      'Ukraine spoke after the summit.',
      'Ukraine applied after the summit.',
    ],
    [
      'noNamedPlace',
      'Where was it signed?',
      'It was signed after a summit.',
      'It was signed at a summit in Alaska.',
    ],
    [
      'noDay',
      'By what deadline must he accept?',
      'He must accept a deal.',
      'He must accept a deal by March.',
    ],
    [
      'uncountedNoun',
      'For how many months has she asked?',
      'She has asked five of them for it.',
      'She has asked for it for several months.',
    ],
    ['noDay', 'In what year did Italy join?', 'Italy joined on Saturday.', 'Italy joined in 1949.'],
    [
      'noCause',
      'What is the purpose of the guarantees?',
      'The guarantees must be ironclad.',
      'Ironclad guarantees to defend it.',
    ],
    ['noCause', 'Why did he refuse?', 'He did refuse.', 'He did refuse because of the war.'],
    ['unsaidByDoer', 'What did Merz say?', 'Macron said no.', 'Merz said no.'],
    [
      'uncountedNoun',
      'How many leaders came?',
      'The leaders came with 40 guests.',
      'Eight leaders came with guests.',
    ],
  ])('%s: %s – “%s” – “%s”', (demand, asked, unmet, met) => {
    expect(lacking(asked, unmet)).toContain(demand);
    expect(lacking(asked, met)).not.toContain(demand);
  });
});

describe('no demand', () => {
  test('of a place where a standpoint is asked', () =>
    expect(lacking('Where does Italy stand on it?', 'Italy is for it.')).not.toContain('noNamedPlace'));
  test('of another place where somebody besides is asked', () =>
    expect(lacking('Which country besides Ukraine is for it?', 'The US is for it.')).not.toContain(
      'noNamedPlace',
    ));
  test('of speech by a document', () =>
    expect(lacking('What does the European statement say?', 'It says no.')).not.toContain('unsaidByDoer'));
  test('of speech by many where a quotation goes on', () =>
    expect(
      lacking('What do the European leaders think of borders?', '“Borders must not be changed.'),
    ).not.toContain('unsaidByDoer'));
  test('of a date where the end of something is asked', () =>
    expect(lacking('Until when will Europe help?', 'Until the war ends.')).not.toContain('undated'));
});
