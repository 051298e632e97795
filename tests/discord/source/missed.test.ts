// What members asked in vain, as moderators see it, and its erasure: through Discord's double.
import { expect, test } from 'vitest';
import { stageOn } from './stage.ts';

const question = 'What does the Zanzibar charter say of lighthouse keepers?';

test('moderators see words once two members asked with them, with a way to add a source; members see nothing of it', async () => {
  const { alice, mia, server, elsewhere } = await stageOn('sqlite');
  const bob = server.member({ name: 'bob' }).in(alice.channel);
  await alice.runs('/ask', { question });
  expect((await mia.runs('/our-sources missed')).text).toMatch(/There is nothing yet\..*one member only/su);
  await bob.runs('/ask', { question });

  const seen = await mia.runs('/our-sources missed');
  expect(seen.text).toContain('lighthouse');
  expect(seen.text).not.toMatch(/alice|bob|<@|charter say/u);
  const form = await mia.presses(seen, 'Add a source');
  const text = 'The charter says that lighthouse keepers have a boat of their own.';
  const preview = await form.modal.submits({ title: 'The charter', text });
  expect(preview.text).toContain(text);

  expect((await alice.runs('/our-sources missed', {}, { unchecked: true })).text).toContain(
    'Only those who may manage',
  );
  expect((await elsewhere.admin.runs('/our-sources missed')).text).toContain('There is nothing yet.');
});

test('who asked sees it in /privacy, and erases it', async () => {
  const { alice, mia, server } = await stageOn('sqlite');
  const bob = server.member({ name: 'bob' }).in(alice.channel);
  for (const member of [alice, bob]) await member.runs('/ask', { question });
  const kept = await alice.runs('/privacy');
  expect(kept.text).toMatch(/Words of your questions[^\n]*lighthouse/u);
  await alice.presses(await alice.presses(kept, 'Erase all of it'), 'Yes, erase it');
  expect((await alice.runs('/privacy')).text).toContain('Nothing about you is stored here.');
  expect((await mia.runs('/our-sources missed')).text).toContain('There is nothing yet.');
});

test('a server keeps the questions as well, or nothing', async () => {
  const { alice, admin, mia } = await stageOn('sqlite');
  expect((await admin.runs('/settings', { unanswered: 'questions' })).text).toContain(
    'their words and the questions',
  );
  await alice.runs('/ask', { question });
  expect((await mia.runs('/our-sources missed')).text).toContain(question);
  await admin.runs('/settings', { unanswered: 'nothing' });
  expect((await mia.runs('/our-sources missed')).text).not.toContain(question);
  await alice.runs('/ask', { question });
  expect((await alice.runs('/privacy')).text).toContain('Nothing about you is stored here.');
});
