// The act and the doer of a question, by the order of its words alone.
import { describe, expect, test } from 'vitest';
import { actOf } from '../../src/search/act.ts';
import { words } from '../../src/search/words.ts';
import { background } from './reading.ts';

/** Words with a capital are names, the first word aside. */
function read(text: string): { act: string | undefined; doer: (string | undefined)[] } {
  const found = words(text);
  const folded = found.map((word) => word.folded);
  const isName = (index: number): boolean => index > 0 && /^\p{Lu}/u.test(found[index]?.text ?? '');
  const isOwner = (index: number): boolean => /['’]s$/u.test(found[index]?.text ?? '');
  const asker = folded.findIndex((word) => /^(?:who|what|which|when|where|why|how)$/.test(word));
  const { act, doer } = actOf(folded, { isName, isOwner }, asker, background);
  return { act: folded[act], doer: doer.map((index) => folded[index]) };
}

describe('with the doer named', () => {
  test.each([
    ['What did Merz answer Trump?', 'answer', ['merz'], 'the act stands between two names'],
    ['What did the diplomatic source tell AFP?', 'tell', ['diplomatic', 'source'], 'a doer of two words'],
    ['Why did talks fail?', 'fail', ['talks'], 'the act ends the question'],
    ['Who did Merz call?', 'call', ['merz'], 'somebody else than the doer is asked for'],
    ['What was Putin’s answer to it?', 'answer', ['putin'], 'an answer is somebody’s act'],
    ['Did Finland’s envoy sign it?', 'sign', ['finland', 'envoy'], 'behind a possessive stands no act'],
    ['What does Merz want to keep?', 'keep', ['merz'], 'wanting is not what is done'],
    ['When was the statement issued?', 'issued', ['statement'], 'a participle behind "was"'],
    [
      'When did Macron frobnicate to Putin?',
      'frobnicate',
      ['macron'],
      'no dictionary is needed behind a name',
    ],
  ])('%s → %s by %j, since %s', (text, act, doer) => {
    expect(read(text)).toEqual({ act, doer });
  });
});

describe('with the doer asked for', () => {
  test.each([
    ['Who paid for the summit?', 'paid', 'it follows at once'],
    ['Who has been pushing for talks?', 'pushing', 'helpers are passed over'],
    ['Who will reply to Merz?', 'reply', 'not every word in -ly is an adverb'],
    ['Which Western circles oppose it?', 'oppose', 'of two words that can be verbs the second is'],
    ['Who recently pushed for talks?', 'pushed', 'adverbs are passed over'],
    ['Which leaders issued the statement?', 'issued', 'the noun asked for is passed over'],
  ])('%s → %s, since %s', (text, act) => {
    expect(read(text)).toEqual({ act, doer: [] });
  });
});

describe('unsure, so none', () => {
  test.each([
    ['What is the starting point?', '"starting" is no participle of "is"'],
    ['Who did the Normans fight?', 'a doer stands there after all'],
    ['Where is Anchorage?', 'a name is no act'],
    ['Where did the summit take place?', '"take place" tells nothing of its own'],
    ['Had Kyiv been against skipping it?', 'it is not skipping that Kyiv did'],
    ['Alaska summit', 'nothing asks'],
    ['', 'there are no words'],
  ])('%s: %s', (text) => {
    expect(read(text)).toEqual({ act: undefined, doer: [] });
  });
});
