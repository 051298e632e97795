// The conversation as somebody at a terminal sees it: a prompt, replies in order, and every way to leave.
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { sitDownWith } from './sitting.ts';

const library = await openLibrary('corpus');

const sitDown = (columns?: number, rows?: number) => sitDownWith(library, columns, rows);

test('a welcome and a prompt are shown, and a prompt again after the reply', async () => {
  const { type, left, seen } = sitDown();
  await type('');
  expect(seen()).toMatch(/Communiqué.*2 documents about the talks.*ask> $/s);
  const reply = await type('Can borders be changed by force?\r');
  expect(reply).toContain('must not be changed by force.');
  expect(reply).toMatch(/ask> $/);
  await type('/quit\r');
  await left;
});

test.each([
  'Wer zahlt für die Garantien?',
  'Was sagte Trump über Panzer?',
  'Dürfen Grenzen mit Gewalt verändert werden?',
])(
  'asked in German, it says that the sources are in English, and calls no word missing: “%s”',
  async (question) => {
    const { type, left } = sitDown();
    const reply = (await type(`${question}\r`)).replace(/\s+/g, ' ');
    expect(reply).toContain('The sources are in English; they are shown as they are written.');
    expect(reply).not.toMatch(/No source contains/);
    await type('/quit\r');
    await left;
  },
);

test.each([
  ['Ctrl+D', '\u0004'],
  ['Ctrl+C', '\u0003'],
  ['Ctrl+C twice in the middle of a line', 'half a quest\u0003\u0003'],
  ['/quit', '/quit\r'],
  ['/QUIT with words behind it', '/QUIT now, please\r'],
  ['/exit', '/exit\r'],
  ['exit', 'exit\r'],
  ['Quit', ' Quit \r'],
])('%s ends it', async (_, keys) => {
  const { type, left, seen } = sitDown();
  await type(keys);
  await left;
  expect(seen()).not.toContain('There is no command');
});

test.each([
  ['Ctrl+D', '\u0004'],
  ['Ctrl+C', '\u0003'],
])('%s while an answer is on its way ends it after the answer', async (_, keys) => {
  const { type, left, seen } = sitDown();
  await type(`Can borders be changed by force?\r${keys}`);
  await left;
  expect(seen()).toContain('must not be changed by force.');
});

test('Ctrl+C takes back a half typed line, and the conversation goes on', async () => {
  const { type, left } = sitDown();
  const cleared = await type('half a quest\u0003');
  expect(cleared).toMatch(/ask> $/);
  const reply = await type('/cite european-leaders 7\r');
  expect(reply).toContain('must not be changed by force.');
  expect(reply).not.toContain('There is no command');
  await type('\u0003');
  await left;
});

test.each([
  ['/positon Meloni', '/position'],
  ['/pos Meloni', '/position'],
  ['/sorces', '/sources'],
  ['/chekc borders', '/check'],
  ['/statment', '/statement'],
  ['/AKS who signed it', '/ask'],
])('%s is told with the command that is near: %s', async (line, near) => {
  const { type, left } = sitDown();
  await type('');
  const reply = await type(`${line}\r`);
  expect(reply).toContain(`Did you mean ${near}`);
  expect(reply).not.toContain('/quit');
  await type('\u0004');
  await left;
});

test.each(['/weather', '/zzz', '/x'])('near to %s is nothing: all commands are told', async (line) => {
  const { type, left } = sitDown();
  expect((await type(`${line}\r`)).replace(/\s+/g, ' ')).toContain('/sources, /help, /quit');
  await type('\u0004');
  await left;
});

test('where a name fits several a number is one of them', async () => {
  const { type, left } = sitDown();
  const asked = await type('/proposal nato\r');
  const [, second = ''] = /2 {2}(.+)/.exec(asked) ?? [];
  expect(await type('2\r')).toContain(second.trim());
  await type('/position united --topic NATO\r');
  expect(await type('1\r')).toContain('United States');
  // Without names to choose from it is a question like any other.
  await type('/sources\r');
  expect(await type('1\r')).not.toContain('United States');
  await type('\u0004');
  await left;
});

test('a long reply begins with its size and is shown a page at a time', async () => {
  const { type, left } = sitDown(80, 24);
  await type('');
  const first = await type('/position Meloni\r');
  expect(first).toMatch(/Giorgia Meloni.*\d+ passages/);
  expect(first.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
  const pages = [first];
  while (pages.at(-1)?.includes('Enter')) pages.push(await type(pages.length % 2 === 0 ? 'more\r' : '\r'));
  expect(pages.length).toBeGreaterThan(2);
  const labels = pages.join('\n').match(/(?:european-leaders|security-guarantees) ¶\d+ ·/g) ?? [];
  expect(new Set(labels).size).toBe(labels.length);
  expect(await type('\r')).toMatch(/ask> $/);
  await type('/position Meloni\r');
  expect(await type('/cite european-leaders 7\r')).toContain('must not be changed by force.');
  expect(await type('\r')).not.toContain('Meloni');
  await type('\u0004');
  await left;
});

test('“help” shows what /help shows, and a question with such a word stays one', async () => {
  const { type, left } = sitDown();
  await type('');
  const help = (await type('/help\r')).split('\n').filter((line) => line.startsWith('  '));
  expect(help.length).toBeGreaterThan(5);
  expect((await type('Help\r')).split('\n').filter((line) => line.startsWith('  '))).toEqual(help);
  expect(await type('Who will help Ukraine?\r')).not.toContain(help[0]);
  expect(await type('Did Germany exit?\r')).toMatch(/ask> $/);
  await type('/quit\r');
  await left;
});

test('a paste of many lines is answered in order', async () => {
  const { type, left } = sitDown();
  const numbers = [3, 1, 9, 2, 8, 4, 7, 5, 6];
  const reply = await type(`${numbers.map((number) => `/cite european-leaders 9${number}`).join('\r')}\r`);
  expect([...reply.matchAll(/there is no ¶9(\d)/g)].map(([, number]) => Number(number))).toEqual(numbers);
  await type('\u0004');
  await left;
});

test('a command is known in capitals too', async () => {
  const { type, left } = sitDown();
  expect(await type('/CITE european-leaders 7\r')).toContain('must not be changed by force.');
  expect(await type('/Help\r')).toContain('leave; so does Ctrl+D');
  expect(await type('/Frob\r')).toContain('There is no command "/Frob".');
  await type('\u0004');
  await left;
});

test.each([24, 40, 60, 100])('/help fits a window of %i columns', async (columns) => {
  const { type, left } = sitDown(columns);
  const help = (await type('/help\r')).split('\n').slice(1);
  expect(help.join(' ').replace(/\s+/g, ' ')).toContain('a paragraph by its citation, with its neighbours');
  for (const line of help) expect(line.trimEnd().length).toBeLessThanOrEqual(columns);
  await type('\u0004');
  await left;
});

test('“more”, “the second one” and “show me paragraph 9” go on from the answer before', async () => {
  const { type, left } = sitDown();
  expect(await type('more\r')).toContain('There is no answer yet to follow up on.');
  const answer = (await type('Can borders be changed by force?\r')).replace(/\s+/g, ' ');
  const named = /See also: ([\w-]+ ¶\d+), ([\w-]+ ¶\d+)/.exec(answer);
  expect(named).not.toBeNull();
  expect(await type('more\r')).toContain(`${named?.[1]} ·`);
  expect(await type('the second one\r')).toContain(`${named?.[2]} ·`);
  const document = named?.[2]?.split(' ')[0];
  expect(await type('show me paragraph 9\r')).toContain(`${document} ¶9`);
  await type('/quit\r');
  await left;
});

test('“what else did she say”, “and Putin?” and “source?” are understood from the question before', async () => {
  const { type, left } = sitDown();
  expect(await type('what did meloni tell the senators\r')).toContain('security-guarantees ¶7 ·');
  const more = await type('what else did she say\r');
  expect(more).toContain('Meloni');
  expect(more).not.toContain('security-guarantees ¶7 ·');
  expect(await type('source?\r')).toMatch(/security-guarantees ¶\d+ ·/);
  const shown = [/¶\d+ ·/.exec(more)?.[0] ?? '', '¶7 ·'];
  const third = await type('what else did she say\r');
  expect(shown.filter((label) => third.includes(`security-guarantees ${label}`))).toEqual([]);
  let last = third;
  for (let more = 0; more < 8; more += 1) last = await type('what else did she say\r');
  expect(last).toContain('That was the last passage.');
  expect(await type('what did he say\r')).toContain('Whom do you mean by “he”?');
  await type('what did meloni tell the senators\r');
  expect(await type('and Putin?\r')).not.toContain('Whom do you mean');
  await type('/quit\r');
  await left;
});

test('a pasted citation opens, and nobody is guessed for “she”', async () => {
  const { type, left } = sitDown();
  expect(await type('european-leaders ¶5\r')).toContain('european-leaders ¶5 ·');
  expect(await type('when did she say that\r')).toContain('Whom do you mean by “she”?');
  expect(await type('thanks\r')).toContain('You’re welcome!');
  const two = await type('who signed the statement and when was the summit\r');
  expect(two).toContain('Several questions at once');
  expect(two).toMatch(/1\. who signed the statement[\s\S]*2\. when was the summit/);
  await type('/quit\r');
  await left;
});
