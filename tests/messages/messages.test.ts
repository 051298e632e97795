// Every sentence comes from the message files: none is missing, none is unused, none can be filled by what users type.
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { quotedWords } from '../../src/messages/citations.ts';
import en from '../../src/messages/en.json' with { type: 'json' };
import { inEnglish, languages, translator } from '../../src/messages/messages.ts';

const base = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

async function sourceOf(...folders: string[]): Promise<string> {
  const files = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(folder, { recursive: true });
      const code = names
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFile(`${folder}/${name}`, 'utf8'));
      return (await Promise.all(code)).join('\n');
    }),
  );
  return files.join('\n');
}

test('every message is used', async () => {
  const source = await sourceOf('src', 'commands');
  // Keys made from a value of ours, such as `kind.${kind}`, are used as a group.
  const groups = [...source.matchAll(/`([a-z.]+\.)\$\{/gi)].map(([, group]) => group ?? '');
  const unused = Object.keys(en)
    .map(base)
    .filter((key) => !source.includes(`'${key}'`) && !groups.some((group) => key.startsWith(group)));
  expect(unused).toEqual([]);
});

test('a message of a count has every plural form of its language', () => {
  const { pluralCategories } = new Intl.PluralRules('en').resolvedOptions();
  for (const key of Object.keys(en).filter((name) => name !== base(name))) {
    for (const category of pluralCategories) expect(en).toHaveProperty([`${base(key)}_${category}`]);
  }
});

test('what somebody typed is put in as it is', () => {
  const typed = '{{count}} $t(answer.none) <b>&amp;</b> %s';
  expect(inEnglish('quote.none', { words: typed })).toBe(`These words are in no source: ${typed}`);
});

test('a value that is not given is an error, not a gap', () => {
  expect(() => inEnglish('quote.none')).toThrow('nothing was given for {{words}}');
});

test('a language without a message file is answered in English', () => {
  expect(languages).toContain('en');
  expect(translator('tlh')('answer.none')).toBe(inEnglish('answer.none'));
});

test('numbers that count are written as in the language, and those that name something digit by digit', () => {
  const written = (locale: string): string =>
    translator(locale)('check.tooLong', { count: 12_345, most: 6000 });
  expect(written('en-US')).toContain('12,345');
  expect(written('de')).toContain('12.345');
  expect(written('fr')).toContain('12\u202f345');
  expect(written('pl')).toContain('12\u00a0345');
  expect(translator('de')('desk.answer.title', { number: 12_345 })).toBe('Frage #12345');
});

test('plural forms go with the number in each language', () => {
  const forms = (locale: string): string[] =>
    [1, 2, 5, 21, 22].map((count) => translator(locale)('source.paragraphs', { count }));
  expect(forms('pl')).toEqual(['1 akapit', '2 akapity', '5 akapitów', '21 akapitów', '22 akapity']);
  expect(forms('uk')).toEqual(['1 абзац', '2 абзаци', '5 абзаців', '21 абзац', '22 абзаци']);
  expect(translator('fr')('source.paragraphs', { count: 0 })).toBe('0 paragraphe');
});

test('words are quoted with the marks of the language', () => {
  const quoted = (locale: string): string => quotedWords(['tanks', '"Germany"'], translator(locale));
  expect(quoted('en-GB')).toBe('“tanks” and “Germany”');
  expect(quoted('de')).toBe('„tanks“ und „Germany“');
  expect(quoted('fr')).toBe('«\u202ftanks\u202f» et «\u202fGermany\u202f»');
  expect(quoted('uk')).toBe('«tanks» і «Germany»');
});

test('what only operators read is English in every language', () => {
  expect(translator('de')('terminal.help.quit')).toBe(inEnglish('terminal.help.quit'));
});
