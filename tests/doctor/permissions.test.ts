// The bot's permissions in a channel, worked out as Discord's documentation says.
import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { type Channel, permissionsIn } from '../../src/doctor/permissions.ts';

const { ViewChannel: see, SendMessages: send, Administrator } = PermissionFlagsBits;
const server = (...roles: [string, bigint][]) => ({
  id: 'all',
  roles: roles.map(([id, permissions]) => ({ id, permissions })),
});
const channel = (...overwrites: [string, bigint, bigint][]): Channel => ({
  id: 'channel',
  type: 0,
  permission_overwrites: overwrites.map(([id, allow, deny]) => ({ id, allow, deny })),
});
const bot = { id: 'bot', roles: ['a', 'b'] };
const usual = server(['all', see], ['a', send], ['b', 0n], ['other', Administrator]);

test.each([
  ['everybody has, and of its roles', channel(), usual, see | send],
  ['not of roles that it does not have', channel(), server(['all', see], ['other', send]), see],
  [
    'all, as an administrator, whatever a channel denies',
    channel(['bot', 0n, see]),
    server(['a', Administrator]),
    ~0n,
  ],
  ['less what a channel denies to all', channel(['all', 0n, send]), usual, see],
  [
    'what a role is allowed though all are denied it',
    channel(['all', 0n, send], ['b', send, 0n]),
    usual,
    see | send,
  ],
  [
    'what one role is allowed though another is denied it',
    channel(['a', 0n, send], ['b', send, 0n]),
    usual,
    see | send,
  ],
  [
    'not what it alone is denied though its roles are allowed',
    channel(['b', send, 0n], ['bot', 0n, send]),
    usual,
    see,
  ],
  ['what it alone is allowed', channel(['a', 0n, send], ['bot', send, 0n]), usual, see | send],
  ['nothing where it does not see the channel', channel(['bot', 0n, see]), usual, 0n],
  ['not what roles of others are allowed', channel(['all', 0n, send], ['other', send, 0n]), usual, see],
])('it has what %s', (_, place, roles, wanted) => {
  expect(permissionsIn(place, bot, roles)).toBe(wanted);
});
