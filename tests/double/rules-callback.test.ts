import { describe, expect, test } from 'vitest';
import { type Case, casesFor, caught, choices, field, LAYERS, SILENT, times, V2 } from './bodies.ts';
import { call } from './small-bot.ts';
import { type SilentStage, withSilentBot } from './stage.ts';

const modal = (title: string, components: object[]) => ({
  type: 9,
  data: { custom_id: 'm', title, components },
});
const fields = (count: number) => times(count, (index) => field(`${index}`));

const ANSWERS: readonly Case[] = [
  [
    'callback-type',
    { type: 7, data: { content: 'x', ...SILENT } },
    { type: 4, data: { content: 'x', ...SILENT } },
  ],
  ['callback-type', { type: 8, data: { choices: [] } }, { type: 5 }],
  ['deferred-flags', { type: 5, data: { flags: V2 } }, { type: 5, data: { flags: 64 } }],
  ['deferred-flags', { type: 5, data: { content: 'x', ...SILENT } }, { type: 5 }],
  ['modal-title', modal('x'.repeat(46), fields(1)), modal('x'.repeat(45), fields(1))],
  ['modal-title', modal('  ', fields(1)), modal('x', fields(1))],
  ['modal-components', modal('x', fields(6)), modal('x', fields(5))],
  ['modal-components', modal('x', []), modal('x', fields(1))],
  ['duplicate-custom-id', modal('x', [field('a'), field('a')]), modal('x', [field('a'), field('b')])],
  ['unknown-key', { type: 5, dat: {} }, { type: 5 }],
  ['schema', { type: 99 }, { type: 5 }],
];

const OFFERS: readonly Case[] = [
  ['choice-count', choices(26, 1), choices(25, 1)],
  ['choice-text', choices(1, 101), choices(1, 100)],
  ['choice-text', [{ name: '', value: 'x' }], [{ name: 'x', value: 'x' }]],
  ['choice-text', [{ name: 'x'.repeat(101), value: 'x' }], [{ name: 'x'.repeat(100), value: 'x' }]],
  ['unknown-key', [{ name: 'x', value: 'x', desc: 'x' }], [{ name: 'x', value: 'x' }]],
];

describe.each(LAYERS)('a wrong callback, $layer', ({ without }) => {
  let { discord, bot, channel, alice }: SilentStage = {} as SilentStage;
  const callback = ({ id, token }: { id: string; token: string }, body: unknown) =>
    call(discord, 'POST', `/interactions/${id}/${token}/callback`, body);

  withSilentBot(
    (stage) => {
      ({ discord, bot, channel, alice } = stage);
    },
    { without },
  );

  test.for(casesFor(ANSWERS, without))(
    'is caught by the rule %s, its right twin passes',
    async ([rule, wrong, right]) => {
      const pending = await bot.pending(() => alice.in(channel).runs('/ask', {}, { until: 'sent' }));
      expect(await callback(pending, wrong)).toMatchObject({ status: 400, code: 50035 });
      expect(caught(discord, rule, without)).toBe(true);
      expect(pending.seen.answered).toBe(false);
      const before = discord.violations.length;
      expect((await callback(pending, right)).status).toBe(204);
      expect(discord.violations).toHaveLength(before);
    },
  );

  test.for(casesFor(OFFERS, without))(
    'with choices is caught by the rule %s',
    async ([rule, wrong, right]) => {
      let offered: Promise<readonly unknown[]> = Promise.resolve([]);
      const typing = await bot.pending(async () => {
        const place = alice.in(channel);
        offered = place.types('/ask', {}, 'words');
        return place.says('typing');
      });
      expect((await callback(typing, { type: 8, data: { choices: wrong } })).status).toBe(400);
      expect(caught(discord, rule, without)).toBe(true);
      expect((await callback(typing, { type: 8, data: { choices: right } })).status).toBe(204);
      expect(await offered).toEqual(right);
    },
  );
});
