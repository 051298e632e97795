// Joint texts are known by their form, whatever their language, and read word for word; what tells of one is none.
import { expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { type JointText, jointTextOf } from '../../src/joint/joint-text.ts';
import { others, type Text, texts } from './texts.ts';

function documentOf({ id, title, language, kind = 'other', body }: Text | (typeof others)[number]): Document {
  const told = { title: { value: title, by: 'source' as const }, kind: kind as Document['kind'] };
  return { id, ...told, language, status: 'current', file: `${id}.md`, text: body };
}

function readOf(text: Text | (typeof others)[number]): JointText | undefined {
  const document = documentOf(text);
  return jointTextOf(document, passagesOf(document, { headings: true }));
}

const written = (all: JointText['statement']['issued']): string[] =>
  all.map(({ passage, start, end }) => passage.text.slice(start, end));

test.each(texts)('$id: who makes it, who signs it, and its sections', (text) => {
  const joint = readOf(text);
  if (!joint) throw new Error('not known');
  const { issued, signed, titled, sections } = joint.statement;
  expect(written(issued)).toEqual(text.issued ?? []);
  expect(written(signed)).toEqual(text.signed ?? []);
  expect(titled).toEqual(text.titled);
  const begin = text.sections.map((each, at) => sections[at]?.name.slice(0, each.length));
  expect({ names: begin, count: sections.length }).toEqual({
    names: text.sections,
    count: text.sections.length,
  });
});

test.each(texts)('$id: what it proposes, word for word', (text) => {
  const proposed = (readOf(text)?.proposals ?? []).map(({ what: [words] }) =>
    words?.passage.text.slice(words.start, words.end),
  );
  expect(proposed.map((words, at) => words?.slice(0, text.proposals[at]?.length))).toEqual(text.proposals);
});

test.each(texts)('$id: no word of its body is lost', (text) => {
  const joint = readOf(text);
  const parts = joint?.statement.sections.flatMap((section) => section.parts) ?? [];
  const shown = parts.map(({ passage, start, end }) => passage.text.slice(start, end)).join('\n');
  const document = documentOf(text);
  const all = passagesOf(document, { headings: true })
    .map((passage) => passage.text)
    .join('\n');
  expect(shown.replaceAll(/\s+/gu, ' ')).toBe(all.replaceAll(/\s+/gu, ' '));
});

test.each(others)('$id is no joint text', (text) => {
  expect(readOf(text)).toBeUndefined();
});

test('the reader of one line finds the items of a row in it', () => {
  const joint = readOf({
    ...texts[2]!,
    id: 'in-one',
    body: 'The Security Council, recalling much, 1. Demands that arms be laid down; 2. Calls upon all to help; 3. Decides to meet again.',
  });
  expect(joint?.statement.sections.map(({ name }) => name)).toEqual([
    'The Security Council, recalling much',
    '1. Demands that arms be laid down',
    '2. Calls upon all to help',
    '3. Decides to meet again.',
  ]);
});
