// Quotations with marks of several languages, closed and carried over to the next paragraph.
import { expect, test } from 'vitest';
import { hasUnreadMarks, quotationsOf } from '../../src/corpus/text/quotations.ts';

test.each([
  ['curly', 'He said “yes” and “no”.', ['“yes”', '“no”']],
  ['straight', 'He said "yes" and "no".', ['"yes"', '"no"']],
  ['one that goes on in the next paragraph', '“It goes on.', ['“It goes on.']],
  ['nested single marks', '“He said ‘no’ to us”', ['“He said ‘no’ to us”']],
  ['German', 'Er sagte „ja“.', ['„ja“']],
  ['Polish', 'Powiedział „tak”.', ['„tak”']],
  ['French and Ukrainian', 'Він сказав «так».', ['«так»']],
  ['inches are no marks', 'a 6" pipe', []],
  ['none', 'nothing quoted', []],
])('%s', (_, text, expected) => {
  expect(quotationsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test.each([
  ['angles that point inwards', 'Er sagte: »Ja«, und: »Nein.«', ['»Ja«', '»Nein.«']],
  ['small angles, either way', 'Il dit ‹oui›. Er sagt ›ja‹.', ['‹oui›', '›ja‹']],
  ['Swedish', 'Hon sade ”ja”, och ”nej”.', ['”ja”', '”nej”']],
  ['Finnish angles', 'Hän sanoi »kyllä» heti.', ['»kyllä»']],
  ['German single', 'Sie sagte ‚ja‘ und ging.', ['‚ja‘']],
  ['single, as the British print', '‘We go,’ he said.', ['‘We go,’']],
  ['straight single', "'We go,' he said, 'and we don't stay.'", ["'We go,'", "'and we don't stay.'"]],
  ['typewritten', "``We go,'' he said.", ["``We go,''"]],
  ['Japanese, one inside the other', '彼は「『行く』と言った」。', ['「『行く』と言った」']],
  ['no white space around them', '他说“好”。', ['“好”']],
  ['spaced French, one inside the other', '« Un « non » ferme », dit-il.', ['« Un « non » ferme »']],
  [
    'straight inside straight',
    '"He said "no" to us," she said. "We go."',
    ['"He said "no" to us,"', '"We go."'],
  ],
  ['double inside single', '‘He said “no” to us,’ she said.', ['‘He said “no” to us,’']],
  [
    'a possessive inside single marks',
    '‘The allies’ plan is dead,’ he said.',
    ['‘The allies’ plan is dead,’'],
  ],
  ['two short ones', 'Our ‘allies’ and ‘friends’ left.', ['‘allies’', '‘friends’']],
  [
    'one that is not closed before the next',
    '“We go, he said. “We stay,” he said.',
    ['“We go, he said. “We stay,”'],
  ],
  ['single, going on in the next paragraph', '‘We go.', ['‘We go.']],
  ['the wrong way round', '“We go,“ he said.', ['“We go,“']],
])('%s', (_, text, expected) => {
  expect(quotationsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test.each([
  "It's the allies' plan, isn't it?",
  "'Tis the dogs' day of the '90s.",
  'The ministers’ plan and the envoys’ wish.',
  'A 6" pipe, 5\'10" long.',
  'Home » News » Talks',
  'Hawai‘i’s governor left.',
  "rock 'n' roll",
])('no quotation is in: %s', (text) => {
  expect(quotationsOf(text)).toEqual([]);
});

test.each([
  '— Ми підемо, — сказав він.',
  '— We go, he said.',
  'We go,” he said.',
  'We go”, he said, and left.',
  '❝We go,❞ he said.',
  'He wrote: ’We go now.’ And left.',
])('nobody can tell what is quoted in: %s', (text) => {
  expect(hasUnreadMarks(text)).toBe(true);
});

test.each([
  'We go – and stay.',
  'It was “fine”, and "good".',
  "The allies' plan isn't ours.",
  '“We go.',
  '»Wir gehen«, sagte er.',
  '‘We go,’ he said.',
  'A 6" pipe.',
])('every mark is read in: %s', (text) => {
  expect(hasUnreadMarks(text)).toBe(false);
});

test.each([
  [
    'paragraphs that run together',
    '"We go, and we stay. "We vote," she said.',
    ['"We go, and we stay.', '"We vote,"'],
  ],
  ['with an apostrophe', '"It’s late. "We’re here."', ['"It’s late.', '"We’re here."']],
  ['three of them', '"We go. "We stay! "We vote."', ['"We go.', '"We stay!', '"We vote."']],
  ['a mark behind a space before a small letter', '"We go. "and we stay," she said.', ['"We go. "']],
  ['a mark behind a space that closes', '"We go. " she said.', ['"We go. "']],
  ['one inside the other', '"He said "no" to us." She went.', ['"He said "no" to us."']],
])('straight marks: %s', (_, text, expected) => {
  expect(quotationsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
