// A library in another thread answers as one that is read here, with the very objects that stand here; and where its thread hangs or
// breaks, one call fails and everything else goes on.
import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/common/errors.ts';
import { currentLine, inLine } from '../../src/common/line.ts';
import type { Document } from '../../src/corpus/document.ts';
import { type Collection, readCollection } from '../../src/corpus/files/collection.ts';
import { labelOf, passagesOf } from '../../src/corpus/passages.ts';
import { type Library, libraryOf } from '../../src/library.ts';
import type { LibraryThreadOptions } from '../../src/library-thread/options.ts';
import { openLibraryThread } from '../../src/library-thread/thread.ts';
import type { Model } from '../../src/reading/model.ts';
import type { ModelDescription } from '../../src/reading/model-files.ts';
import { NotRead } from '../../src/reading/reader.ts';
import type { ModelSource } from '../../src/reading/source.ts';

const shipped = await readCollection('corpus');
const here = libraryOf(shipped);
const last = shipped.documents.at(-1);
const of = (isOwn: boolean): Collection => ({
  ...shipped,
  documents: shipped.documents.filter((document) => (document === last) === isOwn),
  passages: shipped.passages.filter(({ document }) => (document === last) === isOwn),
});

const threadWith = (options: LibraryThreadOptions = {}) => {
  const thread = openLibraryThread(options);
  onTestFinished(() => thread.close());
  return thread;
};

/** The same asked of both. */
const both = async <T>(there: Library, ask: (library: Library) => Promise<T>): Promise<[T, T]> => [
  await ask(there),
  await ask(here),
];

const questions = (await readFile('tests/golden/questions.jsonl', 'utf8'))
  .trim()
  .split('\n')
  .map((line): string => JSON.parse(line).question)
  .filter((_, at) => at % 10 === 0);

test('answers, quotations, checks, citations and statements are the same, of the same objects', async () => {
  const there = threadWith().open(shipped);
  for (const question of questions) {
    const [answer, wanted] = await both(there, (library) => library.ask(question));
    expect(answer).toEqual(wanted);
    for (const { passage } of answer.citations) expect(shipped.passages).toContain(passage);
    const of = shipped.documents.slice(0, 1);
    const [kept, alone] = await both(there, (library) => library.ask(question, { of }));
    expect(kept).toEqual(alone);
    for (const { passage } of kept.citations) expect(passage.document).toBe(of[0]);
  }
  for (const passage of shipped.passages) {
    const words = passage.text.split(/\s+/u).slice(2, 14).join(' ');
    const [found, quoted] = await both(there, (library) => library.findQuote(words));
    expect(found).toEqual(quoted);
    expect(found.some((match) => match.passage === passage)).toBe(true);
    const [checked, verdict] = await both(there, (library) => library.check(`“${words}”`));
    expect(checked).toEqual(verdict);
    const [cited, citation] = await both(there, (library) => library.cite(labelOf(passage)));
    expect(cited).toEqual(citation);
    const [said, told] = await both(there, (library) => library.said(passage, { start: 0, end: 20 }));
    expect(said).toEqual(told);
  }
  for (const document of shipped.documents) {
    const [read, wanted] = await both(there, (library) => library.statementsOf(document));
    expect(read).toEqual(wanted);
    expect(await there.passagesOf(document)).toEqual(await here.passagesOf(document));
    expect(await there.document(document.id)).toBe(document);
  }
  expect(await there.hints()).toEqual(await here.hints());
});

test('a whole text is checked there as here, and gives way to what else is asked', async () => {
  const there = threadWith().open(shipped);
  const text = shipped.passages
    .map((passage) => `He said: “${passage.text.replace(/[“”]/gu, '')}”`)
    .join('\n\n');
  const [checked, wanted] = await both(there, (library) => library.checkText(text));
  expect(checked).toEqual(wanted);
  expect(checked.items.length).toBeGreaterThan(shipped.passages.length / 2);
  const settled: string[] = [];
  const long = there
    .checkText(Array.from({ length: 8 }, () => text).join('\n\n'))
    .then(() => settled.push('text'));
  await there
    .check('“International borders must not be changed by force.”')
    .then(() => settled.push('check'));
  await long;
  expect(settled).toEqual(['check', 'text']);
});

test('positions, proposals and joint statements are the same', async () => {
  const there = threadWith().open(shipped);
  const [mine, theirs] = [there.positions, here.positions];
  expect([mine.everybody, mine.proposals, mine.statements]).toEqual([
    ...[theirs.everybody, theirs.proposals, theirs.statements],
  ]);
  for (const who of theirs.everybody) {
    expect(await mine.position(who)).toEqual(await theirs.position(who));
    expect(await mine.who(who.name)).toEqual(await theirs.who(who.name));
    expect(await mine.suggest.quotations(who)).toEqual(await theirs.suggest.quotations(who));
    const matches = await here.findQuote('security');
    expect(await mine.saidBy(who, matches)).toEqual(await theirs.saidBy(who, matches));
  }
  for (const proposal of theirs.proposals) {
    expect(await mine.proposal(proposal)).toEqual(await theirs.proposal(proposal));
    const named = await mine.proposalNamed(proposal.name);
    expect(named.found && named.value).toBe(proposal);
  }
  for (const statement of theirs.statements) {
    const [section] = statement.sections;
    const shown = await mine.jointStatement(statement, section);
    expect(shown).toEqual(await theirs.jointStatement(statement, section));
    expect(shown.sections[0]).toBe(section);
    const [found] = await mine.sectionsNamed(section?.name ?? '', statement);
    expect(found?.section).toBe(section);
  }
});

test('documents beside those of another library are found with them, while it is open and after it was closed', async () => {
  const thread = threadWith();
  const shared = thread.open(of(false));
  const there = await shared.beside(of(true));
  const passage = of(true).passages[0];
  const words = passage?.text.split(/\s+/u).slice(0, 8).join(' ') ?? '';
  const look = async (): Promise<unknown> => (await there.findQuote(words))[0]?.passage;
  expect(await look()).toBe(passage);
  expect(await shared.findQuote(words)).toEqual([]);
  for (const typed of ['', 'border', '1']) {
    for (const kind of ['quotations', 'passages', 'documents'] as const) {
      const [offered, wanted] = await both<readonly unknown[]>(there, ({ suggest }) => suggest[kind](typed));
      expect(offered).toEqual(wanted);
    }
  }
  // Whoever holds it still asks.
  shared.close();
  there.close();
  expect(await look()).toBe(passage);
  expect(await look()).toBe(passage);
  expect(await shared.findQuote(words)).toEqual([]);
});

test('an earlier version is found by checks, and is no document of the library', async () => {
  const more = of(true);
  const [current] = more.documents;
  if (!current) throw new Error('there is no document');
  const before: Document = {
    ...current,
    status: 'withdrawn',
    text: 'The strait is open to all ships of both navies again.',
  };
  const gone = { ...more, passages: [...more.passages, ...passagesOf(before, { headings: true })] };
  const there = await threadWith().open(of(false)).beside(gone);
  const inPlace = await libraryOf(of(false)).beside(gone);
  const words = 'The strait is open to all ships of both navies again.';
  const check = await there.check(words);
  expect(check).toEqual(await inPlace.check(words));
  expect(check.withdrawn ?? check.matches).toHaveLength(1);
  expect(there.documents).toEqual(inPlace.documents);
  expect(await there.document(current.id)).toBe(current);
  expect(await there.cite(`${current.id} ¶1`)).toEqual(await inPlace.cite(`${current.id} ¶1`));
});

test('a refusal is told as one, and what is given up rejects at once', async () => {
  const there = threadWith().open(shipped);
  await expect(there.ask('x'.repeat(2_000))).rejects.toBeInstanceOf(UserError);
  const [giving, given] = [new AbortController(), AbortSignal.abort(new Error('late'))];
  const asked = there.ask('What did the leaders say?', { signal: giving.signal });
  giving.abort(new Error('no time'));
  await expect(asked).rejects.toThrow('no time');
  await expect(there.ask('Who spoke?', { signal: given })).rejects.toThrow('late');
});

const breaking = new URL('./hanging.ts', import.meta.url);
const some = labelOf(shipped.passages[0] ?? expect.fail());

test.each(['hang', 'exit', 'fill'])(
  'a thread that breaks (%s) costs one call, and the others are answered',
  async (how) => {
    const broken: unknown[] = [];
    const thread = threadWith({
      entry: breaking,
      hangsAfter: 1_000,
      replaced: (error) => broken.push(error),
    });
    const there = thread.open(of(false));
    const beside = await there.beside(of(true));
    const calls = [there.cite(some), there.cite(how), there.ask('Who met in Alaska?'), beside.cite(some)];
    const [before, fails, asked, after] = await Promise.allSettled(calls);
    expect(before?.status).toBe('fulfilled');
    expect(fails?.status).toBe('rejected');
    expect([asked?.status, after?.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(broken.length).toBe(1);
    expect(await beside.cite(some)).toMatchObject({ found: true });
  },
);

test('a closed thread refuses', async () => {
  const thread = openLibraryThread();
  const there = thread.open(shipped);
  const refused = expect(there.cite(some)).rejects.toThrow('closed');
  await thread.close();
  await refused;
  await expect(there.cite(some)).rejects.toThrow('closed');
});

const describedModel: ModelDescription = {
  ...{ hidden: 4, kept: 2, longestPassage: 128, longestQuestion: 48, title: 16 },
  calibration: { scale: 1, offset: 0 },
  sha256: { 'lower.onnx': '', 'reader.onnx': '', 'tokenizer.json': '', 'vectors.onnx': '' },
};

/** Never answers, and tells what is asked of it and when it is given up. */
function endless(): { readonly source: ModelSource; readonly told: string[] } {
  const told: string[] = [];
  const model: Model = {
    ...{ description: describedModel, shelf: 'memory', timeLimit: 60_000 },
    vectorOf: () => new Promise(() => undefined),
    read: () => new Promise(() => undefined),
    readSentences: () => new Promise(() => undefined),
    prepare: (passages, _, signal) =>
      new Promise((resolve) => {
        told.push(`prepare ${passages.length}`);
        signal?.addEventListener('abort', () => {
          told.push('stop');
          resolve();
        });
      }),
    forget: async () => undefined,
    close: async () => undefined,
  };
  return { source: async () => model, told };
}

test('what a question wants of the model waits in the line of the server that asked', async () => {
  const lines: string[] = [];
  const model: Model = {
    ...{ description: describedModel, shelf: 'memory', timeLimit: 60_000 },
    vectorOf: async (question) => {
      lines.push(`${currentLine()}: ${question}`);
      throw new NotRead('unavailable');
    },
    read: () => Promise.reject(new NotRead('unavailable')),
    readSentences: () => Promise.reject(new NotRead('unavailable')),
    prepare: async () => undefined,
    forget: async () => undefined,
    close: async () => undefined,
  };
  const there = threadWith({ model: async () => model }).open(shipped);
  await Promise.all([
    inLine('one', () => there.ask('Who met in Alaska?')),
    inLine('two', () => there.ask('Who met in Geneva?')),
  ]);
  expect(lines.toSorted()).toEqual(['one: Who met in Alaska?', 'two: Who met in Geneva?']);
});

test('what a library makes in the background ends when it is closed, and nobody waits for it', async () => {
  const { source, told } = endless();
  const there = threadWith({ model: source }).open(shipped);
  await there.prepare();
  const waiting = there.vectors();
  await expect.poll(() => told, { timeout: 20_000 }).toEqual([`prepare ${shipped.passages.length}`]);
  there.close();
  await waiting;
  await expect.poll(() => told, { timeout: 20_000 }).toContain('stop');
  expect(await there.cite(some)).toMatchObject({ found: true });
});

test('a document that cannot be read fails its own library alone', async () => {
  const troubles: unknown[] = [];
  const broken: unknown[] = [];
  const thread = threadWith({
    troubled: (error) => troubles.push(error),
    replaced: (error) => broken.push(error),
  });
  const there = thread.open(of(false));
  const [document] = of(true).documents;
  const [passage] = of(true).passages;
  if (!document || !passage) throw new Error('there is no passage');
  const spoilt = { ...document, text: undefined as unknown as string };
  const more = { ...of(true), documents: [spoilt], passages: [{ ...passage, document: spoilt }] };
  const asked = there.ask('Who met in Alaska?');
  await expect(there.beside(more)).rejects.toThrow('not sent');
  expect((await asked).citations.length).toBeGreaterThan(0);
  expect([troubles.length, broken.length]).toEqual([1, 0]);
  const beside = await there.beside(of(true));
  expect(await beside.cite(labelOf(passage))).toMatchObject({ found: true });
});

test('a document without passages is a document there as here', async () => {
  const [model] = shipped.documents;
  if (!model) throw new Error('there is no document');
  const empty = { ...model, id: 'nothing', text: '' };
  const more = { ...shipped, documents: [...shipped.documents, empty] };
  const there = threadWith().open(more);
  expect(await there.cite('nothing ¶1')).toEqual(await libraryOf(more).cite('nothing ¶1'));
});

test('a server that asks much of the library that all share waits behind itself', async () => {
  const there = threadWith().open(shipped);
  await there.prepare();
  const done: string[] = [];
  const asked = (server: string, words: string): Promise<unknown> =>
    inLine(server, () => there.check(words)).then(() => done.push(server));
  const noisy = Array.from({ length: 60 }, (_, n) => asked('noisy', `“peace number ${n} must be just”`));
  const quiet = asked('quiet', '“peace must be just”');
  await Promise.all([...noisy, quiet]);
  // Without turns it would be the last; some are done before its message has come.
  expect(done.indexOf('quiet')).toBeLessThan(noisy.length / 2);
});
