// The lexical reader: what each evidence tells apart, and that none of it decides alone.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { openSearch } from '../../src/search/answer.ts';
import {
  comesClose,
  LEXICAL_EVIDENCE,
  type LexicalEvidence,
  lexicalEvidence,
  readLexically,
} from '../../src/search/answering/lexical-reader.ts';
import { THRESHOLD, WEIGHTS } from '../../src/search/ranking/weights.ts';

function openText(text: string) {
  const document: Document = {
    ...{ id: 'd', kind: 'other', language: 'en', status: 'current', file: 'd.md', text },
    title: { value: 'Untitled', by: 'source' },
  };
  return openSearch(passagesOf(document, { headings: false }));
}

async function evidenceOf(asked: string, text: string): Promise<LexicalEvidence> {
  const search = openText(text);
  const { question, ranked } = await search.explain(asked);
  const [top] = ranked;
  return lexicalEvidence(question, top!, ranked, search.parts.passages.at(top!.index)!);
}

describe('evidence', () => {
  const cases: [name: keyof LexicalEvidence, asked: string, there: string, absent: string][] = [
    ['unnegated', 'Who did not sign?', 'Merz did sign.', 'Merz could not sign.'],
    ['unmetTime', 'When was it signed?', 'Merz signed it.', 'Merz signed it in August 2025.'],
    ['unmetNumber', 'How many leaders came?', 'European leaders came.', 'Then 30 leaders came.'],
    ['uncounted', 'How many leaders came?', 'The leaders came in 30 cars.', 'Then 30 European leaders came.'],
    ['otherName', 'What does Merz want?', 'In Berlin Scholz wants peace.', 'In Berlin Merz wants peace.'],
    ['loose', 'Was a ceasefire reached?', 'A truce was reached.', 'A ceasefire was reached.'],
    ['names', 'What does Merz want?', 'Scholz wants peace.', 'Merz wants peace.'],
    ['unknown', 'Who signed the covenant?', 'Merz signed it.', 'Merz signed the covenant.'],
  ];
  test.each(cases)('%s: “%s” of “%s”, and not of “%s”', async (name, asked, there, absent) => {
    expect((await evidenceOf(asked, there))[name]).toBeGreaterThan(0);
    expect((await evidenceOf(asked, absent))[name]).toBe(0);
  });

  test('is a number for each name, from −1 to 1, but for the score', async () => {
    const evidence = await evidenceOf('How many leaders met in May?', 'In May 30 leaders met. It rained.');
    expect(Object.keys(evidence).toSorted()).toEqual(LEXICAL_EVIDENCE.toSorted());
    for (const [name, value] of Object.entries(evidence)) {
      if (name !== 'score') expect(Math.abs(value), name).toBeLessThanOrEqual(1);
    }
  });

  test('leads where it stands above the next, and trails where it stands below the first', async () => {
    const search = openText('Merz signed the treaty in Berlin.\n\nTrump left the treaty.');
    const { question, ranked } = await search.explain('Who signed the treaty in Berlin?');
    const leads = ranked.map(
      (one) => lexicalEvidence(question, one, ranked, search.parts.passages.at(one.index)!).lead,
    );
    expect(leads).toHaveLength(2);
    expect(leads[0]).toBeGreaterThan(0);
    expect(leads[1]).toBe(-leads[0]!);
  });
});

test('each ranked passage has a reading: how sure, and the sentence', async () => {
  const search = openText('It rained. Merz signed the treaty.\n\nTrump left the treaty behind.\n\nNothing.');
  const { question, ranked } = await search.explain('Who signed the treaty?');
  const readings = readLexically(question, ranked, search.parts.passages, WEIGHTS.answers);
  expect(readings).toHaveLength(ranked.length);
  expect(readings[0]?.sentence).toBe(1);
  for (const { answers } of readings) {
    expect(answers).toBeGreaterThan(0);
    expect(answers).toBeLessThan(1);
  }
  expect(readings[0]!.answers).toBeGreaterThan(readings[1]!.answers);
});

test('nothing is silenced by one word: a clock time answers "at what time", "one" answers "how many"', async () => {
  const answers = async (asked: string, text: string): Promise<number> => {
    const search = openText(text);
    const { question, ranked } = await search.explain(asked);
    return readLexically(question, ranked, search.parts.passages, WEIGHTS.answers)[0]?.answers ?? 0;
  };
  for (const [asked, text] of [
    ['At what time did the talks begin?', 'The talks began at 14:30 in the old palace.'],
    ['Why did they walk out?', 'They walked out in protest at the new clause.'],
    ['How many hostages were freed?', 'One hostage was freed on Monday.'],
    ['On what date was the treaty signed?', 'The treaty was signed on the 22nd.'],
  ] as const)
    expect(await answers(asked, text), asked).toBeGreaterThan(THRESHOLD / 2);
});

test('a passage comes close a little under the threshold, where something of the kind asked for is there', async () => {
  const search = openText('Merz signed the treaty in August.');
  const [top] = (await search.explain('When was the treaty signed?')).ranked;
  const [lacking] = (await openText('Merz signed the treaty.').explain('When was the treaty signed?')).ranked;
  const close = { answers: THRESHOLD - 0.01, sentence: 0 };
  expect(comesClose(close, top!)).toBe(true);
  expect(comesClose({ ...close, answers: THRESHOLD }, top!)).toBe(false);
  expect(comesClose({ ...close, answers: THRESHOLD / 3 }, top!)).toBe(false);
  expect(comesClose(close, lacking!)).toBe(false);
});
