// Mentions and replies to the bot, from the gateway to the answer: in a server that has chosen so, and to nobody else.
import { describe, expect, test } from 'vitest';
import { labelOf } from '../../../src/corpus/passages.ts';
import { placeOfStep } from '../../../src/discord/reading/among.ts';
import { carriedIn, type Shown } from '../../../src/discord/reading/shown.ts';
import { openLibrary } from '../../../src/library.ts';
import { translator } from '../../../src/messages/messages.ts';
import type { Seen } from '../../double/double.ts';
import { seenBy } from '../reading.ts';
import { choose, expectQuiet, manageServer, startHearing } from './stage.ts';

const borders = 'Can borders be changed by force?';
const library = await openLibrary('corpus');

/** The passages among which an answer's buttons step, by their labels. */
async function refsOf(seen: Seen): Promise<string[]> {
  const { steps } = carriedIn(seen.message.components as unknown as Shown);
  const places = await Promise.all(steps.map((step) => placeOfStep(step, library)));
  return places.map((place) => labelOf(place!.passage));
}

describe('a mention with a question', () => {
  test('is answered for all to see, as a reply that pings whoever asked and nobody else', async () => {
    const scene = await startHearing();
    const { alice, asks } = scene;
    const answer = await asks(borders);
    expect(seenBy(answer.text)).toContain('International borders must not be changed by force.');
    expect(seenBy(answer.text)).toContain('european-leaders ¶7');
    expect(seenBy(answer.text)).toContain(`“${borders}”`);
    expect([answer.private, answer.pings]).toEqual([false, [alice.person.id]]);
    expect(answer.buttons).toEqual([
      'In context',
      'Quote card',
      'Cite',
      'Next passage (2 of 5)',
      'Helpful',
      'Off the mark',
      'Take back',
    ]);
    const own = await alice.runs('/ask', { question: borders });
    expect(answer.text).toBe(own.text);
    expectQuiet(scene);
  });

  test.each(['de', 'fr', 'pl', 'uk', 'en-GB'])(
    'is answered in the language of the server: %s',
    async (locale) => {
      const scene = await startHearing();
      const server = scene.discord.server({ locale });
      await choose(server, { mentions: 'on' });
      const bob = server.member({ name: 'bob', locale: 'en-US' }).in(server.channel('general'));
      const answer = await scene.asks(borders, bob);
      const say = translator(locale);
      const next = say('reading.step', { label: say('reading.more'), number: 2, count: 5 });
      const [context, card, cite, undo] = (['context', 'card', 'cite', 'undo'] as const).map((key) =>
        say(`reading.${key}`),
      );
      const thumbs = [say('rating.up'), say('rating.down')];
      expect(answer.buttons).toEqual([context, card, cite, next, ...thumbs, undo]);
      // Spaces that do not break are read as spaces.
      const spaced = (text: string): string => text.replace(/\s/gu, ' ');
      expect(spaced(seenBy((await scene.asks('', bob)).text))).toContain(spaced(say('example.ask')));
      const more = await scene.replies(answer, 'next', bob);
      const step = (label: 'more' | 'before', number: number): string =>
        say('reading.step', { label: say(`reading.${label}`), number, count: 5 });
      expect(more.buttons).toEqual([
        context,
        card,
        cite,
        step('more', 3),
        step('before', 1),
        ...thumbs,
        undo,
      ]);
      expect(seenBy(more.text)).toContain(say('reading.asked', { question: borders }));
      expectQuiet(scene);
    },
  );

  test('that the sources do not answer may be asked of the moderators by everybody, where a desk is open', async () => {
    const scene = await startHearing();
    const { alice, discord, asks } = scene;
    const unanswered = 'How much money does Ukraine get?';
    expect((await asks(unanswered)).buttons).toEqual(['Take back']);
    const server = alice.person.server!;
    const [questions, review] = [server.channel('questions'), server.channel('review')];
    const admin = server.member({ name: 'owner', permissions: manageServer }).in(questions);
    await admin.runs('/desk open', { channel: questions.id, 'review-channel': review.id });
    const answer = await asks(unanswered);
    expect(answer.buttons).toEqual(['Ask the moderators', 'Take back']);
    expect(answer.text).not.toContain('add a document');
    const bob = server.member({ name: 'bob' }).in(alice.channel);
    const { modal } = await bob.presses(answer, 'Ask the moderators');
    expect(JSON.stringify(modal.body)).toContain(unanswered);
    expect(discord.violations).toEqual([]);
  });

  test('in another language is answered in it where the server has chosen none', async () => {
    const { asks, replies } = await startHearing();
    const answer = await asks('Dürfen Grenzen mit Gewalt verändert werden?');
    expect(answer.buttons).toContain(translator('de')('reading.undo'));
    expect((await replies(answer, 'weiter')).buttons).toContain(translator('de')('reading.undo'));
  });

  test.each([
    ['behind it', (named: string) => `${borders} ${named}`],
    ['in the midst', (named: string) => `hello ${named}, can borders be changed by force?`],
    ['with somebody else behind', (named: string, bob: string) => `${named} ${borders} ${bob}`],
    ['on lines of its own', (named: string) => `${named}\n\n${borders}`],
  ])('may have the name anywhere: %s', async (_, write) => {
    const { alice, discord, said } = await startHearing();
    const bob = alice.person.server!.member({ name: 'bob' });
    alice.says(write(`<@!${discord.bot.id}>`, `<@${bob.id}>`));
    await alice.until(() => said(alice).length === 1);
    expect(seenBy(said(alice)[0]!.text)).toContain('european-leaders ¶7');
  });

  test('without words is told in short what to do', async () => {
    const scene = await startHearing();
    for (const words of ['', '?!']) {
      const told = seenBy((await scene.asks(words)).text);
      expect(told, words).toContain('Can borders be changed by force?');
    }
    expectQuiet(scene);
  });

  test.each([
    ['hi', 'Hello!'],
    ['thanks', 'You’re welcome!'],
    ['european-leaders ¶5', 'european-leaders ¶5'],
    ['european-leaders ¶50', 'european-leaders'],
    ['what else did she say?', 'Whom do you mean by “she”?'],
    ['How many tanks did Trump send to Ukraine?', 'The sources do not answer this.'],
    ['x'.repeat(1_001), '1,000'],
  ])('is answered as /ask is: %.30s', async (question, words) => {
    const scene = await startHearing();
    expect(seenBy((await scene.asks(question)).text)).toContain(words);
    expectQuiet(scene);
  });

  test('is answered in a thread, a forum’s post and beside a voice channel', async () => {
    const scene = await startHearing();
    const { server } = scene.alice.person;
    const [text, forum] = [server!.channel('text'), server!.channel('forum', 15)];
    const places = [
      server!.channel('thread', 11, text),
      server!.channel('post', 11, forum),
      server!.channel('voice', 2),
    ];
    for (const place of places) {
      const answer = await scene.asks(borders, scene.alice.person.in(place));
      expect(seenBy(answer.text), place.name).toContain('european-leaders ¶7');
    }
    expectQuiet(scene);
  });
});

describe('a reply with a ping goes on from the answer', () => {
  test('to the next passage, one by one, until there are no more', async () => {
    const scene = await startHearing();
    const first = await scene.asks(borders);
    const all = await refsOf(first);
    let answer = first;
    for (const label of all.slice(1)) {
      answer = await scene.replies(answer, 'next');
      expect(seenBy(answer.text)).toContain(label);
      expect(seenBy(answer.text)).toContain(`“${borders}”`);
      expect(await refsOf(answer)).toEqual(all);
    }
    expect(seenBy((await scene.replies(answer, 'next')).text)).toContain('That was the last passage.');
    expectQuiet(scene);
  });

  test('to the second one, the last one, a paragraph, and where it stands', async () => {
    const scene = await startHearing();
    const first = await scene.asks(borders);
    const all = await refsOf(first);
    expect(seenBy((await scene.replies(first, 'the second one')).text)).toContain(all[1]);
    expect(seenBy((await scene.replies(first, 'the last one please')).text)).toContain(all.at(-1));
    expect(seenBy((await scene.replies(first, 'show me paragraph 2')).text)).toContain('european-leaders ¶2');
    const source = await scene.replies(first, 'source?');
    expect(source.text).toContain('European Leaders Reaffirm Support for Ukraine');
    expect(source.buttons).toContain('Take back');
    expectQuiet(scene);
  });

  test('is read together with the question before', async () => {
    const scene = await startHearing();
    const first = await scene.asks('what did meloni tell the senators');
    const more = await scene.replies(first, 'what else did she say?');
    expect(seenBy(more.text)).toContain('“what else did meloni say?”');
    expect(seenBy(more.text)).not.toContain('security-guarantees ¶7 ·');
    const again = await scene.replies(more, 'and what else did she say?');
    expect((await refsOf(again)).slice(0, 2)).toEqual((await refsOf(more)).slice(0, 2));
    expect(seenBy((await scene.replies(first, 'and Putin?')).text)).toContain(
      '“what did Putin tell the senators”',
    );
    expect(seenBy((await scene.replies(first, 'what else did he say')).text)).toContain(
      'Whom do you mean by “he”?',
    );
    const other = await scene.replies(first, borders);
    expect(seenBy(other.text)).toContain('european-leaders ¶7');
    expectQuiet(scene);
  });

  test('also from somebody else, and from an answer that was shared, where the bot is mentioned', async () => {
    const scene = await startHearing();
    const { alice, to } = scene;
    const bob = alice.person.server!.member({ name: 'bob' }).in(alice.channel);
    const next = await scene.replies(await scene.asks(borders), 'next', bob);
    expect(next.pings).toEqual([bob.person.id]);
    const shared = await (await alice.runs('/ask', { question: borders })).presses('Share');
    // Discord pings nobody in a reply to what answers a button.
    bob.repliesTo(shared, 'next');
    const further = await scene.replies(shared, to('next'), bob);
    expect(seenBy(further.text)).toContain((await refsOf(shared))[1]);
    expect(scene.said(bob).filter(({ message }) => message.replyTo !== null)).toHaveLength(4);
    expectQuiet(scene);
  });

  test('whose sources have changed since is told so, and not guessed', async () => {
    const scene = await startHearing();
    const first = await scene.asks(borders);
    const before = await refsOf(first);
    const forged = {
      ...first.message,
      components: JSON.parse(
        JSON.stringify(first.message.components)
          .replaceAll(/\.[0-9a-f]{16}\./gu, '.0123456789abcdef.')
          .replaceAll(/(?<=[,:][\w-]{5})[0-9a-f]{4}(?=[0-9a-z]+\.)/gu, '0f0f'),
      ),
    };
    scene.alice.channel.put(forged);
    expect(before.length).toBeGreaterThan(1);
    const told = await scene.replies(first, 'next');
    expect(seenBy(told.text)).toContain('Below an answer');
    expectQuiet(scene);
  });
});

describe('an answer to a mention', () => {
  test('is taken back by whoever asked and by moderators, and by nobody else', async () => {
    const scene = await startHearing();
    const { alice } = scene;
    const { server } = alice.person;
    const bob = server!.member({ name: 'bob' }).in(alice.channel);
    const answer = await scene.asks(borders);
    for (const id of ['Take back', `cite:undo:${bob.person.id}`, 'cite:undo']) {
      const told = await bob.presses(answer, id, { unchecked: true });
      expect([told.private, answer.deleted]).toEqual([true, false]);
    }
    await alice.presses(answer, 'Take back', { until: 'answered' });
    await alice.until(() => answer.deleted);
    const second = await scene.asks(borders);
    const manageMessages = (1n << 10n) | (1n << 13n);
    const mod = server!.member({ name: 'mod', permissions: manageMessages }).in(alice.channel);
    await mod.presses(second, 'Take back', { until: 'answered' });
    await alice.until(() => second.deleted);
    expectQuiet(scene);
  });

  test('gives everybody answers of their own', async () => {
    const scene = await startHearing();
    const bob = scene.alice.person.server!.member({ name: 'bob', locale: 'fr' }).in(scene.alice.channel);
    const answer = await scene.asks(borders);
    for (const label of ['In context', 'Cite', 'Quote card']) {
      const own = await bob.presses(answer, label);
      expect([own.private, own.id === answer.id], label).toEqual([true, false]);
    }
    expectQuiet(scene);
  });
});
