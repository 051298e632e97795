import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const here = import.meta.dirname;

const personSchema = z.strictObject({
  docId: z.string(),
  from: z.enum(['news', 'briefing', 'address']),
  name: z.string().min(1),
  forms: z.array(z.string().min(1)).min(1),
  office: z.strictObject({ text: z.string().min(1), paragraph: z.int().min(0) }).nullable(),
  statements: z.array(
    z.strictObject({
      paragraph: z.int().min(1),
      begins: z.string().min(1),
      quoted: z.boolean(),
      doubtful: z.literal(true).optional(),
    }),
  ),
  whole: z.boolean(),
  typed: z.array(z.string()).length(4).optional(),
});

const people = readFileSync(join(here, 'sample.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => personSchema.parse(JSON.parse(line)));

const documents = z
  .strictObject({
    seed: z.int(),
    briefing: z.array(z.string()).length(20),
    address: z.array(z.string()).length(20),
    news: z.array(z.string()).length(20),
  })
  .parse(JSON.parse(readFileSync(join(here, 'documents.json'), 'utf8')));

test('the sample has thirty people from news and thirty from talk, at most two of a document', () => {
  expect(people.filter(({ from }) => from === 'news')).toHaveLength(30);
  expect(people.filter(({ from }) => from !== 'news')).toHaveLength(30);
  for (const { docId, from } of people) expect(documents[from]).toContain(docId);
  for (const [, own] of Map.groupBy(people, ({ docId }) => docId)) expect(own.length).toBeLessThan(3);
  expect(people.filter(({ typed }) => typed)).toHaveLength(25);
});

test('a paragraph is marked once for a person, in order, and no more than the words needed to find it are kept', () => {
  for (const { statements, whole } of people) {
    const paragraphs = statements.map(({ paragraph }) => paragraph);
    expect(paragraphs).toEqual([...new Set(paragraphs)].sort((a, b) => a - b));
    if (!whole) expect(paragraphs).toHaveLength(15);
    for (const { begins } of statements) expect(begins.match(/\S*[\p{L}\p{N}]\S*/gu)?.length).toBeLessThan(5);
  }
});
