// Sentences are whole: none is put together from pieces, by the code or in a message file, and none stands in the code.
import { expect, test } from 'vitest';
import { english, isForOperators, translations } from './catalogue.ts';
import { codeOf, puzzledIn, wordsInCode } from './code.ts';

/** Names and terms that stand alone: in a list, in brackets, beside a dot, or behind a colon; what each is about is there. */
const terms = [
  ...[
    'name.',
    'example.',
    'kind.',
    'status.',
    'statement.',
    'citation.',
    'map.',
    'compare.',
    'told.somebody',
  ],
  ...['check.insert', 'check.delete', 'source.unset', 'discord.help.', 'import.'],
  ...['settings.missed.', 'missed.asked', 'missed.days'],
  ...[
    'settings.private',
    'settings.public',
    'settings.mentionsOn',
    'settings.mentionsOff',
    'own.state.',
    'own.log.',
    'own.version',
    'own.oldVersion',
  ],
  ...['desk.is.', 'desk.state.', 'desk.yours.', 'desk.speech.', 'desk.did.', 'desk.filter.'],
  ...['desk.setting.none', 'desk.anonymous', 'desk.erasedMember', 'desk.card.asked'],
];
/** Words that join a sentence to one before it. */
const joining = /^(?:and|or|but|which|than)\b/i;
/** Words after which a sentence must go on. */
const goingOn = /(?:\b(?:and|or|but|the|a|an|of|than|because)|,)$/i;

const read = Object.entries(english).filter(([key]) => !isForOperators(key));

test('no message begins in the middle of a sentence, but for terms that stand alone', () => {
  const begun = read.filter(([key, message]) => {
    if (joining.test(message) && !key.startsWith('command.') && !key.startsWith('name.')) return true;
    return /^\p{Ll}/u.test(message) && !terms.some((term) => key.startsWith(term));
  });
  expect(begun).toEqual([]);
});

test('no message ends in the middle of a sentence', () => {
  const open = read.filter(
    ([key, message]) => !key.startsWith('name.') && goingOn.test(message.replace(/\s+$/, '')),
  );
  expect(open).toEqual([]);
});

test('no message begins or ends with white space, or holds two spaces', () => {
  const all = [Object.fromEntries(read), ...Object.values(translations)].flatMap(Object.entries);
  expect(all.filter(([, message]) => /^\s|\s$| {2}/.test(message))).toEqual([]);
});

test('the code puts no sentences together', async () => {
  const ends = (key: string): boolean =>
    [english, ...Object.values(translations)].every((messages) => /[.:!?…]$/.test(messages[key] ?? '.'));
  const code = await codeOf('commands', 'src');
  const seen = code.filter(({ file }) => !file.startsWith('src/terminal/'));
  expect(seen.flatMap((one) => puzzledIn(one, ends))).toEqual([]);
});

test('no sentence for readers stands in the code', async () => {
  const places = [
    'commands',
    'src/discord',
    'src/cards',
    'src/dialogue/refusals.ts',
    'src/dialogue/named.ts',
    'src/dialogue/verdict.ts',
  ];
  const code = await codeOf(...places);
  expect(code.flatMap(wordsInCode)).toEqual([]);
});

test('sentences that are put together are found', async () => {
  const [own] = await codeOf('tests/messages/puzzled.ts');
  expect(own && puzzledIn(own, () => false)).toHaveLength(5);
  expect(own && wordsInCode(own)).toHaveLength(2);
});

test('quotation marks, apostrophes and spaces are those that each language prints', () => {
  const wrong = (language: string, message: string): boolean => {
    if (/["']/.test(message.replace(/(?<=\s)-{2,3}\w*/g, ''))) return true;
    if (language !== 'fr') return false;
    return /[ \w](?:[;!?»]|:(?!\/\/))(?=\s|$)|[^\s\u202f][;!?»](?=\s|$)|«(?!\u202f)/u.test(message);
  };
  const all = [['en', Object.fromEntries(read)], ...Object.entries(translations)] as const;
  const found = all.flatMap(([language, messages]) =>
    Object.entries(messages).flatMap(([key, message]) =>
      !key.startsWith('name.') && wrong(language, message) ? [`${language} ${key}: ${message}`] : [],
    ),
  );
  expect(found).toEqual([]);
});
