// Documents that stand beside those of another library are found, checked and offered as if all had been read as one.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { letGoOfAll } from '../src/common/lately.ts';
import { atOnce } from '../src/common/steps.ts';
import { type Collection, readCollection } from '../src/corpus/files/collection.ts';
import { labelOf } from '../src/corpus/passages.ts';
import { Holding } from '../src/holding.ts';
import { type Library, libraryOf, librarySteps } from '../src/library.ts';

const all = await readCollection('corpus');
const whole = libraryOf(all);
const last = all.documents.at(-1);

const of = (isOwn: boolean): Collection => ({
  ...all,
  documents: all.documents.filter((document) => (document === last) === isOwn),
  passages: all.passages.filter(({ document }) => (document === last) === isOwn),
});
const shared = libraryOf(of(false));
const beside = atOnce(shared.besideSteps(of(true)));

const lines = (await readFile('tests/golden/questions.jsonl', 'utf8')).trim().split('\n');
const questions = lines.map((line): string => JSON.parse(line).question);

const both = async <T>(ask: (library: Library) => Promise<T>): Promise<[T, T]> => [
  await ask(beside),
  await ask(whole),
];

test('what only some ask for is read when they ask, and again where it was let go of', async () => {
  const base = new Holding(of(false), {});
  const own = new Holding(of(true), { beside: base });
  atOnce(own.readSteps('questions'));
  expect([own.people.known(), own.wording.stream.known()]).toEqual([undefined, undefined]);
  const words = last?.text.split(/\s+/u).slice(2, 9).join(' ') ?? '';
  const asked = async (): Promise<unknown> => [
    await beside.findQuote(words),
    await beside.check(words),
    await beside.positions.who('Putin'),
    await beside.suggest.quotations(words.slice(0, 9)),
  ];
  const told = await asked();
  letGoOfAll();
  expect(await asked()).toEqual(told);
});

test('questions find the same passages, miss the same words, and are as sure', async () => {
  let same = 0;
  for (const question of questions) {
    const [ours, theirs] = await both((library) => library.ask(question));
    expect([question, ours.missing]).toEqual([question, theirs.missing]);
    const first = [ours, theirs].map(({ citations: [hit] }) => hit && labelOf(hit.passage));
    if (first[0] === first[1] && ours.outcome === theirs.outcome) same += 1;
    expect(Math.abs(ours.confidence - theirs.confidence)).toBeLessThan(0.2);
  }
  // How long paragraphs are in the mean is not the same in both parts, which BM25 weighs a little.
  expect(same / questions.length).toBeGreaterThan(0.97);
});

test('words of every passage are found, checked and cited', async () => {
  for (const passage of all.passages) {
    const words = passage.text.split(/\s+/u).slice(2, 14).join(' ');
    const [found, wanted] = await both((library) => library.findQuote(words));
    expect(found).toEqual(wanted);
    const [checked, expected] = await both((library) => library.check(words));
    expect([checked.verdict, checked.flags, checked.matches, checked.places]).toEqual([
      ...[expected.verdict, expected.flags, expected.matches, expected.places],
    ]);
    const [cited, citation] = await both((library) => library.cite(labelOf(passage)));
    expect(cited).toEqual(citation);
    const [said, told] = await both((library) => library.said(passage, { start: 0, end: 20 }));
    expect(said).toEqual(told);
  }
});

test('what is typed is offered from both, and positions are told from both', async () => {
  for (const typed of ['', 'border', 'secur', last?.id.slice(0, 4) ?? '', '1']) {
    for (const kind of ['quotations', 'passages', 'documents'] as const) {
      const [offered, wanted] = await both<readonly unknown[]>(({ suggest }) => suggest[kind](typed));
      expect([typed, kind, offered]).toEqual([typed, kind, wanted]);
    }
  }
  for (const who of whole.positions.everybody) {
    const [held, wanted] = await both((library) => library.positions.position(who));
    expect(held).toEqual(wanted);
  }
});

test('an altered quotation of one and a made one are told as before', async () => {
  for (const { text } of all.passages) {
    const words = text.split(/\s+/u).slice(0, 12);
    for (const typed of [
      words.toReversed().join(' '),
      [...words.slice(0, 6), 'never', ...words.slice(6)].join(' '),
    ]) {
      const [checked, wanted] = await both((library) => library.check(typed));
      expect([typed, checked.verdict, checked.outside]).toEqual([typed, wanted.verdict, wanted.outside]);
    }
  }
});

test('a library beside another reads its own documents and no other', () => {
  const stepsOf = (steps: Generator): number => {
    let count = 0;
    while (!steps.next().done) count += 1;
    return count;
  };
  void shared.prepare();
  const own = of(true);
  const alone = stepsOf(librarySteps(own));
  expect(stepsOf(shared.besideSteps(own))).toBeLessThanOrEqual(alone);
  expect(alone).toBeLessThan(stepsOf(librarySteps(all)));
});
