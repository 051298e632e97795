// Why Discord does not let the bot in, told by what came: one line with what to do, or the error as it was.
import { DiscordAPIError, HTTPError } from 'discord.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../src/common/errors.ts';
import { discordRefused } from '../../src/discord/connection/refused.ts';

const url = 'https://discord.test/api';
const place = { DISCORD_API_URL: url, DISCORD_APPLICATION_ID: '11', DISCORD_GUILD_ID: '22' };
const api = (status: number, code = 0) =>
  new DiscordAPIError({ code, message: `error ${code}` }, code, status, 'GET', url, {});
const http = (status: number) => new HTTPError(status, 'Bad', 'GET', url, {});
const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });
const shape = z.object({ id: z.string() }).safeParse({}).error;

const told = (error: unknown, settings: Parameters<typeof discordRefused>[1] = place) => {
  const refused = discordRefused(error, settings);
  if (!(refused instanceof UserError)) return refused === error ? 'as it came' : refused;
  expect(refused.cause).toBe(error);
  return [refused.told.key, refused.told.values];
};

test.each<[string, unknown, unknown]>([
  ['a token that is refused', api(401), ['discord.badToken', undefined]],
  ['the same by its status alone', http(401), ['discord.badToken', undefined]],
  ['a token that is none', withCode('TokenInvalid'), ['discord.badToken', undefined]],
  ['a token that is no header', withCode('UND_ERR_INVALID_ARG'), ['discord.badToken', undefined]],
  ['trouble of Discord', http(503), ['discord.trouble', { url, status: 503 }]],
  ['the same in its own words', api(500), ['discord.trouble', { url, status: 500 }]],
  ['an application that there is not', api(404, 10_002), ['discord.noApplication', { id: '11' }]],
  ['somebody else’s application', api(403, 20_012), ['discord.noApplication', { id: '11' }]],
  ['a server that there is not', api(404, 10_004), ['discord.noServer', { id: '22' }]],
  ['a server without the bot', api(403, 50_001), ['discord.noServer', { id: '22' }]],
  ['what is forbidden', api(403, 7), ['discord.forbidden', { reason: 'error 7', url }]],
  ['what is not there', api(404, 7), ['discord.notDiscord', { url, reason: 'error 7' }]],
  ['anything else that Discord says', api(400, 7), 'as it came'],
  [
    'intents',
    new Error('Used disallowed intents'),
    ['discord.refused', { reason: 'Used disallowed intents' }],
  ],
  [
    'a day’s log-ins',
    new Error('Not enough sessions remaining'),
    ['discord.refused', { reason: 'Not enough sessions remaining' }],
  ],
  ['no connection', withCode('ECONNREFUSED'), ['discord.unreachable', { url, reason: 'x' }]],
  [
    'none at several addresses',
    withCode('ECONNREFUSED', ''),
    ['discord.unreachable', { url, reason: 'ECONNREFUSED' }],
  ],
  [
    'another shape',
    new TypeError('a is undefined\nat b'),
    ['discord.notDiscord', { url, reason: 'a is undefined' }],
  ],
  [
    'no JSON',
    new SyntaxError('Unexpected token'),
    ['discord.notDiscord', { url, reason: 'Unexpected token' }],
  ],
  ['fields that are missing', shape, ['discord.notDiscord', { url, reason: shape?.issues[0]?.message }]],
  ['any other error', new Error('x'), 'as it came'],
  ['what is no error', 'x', 'as it came'],
])('%s', (_, error, expected) => {
  expect(told(error)).toEqual(expected);
});

test('without a server or an application in the settings none is named', () => {
  const bare = { DISCORD_API_URL: url };
  expect(told(api(403, 50_001), bare)).toEqual(['discord.forbidden', { reason: 'error 50001', url }]);
  expect(told(api(404, 10_004), bare)).toEqual(['discord.notDiscord', { url, reason: 'error 10004' }]);
  expect(told(api(404, 10_002), bare)).toEqual(['discord.noApplication', { id: '' }]);
});
