// Sharing: what one person was shown becomes a message for all, who shared it can take it back, and servers may choose
// that answers are public from the first.
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../../src/library.ts';
import type { Place } from '../../double/double.ts';
import type { Seen } from '../../double/seen.ts';
import { folderWith, markdown } from '../../temporary.ts';
import { type Scene, startBotOn } from '../bot.ts';
import { seenBy } from '../reading.ts';
import { patientScene as startScene } from './stage.ts';

const question = 'Can borders be changed by force?';
const manageServer = (1n << 5n) | (1n << 10n) | (1n << 31n);

/** Bob, who is in the same channel as Alice. */
function bobIn({ alice }: Scene): Place {
  return alice.person.server!.member({ name: 'bob' }).in(alice.channel);
}

async function shared(scene: Scene): Promise<Seen> {
  return (await scene.alice.runs('/ask', { question })).presses('Share');
}

describe('a shared answer', () => {
  test('is seen by all, word for word, with who shared it, and pings nobody', async () => {
    const scene = await startScene();
    const mine = await scene.alice.runs('/ask', { question });
    const all = await mine.presses('Share');
    expect(all.private).toBe(false);
    expect(all.text).toBe(`-# Shared by <@${scene.alice.person.id}>\n${mine.text}`);
    expect(all.pings).toEqual([]);
    expect(all.buttons).toEqual([
      'In context',
      'Quote card',
      'Cite',
      'Next passage (2 of 5)',
      'Helpful',
      'Off the mark',
      'Take back',
    ]);
    expect(
      bobIn(scene)
        .sees()
        .map(({ id }) => id),
    ).toEqual([all.id]);
    expect(scene.discord.violations).toEqual([]);
  });

  test('gives everybody answers of their own and stays as it is', async () => {
    const scene = await startScene();
    const all = await shared(scene);
    const before = all.text;
    const bob = bobIn(scene);
    for (const label of ['In context', 'Cite', 'Quote card']) {
      const own = await bob.presses(all, label);
      expect([own.private, own.id === all.id], label).toEqual([true, false]);
    }
    const next = await bob.presses(all, 'Next passage (2 of 5)');
    expect([next.private, next.id === all.id]).toEqual([true, false]);
    // In a message of his own it goes on in place.
    expect((await next.presses('Next passage (3 of 5)')).id).toBe(next.id);
    expect(all.text).toBe(before);
    expect(scene.discord.violations).toEqual([]);
  });

  test('is taken back by who shared it', async () => {
    const scene = await startScene();
    const all = await shared(scene);
    await scene.alice.presses(all, 'Take back', { until: 'answered' });
    await scene.alice.until(() => all.deleted);
    expect(bobIn(scene).sees()).toEqual([]);
    expect(scene.discord.violations).toEqual([]);
  });

  test('is not taken back by anybody else, whatever they press', async () => {
    const scene = await startScene();
    const all = await shared(scene);
    const bob = bobIn(scene);
    for (const id of ['Take back', `cite:undo:${bob.person.id}`, `cite:undo:${scene.alice.person.id}`]) {
      const told = await bob.presses(all, id, { unchecked: true });
      expect(seenBy(told.text)).toContain('Only the person who shared this can take it back');
      expect([told.private, all.deleted]).toEqual([true, false]);
    }
  });

  test('is still taken back after a restart', async () => {
    const scene = await startScene();
    const all = await shared(scene);
    await scene.bot.stop();
    await startBotOn(scene.discord);
    await scene.alice.presses(all, 'Take back', { until: 'answered' });
    await scene.alice.until(() => all.deleted);
  });

  test('that a moderator has deleted meanwhile is no error', async () => {
    const scene = await startScene();
    const all = await shared(scene);
    const pressed = scene.alice.presses(all, 'Take back', { until: 'sent' });
    all.place.channel.remove(all.message);
    await pressed;
    await scene.bot.stop();
    expect(scene.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test.each([
    ['/quote', { words: 'Ukraine' }],
    ['/check', { text: 'International borders may be changed by force.' }],
    ['/position', { party: 'Putin' }],
    ['/proposal', { name: 'NATO membership' }],
    ['/statement', {}],
    ['/cite', { citation: 'european leaders 1-9' }],
    ['/sources', {}],
    ['/sources', { source: 'european-leaders' }],
    ['/ask', { question: 'How many tanks did Trump send to Ukraine?' }],
  ] as const)('may come from %s %j', async (command, options) => {
    const { discord, alice } = await startScene();
    const mine = await alice.runs(command, options);
    const all = await mine.presses('Share');
    expect(all.private).toBe(false);
    expect(all.text.endsWith(mine.text)).toBe(true);
    expect(all.buttons).toContain('Take back');
    expect(all.buttons).not.toContain('Share');
    expect(discord.violations).toEqual([]);
  });

  test('may come from a page in the midst of a document', async () => {
    const { discord, alice } = await startScene();
    const page = await (await alice.runs('/ask', { question })).presses('In context');
    const all = await page.presses('Share');
    expect(all.text.endsWith(page.text)).toBe(true);
    expect(discord.violations).toEqual([]);
  });

  test('is refused where its document was withdrawn since it was shown', async () => {
    const folder = (status: string) =>
      folderWith({
        'a.md': markdown('a', 'Borders stay.', `status: ${status}\n`),
        'b.md': markdown('b', 'The sea is wide.'),
      });
    const { discord, alice, bot } = await startScene({ library: await openLibrary(await folder('current')) });
    const seen = await alice.runs('/quote', { words: 'Borders stay' });
    await bot.stop();
    await startBotOn(discord, { library: await openLibrary(await folder('withdrawn')) });
    const told = await seen.presses('Share');
    expect([told.private, seenBy(told.text).includes('The sources have changed')]).toEqual([true, true]);
  });

  test('is one of few within a minute', async () => {
    const scene = await startScene();
    const mine = await scene.alice.runs('/ask', { question });
    for (let count = 0; count < 5; count += 1) expect((await mine.presses('Share')).private).toBe(false);
    const told = await mine.presses('Share');
    expect(told.private).toBe(true);
    expect(seenBy(told.text)).toMatch(/^That was a little quick\. Please wait \d+ seconds? and try again\.$/);
  });
});

describe('a server that has chosen public answers', () => {
  async function publicScene(): Promise<Scene> {
    const scene = await startScene();
    const server = scene.alice.person.server!;
    const carol = server.member({ name: 'carol', permissions: manageServer }).in(scene.alice.channel);
    const seen = await carol.runs('/settings', { answers: 'public' });
    expect(seenBy(seen.text)).toContain('Who sees answers here: everybody in the channel');
    expect(seen.private).toBe(true);
    return scene;
  }

  test.each([
    ['/ask', { question }],
    ['/quote', { words: 'ironclad' }],
    ['/cite', { citation: 'european-leaders 5' }],
    ['/map', {}],
  ] as const)('%s is seen by all at once, and whoever asked takes it back', async (command, options) => {
    const scene = await publicScene();
    const seen = await scene.alice.runs(command, options);
    expect(seen.private).toBe(false);
    expect(seen.buttons).not.toContain('Share');
    const told = await bobIn(scene).presses(seen, 'Take back');
    expect(told.private).toBe(true);
    await scene.alice.presses(seen, 'Take back', { until: 'answered' });
    await scene.alice.until(() => seen.deleted);
    expect(scene.discord.violations).toEqual([]);
  });

  test('keeps what is looked up about the words of another to whoever looks', async () => {
    const scene = await publicScene();
    const said = scene.alice.says('International borders may be changed by force.');
    for (const command of ['Check quotation', 'Find sources']) {
      expect((await scene.alice.usesOnMessage(command, said)).private, command).toBe(true);
    }
  });

  test('keeps refusals, help and what shows no passage to whoever asked', async () => {
    const scene = await publicScene();
    for (const [command, options] of [
      ['/cite', { citation: 'yalta 5' }],
      ['/help', {}],
      ['/quote', { words: 'moon cheese' }],
      ['/ask', { question: 'hello there!' }],
    ] as const) {
      expect((await scene.alice.runs(command, options)).private, command).toBe(true);
    }
  });

  test('is alone in that: another server, and direct messages, are private', async () => {
    const scene = await publicScene();
    const other = scene.discord.server();
    const dave = other.member({ name: 'dave' });
    const elsewhere = await dave.in(other.channel('general')).runs('/ask', { question });
    const direct = await dave.inDirectMessages().runs('/ask', { question });
    expect([elsewhere.private, direct.private]).toEqual([true, true]);
  });

  test('may choose otherwise again', async () => {
    const scene = await publicScene();
    const carol = scene.alice.person.server!.member({ permissions: manageServer }).in(scene.alice.channel);
    await carol.runs('/settings', { answers: 'private' });
    const shown = seenBy((await carol.runs('/settings')).text);
    expect(shown).toContain('whoever asks, until they share them');
    expect(shown).toContain('add an option to /settings: answers, mentions, unanswered');
    expect((await scene.alice.runs('/ask', { question })).private).toBe(true);
  });
});

test('only those who may manage the server choose for it', async () => {
  const { alice } = await startScene();
  const told = await alice.runs('/settings', { answers: 'public' }, { unchecked: true });
  expect(seenBy(told.text)).toContain('Only those who may manage the server can do this.');
  expect((await alice.runs('/ask', { question })).private).toBe(true);
});
