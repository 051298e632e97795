// The laws over everything: whatever is asked, what is shown is a slice of a document.
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemsError } from '../src/common/errors.ts';
import { labelOf, type Passage, type Span } from '../src/corpus/passages.ts';
import { openLibrary } from '../src/library.ts';
import { folderWith, markdown } from './temporary.ts';

const library = await openLibrary('corpus');
const golden = (await readFile('tests/golden/questions.jsonl', 'utf8')).trim().split('\n');
const questions = golden.map((line) => String(JSON.parse(line).question));

function expectVerbatim({ document, start, end, text }: Passage, part?: Span): void {
  expect(library.documents).toContain(document);
  expect(document.text.slice(start, end)).toBe(text);
  if (!part) return;
  expect(part.start).toBeGreaterThanOrEqual(0);
  expect(part.end).toBeLessThanOrEqual(text.length);
  expect(part.start).toBeLessThan(part.end);
}

async function expectVerbatimEverywhere(typed: string): Promise<void> {
  const answer = await library.ask(typed);
  expect(answer.confidence).toBeGreaterThanOrEqual(0);
  expect(answer.confidence).toBeLessThanOrEqual(1);
  expect(answer.citations.length).toBeLessThanOrEqual(5);
  if (answer.outcome === 'answer') expect(answer.citations.length).toBeGreaterThan(0);
  for (const { passage, sentence } of answer.citations) expectVerbatim(passage, sentence);
  for (const word of answer.missing) expect(typed).toContain(word);
  for (const { passage, whole, words } of await library.findQuote(typed)) {
    expectVerbatim(passage, whole);
    expectVerbatim(passage, words);
  }
  const cited = await library.cite(typed);
  if (!cited.found) return;
  for (const passage of [cited.before, ...cited.passages, cited.after]) if (passage) expectVerbatim(passage);
}

describe('every passage that any path shows is a slice of its document', () => {
  test('over a few hundred questions', async () => {
    expect(questions.length).toBeGreaterThan(200);
    for (const question of questions) await expectVerbatimEverywhere(question);
  });

  test('over pieces of the sources and whatever else may be typed', async () => {
    const words = library.passages.flatMap(({ text }) => text.split(' '));
    const typed = fc.array(
      fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme' }), fc.constantFrom('¶', '“', '*')),
    );
    await fc.assert(fc.asyncProperty(typed, (parts) => expectVerbatimEverywhere(parts.join(' '))));
  });
});

test('the joint statement answers whether borders can be changed by force', async () => {
  const { outcome, citations } = await library.ask('Can borders be changed by force?');
  const [first] = citations;
  expect(outcome).toBe('answer');
  expect(first?.passage.text.slice(first.sentence.start, first.sentence.end)).toBe(
    'International borders must not be changed by force.',
  );
  expect([first?.passage.document.id, first?.passage.paragraph]).toEqual(['european-leaders', 7]);
});

test('what no source contains is not answered, and named as typed', async () => {
  const { outcome, missing } = await library.ask('How many Tanks did Germany send?');
  expect(outcome).toBe('none');
  expect(missing).toContain('Tanks');
});

test('a question that nobody waits for any more is not answered', async () => {
  const signal = AbortSignal.abort(new Error('nobody waits'));
  await expect(library.ask('Can borders be changed by force?', { signal })).rejects.toThrow('nobody waits');
});

test('the same person is found under every spelling', async () => {
  const names = ['Zelensky', 'Zelenskiy', 'Zelenskyy', 'Зеленський'];
  const answers = await Promise.all(names.map((name) => library.ask(name)));
  const passages = answers.map(({ citations }) => citations.map(({ passage }) => labelOf(passage)).sort());
  for (const found of passages) expect(found).toEqual(passages[0]);
  expect(passages[0]?.length).toBeGreaterThan(1);
});

test('a quotation is found from its first letters, whole, whatever the marks and the case', async () => {
  for (const words of ['ironc', 'IRONCLAD', '“ironclad”', 'must have "ironclad"']) {
    const [match] = await library.findQuote(words);
    expect(match?.passage.text.slice(match.whole.start, match.whole.end)).toBe('“ironclad”');
    expect(match?.quoted).toBe(true);
  }
  expect(await library.findQuote('ironclad promise')).toEqual([]);
  expect(await library.findQuote('lad')).toEqual([]);
  expect(await library.findQuote('.*')).toEqual([]);
});

test('words outside quotation marks are found too, and are not called a quotation', async () => {
  const [match] = await library.findQuote('a key russian red line');
  expect(match?.quoted).toBe(false);
});

test('a citation brings its neighbours', async () => {
  const cited = await library.cite('european leaders 1');
  expect(cited.found && [cited.before, cited.passages.length, cited.after?.paragraph]).toEqual([
    undefined,
    1,
    2,
  ]);
});

test('a withdrawn document answers nothing more, and its citations still resolve', async () => {
  const folder = await folderWith({
    'a.md': markdown('a', 'The moon is made of cheese.', 'status: withdrawn\n'),
    'b.md': markdown('b', 'Nothing else.'),
  });
  const other = await openLibrary(folder);
  expect((await other.ask('moon made of cheese')).citations).toEqual([]);
  expect(await other.findQuote('cheese')).toEqual([]);
  expect((await other.cite('a ¶1')).found).toBe(true);
});

test('strict: anything wrong at all is refused', async () => {
  const folder = await folderWith({ 'a.md': markdown('a', 'Text.'), 'b.md': 'no front matter' });
  expect((await openLibrary(folder)).problems).toHaveLength(1);
  await expect(openLibrary(folder, { strict: true })).rejects.toBeInstanceOf(ProblemsError);
});
