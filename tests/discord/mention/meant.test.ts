// Which messages are for the bot, as the gateway has them, and what is asked in them.
import { expect, test } from 'vitest';
import { meantFor } from '../../../src/discord/mention/meant.ts';

const bot = '100000000000000001';
const bob = '100000000000000002';
const user = (id: string, more: object = {}) => ({ id, username: 'x', ...more });
const own = { author: user(bot, { bot: true }), components: [{ type: 17, components: [] }] };
const message = {
  ...{ id: '3', channel_id: '4', guild_id: '5', type: 0, content: `<@${bot}> why?` },
  ...{ author: user('6'), mentions: [user(bot, { bot: true })] },
};
const reply = { ...message, type: 19, content: 'next', referenced_message: own };

test('a mention, and a reply with a ping, are meant for it', () => {
  expect(meantFor(bot, message)).toEqual({
    ...{ id: '3', channel: '4', server: '5', asker: '6', typed: 'why?', answered: undefined },
  });
  expect(meantFor(bot, reply)).toMatchObject({ typed: 'next', answered: own.components });
  expect(meantFor(bot, { ...reply, content: `<@${bot}> next` })).toMatchObject({ typed: 'next' });
});

test.each([
  ['words behind', `why <@!${bot}>`, 'why'],
  ['twice', `<@${bot}> why <@${bot}>?`, 'why  ?'],
  ['somebody else behind', `<@${bot}> why <@${bob}>`, `why <@${bob}>`],
  ['nothing else', `<@${bot}>`, ''],
  ['marks alone', `<@${bot}> ?`, '?'],
  ['a number that only looks like it', `<@${bot}> <@${bot}9>`, `<@${bot}9>`],
])('what is asked stands beside the name: %s', (_, content, typed) => {
  expect(meantFor(bot, { ...message, content })?.typed).toBe(typed);
});

test('of a reply to somebody else nothing but its own words is read', () => {
  const answered = { author: user(bob), content: 'secret', components: [{ type: 17 }] };
  expect(meantFor(bot, { ...message, type: 19, referenced_message: answered })?.answered).toBeUndefined();
  expect(meantFor(bot, { ...message, type: 19, referenced_message: null })?.typed).toBe('why?');
});

test.each<[string, unknown]>([
  ['no mention in what Discord says', { ...message, mentions: [] }],
  ['a mention of somebody else first', { ...message, content: `<@${bob}> ask <@${bot}>` }],
  ['a reply that turns to somebody else', { ...reply, content: `<@${bob}> look` }],
  ['a reply without words', { ...reply, content: '' }],
  ['a reply of marks', { ...reply, content: '👍 !' }],
  ['a bot', { ...message, author: user('6', { bot: true }) }],
  ['itself', { ...message, author: user(bot), mentions: [user(bob)] }],
  ['Discord', { ...message, author: user('6', { system: true }) }],
  ['a webhook', { ...message, webhook_id: '7' }],
  ['what is passed on', { ...message, message_reference: { type: 1 } }],
  ['direct messages', { ...message, guild_id: undefined }],
  ['a message of another kind', { ...message, type: 6 }],
  ['no author', { ...message, author: null }],
  ['no message', 'why?'],
  ['nothing', undefined],
])('not meant: %s', (_, payload) => {
  expect(meantFor(bot, payload)).toBeUndefined();
});
