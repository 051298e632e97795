// Custom ids, and cards that fit Discord's limits whatever stands in them.
import { ComponentType } from 'discord.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { renderPublished } from '../../../src/discord/desk/answer.ts';
import { renderCard } from '../../../src/discord/desk/card.ts';
import { customId, targetOf } from '../../../src/discord/desk/ids.ts';
import { renderReceipt } from '../../../src/discord/desk/receipt.ts';
import { inEnglish } from '../../../src/messages/messages.ts';
import type { Question } from '../../../src/questions/question.ts';
import { states } from '../../../src/questions/states.ts';
import { componentSchema, flatten } from '../../double/wire.ts';

const now = Date.UTC(2026, 0, 5, 12);

test('a custom id is read as it was written, and anything else is none', () => {
  expect(targetOf(customId('question', 'approve', 12, 3))).toEqual({
    action: 'approve',
    of: '12',
    number: 12,
    seen: 3,
  });
  expect(targetOf(customId('desk', 'again', '1574359878846120004'))).toMatchObject({
    of: '1574359878846120004',
    number: 0,
  });
  for (const wrong of [
    'question',
    'question:Approve:1',
    'question:a:1:2:3',
    'question:a:',
    'question:a:1:x',
  ]) {
    expect(targetOf(wrong)).toBeUndefined();
  }
});

/** Everything as long as it may be, of characters that are escaped. */
function fullest(state: Question['state']): Question {
  const long = (length: number): string => '*_`~'.repeat(length).slice(0, length);
  const passages = Array.from({ length: 10 }, (_, index) => ({
    label: `${'very-long-name-'.repeat(10)}${index} ¶${index + 1}`,
    document: 'x',
    paragraph: index + 1,
    hash: `hash-${index}`,
    text: long(5_000),
    start: 2_000,
    end: 3_000,
    kind: 'statement',
    speech: 'untold' as const,
    clause: long(500),
    title: { value: long(400), by: 'inferred' as const },
    published: { value: '2025-08-16', by: 'inferred' as const },
    url: `https://example.org/${'x'.repeat(400)}/${index}`,
  }));
  return {
    guild: '1'.repeat(19),
    number: 999_999,
    channel: '2'.repeat(19),
    sitting: 1,
    version: 999,
    state,
    asker: '3'.repeat(19),
    anonymous: false,
    text: long(500),
    passages,
    chosen: passages.slice(0, 3),
    note: long(500),
    reason: 'other',
    reasonWords: long(300),
    mergedInto: 999_998,
    automatic: true,
    claimedBy: '4'.repeat(19),
    claimedAt: now,
    decidedBy: '5'.repeat(19),
    decidedAt: now,
    askedAt: now,
    publishedAt: now,
    revisedAt: now,
    flags: passages.slice(0, 3).map(({ label }) => ({ label, became: 'corrected' as const })),
    flagsKept: true,
    erased: false,
    listed: true,
  };
}

test.each(states)(
  'card, answer and receipt of a question that is %s fit a message at their fullest',
  (state) => {
    const question = fullest(state);
    const stands = { channel: '6'.repeat(19), message: '7'.repeat(19) };
    const link = 'https://discord.com/channels/1/2/3';
    for (const { components } of [
      renderCard({ question, askers: 1_000_000, stands }, inEnglish),
      renderCard({ question: { ...question, chosen: [] }, askers: 1_000_000, stands }, inEnglish),
      renderPublished(question, 1_000_000, inEnglish),
      renderReceipt({ question, root: { ...question, number: 1 }, link }, inEnglish, {
        headline: 'About your question',
      }),
    ]) {
      const all = flatten(z.array(componentSchema).parse(components));
      const texts = all
        .filter(({ type }) => type === ComponentType.TextDisplay)
        .map(({ content }) => content ?? '');
      expect(texts.reduce((sum, content) => sum + content.length, 0)).toBeLessThanOrEqual(4_000);
      expect(texts.every((content) => content.trim() !== '')).toBe(true);
      expect(all.length).toBeLessThanOrEqual(40);
      const ids = all.flatMap(({ custom_id: id }) => (id ? [id] : []));
      expect(new Set(ids).size).toBe(ids.length);
      for (const { options } of all) {
        const values = (options ?? []).map(({ value }) => value);
        expect(new Set(values).size).toBe(values.length);
      }
    }
  },
);

test('a card tells moderators where no passage answers, and that those shown are only related', () => {
  const question = fullest('waiting');
  const wordsOf = (facts: Question): string =>
    JSON.stringify(renderCard({ question: facts, askers: 1, stands: undefined }, inEnglish).components);
  expect(wordsOf(question)).not.toContain('do not answer');
  expect(wordsOf({ ...question, chosen: [] })).toMatch(/The sources do not answer this.+may not answer it/u);
  const nothing = wordsOf({ ...question, chosen: [], passages: [] });
  expect(nothing).toContain('The sources do not answer this');
  expect(nothing).not.toContain('may not answer it');
});
