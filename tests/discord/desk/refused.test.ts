// Cards that the review channel refuses: moderators are told once, and they arrive when permissions or settings are mended.
import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { onBothEngines } from '../../store/engines.ts';
import { seenBy } from '../reading.ts';
import { asks, borders, cardOf, stageOn } from './stage.ts';

const told = /cards of questions do not arrive/;

onBothEngines((engine) => {
  test('a permission that comes back brings the cards; the desk’s channel was told once', async () => {
    const stage = await stageOn(engine);
    const { alice, bob, mia, review } = stage;
    review.denies(PermissionFlagsBits.SendMessages);
    await asks(stage, alice, borders);
    await alice.until((all) => all.some(({ text }) => told.test(text)));
    await asks(stage, bob, 'Who met in Alaska?');
    review.denies(0n);
    await cardOf(mia, 1);
    await cardOf(mia, 2);
    expect(alice.sees().filter(({ text }) => told.test(text))).toHaveLength(1);
    expect(alice.sees().every(({ text }) => !(told.test(text) && text.includes(borders)))).toBe(true);
  });

  test('another review channel gets what the one before refused', async () => {
    const stage = await stageOn(engine);
    const { admin, alice, moderators, review, server } = stage;
    review.denies(PermissionFlagsBits.SendMessages);
    await asks(stage, alice, borders);
    await alice.until((all) => all.some(({ text }) => told.test(text)));
    const other = server.channel('other');
    await admin.runs('/desk settings', { 'review-channel': other.id });
    const max = server.member({ name: 'another', roles: [moderators] }).in(other);
    await cardOf(max, 1);
  });
});

onBothEngines((engine) => {
  test('a forged number is refused with what it was, whichever command takes it', async () => {
    const { admin, discord } = await stageOn(engine);
    const forged = [1.5, -1, 3_000_000_000, 1e18];
    const places: [command: string, name: string, options?: Record<string, string>][] = [
      ['/desk settings', 'open-questions'],
      ['/desk settings', 'retention-days'],
      ['/desk queue', 'page'],
      ['/desk stats', 'sitting'],
      ['/desk export', 'sitting'],
      ['/ask-moderators', 'number'],
      ['/our-sources show', 'version', { document: 'x' }],
    ];
    for (const [command, name, options = {}] of places) {
      for (const number of forged) {
        const seen = await admin.runs(command, { ...options, [name]: number }, { unchecked: true });
        const told = seenBy(seen.text);
        expect(told, `${command} ${name}`).toContain(`${name} is ${number}.`);
        expect(told).toContain('Please write a whole number from');
      }
    }
    expect(discord.violations).toEqual([]);
  });

  test.each([
    ['open-questions', 0],
    ['open-questions', 51],
    ['retention-days', 3_651],
  ])('a number just out of its range is refused: %s %d', async (name, number) => {
    const { admin } = await stageOn(engine);
    const seen = await admin.runs('/desk settings', { [name]: number }, { unchecked: true });
    expect(seenBy(seen.text)).toContain(`${name} is ${number}.`);
  });

  test.each([
    ['cooldown', '25 hours', /“25 hours” is no length of time from 0 to 1 day/],
    ['cooldown', 'a while', /“a while” is no length of time/],
    ['closes-at', 'yesterday', /“yesterday” is not a time in the future/],
    ['closes-at', '3/4/2099', /can be April 3, 2099 or March 4, 2099/],
  ])('%s:%s is refused with what was typed', async (name, typed, told) => {
    const { admin } = await stageOn(engine);
    expect(seenBy((await admin.runs('/desk settings', { [name]: typed })).text)).toMatch(told);
  });
});
