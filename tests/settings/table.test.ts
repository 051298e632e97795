// The page of the settings is the one that is made from them, and says what holds.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { healthOf, loadSettings, ocrOf, slowOf, storeOf } from '../../src/config.ts';
import { openCharactersOf } from '../../src/libraries.ts';
import { factsOf, secrets, settingNames } from '../../src/settings/schema.ts';
import { settingsPage } from '../../src/settings/table.ts';
import { defaultLimits, limitsOf } from '../../src/sources/limits.ts';

test('docs/settings.md is current: npm run settings writes it', async () => {
  expect(await readFile('docs/settings.md', 'utf8')).toBe(settingsPage());
});

test('the page names every setting once, in a table', () => {
  const rows = [...settingsPage().matchAll(/^\| `(\w+)` \| [^|]+ \| [^|]* \| [^|]+ \| [^|]+ \|$/gmu)].map(
    ([, name]) => name,
  );
  expect(rows.toSorted()).toEqual(settingNames.toSorted());
});

test.each(settingNames.filter((name) => factsOf(name)?.unit !== undefined))(
  'what holds without %s is what the page says',
  (name) => {
    const preset = factsOf(name)?.preset ?? '';
    const nothing = loadSettings({}, 'no/such/.env');
    const told = loadSettings({ [name]: preset }, 'no/such/.env');
    expect(effects(told)).toEqual(effects(nothing));
    // That it is looked at all: another number changes something.
    expect(effects(loadSettings({ [name]: '7' }, 'no/such/.env'))).not.toEqual(effects(nothing));
  },
);

function effects(settings: ReturnType<typeof loadSettings>) {
  const { SOURCES_RETENTION_DAYS: days = 30 } = settings;
  return { limits: limitsOf(settings), open: openCharactersOf(settings), slow: slowOf(settings), days };
}

test('what holds without other settings is what the page says', () => {
  const nothing = loadSettings({}, 'no/such/.env');
  expect(storeOf(nothing).file).toBe(factsOf('STORE')?.preset);
  expect(nothing.LOG_LEVEL).toBe(factsOf('LOG_LEVEL')?.preset);
  expect(nothing.DISCORD_API_URL).toBe(factsOf('DISCORD_API_URL')?.preset);
  expect(healthOf(loadSettings({ HEALTH_PORT: '9464' }, 'no/such/.env'))?.host).toBe(
    factsOf('HEALTH_HOST')?.preset,
  );
  expect(ocrOf(loadSettings({ OCR: '/usr/bin/tesseract' }, 'no/such/.env'))?.languages).toBe(
    factsOf('OCR_LANGUAGES')?.preset,
  );
  expect(limitsOf(nothing)).toEqual(defaultLimits);
});

test.each(secrets)('%s is known as a secret, and its file as a setting', (name) => {
  expect(factsOf(name)?.secret).toBe(true);
  expect(settingNames).toContain(`${name}_FILE`);
});
