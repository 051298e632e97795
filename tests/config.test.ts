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
    READER: 'trained',
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
      `${path}: settings: "DISCORD_GUILD_ID" is "my server"; copy the number of 17 to 20 digits from Discord`,
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

test('the password of a database is not repeated where its address is wrong', () => {
  for (const address of ['mysql://me:secret@host/db', 'me:secret@host', 'postgres//me:secret@host']) {
    const told = () => loadSettings({ DATABASE_URL: address }, 'no/such/.env');
    expect(told).toThrow(/"DATABASE_URL" is ".*host.*"; write an address such as postgresql:/);
    expect(told).not.toThrow(/secret/);
  }
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
      `${path}: settings: there is no field "DISCORD_TOKN"; the fields are ${known.join(', ')}`,
      `${path}: settings: "STRICT" is "yes"; write true or false`,
    ].join('\n'),
  );
});
