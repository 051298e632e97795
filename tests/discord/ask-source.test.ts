// /ask kept to one document, or to a server's own, as a person uses it.
import { expect, test } from 'vitest';
import { startScene } from './bot.ts';
import { seenBy } from './reading.ts';
import { adds, faultless, id, none, stageOn } from './source/stage.ts';

const question = 'Who said that a guarantee would be modelled on Article 5?';

test('/ask offers the documents, and answers from the chosen one alone', async () => {
  const { discord, alice } = await startScene();
  const choices = await alice.types('/ask', { question, source: '' }, 'source');
  expect(choices.map(({ value }) => value)).toEqual(['european-leaders', 'security-guarantees']);
  const all = seenBy((await alice.runs('/ask', { question })).text);
  expect(all).toContain('security-guarantees ¶');
  const other = seenBy((await alice.runs('/ask', { question, source: 'european-leaders' })).text);
  expect(other).toContain('Searched only: European Leaders Reaffirm Support for Ukraine');
  expect(other).toContain('Closest passage; it may not answer this.');
  expect(other).not.toContain('security-guarantees ¶');
  const nothing = seenBy(
    (await alice.runs('/ask', { question: 'When does the opera open?', source: 'european-leaders' })).text,
  );
  expect(nothing).toContain('This is not answered in: European Leaders Reaffirm Support for Ukraine');
  expect(nothing).not.toContain('security-guarantees ¶');
  const one = seenBy((await alice.runs('/ask', { question, source: 'security-guarantees' })).text);
  expect(one).toContain('security-guarantees ¶');
  expect(discord.violations).toEqual([]);
});

test.each([
  ['nowhere', /^“nowhere” names no document here/],
  ['this server’s own documents', /^This server has no documents of its own yet/],
  ['this server’s own documents', /^This server has no documents of its own yet/],
  ['*own', /^This server has no documents of its own yet/],
])('what cannot be asked is told: %s', async (source, refusal) => {
  const { discord, alice } = await startScene();
  expect(seenBy((await alice.runs('/ask', { question, source })).text)).toMatch(refusal);
  expect(discord.violations).toEqual([]);
});

test('the server’s own documents are a choice where there are some, and answer alone', async () => {
  const stage = await stageOn('sqlite');
  const { mia, alice, elsewhere } = stage;
  await adds(stage, mia);
  const choices = await alice.types('/ask', { question, source: '' }, 'source');
  expect(choices[0]?.name).toBe('This server’s own documents');
  expect(await alice.types('/ask', { question, source: 'own doc' }, 'source')).toEqual(choices.slice(0, 1));
  const source = String(choices[0]!.value);
  const asked = 'How many members has the lighthouse commission?';
  const own = seenBy((await alice.runs('/ask', { question: asked, source })).text);
  expect(own).toContain('Searched only: This server’s own documents');
  expect(own).toContain(`${id} ¶2`);
  const shipped = seenBy((await alice.runs('/ask', { question, source })).text);
  expect(shipped).not.toMatch(/security-guarantees|european-leaders/u);
  const there = await elsewhere.bob.types('/ask', { question, source: '' }, 'source');
  expect(there.map(({ value }) => value)).toEqual(['european-leaders', 'security-guarantees']);
  expect(faultless(stage)).toEqual(none);
});

test('two questions at once are both kept to the document', async () => {
  const { alice, discord } = await startScene();
  const two = 'Who is the prime minister of Italy? What did Trump propose?';
  const seen = seenBy((await alice.runs('/ask', { question: two, source: 'european-leaders' })).text);
  expect(seen).toContain('Searched only: European Leaders Reaffirm Support for Ukraine');
  expect(seen).not.toContain('security-guarantees ¶');
  expect(discord.violations).toEqual([]);
});
