// Which words of a question that nothing answers are counted.
import { describe, expect, test } from 'vitest';
import { missedIn } from '../../src/missed/words.ts';
import type { Answer } from '../../src/search/answer.ts';

const none = (...missing: string[]): Answer => ({ outcome: 'none', confidence: 0, citations: [], missing });

describe('words', () => {
  test.each([
    [
      'that no source has',
      'What about the Zangezur corridor?',
      ['Zangezur', 'corridor'],
      ['zangezur', 'corridor'],
    ],
    [
      'all that are none of grammar, where the sources have each',
      'Who pays for the harbour?',
      [],
      ['pays', 'harbour'],
    ],
    ['in other languages', 'Wann endet der Fährvertrag?', ['Fährvertrag'], ['fährvertrag']],
    ['in Cyrillic', 'Коли закінчиться угода?', [], ['закінчиться', 'угода']],
    ['each once', 'Ferry, ferry and ferry?', ['Ferry', 'ferry'], ['ferry']],
    [
      'five at most',
      'a1 b1 c1 d1 e1 f1 g1',
      ['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1'],
      ['a1', 'b1', 'c1', 'd1', 'e1'],
    ],
  ])('%s', (_, question, missing, expected) => {
    expect(missedIn(question, none(...missing))).toEqual(expected);
  });

  test.each([
    ['members, roles and channels', 'does <@123> or <#456> know of <@&789> ferries?', ['ferries']],
    ['names behind a sign', 'does @greta know ferries?', ['ferries']],
    ['addresses', 'is https://example.org/secret about ferries?', ['ferries']],
    ['emoji', 'ferries <:wave:123>', ['ferries']],
    ['words without end', `${'x'.repeat(60)} ferries`, ['ferries']],
    ['letters alone', 'x y ferries', ['ferries']],
  ])('without %s', (_, question, expected) => {
    expect(missedIn(question, none())).toEqual(expected);
  });

  test.each([
    ['kinda wanna know about tanks anyway, thx dunno', ['tanks', 'thx']],
    ['co właściwie chyba z czołgami, okej?', ['czołgami']],
  ])('words of no content are none: %s', (question, expected) => {
    expect(missedIn(question, none())).toEqual(expected);
  });

  test('none of a question that was answered, and none of a greeting', () => {
    expect(missedIn('Who pays?', { ...none(), outcome: 'answer' })).toEqual([]);
    expect(missedIn('hello there', { ...none(), smallTalk: true })).toEqual([]);
  });
});
