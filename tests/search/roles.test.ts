// Who does what to whom, in fact or only perhaps: sentences with the same words that do not say the same.
import { describe, expect, test } from 'vitest';
import { doneBy } from '../../src/search/doers.ts';
import { type RoleEvidence, rolesOf } from '../../src/search/roles.ts';
import { readingOf } from './reading.ts';

function rolesIn(asked: string, text: string): RoleEvidence {
  const { question, read, match, bounds } = readingOf(asked, text);
  return rolesOf(question, { read, match, ...bounds(0) });
}

function isDone(asked: string, text: string): boolean {
  const { question, read, match, bounds } = readingOf(asked, text);
  return doneBy(question, read, match, bounds(0).from, bounds(0).to) === 1;
}

describe('the doer does it', () => {
  test.each([
    ['Did Merz call Putin?', 'Merz did call Putin.', 'he stands before it'],
    [
      'When did Merz speak?',
      'After talks with Putin, Merz spoke on Friday.',
      'a name behind "with" is passed over',
    ],
    ['Did Putin agree?', 'Trump had agreed with Putin.', 'what two agree on both have agreed to'],
    ['Did Tusk sign it?', 'It was signed by Macron, Stubb and Tusk.', 'he is one of those behind "by"'],
    [
      'What did Merz say?',
      'Merz – who had met Stubb, Tusk – said little.',
      'an aside between dashes is passed over',
    ],
    [
      'When did Meloni push?',
      'Meloni spoke of what she has been pushing for since May.',
      '"she" is whom it is about',
    ],
    [
      'Did the Americans repeat it to Macron?',
      'The Americans told Zelensky of a plan and then repeated it to Macron.',
      'what goes on with "and then" is done by whoever began',
    ],
    [
      'Will the European leaders help Ukraine?',
      '“We are determined to help Ukraine.”',
      '"we" are the many who are asked about',
    ],
  ])('%s %s: %s', (asked, text) => expect(isDone(asked, text)).toBe(true));
});

describe('the doer does not do it', () => {
  test.each([
    ['Did Merz call Putin?', 'Macron did call Putin and told Merz.', 'another name stands nearer'],
    ['When did Putin arrive?', 'With Putin nobody arrived.', 'he stands behind "with"'],
    ['Did Kyiv reject it?', 'Trump rejected Kyiv joining.', 'it is done to the one behind the act'],
    ['Did Macron sign it?', 'It was signed by Stubb – as Macron learnt.', 'the list ends at the dash'],
  ])('%s %s: %s', (asked, text) => expect(isDone(asked, text)).toBe(false));
});

test('a yes-or-no question about a deed tells whether somebody else does it', () => {
  expect(rolesIn('Did Merz call Putin?', 'Trump and Putin met; Macron did call.').otherDoer).toBe(1);
  expect(rolesIn('Did Merz call Putin?', 'Merz did call Putin.').otherDoer).toBe(0);
  expect(rolesIn('When did Merz call?', 'Macron called on Friday.').otherDid).toBe(1);
});

test('where the doer is asked for, somebody stands who can be it', () => {
  expect(rolesIn('Who attacked Kyiv?', 'Once more the town was attacked.').agentless).toBe(1);
  expect(rolesIn('Who attacked Kyiv?', 'Russia attacked Kyiv.').agentless).toBe(0);
});

test('the one to whom it is done does not do it', () => {
  expect(rolesIn('Who briefed Trump?', 'In Alaska, Trump briefed the leaders.').reversed).toBe(1);
  expect(rolesIn('Who briefed Trump?', 'In Alaska Putin briefed Trump.').reversed).toBe(0);
  expect(rolesIn('Who was briefed by Trump?', 'In Alaska, Trump briefed the leaders.').reversed).toBe(0);
});

test('what is asked as a fact is told as one', () => {
  expect(rolesIn('Which member was attacked?', 'If a member is attacked, all help.').unreal).toBe(1);
  expect(rolesIn('Which member was attacked?', 'A member was attacked.').unreal).toBe(0);
  expect(rolesIn('What happens if a member is attacked?', 'If a member is attacked, all help.').unreal).toBe(
    0,
  );
});

test('what is to come is told of what is to come', () => {
  expect(rolesIn('When will Merz meet Tusk?', 'Merz met Tusk on Friday.').notToCome).toBe(1);
  expect(rolesIn('When will Merz meet Tusk?', 'Merz will meet Tusk on Friday.').notToCome).toBe(0);
});
