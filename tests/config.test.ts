// The settings, and the example file that an operator copies.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { expect, test } from 'vitest';
import { loadSettings, settingsSchema, storeOf } from '../src/config.ts';
import { defaultLimits, limitsOf } from '../src/sources/limits.ts';
import { folderWith } from './temporary.ts';

const known = Object.keys(settingsSchema.shape);

test('.env.example names every setting and no other, and is valid as it stands', async () => {
  const example = parse(await readFile('.env.example', 'utf8'));
  expect(Object.keys(example).sort()).toEqual([...known].sort());
  expect(loadSettings({}, '.env.example')).toEqual({
    DISCORD_API_URL: 'https://discord.com/api',
    MENTIONS: false,
    READER: 'trained',
    SEARCH_ENGINE: 'memory',
    STRICT: false,
    LOG_LEVEL: 'info',
  });
});

test('the environment wins over the file, an empty value is none, white space around it is cut', async () => {
  const folder = await folderWith({ '.env': 'DISCORD_TOKEN=from-file\nLOG_LEVEL=warn\nCORPUS=\n' });
  const settings = loadSettings({ DISCORD_TOKEN: ' from-environment ' }, join(folder, '.env'));
  expect(settings).toMatchObject({ DISCORD_TOKEN: 'from-environment', LOG_LEVEL: 'warn' });
  expect(settings.CORPUS).toBeUndefined();
});

test('a wrong setting is named with its place, value and remedy', async () => {
  const folder = await folderWith({ '.env': 'DISCORD_GUILD_ID=my server\n' });
  const path = join(folder, '.env');
  expect(() => loadSettings({ DISCORD_API_URL: 'discord.com' }, path)).toThrow(
    [
      `${path}:1: settings: "DISCORD_GUILD_ID" is "my server"; copy the number of 17 to 20 digits from Discord`,
      'environment: settings: "DISCORD_API_URL" is "discord.com"; write an address such as https://discord.com/api, without the version',
    ].join('\n'),
  );
});

test('a line of the file that is no setting is named by its number alone: it may hold a token', async () => {
  const folder = await folderWith({
    '.env':
      '# a comment\n\ngarbage line\nFOO\nDISCORD_TOKEN abc\nCORPUS="one\ntwo"\nexport STORE=x\nLOG_LEVEL=info\nLOG_LEVEL=info\n',
  });
  const path = join(folder, '.env');
  const told = [3, 4, 5].map((line) => `${path}:${line}: this line is no setting; write NAME=value`);
  expect(() => loadSettings({}, path)).toThrow(told.map((line) => `${line}, or put # before it`).join('\n'));
  expect(() => loadSettings({}, path)).not.toThrow(/abc/);
});

const token = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs';

test.each([
  // Forms that an attack tried.
  ['DATABASE_URL', 'postgres://me:hunter2/x@host/db'],
  ['DATABASE_URL', 'postgres://me:x@hunter2@host:port/db'],
  ['DATABASE_URL', 'mysql://host/db?user=me&password=hunter2'],
  ['DATABASE_URL', 'postgres//me:hunter2@'],
  ['DATABASE_URL', 'jdbc:postgresql://host/db?user=me&password=hunter2'],
  ['DATABASE_URL', 'mysql://me:hunter2@host/db'],
  ['DATABASE_URL', 'me:hunter2@host'],
  ['DISCORD_APPLICATION_ID', token],
  ['DISCORD_API_URL', 'https://me:hunter2@discord.com/api'],
  // And others.
  ['DATABASE_URL', 'host=db user=me password=hunter2'],
  ['DATABASE_URL', 'hunter2'],
  ['DISCORD_API_URL', 'https://discord.com/api?token=hunter2'],
  ['DISCORD_API_URL', `https://discord.com/api/webhooks/1/${token}`.replace('https:', '')],
  ['DISCORD_API_URL', token],
  ['DISCORD_GUILD_ID', `Bot ${token}`],
  ['DISCORD_GUILD_ID', 'me:hunter2@host'],
  ['LOG_LEVEL', token],
  ['SOURCES_DOCUMENTS', 'Zx81hunter2QwErTyUiOpAsDfGhJkLzXc'],
  ['READER', 'password=hunter2'],
  ['STORE', 'postgresql://me:hunter2@host/db'],
  ['READER_CACHE', 'redis://:hunter2@host'],
  ['CORPUS', token],
])('no part of a secret is repeated where %s is %s', (name, value) => {
  const told = thrownBy(() => loadSettings({ [name]: value }, 'no/such/.env'));
  expect(told).toContain(
    `environment: settings: "${name}" is wrong; its ${value.length} characters are not repeated here`,
  );
  for (const secret of ['hunter2', ...token.split('.')]) expect(told).not.toContain(secret);
});

test.each([token, 'hunter2', 'Hunter2-x', 'me.hunter2'])('nor where %s stands as a name', async (name) => {
  const folder = await folderWith({ '.env': `STRICT=true\n${name}=1\n` });
  const told = thrownBy(() => loadSettings({}, join(folder, '.env')));
  expect(told).toContain(`settings: there is no field with this name of ${name.length} characters`);
  expect(told).not.toContain(name);
});

function thrownBy(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return String(error);
  }
  return 'nothing was thrown';
}

test('the address of a database is taken as it is', () => {
  const right = 'postgresql://me:secret@host:5432/communique';
  const { url } = storeOf(loadSettings({ DATABASE_URL: right }, 'no/such/.env'));
  expect(url).toBe(right);
});

test('the limits of what a server may keep are whole numbers', () => {
  const given = { SOURCES_DOCUMENTS: '7', SOURCES_PER_HOUR: '99' };
  expect(limitsOf(loadSettings(given, 'no/such/.env'))).toEqual({
    ...defaultLimits,
    documents: 7,
    hourly: 99,
  });
  expect(limitsOf(loadSettings({}, 'no/such/.env'))).toEqual(defaultLimits);
  for (const wrong of ['0', '-1', '1.5', '1e3', 'many', '9'.repeat(13)]) {
    expect(() => loadSettings({ SOURCES_CHARACTERS: wrong }, 'no/such/.env')).toThrow(
      `environment: settings: "SOURCES_CHARACTERS" is "${wrong}"; write a whole number from 1 on`,
    );
  }
});

test('where nothing is said, what servers add is kept in a file of the folder data', () => {
  expect(storeOf(loadSettings({}, 'no/such/.env'))).toEqual({
    file: 'data/communique.sqlite',
    url: undefined,
  });
});

test('where there is no file the environment is all', () => {
  expect(loadSettings({ STRICT: 'true' }, 'no/such/.env')).toMatchObject({ STRICT: true });
});

test('a file that is there and cannot be used is said, as without it something else would start', async () => {
  const folder = await folderWith({ 'latin.env': Buffer.from([0x41, 0x3d, 0xe9]) });
  const latin = join(folder, 'latin.env');
  expect(() => loadSettings({}, latin)).toThrow(
    `${latin}:1: byte 0xe9 at offset 2 is not UTF-8; save the file as UTF-8`,
  );
  const path = join(folder, 'folder.env');
  await mkdir(path);
  expect(() => loadSettings({}, path)).toThrow(
    `${path}: this cannot be read (EISDIR: this is a folder); check that it is there and that you may read it`,
  );
});

test('a setting that there is not is named where it comes from the file; the environment holds much else', async () => {
  const folder = await folderWith({ '.env': '\ufeffDISCORD_TOKN=x\nSTRICT=yes\n' });
  const path = join(folder, '.env');
  expect(() => loadSettings({ PATH: '/bin' }, path)).toThrow(
    [
      `${path}:1: settings: there is no field "DISCORD_TOKN"; did you mean DISCORD_TOKEN?`,
      `${path}:2: settings: "STRICT" is "yes"; write true or false`,
    ].join('\n'),
  );
});

test.each([
  // What is a slip of a name, on its line.
  ['DISCORD_TOKN', 'DISCORD_TOKEN'],
  ['DATABSE_URL', 'DATABASE_URL'],
  ['LOGLEVEL', 'LOG_LEVEL'],
  ['SOURCES_DOCUMENT', 'SOURCES_DOCUMENTS'],
  ['HEALTHPORT', 'HEALTH_PORT'],
  ['OCR_LANGUAGE', 'OCR_LANGUAGES'],
  // Some of its words.
  ['BOT_TOKEN', 'DISCORD_TOKEN'],
  ['GUILD_ID', 'DISCORD_GUILD_ID'],
  ['PORT', 'HEALTH_PORT'],
])('%s is told on its line, with the setting that is near: %s', async (name, near) => {
  const folder = await folderWith({ '.env': `# mine\n\n${name}=1\n` });
  const path = join(folder, '.env');
  const told = thrownBy(() => loadSettings({}, path));
  expect(told).toContain(`${path}:3: settings: there is no field "${name}"; did you mean ${near}?`);
});

test.each(['PATH', 'NODE_ENV', 'HTTP_PROXY', 'PASSWORD', 'X', 'CLIENT_SECRET'])(
  'near to %s is nothing, so all are named',
  async (name) => {
    const folder = await folderWith({ '.env': `${name}=1\n` });
    const told = thrownBy(() => loadSettings({}, join(folder, '.env')));
    expect(told).toContain(`there is no field "${name}"; the fields are ${known.join(', ')}`);
  },
);

test('a name in small letters is told with the one that is near, and is not repeated', async () => {
  const folder = await folderWith({ '.env': 'discord_token=1\n' });
  const told = thrownBy(() => loadSettings({}, join(folder, '.env')));
  expect(told).toContain('no field with this name of 13 characters');
  expect(told).toContain('did you mean DISCORD_TOKEN?');
});
