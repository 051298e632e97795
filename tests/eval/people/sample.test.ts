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

function peopleOf(folder: string) {
  return readFileSync(join(here, folder, 'sample.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => personSchema.parse(JSON.parse(line)));
}

function documentsOf({ folder, documents }: (typeof samples)[number]) {
  const ids = z.array(z.string());
  return z
    .strictObject({
      seed: z.int(),
      briefing: ids.length(documents.briefing),
      address: ids.length(documents.address),
      news: ids.length(documents.news),
    })
    .parse(JSON.parse(readFileSync(join(here, folder, 'documents.json'), 'utf8')));
}

const samples = [
  { folder: '.', documents: { news: 20, briefing: 20, address: 20 }, news: 30, talk: 30, typed: 25 },
  { folder: 'second', documents: { news: 7, briefing: 7, address: 7 }, news: 10, talk: 10, typed: 8 },
  { folder: 'third', documents: { news: 10, briefing: 6, address: 6 }, news: 12, talk: 8, typed: 8 },
  { folder: 'fourth', documents: { news: 10, briefing: 6, address: 6 }, news: 12, talk: 8, typed: 8 },
];

test.each(samples)(
  'as many in $folder as are meant are from news and from talk, at most two of a document',
  (sample) => {
    const people = peopleOf(sample.folder);
    const documents = documentsOf(sample);
    expect(people.filter(({ from }) => from === 'news')).toHaveLength(sample.news);
    expect(people.filter(({ from }) => from !== 'news')).toHaveLength(sample.talk);
    for (const { docId, from } of people) expect(documents[from]).toContain(docId);
    for (const [, own] of Map.groupBy(people, ({ docId }) => docId)) expect(own.length).toBeLessThan(3);
    expect(people.filter(({ typed }) => typed)).toHaveLength(sample.typed);
  },
);

test.each(samples)(
  'a paragraph in $folder is marked once for a person, in order, with four words or fewer',
  ({ folder }) => {
    for (const { statements, whole } of peopleOf(folder)) {
      const paragraphs = statements.map(({ paragraph }) => paragraph);
      expect(paragraphs).toEqual([...new Set(paragraphs)].sort((a, b) => a - b));
      if (!whole) expect(paragraphs).toHaveLength(15);
      for (const { begins } of statements)
        expect(begins.match(/\S*[\p{L}\p{N}]\S*/gu)?.length).toBeLessThan(5);
    }
  },
);

test('no sample uses a document of another', () => {
  const ids = samples.flatMap((sample) => {
    const { seed: _, ...own } = documentsOf(sample);
    return Object.values(own).flat();
  });
  expect(ids).toEqual([...new Set(ids)]);
});
