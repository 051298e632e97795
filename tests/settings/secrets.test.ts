// Secrets in files: what is taken of them, what is told of a wrong one, and that no part of one is ever told.
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSettings, openSecrets } from '../../src/config.ts';
import { folderWith } from '../temporary.ts';

const env = 'no/such/.env';
const address = 'postgresql://me:hunter2@host:5432/communique';

test.each([
  ['as it is', 'secret-token'],
  ['with a line end', 'secret-token\n'],
  ['with one of Windows', 'secret-token\r\n'],
  ['with white space around it', '  secret-token\t\n\n'],
  ['with a byte order mark', '\ufeffsecret-token\n'],
])('a token is read from a file %s', async (_, content) => {
  const file = join(await folderWith({ token: content }), 'token');
  expect(loadSettings({ DISCORD_TOKEN_FILE: file }, env).DISCORD_TOKEN).toBe('secret-token');
});

test('the address of a database is read from a file that .env names', async () => {
  const folder = await folderWith({ url: `${address}\n` });
  const folderOfEnv = await folderWith({ '.env': `DATABASE_URL_FILE=${join(folder, 'url')}\n` });
  expect(loadSettings({}, join(folderOfEnv, '.env')).DATABASE_URL).toBe(address);
});

const wrong: readonly (readonly [string, string | Uint8Array | undefined, string])[] = [
  ['missing', undefined, 'cannot be read (ENOENT'],
  ['empty', '', 'which is empty; write the value of DISCORD_TOKEN into it, on one line'],
  ['of white space', ' \n\n', 'which is empty; write the value of DISCORD_TOKEN into it, on one line'],
  ['of two lines', 'hunter2\nhunter3', 'holds more than one line of text'],
  ['of bytes', Uint8Array.of(0xff, 0xfe, 0, 1), 'holds more than one line of text'],
  ['too long', 'hunter2'.repeat(2_000), 'holds more than one line of text'],
];

test.each(wrong)('a file that is %s is told with its remedy, and no part of it', async (_, content, told) => {
  const folder = await folderWith(content === undefined ? {} : { token: content });
  const file = join(folder, 'token');
  const error = errorOf({ DISCORD_TOKEN_FILE: file });
  expect(error).toContain(`environment: DISCORD_TOKEN_FILE names the file ${file}, which`);
  expect(error).toContain(told);
  expect(error).not.toContain('hunter');
});

test('a folder, and a device without an end, are no secret', async () => {
  const folder = await folderWith({});
  expect(errorOf({ DISCORD_TOKEN_FILE: folder })).toContain('this is a folder');
  if (process.platform === 'linux')
    expect(errorOf({ DISCORD_TOKEN_FILE: '/dev/zero' })).toContain('holds more than one line');
});

test.each(['DISCORD_TOKEN', 'DATABASE_URL'])(
  '%s beside its file is told, as one of them is not meant',
  async (name) => {
    const file = join(await folderWith({ secret: address }), 'secret');
    const error = errorOf({ [name]: address, [`${name}_FILE`]: file });
    expect(error).toContain(`${name}_FILE and ${name} are both set; keep one of them`);
    expect(error).not.toContain('hunter2');
  },
);

test('what a file holds is checked as if it stood in the setting, and not repeated', async () => {
  const file = join(await folderWith({ url: 'mysql://me:hunter2@host/db' }), 'url');
  const error = errorOf({ DATABASE_URL_FILE: file });
  expect(error).toContain(
    'environment: settings: "DATABASE_URL" is wrong; its 26 characters are not repeated',
  );
  expect(error).not.toContain('hunter2');
});

test('a password in the place of its file is not repeated', () => {
  const error = errorOf({ DATABASE_URL_FILE: 'hunter2' });
  expect(error).toContain('DATABASE_URL_FILE names the file …, which cannot be read (ENOENT');
  expect(error).not.toContain('hunter2');
});

test('a token in the place of its file is not repeated', () => {
  const token = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs';
  for (const part of token.split('.')) expect(errorOf({ DISCORD_TOKEN_FILE: token })).not.toContain(part);
});

test.skipIf(process.platform === 'win32')(
  'a file that others may read is told of, one for the bot alone is not',
  async () => {
    const folder = await folderWith({
      token: 'x',
      '.env': 'DATABASE_URL=postgresql://host/db\n',
      other: 'STRICT=true\n',
    });
    const [file, own, other] = ['token', '.env', 'other'].map((name) => join(folder, name));
    const settings = loadSettings({ DISCORD_TOKEN_FILE: file }, own);
    for (const [mode, told] of [
      [0o600, []],
      [0o640, [file, own]],
      [0o604, [file, own]],
      [0o400, []],
    ] as const) {
      await chmod(file ?? '', mode);
      await chmod(own ?? '', mode);
      expect(openSecrets(settings, own).map(({ place }) => place.file)).toEqual(told);
    }
    // Without a secret in it the file may be read by anybody.
    await chmod(other ?? '', 0o644);
    expect(openSecrets({ ...settings, DISCORD_TOKEN_FILE: undefined }, other)).toEqual([]);
  },
);

function errorOf(environment: Record<string, string>): string {
  try {
    loadSettings(environment, env);
  } catch (error) {
    return String(error);
  }
  return 'nothing was thrown';
}
