// The log tells what failed, with ids and codes, and never what members typed nor the token that answers for them.
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/common/errors.ts';
import { loggedError } from '../../src/log.ts';
import { startDiscord } from '../double/double.ts';
import { startProcess, startScene } from './bot.ts';

const secret = 'mysecretsalary';
const question = { question: `How high is ${secret}?` };
const callback = /\/callback/;
/** Discord repeats a value that it refuses, in its message and among its errors. */
const refusal = { status: 400, code: 50_035, message: `Invalid Form Body: "${secret}" is too long` };

function expectHarmless(log: string): void {
  expect(log).toContain('could not be delivered');
  expect(log).not.toContain(secret);
  expect(log).not.toContain('interaction-token');
  expect(log).not.toContain('requestBody');
  expect(log).not.toContain('/callback');
}

test('of a callback that is refused it holds the codes, not the request: the whole process', async () => {
  const discord = await startDiscord();
  const server = discord.server();
  const alice = server.member({ name: 'alice' }).in(server.channel('general'));
  const bot = startProcess('main', { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase });
  await bot.says('"msg":"ready"');
  discord.fails({ path: callback, times: 1000, with: refusal });
  await alice.runs('/ask', question, { until: 'sent' });
  await bot.says('a reply could not be delivered');
  await alice.types('/quote', { words: secret }, 'words', { until: 'sent' });
  await bot.says('choices could not be delivered');
  bot.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  expectHarmless(bot.output.out);
  expect(bot.output.out).toContain('"code":50035,"status":400');
  expect(bot.output.err).toBe('');
  await discord.close();
});

test('of a callback that is refused it holds the codes, not the request: the kept log', async () => {
  const { discord, alice, log } = await startScene();
  discord.fails({ path: callback, times: 1000, with: refusal });
  await alice.runs('/ask', question, { until: 'sent' });
  await expect.poll(() => log.some(({ message }) => message.includes('could not be delivered'))).toBe(true);
  expectHarmless(JSON.stringify(log));
});

describe('an error in the log', () => {
  test('is its type, message, code, status and calls, and nothing else that it carries', () => {
    const error = Object.assign(new RangeError('too far'), { code: 'E1', status: 500, url: secret });
    const { stack, ...rest } = loggedError(error);
    expect(rest).toEqual({ type: 'RangeError', message: 'too far', code: 'E1', status: 500 });
    expect(stack).toMatch(/^at .*log\.test\.ts/);
  });

  test('tells its causes the same way, and of a circle of them no more than some', () => {
    const cause = Object.assign(new Error('inner'), { requestBody: secret });
    const error = new Error('outer', { cause });
    expect(loggedError(error).cause).toMatchObject({ type: 'Error', message: 'inner' });
    cause.cause = error;
    expect(JSON.stringify(loggedError(error))).not.toContain(secret);
  });

  test('of a refusal tells the key, for its words repeat what was typed', () => {
    const error = new UserError({ key: 'quote.none', values: { words: secret } });
    expect(JSON.stringify(loggedError(error))).not.toContain(secret);
    expect(loggedError(error).message).toBe('quote.none');
  });

  test('hides values between quotation marks and tokens in addresses', () => {
    const words = `"${secret}" at /interactions/123/abc-token/callback and /webhooks/123/abc-token/messages`;
    expect(loggedError(new Error(words)).message).toBe(
      '"…" at /interactions/123/…/callback and /webhooks/123/…/messages',
    );
    expect(loggedError(`"${secret}"`)).toEqual({ type: 'string', message: '"…"' });
  });
});
