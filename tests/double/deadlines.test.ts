import { describe, expect, test } from 'vitest';
import { SILENT, V2 } from './bodies.ts';
import type { Pending } from './small-bot.ts';
import { type SilentStage, withSilentBot } from './stage.ts';

const EPHEMERAL = 1 << 6;

let { discord, channel, alice, asked, answer, webhook }: SilentStage = {} as SilentStage;
const replied = (pending: Pending, content = 'Hello') => answer(pending, 4, { content, ...SILENT });

withSilentBot((stage) => {
  ({ discord, channel, alice, asked, answer, webhook } = stage);
});

describe('a first answer', () => {
  test('is taken within 3 s and refused as unknown afterwards', async () => {
    const late = await asked();
    discord.passes(3_100);
    expect(await replied(late)).toMatchObject({ status: 404, code: 10062 });
    expect(late.seen.answered).toBe(false);
    const timely = await asked();
    discord.passes(2_900);
    expect(await replied(timely)).toMatchObject({ status: 204 });
    expect(timely.seen.text).toBe('Hello');
  });

  test('is refused the second time', async () => {
    const pending = await asked();
    await replied(pending);
    expect(await replied(pending, 'Again')).toMatchObject({ status: 400, code: 40060 });
    expect(pending.seen.text).toBe('Hello');
    expect(discord.refusals).toMatchObject([{ status: 400, code: 40060 }]);
  });

  test('needs the right id and token', async () => {
    const pending = await asked();
    expect(await replied({ ...pending, token: 'wrong' })).toMatchObject({ status: 404, code: 10062 });
    expect(await replied({ ...pending, id: '1' })).toMatchObject({ status: 404, code: 10062 });
  });

  test('that was turned down leaves the interaction open', async () => {
    const pending = await asked();
    expect(await replied(pending, '')).toMatchObject({ status: 400, code: 50006 });
    expect(await replied(pending)).toMatchObject({ status: 204 });
  });

  test('comes back as an object when the response is asked for', async () => {
    const { body } = await answer(await asked(), 5, { flags: EPHEMERAL }, '?with_response=true');
    expect(body).toMatchObject({
      interaction: { response_message_loading: true, response_message_ephemeral: true },
      resource: { type: 5, message: { flags: 128 + EPHEMERAL } },
    });
  });
});

describe('a follow-up or an edit', () => {
  test('needs a known token of an answered interaction', async () => {
    const pending = await asked();
    const body = { content: 'x', ...SILENT };
    expect(await webhook('POST', pending, '', body)).toMatchObject({ status: 404, code: 10015 });
    expect(await webhook('POST', { ...pending, token: 'wrong' }, '', body)).toMatchObject({ code: 10015 });
    await replied(pending);
    expect(await webhook('POST', pending, '', body)).toMatchObject({ status: 200 });
  });

  test('is taken for 15 minutes', async () => {
    const pending = await asked();
    await replied(pending);
    discord.passes(14 * 60_000);
    expect(
      await webhook('PATCH', pending, '/messages/@original', { content: 'Edited', ...SILENT }),
    ).toMatchObject({
      status: 200,
    });
    discord.passes(61_000);
    const late = await webhook('PATCH', pending, '/messages/@original', { content: 'Late', ...SILENT });
    expect(late).toMatchObject({ status: 401, code: 50027 });
    expect(await webhook('POST', pending, '', { content: 'Late', ...SILENT })).toMatchObject({ code: 50027 });
    expect(pending.seen.text).toBe('Edited');
  });

  test('reaches the messages of its own token alone, as long as they stand', async () => {
    const first = await asked();
    await replied(first, 'First');
    const second = await asked();
    await replied(second, 'Second');
    const id = first.seen.id;
    expect(await webhook('GET', second, `/messages/${id}`)).toMatchObject({ status: 404, code: 10008 });
    expect(await webhook('GET', first, `/messages/${id}`)).toMatchObject({ status: 200 });
    expect(await webhook('DELETE', first, '/messages/@original')).toMatchObject({ status: 204 });
    expect(await webhook('GET', first, '/messages/@original')).toMatchObject({ code: 10008 });
    expect(first.seen.deleted).toBe(true);
  });

  test('that comes first after a deferral takes its place and its privacy', async () => {
    const pending = await asked();
    await answer(pending, 5, { flags: EPHEMERAL });
    await webhook('POST', pending, '', { content: 'Here', ...SILENT });
    expect(pending.seen.text).toBe('Here');
    expect(pending.seen.private).toBe(true);
    expect(alice.in(channel).sees()).toHaveLength(1);
  });

  test('keeps what it does not mention', async () => {
    const pending = await asked();
    const row = { type: 1, components: [{ type: 2, style: 1, label: 'Share', custom_id: 'share' }] };
    await answer(pending, 4, { content: ' Hello ', components: [row], ...SILENT });
    await webhook('PATCH', pending, '/messages/@original', { content: ' Edited\n', ...SILENT });
    expect(pending.seen.text).toBe('Edited');
    expect(pending.seen.buttons).toEqual(['Share']);
    expect(pending.seen.message.editedAt).not.toBeNull();
  });
});

describe('the Components V2 flag', () => {
  const text = { type: 10, content: 'Paragraph' };

  test('is set when a deferred reply is edited, not by the deferral', async () => {
    const pending = await asked();
    expect(await answer(pending, 5, { flags: V2 })).toMatchObject({ status: 400, code: 50035 });
    await answer(pending, 5);
    const edit = { flags: V2, components: [text], ...SILENT };
    expect(await webhook('PATCH', pending, '/messages/@original', edit)).toMatchObject({ status: 200 });
    expect(pending.seen.message.flags).toBe(V2);
  });

  test('cannot be taken back', async () => {
    const pending = await asked();
    await answer(pending, 4, { flags: V2, components: [text], ...SILENT });
    const withContent = { flags: 0, content: 'Text', components: [], ...SILENT };
    expect(await webhook('PATCH', pending, '/messages/@original', withContent)).toMatchObject({
      code: 50035,
    });
    const withoutFlag = { flags: 0, components: [{ ...text, content: 'New' }], ...SILENT };
    expect(await webhook('PATCH', pending, '/messages/@original', withoutFlag)).toMatchObject({
      status: 200,
    });
    expect(pending.seen.message.flags & V2).toBe(V2);
    expect(pending.seen.text).toBe('New');
  });

  test('is refused for a message that keeps its content', async () => {
    const pending = await asked();
    await replied(pending);
    const edit = { flags: V2, components: [text], ...SILENT };
    expect(await webhook('PATCH', pending, '/messages/@original', edit)).toMatchObject({ code: 50035 });
    expect(await webhook('PATCH', pending, '/messages/@original', { ...edit, content: null })).toMatchObject({
      status: 200,
    });
  });
});
