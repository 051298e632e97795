// The honest no helps on: what comes near and nothing else, what the sources are about, a question that works, and who could help.
import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../../src/library.ts';
import { folderWith, markdown } from '../../temporary.ts';
import { stageOn } from '../desk/stage.ts';
import { seenBy } from '../reading.ts';
import { patientScene } from './stage.ts';

/** The first question of all reads what was not read yet, and then the example: on a busy machine that takes a while. */
const startScene = (options: Parameters<typeof patientScene>[0] = {}): ReturnType<typeof patientScene> =>
  patientScene({ patienceMs: 40_000, ...options });

describe('what comes near', () => {
  test.each([
    'how many people died in the war',
    'How many tanks did Trump send to Ukraine?',
    'does china support this',
    'what happens to the nuclear plant of ukraine',
    'who pays the pensions in Ukraine',
    'how old is Trump',
  ])('is not what shares but a common word: %s', async (question) => {
    const { alice, discord } = await startScene();
    const seen = seenBy((await alice.runs('/ask', { question })).text);
    expect(seen).toContain('The sources do not answer this.');
    expect(seen).not.toMatch(/¶\d/);
    expect(discord.violations).toEqual([]);
  });

  test.each([
    ['How much money does Ukraine get?', 'european-leaders ¶9'],
    ['summarise the economic sanctions against iran', 'european-leaders ¶9'],
    ['when will the next summit be', 'european-leaders ¶3'],
  ])('is shown where it is on what was asked: %s', async (question, label) => {
    const { alice } = await startScene();
    const seen = seenBy((await alice.runs('/ask', { question })).text);
    expect(seen).toContain('may not answer it');
    expect(seen).toContain(`${label} · `);
    expect(seen.match(/¶\d/g)?.length).toBeLessThanOrEqual(2);
  });
});

const managing =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.ManageGuild;

const unanswered = 'how many people died in the war';

test('it tells what the sources are about, and a question that they answer', async () => {
  const { alice, discord } = await startScene();
  const seen = seenBy((await alice.runs('/ask', { question: unanswered })).text);
  expect(seen).toContain('European Leaders Reaffirm Support for Ukraine');
  expect(seen).toContain('/sources');
  const [, example = ''] = /answered: “(.+)”/.exec(seen) ?? [];
  const answer = await alice.runs('/ask', { question: example });
  expect(seenBy(answer.text)).not.toContain('do not answer');
  expect(discord.violations).toEqual([]);
});

test('of sources that do not answer the example none is given', async () => {
  const library = await openLibrary(await folderWith({ 'a.md': markdown('harbour', 'The pier is long.') }));
  const { alice } = await startScene({ library });
  const seen = seenBy((await alice.runs('/ask', { question: unanswered })).text);
  expect(seen).not.toContain('Can borders be changed by force?');
  expect(seen).toContain('/sources');
});

describe('who could help', () => {
  test('nobody where no questions are taken: no button, and no word of adding documents', async () => {
    const { alice } = await startScene();
    const seen = await alice.runs('/ask', { question: unanswered });
    expect(seen.buttons).toEqual(['Share']);
    expect(seen.text).not.toContain('add a document');
  });

  test('the moderators of an open desk: the form opens with the question in it, and is taken', async () => {
    const { alice, discord, server } = await stageOn('sqlite');
    const typed = 'How many *people* died in the war (2022)?';
    // In another channel than the desk's the only open one of the server is meant.
    const elsewhere = alice.person.in(server.channel('talks'));
    for (const place of [alice, elsewhere]) {
      const seen = await place.runs('/ask', { question: typed });
      const { modal } = await seen.presses('Ask the moderators');
      expect(JSON.stringify(modal.body)).toContain(typed);
    }
    const { modal } = await (await alice.runs('/ask', { question: typed })).presses('Ask the moderators');
    const receipt = await modal.submits({});
    expect(seenBy(receipt.text, ['strong', 'subtext', 'blockQuote'])).toContain(typed);
    expect(discord.violations).toEqual([]);
  });

  test('the same for everybody where answers are public', async () => {
    const { admin, alice, bob, discord } = await stageOn('sqlite');
    await admin.runs('/settings', { answers: 'public' });
    const question = 'How much money does Ukraine get?';
    const seen = await alice.runs('/ask', { question });
    expect(seen.private).toBe(false);
    const { modal } = await bob.presses(seen, 'Ask the moderators');
    expect(JSON.stringify(modal.body)).toContain(question);
    expect(discord.violations).toEqual([]);
  });

  test('nobody where the desk is closed', async () => {
    const { alice, admin } = await stageOn('sqlite');
    await admin.runs('/desk close');
    expect((await alice.runs('/ask', { question: unanswered })).buttons).toEqual(['Share']);
  });

  test('whoever may add a document is told how', async () => {
    const { discord } = await startScene();
    const server = discord.server();
    const admin = server.member({ name: 'olga', permissions: managing }).in(server.channel('talks'));
    const seen = await admin.runs('/ask', { question: unanswered });
    expect(seenBy(seen.text)).toMatch(/add a document.*\/source add/);
  });
});
