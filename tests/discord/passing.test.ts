// Which failures are tried again, code by code, and which of them mean that Discord cannot be reached.
import { DiscordAPIError, HTTPError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { isPassing, isUnreachable } from '../../src/discord/connection/passing.ts';

const withCode = (code: string) => Object.assign(new Error('x'), { code });
const api = (status: number) => new DiscordAPIError({ code: 0, message: 'x' }, 0, status, 'GET', '/', {});
const http = (status: number) => new HTTPError(status, 'x', 'GET', '/', {});
const named = (name: string) => Object.assign(new Error('x'), { name });

describe('passes', () => {
  test.each([
    ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOTFOUND'],
    ...['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'],
    ...['UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
  ])('%s', (code) => {
    expect([isPassing(withCode(code)), isUnreachable(withCode(code))]).toEqual([true, true]);
  });

  test.each([500, 502, 503])('status %i, though something was reached', (status) => {
    expect([isPassing(http(status)), isPassing(api(status))]).toEqual([true, true]);
    expect([isUnreachable(http(status)), isUnreachable(api(status))]).toEqual([false, false]);
  });

  test.each(['AbortError', 'TimeoutError'])('%s', (name) => expect(isPassing(named(name))).toBe(true));
});

describe('does not pass', () => {
  test.each(['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED', 'ERR_INVALID_URL', 'ENOENT', ''])(
    '%s',
    (code) => {
      expect([isPassing(withCode(code)), isUnreachable(withCode(code))]).toEqual([false, false]);
    },
  );

  test.each([400, 401, 403, 404])('status %i', (status) => {
    expect([isPassing(api(status)), isPassing(http(status))]).toEqual([false, false]);
  });

  test.each([
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_SSL_WRONG_VERSION_NUMBER',
  ])('%s, but Discord is not reached', (code) => {
    expect([isPassing(withCode(code)), isUnreachable(withCode(code))]).toEqual([false, true]);
  });

  test('what is no error', () => expect(isPassing('x')).toBe(false));
});
