// When two questions ask the same, told with questions that are read by hand: each rule from both sides. And which of a desk's are compared.

import { expect, test } from 'vitest';
import { type Asking, ask } from '../../src/questions/ask.ts';
import {
  duplicateOf,
  type Gist,
  leastCosine,
  likeness,
  mayBeTheSame,
} from '../../src/questions/duplicates.ts';
import { approve, reject, type Seen, sayNone } from '../../src/questions/review.ts';
import type { Database } from '../../src/store/tables.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { asking, by, channel, deliverAll, done, newDesk, noon, seen } from './world.ts';

/** Words apart by spaces. */
function gist(words: string, { asks = 'who', firm = '' } = {}): Gist {
  const across = { language: 'en', kind: 'person', numbers: new Set<string>(), words: [], names: [] };
  return { asks, words: setOf(words), firm: setOf(firm), across };
}

const setOf = (words: string) => new Set(words.split(' ').filter((word) => word !== ''));

test.each([
  ['a b', 'a b', 1],
  ['a b', 'a c', 0.5],
  ['a b', 'c d', 0],
  ['a', 'a b c', 0.5],
  ['a b c d e', 'a b c d f', 0.8],
  ['a', '', 0],
  ['', '', 0],
])('of the words "%s" and "%s" so much is the same: %d', (one, other, alike) => {
  expect(likeness(gist(one), gist(other))).toBe(alike);
  expect(likeness(gist(other), gist(one))).toBe(alike);
});

test.each([
  [{ asks: 'when' }, {}, 0],
  [{ asks: 'when' }, { asks: 'when' }, 0.75],
  [{ firm: 'a' }, {}, 0.75],
  [{ firm: 'a' }, { firm: 'b' }, 0.75],
  [{ firm: 'a d' }, {}, 0],
  [{ firm: 'a d' }, { firm: 'a' }, 0],
])(
  '%#: questions for other things, or with names that the other lacks, have nothing in common',
  (one, other, alike) => {
    const [a, b] = [gist('a b c d', one), gist('a b c e', other)];
    expect([likeness(a, b), likeness(b, a)]).toEqual([alike, alike]);
  },
);

interface Written {
  readonly language?: string;
  readonly kind?: string;
  readonly numbers?: string;
  /** `folded/term`, or one for both. */
  readonly words?: string;
  readonly names?: string;
}

function across({ language = 'en', kind = 'person', numbers = '', words = '', names = '' }: Written): Gist {
  const filed = (all: string) =>
    [...setOf(all)].map((word) => {
      const [folded = '', term = folded] = word.split('/');
      return { folded, term };
    });
  const rest = { numbers: setOf(numbers), words: filed(words), names: filed(names) };
  return { ...gist(''), across: { language, kind, ...rest } };
}

test.each([
  ['en', 'en', 0.7],
  ['en', 'de', 0.7],
  ['uk', 'uk', 0.7],
  ['uk', 'pl', 0.65],
])('a question in %s and one in %s must lie as near as %d', (one, other, least) => {
  const [a, b] = [across({ language: one }), across({ language: other })];
  expect([leastCosine(a, b), leastCosine(b, a)]).toEqual([least, least]);
});

test.each<[string, Written, Written, boolean]>([
  ['nothing is known of', {}, {}, true],
  ['other kinds', { kind: 'time' }, {}, false],
  ['the same kind', { kind: 'time' }, { kind: 'time' }, true],
  ['the same numbers', { numbers: '1 2' }, { numbers: '2 1' }, true],
  ['one number more', { numbers: '1' }, { numbers: '1 2' }, false],
  ['other numbers in another script', { language: 'uk', numbers: '1' }, { numbers: '2' }, false],
  ['another kind in another script', { language: 'uk', kind: 'time' }, {}, false],
  ['names in another script', { language: 'uk', names: 'qqqq' }, { names: 'wwww' }, true],
  ['names in the same other script', { language: 'uk', names: 'qqqq' }, { language: 'uk' }, false],
  ['a name that is no word there', { names: 'merkel' }, { words: 'tusk' }, false],
  ['a name without any word there', { names: 'merkel' }, {}, false],
  ['a name that is a word there', { names: 'merkel' }, { words: 'the merkel' }, true],
  ['one of two names that is a word there', { names: 'merkel tusk' }, { words: 'merkel' }, false],
  ['two names that are words there', { names: 'merkel tusk' }, { words: 'tusk merkel' }, true],
  ['a name in another form of one language', { names: 'merkels/merkel' }, { words: 'merkel' }, true],
  ['a name in one language that only begins alike', { names: 'merkel' }, { words: 'macron' }, false],
  ['one in two languages that begins alike', { names: 'merkel' }, { language: 'pl', words: 'macron' }, true],
  ['one that begins otherwise', { names: 'zelensky' }, { language: 'de', words: 'selbst' }, false],
  ['one with four letters of it', { names: 'zelensky' }, { language: 'pl', words: 'selensk' }, true],
  ['one with its last four letters', { names: 'zelensky' }, { language: 'pl', words: 'xnsky' }, true],
  ['one with three letters of it', { names: 'zelensky' }, { language: 'pl', words: 'xsky' }, false],
  ['one of four letters in a longer word', { names: 'xabc' }, { language: 'pl', words: 'yxabcz' }, true],
  ['one of three letters', { names: 'usa' }, { language: 'pl', words: 'kraj' }, false],
  ['one of three letters that begins alike', { names: 'usa' }, { language: 'pl', words: 'ue' }, true],
  ['a short form of two letters', { names: 'eu' }, { language: 'pl', words: 'unia' }, true],
  ['a short form where nothing stands', { names: 'eu' }, { language: 'pl' }, false],
  ['what has a capital in German only', { language: 'de', names: 'grenze' }, { words: 'border' }, true],
  ['the other one in German', { names: 'merkel' }, { language: 'de', words: 'tusk' }, false],
  ['a noun of two German ones', { language: 'de', names: 'grenze' }, { language: 'de', words: 'x' }, false],
])('%s: whether two questions may be the same', (_, one, other, may) => {
  const [a, b] = [across(one), across(other)];
  expect([mayBeTheSame(a, b), mayBeTheSame(b, a)]).toEqual([may, may]);
});

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  const newGuild = async () => {
    const { database } = await shared();
    return { database, guild: await newDesk(database) };
  };

  /** As a question "4:c d …" is read: what it asks for, and its words; all names may be the same, whatever the language. */
  const read = (text: string): Gist => {
    const [kind = '', words = ''] = text.replace('?', '').split(':');
    const all = gist(words, { asks: kind });
    return { ...all, across: { ...all.across, kind } };
  };
  /** Asks something that is led to nothing. */
  const put =
    (database: Database, guild: string) =>
    async (text: string, more: Partial<Asking> = {}): Promise<number> =>
      done(await ask(database, by(guild, 'a'), asking(text, more), (each) => gist('', { asks: each })))
        .question.number;
  const same =
    (database: Database, guild: string) =>
    (text: string, { nearness = {}, answered = true, desk = channel, server = guild } = {}) =>
      duplicateOf(
        database,
        { guild: server, channel: desk, text, nearness: new Map(Object.entries(nearness)), answered },
        read,
      );

  test('a question is the same from four words of five on, the likest first, and of equals the last', async () => {
    const { database, guild } = await newGuild();
    const texts = ['who:alpha beta gamma delta one?', 'who:alpha beta gamma delta two?', 'who:red blue?'];
    for (const text of texts) await put(database, guild)(text);
    const of = same(database, guild);
    expect(await of('who:alpha beta gamma delta three')).toBe(2);
    expect(await of('who:alpha beta gamma delta one')).toBe(1);
    expect(await of('who:alpha beta gamma three four')).toBeUndefined();
    expect(await of('when:alpha beta gamma delta one')).toBeUndefined();
    expect(await of('who:red blue', { desk: 'another' })).toBeUndefined();
    expect(await of('who:red blue', { server: 'another' })).toBeUndefined();
    expect(await of('who:red blue')).toBe(3);
  });

  test('without the words it is the nearest in meaning of those near enough that may be the same', async () => {
    const { database, guild } = await newGuild();
    const [one, two, three] = ['who:one uno?', 'who:two due?', 'when:three tre?'];
    for (const text of [one, two, three]) await put(database, guild)(text!);
    const of = same(database, guild);
    expect(await of('who:else')).toBeUndefined();
    expect(await of('who:else', { nearness: { [one!]: 0.699 } })).toBeUndefined();
    expect(await of('who:else', { nearness: { [one!]: 0.7 } })).toBe(1);
    expect(await of('who:else', { nearness: { [one!]: 0.8, [two!]: 0.75 } })).toBe(1);
    expect(await of('who:else', { nearness: { [one!]: 0.8, [two!]: 0.9 } })).toBe(2);
    expect(await of('who:else', { nearness: { [one!]: 0.8, [two!]: 0.8 } })).toBe(2);
    expect(await of('who:else', { nearness: { [three!]: 0.95 } })).toBeUndefined();
    expect(await of('who:two due', { nearness: { [one!]: 0.99 } })).toBe(2);
    expect(await of('who:two tre', { nearness: { [one!]: 0.9 } })).toBe(1);
  });

  const mia = (guild: string) => by(guild, 'mia');
  test.each<[string, boolean, (database: Database, guild: string, it: Seen) => Promise<unknown>, boolean[]]>([
    ['waits', true, async () => undefined, [true, true]],
    ['waits without a passage', false, async () => undefined, [true, true]],
    ['is on its way', true, (database, guild, it) => approve(database, mia(guild), it), [true, true]],
    [
      'is on its way as a no',
      true,
      (database, guild, it) => sayNone(database, mia(guild), it),
      [true, false],
    ],
    [
      'is answered',
      true,
      async (database, guild, it) => {
        done(await approve(database, mia(guild), it));
        await deliverAll(database, guild);
      },
      [true, true],
    ],
    [
      'is told to have no answer',
      false,
      async (database, guild, it) => {
        done(await sayNone(database, mia(guild), it));
        await deliverAll(database, guild);
      },
      [true, false],
    ],
    [
      'was rejected',
      true,
      (database, guild, it) => reject(database, mia(guild), { ...it, reason: 'unclear', words: '' }),
      [false, false],
    ],
  ])('what is asked again is led to a question, without an answer and with one, that %s', async (...row) => {
    const [, answered, decide, isLed] = row;
    const { database, guild } = await newGuild();
    const number = await put(database, guild)('who:alpha beta?', { answered });
    await decide(database, guild, await seen(database, guild, number));
    const of = same(database, guild);
    const found = [false, true].map((isAnswered) => of('who:alpha beta', { answered: isAnswered }));
    expect(await Promise.all(found)).toEqual(isLed.map((is) => (is ? number : undefined)));
  });

  test('what was erased is compared with nothing, and of the last five hundred the oldest counts', async () => {
    const { database, guild } = await newGuild();
    await put(database, guild)('who:alpha beta?');
    const row = await database
      .selectFrom('questions')
      .where('guild', '=', guild)
      .selectAll()
      .executeTakeFirstOrThrow();
    const others = Array.from({ length: 499 }, (_, n) => ({ ...row, number: n + 2, text: `who:other ${n}` }));
    for (let from = 0; from < others.length; from += 100)
      await database
        .insertInto('questions')
        .values(others.slice(from, from + 100))
        .execute();
    const of = same(database, guild);
    expect(await of('who:alpha beta')).toBe(1);
    await database
      .insertInto('questions')
      .values({ ...row, number: 501, text: 'who:last' })
      .execute();
    expect(await of('who:alpha beta')).toBeUndefined();
    expect(await of('who:last')).toBe(501);
    const last = database.updateTable('questions').where('guild', '=', guild).where('number', '=', 501);
    await last.set({ erased_at: noon }).execute();
    expect(await of('who:last')).toBeUndefined();
  });
});
