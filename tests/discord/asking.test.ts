// What members type into /ask that is no question, or more than one.
import { expect, test } from 'vitest';
import { startScene } from './bot.ts';

test.each([
  ['european-leaders ¶5', /european\\?-leaders ¶5/],
  ['thanks!', /You’re welcome!/],
  ['tldr', /Nothing is summed up here/],
  ['what can you do', /Ask about the talks/],
  ['next', /“Next passage” leads on/],
  ['show me paragraph 4', /In which document\?/],
  ['when did she say that', /Whom do you mean by “she”\?/],
  ['who signed the statement and when was the summit', /Several questions at once/],
])('/ask %s', async (question, expected) => {
  const { discord, alice } = await startScene();
  const seen = await alice.runs('/ask', { question });
  expect(seen.text).toMatch(expected);
  expect(seen.text).not.toContain('No source contains');
  expect(discord.violations).toEqual([]);
});
