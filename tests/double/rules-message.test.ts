import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { button, type Case, casesFor, caught, LAYERS, menu, row, SILENT, text, times, V2 } from './bodies.ts';
import { startDiscord } from './double.ts';
import { call } from './small-bot.ts';
import { type SilentStage, withSilentBot } from './stage.ts';

const embeds = (last: number) => [
  ...times(3, () => ({ description: 'x'.repeat(1_900) })),
  { description: 'x'.repeat(last) },
];
const said = (...components: object[]) => ({ content: 'x', components });
const v2 = (...components: object[]) => ({ flags: V2, components });
const image = (url: string) => ({ embeds: [{ title: 'x', image: { url } }] });

const CASES: readonly Case[] = [
  ['schema', { content: 5 }, { content: '5' }],
  [
    'schema',
    said(row(button('a', { label: 'x'.repeat(81) }))),
    said(row(button('a', { label: 'x'.repeat(80) }))),
  ],
  ['unknown-key', { content: 'x', componets: [] }, { content: 'x', components: [] }],
  [
    'unknown-key',
    said(row(button('a', { custom: 1 }))),
    said(row(button('a', { emoji: { name: '👍', animated: false } }))),
  ],
  ['embeds-too-long', { embeds: embeds(301) }, { embeds: embeds(300) }],
  ['button-without-custom-id', said(row({ type: 2, style: 1, label: 'a' })), said(row(button('a')))],
  [
    'link-button',
    said(row({ type: 2, style: 5, label: 'a' })),
    said(row({ type: 2, style: 5, label: 'a', url: 'https://example.org' })),
  ],
  ['duplicate-custom-id', said(row(button('a')), row(button('a'))), said(row(button('a')), row(button('b')))],
  ['duplicate-option', said(row(menu('a', 'a'))), said(row(menu('a', 'b')))],
  ['empty-message', { content: ' \n ' }, { content: ' . ' }],
  ['empty-text', v2(text('  ')), v2(text('.'))],
  ['v2-with-content', { ...v2(text('a')), content: 'b' }, v2(text('a'))],
  ['v2-with-content', { ...v2(text('a')), embeds: [{ title: 'b' }] }, { ...v2(text('a')), embeds: [] }],
  [
    'v2-too-much-text',
    v2(text('x'.repeat(2_001)), text('x'.repeat(2_000))),
    v2(text('x'.repeat(2_000)), text('x'.repeat(2_000))),
  ],
  [
    'v2-too-many-components',
    v2({ type: 17, components: times(40, () => text('x')) }),
    v2({ type: 17, components: times(39, () => text('x')) }),
  ],
  ['v2-without-flag', { components: [text('a')] }, v2(text('a'))],
  [
    'too-many-rows',
    said(...times(6, (index) => row(button(`${index}`)))),
    said(...times(5, (index) => row(button(`${index}`)))),
  ],
  ['row-too-full', said(row(button('a'), menu('b'))), said(row(menu('b')))],
  [
    'row-too-full',
    said(row(...times(6, (index) => button(`${index}`)))),
    said(row(...times(5, (index) => button(`${index}`)))),
  ],
  ['missing-file', image('attachment://map.png'), image('https://example.org/map.png')],
  ['nobody-pinged', { content: 'x', allowed_mentions: undefined }, { content: 'x' }],
  [
    'nobody-pinged',
    { content: 'x', allowed_mentions: { parse: ['users'] } },
    { content: 'x', allowed_mentions: { parse: [], users: [] } },
  ],
  [
    'nobody-pinged',
    { content: 'x', allowed_mentions: { parse: [], roles: ['1'] } },
    { content: 'x', allowed_mentions: { parse: [], replied_user: false } },
  ],
];

describe.each(LAYERS)('a wrong message, $layer', ({ without }) => {
  let { discord, bot, channel, alice }: SilentStage = {} as SilentStage;

  withSilentBot(
    (stage) => {
      ({ discord, bot, channel, alice } = stage);
    },
    { without },
  );

  test.for(casesFor(CASES, without))(
    'is caught by the rule %s, its right twin passes',
    async ([rule, wrong, right]) => {
      const post = (body: object) =>
        call(discord, 'POST', `/channels/${channel.id}/messages`, { ...SILENT, ...body });
      expect((await post(right)).status).toBe(200);
      expect(discord.violations).toEqual([]);
      const refused = await post(wrong);
      expect(refused).toMatchObject({ status: 400, code: rule === 'empty-message' ? 50006 : 50035 });
      expect(refused.body).toHaveProperty('errors');
      expect(caught(discord, rule, without)).toBe(true);
      expect(alice.in(channel).sees()).toHaveLength(1);
    },
  );

  test.for(casesFor(CASES, without))(
    'is caught by the rule %s in a reply, an edit, a follow-up',
    async ([rule, wrong]) => {
      const { id, token, seen } = await bot.pending(() =>
        alice.in(channel).runs('/ask', {}, { until: 'sent' }),
      );
      const reply = (data: object) =>
        call(discord, 'POST', `/interactions/${id}/${token}/callback`, { type: 4, data });
      const webhook = `/webhooks/${discord.bot.id}/${token}`;
      expect((await reply({ ...SILENT, ...wrong })).status).toBe(400);
      expect((await reply({ ...SILENT, content: 'fine' })).status).toBe(204);
      const emptied = { ...SILENT, content: null, ...wrong };
      expect((await call(discord, 'PATCH', `${webhook}/messages/@original`, emptied)).status).toBe(400);
      expect((await call(discord, 'POST', webhook, { ...SILENT, ...wrong })).status).toBe(400);
      expect(discord.violations.length).toBeGreaterThanOrEqual(3);
      expect(caught(discord, rule, without)).toBe(true);
      expect(seen.text).toBe('fine');
    },
  );

  test('is caught in the update of a component’s message', async () => {
    const place = alice.in(channel);
    const asked = await bot.pending(() => place.runs('/ask', {}, { until: 'sent' }));
    const callback = (pending: typeof asked, body: object) =>
      call(discord, 'POST', `/interactions/${pending.id}/${pending.token}/callback`, body);
    await callback(asked, { type: 4, data: { ...said(row(button('a'))), ...SILENT } });
    const pressed = await bot.pending(() => asked.seen.presses('a', { until: 'sent' }));
    expect((await callback(pressed, { type: 7, data: { content: 'y' } })).status).toBe(400);
    expect(discord.violations).toMatchObject([{ rule: 'nobody-pinged', at: 'data.allowed_mentions' }]);
  });
});

describe('the checks', () => {
  test('say where a body is wrong', async () => {
    const discord = await startDiscord({ without: ['openapi'] });
    const path = `/channels/${discord.server().channel('c').id}/messages`;
    const label = 'x'.repeat(81);
    const { body } = await call(discord, 'POST', path, { ...SILENT, ...said(row(button('a', { label }))) });
    const at = { components: { 0: { components: { 0: { label: { _errors: [{ code: 'SCHEMA' }] } } } } } };
    expect(body).toMatchObject({ code: 50035, errors: at });
    expect(discord.violations[0]).toMatchObject({
      rule: 'schema',
      at: 'components.0.components.0.label',
      method: 'POST',
      path,
    });
    await discord.close();
  });

  test('leave out a rule, or all of them, when told so', async () => {
    for (const options of [{ without: ['nobody-pinged' as const] }, { checks: false }]) {
      const discord = await startDiscord(options);
      const path = `/channels/${discord.server().channel('c').id}/messages`;
      expect((await call(discord, 'POST', path, { content: '@everyone' })).status).toBe(200);
      expect(discord.violations).toEqual([]);
      await discord.close();
    }
  });

  const { DISCORD_OPENAPI = '' } = process.env;

  test.skipIf(!existsSync(DISCORD_OPENAPI))(
    'consult Discord’s OpenAPI document where there is one',
    async () => {
      const discord = await startDiscord();
      const path = `/channels/${discord.server().channel('c').id}/messages`;
      await call(discord, 'POST', path, { content: 'x', componets: [], ...SILENT });
      expect(discord.violations.map(({ rule }) => rule)).toEqual(['unknown-key', 'openapi']);
      await discord.close();
    },
  );

  test('say so when the OpenAPI document is no such thing', async () => {
    await expect(startDiscord({ openApi: import.meta.filename })).rejects.toThrow();
  });
});
