// Which library answers in a server: the shipped documents and the server's own, on both engines.
import { expect, test } from 'vitest';
import { type Collection, readCollection } from '../src/corpus/files/collection.ts';
import { labelOf } from '../src/corpus/passages.ts';
import { type LibrariesOptions, openLibraries, weightOfOne } from '../src/libraries.ts';
import { type Library, libraryOf } from '../src/library.ts';
import type { Model } from '../src/reading/model.ts';
import { NotRead } from '../src/reading/reader.ts';
import { addDocument, correctDocument } from '../src/sources/add.ts';
import { eraseDocument } from '../src/sources/erase.ts';
import { changesSince } from '../src/sources/feed.ts';
import { withdrawDocument } from '../src/sources/withdraw.ts';
import { added, done, draft, moderator, newGuild, noon, rules } from './sources/world.ts';
import { stopClock } from './stopped-clock.ts';
import { onBothEngines, sharedStore } from './store/engines.ts';

const shipped: Collection = await readCollection('corpus');
const shared = libraryOf(shipped);

const anyModel: Model['description'] = {
  ...{ hidden: 4, kept: 2, longestPassage: 128, longestQuestion: 32, title: 60 },
  calibration: { scale: 1, offset: 0 },
  sha256: { 'lower.onnx': '', 'vectors.onnx': '', 'reader.onnx': '', 'tokenizer.json': '' },
};

const harbour = 'The two delegations agreed to reopen the harbour of Odesa in March.';
const question = 'When will the harbour be reopened?';
const shippedQuestion = 'Can borders be changed by force?';

/** A model that reads nothing and never ends preparing; what would end it is put to `closings`. */
function preparing(closings: AbortSignal[]): Model {
  const notRead = async (): Promise<never> => {
    throw new NotRead('unavailable');
  };
  return {
    ...{
      description: anyModel,
      shelf: 'memory',
      timeLimit: 60_000,
      vectorOf: notRead,
      read: notRead,
      readSentences: notRead,
      forget: async () => undefined,
      close: async () => undefined,
    },
    prepare: (_, __, signal) => {
      if (signal) closings.push(signal);
      return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
    },
  };
}

async function labels(library: Library, asked: string): Promise<string[]> {
  const { outcome, citations } = await library.ask(asked);
  return outcome === 'answer' ? citations.map(({ passage }) => labelOf(passage)) : [];
}

onBothEngines((engine) => {
  const store = sharedStore(engine);

  /** A server and the libraries as one process has them, which hears of what is there already. */
  const newWorld = async (options: Partial<LibrariesOptions> = {}) => {
    const { database } = await store();
    const libraries = openLibraries({ shared: () => shared, database, ...options });
    const hear = async () => libraries.changed(await changesSince(database, 0));
    await hear();
    const guild = newGuild();
    const add = async (text: string, id = 'tonight', where = guild) => {
      await added(database, moderator(where), id, text);
      await hear();
    };
    return { database, guild, libraries, hear, add };
  };

  test('a server without documents of its own shares one library with all the others', async () => {
    const { libraries, guild } = await newWorld();
    expect(await libraries.of(guild)).toBe(shared);
    expect(await libraries.of(undefined)).toBe(shared);
    expect(libraries.held()).toEqual({ libraries: 0, characters: 0 });
  });

  test('a question is answered from the shipped documents and the server’s own, and nowhere else from those', async () => {
    const { libraries, guild, add } = await newWorld();
    await add(harbour);
    const library = await libraries.of(guild);
    expect((await labels(library, question))[0]).toBe('tonight ¶1');
    expect(await labels(library, shippedQuestion)).toEqual(await labels(shared, shippedQuestion));
    expect(await library.cite('tonight 1')).toMatchObject({ found: true });
    expect(await library.findQuote('reopen the harbour')).toHaveLength(1);
    expect((await library.suggest.documents('tonight')).map(({ id }) => id)).toEqual(['tonight']);

    const other = newGuild();
    await add('The delegations talked about trade.', 'trade', other);
    for (const elsewhere of [await libraries.of(other), await libraries.of(newGuild()), shared]) {
      expect(await labels(elsewhere, question)).toEqual([]);
      expect(await elsewhere.cite('tonight 1')).toMatchObject({ found: false });
      expect(await elsewhere.findQuote('reopen the harbour')).toEqual([]);
      expect(await elsewhere.suggest.documents('tonight')).toEqual([]);
    }
  });

  test('what is stored beyond a limit is left out and told, and the rest answers', async () => {
    const told: string[] = [];
    const { libraries, guild, add } = await newWorld({
      limits: { documentParagraphs: 3, paragraphs: 4 },
      leftOut: (where, problems) => {
        for (const { place, message } of problems) told.push(`${where} ${place.file} ${message.key}`);
      },
    });
    await add('One.\n\nTwo.\n\nThree.\n\nFour.', 'long');
    await add('One.\n\nTwo.', 'second');
    await add('One.\n\nTwo.\n\nThree.', 'third');
    await add(harbour);
    const library = await libraries.of(guild);
    expect(told).toEqual([`${guild} long.md sources.tooManyParagraphs`, `${guild} third.md sources.noRoom`]);
    expect((await labels(library, question))[0]).toBe('tonight ¶1');
    expect(await library.cite('second 2')).toMatchObject({ found: true });
    expect(await library.cite('long 1')).toMatchObject({ found: false });
  });

  test('a correction answers in its words, a withdrawn document not at all, and its citation says so', async () => {
    const { database, libraries, guild, hear, add } = await newWorld();
    await add(harbour);
    await libraries.of(guild);
    const text = harbour.replace('March', 'April');
    const correction = { id: 'tonight', version: 1, draft: draft(text), reason: 'misheard' };
    done(await correctDocument(database, moderator(guild), correction, rules));
    await hear();
    const corrected = await libraries.of(guild);
    expect((await corrected.ask(question)).citations[0]?.passage.text).toBe(text);
    expect((await corrected.document('tonight'))?.status).toBe('corrected');

    done(await withdrawDocument(database, moderator(guild), { id: 'tonight', version: 2, reason: 'a hoax' }));
    await hear();
    const withdrawn = await libraries.of(guild);
    expect(await labels(withdrawn, question)).toEqual([]);
    expect(await withdrawn.findQuote('reopen the harbour')).toEqual([]);
    expect(await withdrawn.cite('tonight 1')).toMatchObject({
      found: true,
      document: { status: 'withdrawn' },
    });
  });

  test('what an earlier version had and no later one has is told as such, with when it changed', async () => {
    const { database, libraries, guild, hear, add } = await newWorld();
    await add(`${harbour}\n\nThe ferry sails on Sunday.\n\nNobody was hurt in the storm.`);
    const correct = async (version: number, text: string, at: number) => {
      const correction = { id: 'tonight', version, draft: draft(text), reason: 'misheard' };
      done(await correctDocument(database, moderator(guild, 'mia', at), correction, rules));
      await hear();
    };
    const day = 24 * 60 * 60_000;
    await correct(1, `${harbour}\n\nThe ferry sails on Monday.\n\nNobody was hurt in the storm.`, noon + day);
    await correct(2, `${harbour}\n\nThe ferry sails on Tuesday.`, noon + 3 * day);
    const stood = async (text: string) => {
      const { verdict, withdrawn = [] } = await (await libraries.of(guild)).check(text);
      return [verdict, ...withdrawn.map(({ passage }) => `${labelOf(passage)} ${passage.document.changed}`)];
    };
    expect(await stood('The ferry sails on Sunday.')).toEqual(['altered', 'tonight v1 ¶2 2026-01-06']);
    expect(await stood('The ferry sails on Monday.')).toEqual(['altered', 'tonight v2 ¶2 2026-01-08']);
    expect(await stood('Nobody was hurt in the storm.')).toEqual(['not-found', 'tonight v2 ¶3 2026-01-08']);
    expect(await stood('The ferry sails on Tuesday.')).toEqual(['exact']);
    expect(await stood('agreed to reopen the harbour of Odesa in March')).toEqual(['exact']);
    expect(await stood('The ferry sails on Friday.')).toEqual(['altered']);
    expect(await stood('Somebody was hurt in the storm of the year.')).toEqual(['not-found']);
    // It answers nothing, and no citation without a version leads to it.
    const library = await libraries.of(guild);
    expect(await library.findQuote('sails on Sunday')).toEqual([]);
    expect(await library.cite('tonight 3')).toMatchObject({ found: false });
    expect(await labels(library, 'Was anybody hurt in the storm?')).toEqual([]);

    // What is said again is not gone.
    await correct(3, `${harbour}\n\nThe ferry sails on Sunday.`, noon + 4 * day);
    expect(await stood('The ferry sails on Sunday.')).toEqual(['exact']);
    const erasing = { id: 'tonight', version: 4, reason: 'a complaint' };
    done(
      await eraseDocument(database, moderator(guild, 'mia', noon + 5 * day), erasing, async () => undefined),
    );
    await hear();
    expect(await stood('The ferry sails on Monday.')).toEqual(['not-found']);
    expect(await stood('Nobody was hurt in the storm.')).toEqual(['not-found']);
  });

  test('what did not change keeps its passages when another document is added', async () => {
    const { libraries, guild, add } = await newWorld();
    await add(harbour);
    const before = await libraries.of(guild);
    expect(await libraries.of(guild)).toBe(before);
    await add('The delegations talked about trade.', 'trade');
    const after = await libraries.of(guild);
    expect(after).not.toBe(before);
    const of = (library: Library, id: string) => library.passages.find(({ document }) => document.id === id);
    expect(of(after, 'tonight')).toBe(of(before, 'tonight'));
    expect(of(after, 'trade')).toBeDefined();
  });

  test('many who ask at once wait for one and the same library', async () => {
    const { libraries, guild, add } = await newWorld();
    await add(harbour);
    const opened = await Promise.all(Array.from({ length: 20 }, () => libraries.of(guild)));
    expect(new Set(opened).size).toBe(1);
    expect(opened[0]).not.toBe(shared);
  });

  test('a document of the server keeps its id where a shipped one comes with the same later', async () => {
    const { database, guild, libraries, hear } = await newWorld();
    const id = shipped.documents[0]?.id ?? '';
    const text = { id, draft: draft(harbour) };
    const reserved = new Set(shipped.documents.map((document) => document.id));
    expect(await addDocument(database, moderator(guild), text, { ...rules, reserved })).toMatchObject({
      reason: 'id-reserved',
    });
    done(await addDocument(database, moderator(guild), text, { ...rules, reserved: new Set() }));
    await hear();
    const library = await libraries.of(guild);
    expect(await library.cite(`${id} ¶1`)).toMatchObject({ found: true, passages: [{ text: harbour }] });
    expect(library.problems.map(({ message }) => message.key)).toContain('document.idTaken');
  });

  test('only so much is held, what was asked last longest', async () => {
    const each = harbour.length + weightOfOne;
    const { libraries, add } = await newWorld({ mostCharacters: 2 * each });
    const [one, two, three] = [newGuild(), newGuild(), newGuild()];
    for (const guild of [one, two, three]) await add(harbour, 'tonight', guild);
    const first = await libraries.of(one);
    const second = await libraries.of(two);
    expect(libraries.held()).toEqual({ libraries: 2, characters: 2 * each });
    expect(await libraries.of(one)).toBe(first);
    await libraries.of(three);
    expect(libraries.held()).toEqual({ libraries: 2, characters: 2 * each });
    expect(await libraries.of(one)).toBe(first);
    expect(await libraries.of(two)).not.toBe(second);
  });

  test('what is idle is let go of, though nobody asks for something else', async () => {
    const each = harbour.length + weightOfOne;
    const { libraries, add } = await newWorld({ idleMs: 1_000 });
    const [one, two] = [newGuild(), newGuild()];
    for (const guild of [one, two]) await add(harbour, 'tonight', guild);
    const clock = stopClock();
    for (const guild of [one, two]) {
      await libraries.of(guild);
      await clock.passes(999);
      expect(libraries.held()).toEqual({ libraries: 1, characters: each });
      await clock.passes(1);
      expect(libraries.held()).toEqual({ libraries: 0, characters: 0 });
    }
  });

  test('a library that is let go of or replaced has nothing prepared any more', async () => {
    const closings: AbortSignal[] = [];
    const reading = libraryOf(shipped, { model: async () => preparing(closings) });
    const { libraries, add, guild } = await newWorld({ shared: () => reading });
    await add(harbour);
    await libraries.of(guild);
    // The shared documents' and the server's own.
    await expect.poll(() => closings.length).toBe(2);
    await add('The delegations talked about trade.', 'trade');
    await libraries.of(guild);
    await expect.poll(() => closings.map(({ aborted }) => aborted)).toEqual([false, true, false]);
  });

  test('a library that could not be opened is opened by whoever asks next', async () => {
    const { database, guild, libraries, hear } = await newWorld();
    await added(database, moderator(guild), 'tonight', harbour);
    await hear();
    await database.schema.alterTable('versions').renameTo('versions_elsewhere').execute();
    try {
      await expect(libraries.of(guild)).rejects.toThrow(/versions/);
    } finally {
      await database.schema.alterTable('versions_elsewhere').renameTo('versions').execute();
    }
    expect((await labels(await libraries.of(guild), question))[0]).toBe('tonight ¶1');
  });
});
