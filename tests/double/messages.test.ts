import { describe, expect, test } from 'vitest';
import { field, SILENT } from './bodies.ts';
import { startDiscord } from './double.ts';
import { call, type Pending } from './small-bot.ts';
import { type SilentStage, withSilentBot } from './stage.ts';

const EPHEMERAL = 1 << 6;
const MODAL = { custom_id: 'modal', title: 'Modal', components: [field('text')] };

let { discord, bot, channel, alice, asked, answer, webhook }: SilentStage = {} as SilentStage;
const replied = (pending: Pending, content = 'Hello') => answer(pending, 4, { content, ...SILENT });

withSilentBot((stage) => {
  ({ discord, bot, channel, alice, asked, answer, webhook } = stage);
});

describe('a message in a channel', () => {
  const post = (body: object, id = channel.id) =>
    call(discord, 'POST', `/channels/${id}/messages`, { ...SILENT, ...body });

  test('with an enforced nonce is made once', async () => {
    const body = { content: 'Once', nonce: 'n1', enforce_nonce: true };
    const [first, second] = [await post(body), await post(body)];
    expect(second.body).toEqual(first.body);
    expect(alice.in(channel).sees()).toHaveLength(1);
    await post({ ...body, enforce_nonce: false });
    expect(alice.in(channel).sees()).toHaveLength(2);
    discord.passes(6 * 60_000);
    await post(body);
    expect(alice.in(channel).sees()).toHaveLength(3);
  });

  test('is found by the right channel and author alone', async () => {
    expect(await post({ content: 'x' }, '1')).toMatchObject({ status: 404, code: 10003 });
    const said = alice.in(channel).says('Mine');
    const path = `/channels/${channel.id}/messages`;
    expect(await call(discord, 'PATCH', `${path}/${said.id}`, { content: 'Yours', ...SILENT })).toMatchObject(
      { code: 50005 },
    );
    expect(await call(discord, 'GET', `${path}/1`)).toMatchObject({ code: 10008 });
    const pending = await asked();
    await answer(pending, 4, { content: 'psst', flags: EPHEMERAL, ...SILENT });
    expect(pending.seen.message.flags).toBe(EPHEMERAL);
    expect(await call(discord, 'GET', `${path}/${pending.seen.id}`)).toMatchObject({ code: 10008 });
  });

  test('is refused where the channel was deleted', async () => {
    const gone = channel.server?.channel('gone');
    const id = gone?.id ?? '';
    expect(await post({ content: 'x' }, id)).toMatchObject({ status: 200 });
    gone?.deletes();
    expect(await post({ content: 'x' }, id)).toMatchObject({ code: 10003 });
  });

  test('needs the permissions that the bot was not denied there', async () => {
    const few = discord.server({ botPermissions: (1n << 10n) | (1n << 11n) | (1n << 16n) });
    const shut = few.channel('shut');
    const path = `/channels/${shut.id}/messages`;
    expect(await post({ content: 'x' }, shut.id)).toMatchObject({ status: 200 });
    shut.denies(1n << 16n);
    expect(await call(discord, 'GET', path)).toMatchObject({ status: 200, body: [] });
    shut.denies(1n << 11n);
    expect(await post({ content: 'x' }, shut.id)).toMatchObject({ status: 403, code: 50013 });
    expect(await call(discord, 'GET', path)).toMatchObject({ body: [{ content: 'x' }] });
    shut.denies(1n << 10n);
    expect(await call(discord, 'GET', path)).toMatchObject({ status: 403, code: 50001 });
    const thread = few.channel('thread', 11);
    expect(await post({ content: 'x' }, thread.id)).toMatchObject({ status: 403, code: 50013 });
  });

  test('is listed from another one on', async () => {
    for (const content of ['One', 'Two', 'Three', 'Four']) await post({ content });
    const [first] = alice.in(channel).sees();
    const path = `/channels/${channel.id}/messages?limit=2&after=${first?.id}`;
    expect(await call(discord, 'GET', path)).toMatchObject({
      body: [{ content: 'Three' }, { content: 'Two' }],
    });
  });

  test('is refused by somebody who takes no direct messages', async () => {
    const opened = await call(discord, 'POST', '/users/@me/channels', { recipient_id: alice.id });
    const { id } = opened.body as { id: string };
    expect(await post({ content: 'x' }, id)).toMatchObject({ status: 200 });
    alice.takesMessages = false;
    expect(await post({ content: 'x' }, id)).toMatchObject({ status: 403, code: 50007 });
    alice.takesMessages = true;
  });

  test('tells whom it notifies', async () => {
    const loud = await startDiscord({ without: ['nobody-pinged'] });
    const place = alice.in(loud.server().channel('loud'));
    const said = { content: '<@1> <@&2> @everyone' };
    await call(loud, 'POST', `/channels/${place.channel.id}/messages`, said);
    await call(loud, 'POST', `/channels/${place.channel.id}/messages`, { ...said, ...SILENT });
    await call(loud, 'POST', `/channels/${place.channel.id}/messages`, {
      ...said,
      allowed_mentions: { users: ['1'] },
    });
    expect(place.sees().map(({ pings }) => pings)).toEqual([['1', '2', 'everyone'], [], ['1']]);
    await loud.close();
  });
});

describe('an answer has to fit its interaction', () => {
  test('choices for one who types, and nothing else', async () => {
    const typing = await bot.pending(async () => {
      const place = alice.in(channel);
      place.types('/ask', {}, 'words').catch(() => {});
      return place.says('waiting');
    });
    expect(await replied(typing)).toMatchObject({ status: 400, code: 50035 });
    expect(await answer(typing, 8, { choices: [] })).toMatchObject({ status: 204 });
    expect(await webhook('POST', typing, '', { content: 'x', ...SILENT })).toMatchObject({ code: 10015 });
    expect(await answer(await asked(), 8, { choices: [] })).toMatchObject({ code: 50035 });
  });

  test('an update for a component, no modal for a modal', async () => {
    const command = await asked();
    expect(await answer(command, 6)).toMatchObject({ code: 50035 });
    expect(await answer(command, 7, { content: 'x', ...SILENT })).toMatchObject({ code: 50035 });
    await answer(command, 9, MODAL);
    const { modal } = command.seen;
    const submitted = await bot.pending(() => modal.submits({ text: 'x' }, { until: 'sent' }));
    expect(await answer(submitted, 9, MODAL)).toMatchObject({ code: 50035 });
    expect(discord.violations.map(({ rule }) => rule)).toEqual(Array(3).fill('callback-type'));
    expect(await replied(submitted)).toMatchObject({ status: 204 });
  });
});

describe('the door', () => {
  test('wants the token, except where the path carries one', async () => {
    expect(await call(discord, 'GET', '/users/@me', undefined, 'wrong')).toMatchObject({ status: 401 });
    const pending = await asked();
    const path = `/interactions/${pending.id}/${pending.token}/callback`;
    const answered = await call(
      discord,
      'POST',
      path,
      { type: 4, data: { content: 'x', ...SILENT } },
      'none',
    );
    expect(answered.status).toBe(204);
  });

  test('always tells the rate limit', async () => {
    const { headers } = await call(discord, 'GET', `/channels/${channel.id}`);
    expect(headers.get('x-ratelimit-remaining')).toBe('49');
    expect(headers.get('x-ratelimit-bucket')).toMatch(/^bucket-/);
  });

  test('notices a route that it does not know', async () => {
    expect(await call(discord, 'GET', '/voice/regions')).toMatchObject({ status: 404 });
    expect(discord.violations).toMatchObject([{ rule: 'unknown-route', path: '/voice/regions' }]);
  });

  test('refuses what is no JSON', async () => {
    const response = await fetch(`${discord.restBase}/v10/channels/${channel.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: '{',
    });
    expect(await response.json()).toMatchObject({ code: 50109 });
  });
});
