// Every language says the same as English: no message lacks, none is left over, plural forms and placeholders are right,
// and what Discord limits keeps to its limits. Where something is missing, the failure lists it, ready to be translated.
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/messages/messages.ts';
import { namesOfCommands } from '../discord/bot.ts';
import {
  baseOf,
  english,
  englishFor,
  isForOperators,
  isOneNumber,
  isPlural,
  keysWanted,
  missingIn,
  placeholdersOf,
  type Sentences,
  translations,
} from './catalogue.ts';
import { codeOf } from './code.ts';

/** Words that are the same in another language; everything else that equals the English was forgotten. */
const same =
  /^(?:example|citation\.inBrackets|cite\.labelled|quote\.choice|who\.choice|card\.alt|discord\.help\.typed)/;
const sameWords: Readonly<Record<string, readonly string[]>> = {
  de: ['format', 'name', 'text', 'status'],
  fr: [
    'question',
    'mentions',
    'correction',
    'corrections',
    'position',
    'positions',
    'style',
    'source',
    'sources',
    'mode',
    'format',
    'page',
    'section',
    'document',
    'version',
    'date',
    'positions',
    'style',
  ],
  pl: ['format', 'status'],
  uk: [],
};

/** Discord's limits for what a message is used as, by the beginning of its key; the longest number stands for numbers. */
const limits: readonly [RegExp, number][] = [
  [/^name\./, 32],
  [/^menu\./, 32],
  [/^command\./, 100],
  [/^desk\.(?:format|mode|filter|state|reason)\./, 100],
  [/\.button\.|^privacy\.(?:erase|confirm)$|^desk\.queue\.(?:before|after|again)$|^discord\.openSource$/, 80],
  [/^desk\.form\.(?:title|edit|\w+Title|question|anonymous|note|reason|words|into|citation)$/, 45],
  [/^own\.form\.(?!\w+About$)/, 45],
  [/^(?:desk|own)\.form\.\w+About$/, 100],
  [/^kind\./, 100],
  [/^desk\.(?:card\.choose|queue\.pick)$/, 100],
];

const all: [string, Sentences][] = [['en', english], ...Object.entries(translations)];

test('there are English, German, French, Polish and Ukrainian', () => {
  expect([...languages].sort()).toEqual(['de', 'en', 'fr', 'pl', 'uk']);
  expect(Object.keys(translations).sort()).toEqual(['de', 'fr', 'pl', 'uk']);
});

describe.each(Object.entries(translations))('%s', (language, messages) => {
  test('lacks no message and no plural form', () => {
    expect(missingIn(language)).toEqual([]);
  });

  test('has no message that English does not have, and no plural form that the language does not have', () => {
    const wanted = new Set(keysWanted(language));
    expect(Object.keys(messages).filter((key) => !wanted.has(key))).toEqual([]);
  });

  test('has the messages in the order of the English file, so that they stand side by side', () => {
    const order = keysWanted(language);
    expect(Object.keys(messages)).toEqual(order.filter((key) => key in messages));
  });

  test('has the placeholders of the English message, and the number wherever a form stands for several', () => {
    const wrong = Object.entries(messages).filter(([key, message]) => {
      const wanted = placeholdersOf(english[`${baseOf(key)}_other`] ?? englishFor(key));
      const given = placeholdersOf(message);
      const mayLack = isPlural(key) && isOneNumber(language, key.slice(baseOf(key).length + 1));
      const needed = mayLack ? wanted.filter((name) => name !== 'count') : wanted;
      return !sameNames(needed, mayLack ? given.filter((name) => name !== 'count') : given);
    });
    expect(wrong).toEqual([]);
  });

  test('ends its sentences where English does, and begins them with a capital letter', () => {
    const endOf = (message: string): string => /[.!?:…]$/u.exec(message)?.[0] ?? '';
    const wrong = Object.entries(messages).filter(([key, message]) => {
      const model = englishFor(key);
      if (endOf(message) !== endOf(model)) return true;
      return /^\p{Lu}/u.test(model) && /^\p{Ll}/u.test(message);
    });
    expect(wrong).toEqual([]);
  });

  test('is translated', () => {
    const forgotten = Object.entries(messages).filter(([key, message]) => {
      if (message !== englishFor(key) || same.test(key)) return false;
      const words = message.replace(/\{\{\w+\}\}/g, '').match(/\p{L}{4,}/gu) ?? [];
      const kept = ['communiqué', 'markdown', ...(sameWords[language] ?? [])];
      return words.some((word) => !kept.includes(word.toLowerCase()));
    });
    expect(forgotten).toEqual([]);
  });
});

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return [...new Set(one)].join() === [...new Set(other)].join();
}

test.each(all)('%s: names, descriptions, labels and titles keep to the limits of Discord', (_, messages) => {
  const long = Object.entries(messages).flatMap(([key, message]) => {
    const limit = limits.find(([pattern]) => pattern.test(key))?.[1];
    const shown = message
      .replace(/\{\{example\}\}/g, 'european-leaders ¶5')
      .replace(/\{\{\w+\}\}/g, '1000000000');
    return limit !== undefined && !isForOperators(key) && shown.length > limit
      ? [`${key} has ${shown.length} of ${limit}: ${message}`]
      : [];
  });
  expect(long).toEqual([]);
});

test.each(all)('%s: names of commands and options are such as Discord takes', (_, messages) => {
  const names = Object.entries(messages).filter(([key]) => key.startsWith('name.'));
  const wrong = names.filter(
    ([, name]) => !/^[-_'\p{L}\p{N}]{1,32}$/u.test(name) || name !== name.toLowerCase(),
  );
  expect(wrong).toEqual([]);
});

test.each(all)('%s: no two commands have one name, nor two options', async (_, messages) => {
  const names = Object.entries(messages).filter(([key]) => key.startsWith('name.'));
  const commands = new Set(await namesOfCommands());
  // A command and an option may be called the same, and two parts of different commands; two commands may not.
  const called = names.filter(([key]) => commands.has(key.slice('name.'.length))).map(([, name]) => name);
  expect(called.filter((name, index) => called.indexOf(name) !== index)).toEqual([]);
  const options = names.filter(([key]) => !commands.has(key.slice('name.'.length))).map(([, name]) => name);
  expect(options.filter((name, index) => options.indexOf(name) !== index)).toEqual([]);
});

test('English names are those that the code uses', () => {
  const names = Object.entries(english).filter(([key]) => key.startsWith('name.'));
  expect(names.filter(([key, name]) => key !== `name.${name}`)).toEqual([]);
});

test('what only operators read is not said in Discord', async () => {
  const operatorsOwn =
    /src\/discord\/(?:shards\/asking|connection\/running\/[\w-]+|(?:connection\/)?(?:bot|run|refused|deployment|registration|command|vitals))\.ts$/;
  const places = ['commands', 'src/discord', 'src/cards', 'src/citing', 'src/questions', 'src/positions'];
  const code = await codeOf(
    ...places,
    'src/dialogue/refusals.ts',
    'src/dialogue/named.ts',
    'src/dialogue/verdict.ts',
  );
  const said = code
    .filter(({ file }) => !operatorsOwn.test(file))
    .flatMap(({ file, code: text }) =>
      Object.keys(english)
        .filter((key) => isForOperators(key) && text.includes(`'${baseOf(key)}'`))
        .map((key) => `${file}: ${key}`),
    );
  expect(said).toEqual([]);
});

test.each(all)('%s: no key stands twice', async (language) => {
  const text = await readFile(`src/messages/${language}.json`, 'utf8');
  const keys = [...text.matchAll(/^\s*"([^"]+)":/gm)].map(([, key]) => key);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
