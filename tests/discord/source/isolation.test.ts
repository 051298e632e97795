// What one server adds is nowhere in another, nor in direct messages: in no command, no choice and no line of the log.
import { expect, test } from 'vitest';
import type { Place, Seen } from '../../double/double.ts';
import { onBothEngines } from '../../store/engines.ts';
import { namesOfCommands } from '../bot.ts';
import {
  adds,
  corrected,
  faultless,
  id,
  none,
  type Stage,
  secret,
  stageOn,
  textFile,
  tonight,
} from './stage.ts';

const isCard = ({ text }: Seen): boolean => text.startsWith('**#1**');

interface Use {
  readonly command: string;
  readonly options?: Record<string, string>;
  /** The options in which it is typed after. */
  readonly typed?: readonly string[];
  /** Also outside of servers. */
  readonly anywhere?: boolean;
  /** Whether the server's own members see it there. */
  readonly shows: boolean;
}

const words = 'Zanzibar keeps its lighthouses, and nobody shall dim them.';

/** Every command with words that only the document of the other server has. */
const uses: Readonly<Record<string, readonly Use[]>> = {
  ask: [
    { command: '/ask', options: { question: 'Who met in Zanzibar on Monday?' }, anywhere: true, shows: true },
  ],
  quote: [
    {
      command: '/quote',
      options: { words: 'keeps its lighthouses' },
      typed: ['words', 'source', 'speaker'],
      anywhere: true,
      shows: true,
    },
    { command: '/quote', options: { words: '' }, typed: ['words'], anywhere: true, shows: true },
  ],
  check: [{ command: '/check', options: { text: words }, typed: ['source'], anywhere: true, shows: true }],
  cite: [
    { command: '/cite', options: { citation: `${id} 2` }, typed: ['citation'], anywhere: true, shows: true },
  ],
  sources: [
    { command: '/sources', options: {}, anywhere: true, shows: true },
    { command: '/sources', options: { source: id }, typed: ['source'], anywhere: true, shows: true },
  ],
  compare: [
    { command: '/compare', options: { left: id }, typed: ['left', 'right'], anywhere: true, shows: true },
    { command: '/compare', options: { left: `${id} v1`, right: `${id} v2` }, anywhere: true, shows: true },
  ],
  position: [
    {
      command: '/position',
      options: { party: 'volodymyr-zelenskyy', topic: 'coast' },
      typed: ['topic', 'party'],
      anywhere: true,
      shows: true,
    },
  ],
  proposal: [
    {
      command: '/proposal',
      options: { name: 'security-guarantees' },
      typed: ['name'],
      anywhere: true,
      shows: false,
    },
  ],
  statement: [
    {
      command: '/statement',
      options: { section: 'lighthouses' },
      typed: ['section', 'name'],
      anywhere: true,
      shows: false,
    },
  ],
  'our-sources': [
    { command: '/our-sources list', shows: true },
    { command: '/our-sources show', options: { document: id }, typed: ['document'], shows: true },
    { command: '/our-sources show', options: { document: id, version: '1' }, shows: true },
    {
      command: '/our-sources withdraw',
      options: { document: id, reason: 'x' },
      typed: ['document'],
      shows: true,
    },
    { command: '/our-sources restore', options: { document: id }, typed: ['document'], shows: true },
    { command: '/our-sources log', typed: ['document'], shows: true },
    { command: '/our-sources export', shows: true },
  ],
  // See below: these are used on a message.
  'check-quotation': [],
  'find-sources': [],
  map: [{ command: '/map', anywhere: true, shows: false }],
  pack: [{ command: '/pack', anywhere: true, shows: false }],
  settings: [{ command: '/settings', shows: false }],
  'ask-moderators': [{ command: '/ask-moderators', shows: false }],
  desk: [
    { command: '/desk queue', shows: false },
    { command: '/desk export', shows: false },
  ],
  privacy: [{ command: '/privacy', shows: false }],
  help: [{ command: '/help', shows: false }],
};

/** What somebody sees of a use: its reply with files and components, and the choices that are offered. */
async function seenOf(place: Place, { command, options = {}, typed = [] }: Use): Promise<string> {
  const version = options['version'] === undefined ? {} : { version: Number(options['version']) };
  const seen = await place.runs(command, { ...options, ...version }, { unchecked: true });
  const parts = [
    JSON.stringify(seen.components),
    ...seen.files.map(({ bytes }) => Buffer.from(bytes).toString()),
  ];
  for (const option of typed) {
    for (const letters of ['', 'zan', 'light', 'keeps its', id]) {
      const written = { ...options, [option]: letters };
      parts.push(JSON.stringify(await place.types(command, written, option, { unchecked: true })));
    }
  }
  return parts.join('\n');
}

/** Tokens of the document: its id, its title, its words. */
const telling = [/zanzibar/iu, /lighthouse/iu, /adeyemi/iu, /secretariat/iu, /stone town/iu];

/** Refusals repeat what was typed, which is no news to whoever typed it. */
function tellingIn({ options = {} }: Use): RegExp[] {
  return telling.filter((token) => !Object.values(options).some((typed) => token.test(typed)));
}

async function withDocument(stage: Stage): Promise<void> {
  await adds(stage, stage.mia);
  const file = textFile(stage, corrected);
  await (await stage.mia.runs('/our-sources correct', { document: id, reason: 'Nine.', file })).presses(
    'Approve',
  );
  await stage.mia.runs('/our-sources add', { file: textFile(stage, tonight) });
}

onBothEngines((engine) => {
  test('every command of the bot is looked at', async () => {
    expect(Object.keys(uses).sort()).toEqual(await namesOfCommands());
  });

  test('in its own server every command that shows texts shows it', async () => {
    const stage = await stageOn(engine);
    await withDocument(stage);
    for (const use of Object.values(uses)
      .flat()
      .filter(({ shows }) => shows)) {
      const seen = await seenOf(stage.admin, use);
      expect(seen.toLowerCase(), JSON.stringify(use)).toContain(secret);
    }
    expect(faultless(stage)).toEqual(none);
  });

  test('in another server and in direct messages nothing shows it, nor in the log', async () => {
    const stage = await stageOn(engine);
    await withDocument(stage);
    const { admin, bob } = stage.elsewhere;
    await admin.runs('/desk open', { channel: admin.channel.id, 'review-channel': admin.channel.id });
    // Words that they ask in vain themselves are their own, and would be shown to them.
    await admin.runs('/settings', { unanswered: 'nothing' });
    const dm = bob.person.inDirectMessages();
    const all = Object.values(uses).flat();
    const places: [Place, readonly Use[]][] = [
      [admin, all],
      [bob, all],
      [dm, all.filter(({ anywhere }) => anywhere)],
      [stage.alice.person.inDirectMessages(), all.filter(({ anywhere }) => anywhere)],
    ];
    for (const [place, some] of places) {
      for (const use of some) {
        const seen = await seenOf(place, use);
        for (const token of tellingIn(use))
          expect(seen, `${place.person.user.name} ${JSON.stringify(use)}`).not.toMatch(token);
      }
    }
    for (const [place, verdict] of [
      [stage.alice, 'Exact'],
      [bob, 'This message has no quotation to check.'],
    ] as const) {
      const said = place.says(words);
      const seen = await place.usesOnMessage('Check quotation', said);
      expect(seen.text).toContain(verdict);
      const found = await place.usesOnMessage('Find sources', said);
      expect(found.text.includes('keeps its lighthouses'), found.text).toBe(place === stage.alice);
    }
    const log = JSON.stringify(stage.log());
    for (const token of telling) expect(log).not.toMatch(token);
    expect(faultless(stage)).toEqual(none);
  });

  test('a desk attaches, finds and flags what is its own server’s, and nothing in another server', async () => {
    const stage = await stageOn(engine);
    await adds(stage, stage.mia);
    const { admin: otherAdmin, bob } = stage.elsewhere;
    for (const [boss, asker, has] of [
      [stage.admin, stage.alice, true],
      [otherAdmin, bob, false],
    ] as const) {
      await boss.runs('/desk open', { channel: boss.channel.id, 'review-channel': boss.channel.id });
      const form = await asker.runs('/ask-moderators');
      await form.modal.submits({ text: 'How many members has the lighthouse commission?' });
      const isCard = (text: string) => text.startsWith('**#1**');
      const sees = await boss.until((all) => all.some(({ text }) => isCard(text)));
      const card = sees.find(({ text }) => isCard(text));
      expect(card?.text.includes('commission of seven members')).toBe(has);
      const adding = await card?.presses('Add passage');
      const added = await adding?.modal.submits({ citation: `${id} 3` });
      expect(added?.text.includes('added to #1')).toBe(has);
      if (!has) expect(added?.text).toContain('names no document here');
    }
    const cards = await stage.admin.until((all) => all.some(({ text }) => text.startsWith('**#1**')));
    await cards.find(({ text }) => text.startsWith('**#1**'))?.presses('Approve');
    await stage.alice.until((all) => all.some(({ text }) => text.startsWith('**Question #1**')));
    await stage.mia.runs('/our-sources withdraw', { document: id, reason: 'Not authentic.' });
    await stage.alice.until((all) =>
      all.some(({ text }) => text.startsWith('**Question #1**') && /withdrawn/.test(text)),
    );
    expect(faultless(stage)).toEqual(none);
  });

  test('a desk publishes nothing that was corrected or withdrawn since it was offered', async () => {
    const stage = await stageOn(engine);
    await adds(stage, stage.mia);
    const { admin, alice, mia } = stage;
    await admin.runs('/desk open', { channel: admin.channel.id, 'review-channel': admin.channel.id });
    const form = await alice.runs('/ask-moderators');
    await form.modal.submits({ text: 'How many members has the lighthouse commission?' });
    const card = (await admin.until((all) => all.some(isCard))).find(isCard);
    const withdrawn = await mia.runs('/our-sources withdraw', { document: id, reason: 'Not authentic.' });
    expect((await card?.presses('Approve'))?.text).toContain('This source was withdrawn');
    await withdrawn.presses('Restore it');
    const file = textFile(stage, corrected, 'nine.md');
    await (await mia.runs('/our-sources correct', { document: id, reason: 'Nine.', file })).presses(
      'Approve',
    );
    expect((await card?.presses('Approve'))?.text).toContain('This passage was corrected');
    const adding = await card?.presses('Add passage');
    await adding?.modal.submits({ citation: `${id} 2` });
    const isNew = (seen: Seen) => isCard(seen) && seen.text.includes('nine members');
    const now = (await admin.until((all) => all.some(isNew))).find(isNew);
    expect((await now?.presses('Approve'))?.text).toContain('approved');
    expect(faultless(stage)).toEqual(none);
  });

  test('an answer whose source is withdrawn while it is on its way is marked as soon as it stands', async () => {
    const stage = await stageOn(engine);
    await adds(stage, stage.mia);
    const { admin, alice, mia, discord } = stage;
    await admin.runs('/desk open', { channel: admin.channel.id, 'review-channel': admin.channel.id });
    const form = await alice.runs('/ask-moderators');
    await form.modal.submits({ text: 'How many members has the lighthouse commission?' });
    const card = (await admin.until((all) => all.some(isCard))).find(isCard);
    discord.fails({ method: 'POST', path: /\/channels\/\d+\/messages/, times: 8, with: { status: 503 } });
    await card?.presses('Approve');
    await mia.runs('/our-sources withdraw', { document: id, reason: 'Not authentic.' });
    await alice.until((all) =>
      all.some(({ text }) => text.startsWith('**Question #1**') && /withdrawn/.test(text)),
    );
  });
});
