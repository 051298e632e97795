// A student's first hour in the terminal: types what comes to mind, reads what comes as a person does, and leaves. What is looked at is
// what is told, not the words it is told in.
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { sitDownWith } from '../terminal/sitting.ts';

const library = await openLibrary('corpus');

/** A reply in one line, without what was typed. */
const oneLine = (reply: string): string => reply.replace(/\s*\n\s*│?\s*/gu, ' ');
const times = (text: string, words: string): number => text.split(words).length - 1;

test('asks, goes on from the answer, and pastes what the bot itself prints', async () => {
  const { type, left } = sitDownWith(library);
  const answer = oneLine(await type('what did meloni tell the senators\r'));
  expect(answer).toContain('security-guarantees ¶7');
  expect(times(answer, 'security-guarantees ¶7')).toBe(1);
  // “she” is whom the question before named; nobody else's words come instead.
  const she = oneLine(await type('what else did she say\r'));
  expect(she).not.toContain('security-guarantees ¶12');
  const source = oneLine(await type('source?\r'));
  expect(source).toContain('security-guarantees');
  const pasted = oneLine(await type('european-leaders ¶5\r'));
  expect(pasted).toContain('European Leaders Reaffirm Support for Ukraine');
  expect(pasted).not.toContain('security-guarantees ¶2');
  // Words that are in the sources are never said to be in none.
  for (const common of ['more of them', 'must not', 'what must not be'])
    expect(oneLine(await type(`${common}\r`))).not.toMatch(/no source contains/iu);
  await type('/quit\r');
  await left;
});

test('greets, thanks and wonders what this is for, in words of their own', async () => {
  const { type, left } = sitDownWith(library);
  const [hello, thanks, able] = [
    oneLine(await type('hi\r')),
    oneLine(await type('thanks\r')),
    oneLine(await type('what can you do\r')),
  ];
  expect(hello).not.toBe(thanks);
  expect(able).toContain('/help');
  expect(oneLine(await type('tldr\r'))).toContain('/statement');
  for (const question of ['Dürfen Grenzen mit Gewalt verändert werden?', 'чи можна змінювати кордони силою'])
    expect(oneLine(await type(`${question}\r`))).toMatch(/English|німецьк|англ|englisch/iu);
  await type('/quit\r');
  await left;
});

test('slips in every way there is, and is told what to type instead', async () => {
  const { type, left } = sitDownWith(library);
  const told: readonly (readonly [typed: string, says: RegExp])[] = [
    ['/postion Meloni', /\/position/u],
    ['/cite', /european-leaders|citation/iu],
    ['/cite european-leaders 1-50', /1 to 9|¶9|9 paragraphs/u],
    ['/cite european-leaders ¶-1', /european-leaders ¶5/u],
    ['/position biden', /Biden|named|know/iu],
    ['/quote the', /nearly everywhere|word or two/iu],
    ['/quote donbas', /“donbas”/iu],
    ['/proposal nato', /1[.)]?\s/u],
    ['/check', /type|words/iu],
  ];
  for (const [typed, says] of told) {
    const reply = oneLine((await type(`${typed}\r`)).slice(typed.length));
    expect(reply, typed).toMatch(says);
    expect(reply.length, typed).toBeLessThan(900);
  }
  await type('/quit\r');
  await left;
});

test('reads long replies a page at a time, takes a line back, and leaves', async () => {
  const { type, left, seen } = sitDownWith(library, 60, 20);
  await type('');
  const long = await type('/position Melony\r');
  expect(long).toContain('Giorgia Meloni');
  expect(long.split('\n').length).toBeLessThanOrEqual(21);
  const page = await type('\r');
  expect(page.split('\n').length).toBeLessThanOrEqual(21);
  expect(page).not.toContain('security-guarantees ¶5');
  const whole = sitDownWith(library, 60);
  const proposal = oneLine(await whole.type('/proposal ceasefire\r'));
  expect(times(proposal, 'a peace settlement rather than via a ceasefire')).toBe(1);
  await whole.type('/quit\r');
  await whole.left;
  await type('never mind\u0003');
  const after = await type('/cite european-leaders 7\r');
  expect(oneLine(after)).toContain('must not be changed by force');
  await type('/quit\r');
  await left;
  expect(seen()).not.toContain('undefined');
});
