// Every sentence comes from the message files: none is missing, none is unused, none can be filled by what users type.
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
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
