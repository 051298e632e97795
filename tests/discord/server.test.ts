// Whose documents an interaction may see.
import { expect, test } from 'vitest';
import { serverOf } from '../../src/discord/connection/server.ts';

test.each([
  { where: 'in a server that has the bot', guildId: '1', installed: '1', expected: '1' },
  {
    where: 'in a server that it is no member of, taken along',
    guildId: '1',
    installed: null,
    expected: null,
  },
  { where: 'in direct messages', guildId: null, installed: null, expected: null },
  // Discord's "0" of direct messages.
  {
    where: 'in direct messages, installed in a server as well',
    guildId: null,
    installed: '0',
    expected: null,
  },
])('$where: $expected', ({ guildId, installed, expected }) => {
  expect(serverOf({ guildId, authorizingIntegrationOwners: { guildId: installed } })).toBe(expected);
});
