// A member's evening with the bot, as somebody would go about it who never read the manual: step after step in one server, reading what
// comes as a person does. What is looked at is what is told, not the words it is told in.
import { expect, test } from 'vitest';
import { cardOf, faultless, none, panelOf, stageOn } from '../discord/desk/stage.ts';
import { seenBy } from '../discord/reading.ts';
import type { Place, Seen } from '../double/double.ts';

const marks = ['strong', 'subtext', 'blockQuote', 'strikethrough', 'timestamp', 'user', 'inlineCode'];
const read = (seen: Seen): string => seenBy(seen.text, marks);
const times = (text: string, words: string): number => text.split(words).length - 1;

/** The paragraphs that a reply cites, in order. */
const cited = (seen: Seen): string[] =>
  [...read(seen).matchAll(/(european-leaders|security-guarantees) ¶(\d+)/gu)].map(
    ([, id, at]) => `${id} ${at}`,
  );

/** The one button that reads so. */
function labelled({ buttons }: Seen, words: RegExp): string {
  const found = buttons.filter((label) => words.test(label));
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

/** What everybody sees and holds some words. */
const publicly = (place: Place, holding: string): Seen | undefined =>
  place.sees().find(({ private: isPrivate, text }) => !isPrivate && text.includes(holding));

test('looks around, asks, reads on, checks what is going round, shares it, and is led on where nothing answers', async () => {
  const stage = await stageOn('sqlite');
  const { discord, alice, bob } = stage;

  // What is there for me?
  const help = await alice.runs('/help');
  expect(help.private).toBe(true);
  for (const command of ['/ask', '/check', '/quote', '/position', '/cite'])
    expect(help.text).toContain(command);
  for (const forOthers of ['/desk', '/our-sources', '/settings']) expect(help.text).not.toContain(forOthers);
  expect(new Set(help.buttons).size).toBe(help.buttons.length);
  await expect(alice.runs('/desk queue')).rejects.toThrow();
  await expect(alice.runs('/our-sources log')).rejects.toThrow();

  // A question as it comes to mind: the paragraph, once, with its citation, for me alone.
  const asked = 'who called for a ceasefire';
  const answer = await alice.runs('/ask', { question: asked });
  expect(answer.private).toBe(true);
  expect(cited(answer)[0]).toBe('european-leaders 5');
  expect(times(read(answer), 'ceasefire')).toBeLessThanOrEqual(2);
  const second = await answer.presses(labelled(answer, /\(2 of \d\)/u));
  expect(cited(second)[0]).not.toBe('european-leaders 5');
  expect(second.text).toContain(asked);
  const back = await second.presses(labelled(second, /^Back/u));
  expect(cited(back)[0]).toBe('european-leaders 5');

  // What stands around it, and its citation to copy.
  const context = await back.presses('In context');
  expect(read(context)).toContain('¶4');
  expect(read(context)).toContain('¶6');
  const copied = await back.presses('Cite');
  expect(copied.text).toContain('european-leaders');
  expect(copied.text).not.toMatch(/\b[0-9a-f]{16}\b/u);

  // A few words that were heard somewhere, completed while they are typed.
  const choices = await alice.types('/quote', { words: 'iron' }, 'words');
  expect(choices[0]?.name).toContain('ironclad');
  const quoted = await alice.runs('/quote', { words: String(choices[0]?.value) });
  expect(read(quoted)).toContain('ironclad');
  expect(cited(quoted)[0]).toBe('european-leaders 6');

  // Is that real? What was changed is told, and shared so that others see it; then taken back.
  const checked = await alice.runs('/check', { text: 'International borders may be changed by force.' });
  for (const words of ['may be changed', 'must not be changed', 'reverses'])
    expect(read(checked)).toContain(words);
  expect(cited(checked)).toContain('european-leaders 7');
  expect(publicly(bob, 'borders')).toBeUndefined();
  await checked.presses('Share');
  await bob.until(() => publicly(bob, 'must not') !== undefined);
  const shared = publicly(bob, 'must not');
  expect(shared?.text).toContain(`<@${alice.person.id}>`);
  expect(shared?.pings).toEqual([]);
  expect((await bob.presses(shared!.message, 'Take back')).private).toBe(true);
  await alice.presses(shared!.message, 'Take back');
  expect(shared?.deleted).toBe(true);

  // Somebody's message: nothing to check in a greeting; a real quotation in another.
  const greeting = await bob.says('gm everyone');
  const nothing = await alice.usesOnMessage('Check quotation', greeting);
  expect(cited(nothing)).toEqual([]);
  expect(nothing.buttons).not.toContain('Share');
  const claim = await bob.says('“a just and lasting peace” they said, and Trump ruled out NATO');
  const half = await alice.usesOnMessage('Check quotation', claim);
  expect(cited(half)[0]).toMatch(/^european-leaders/u);

  // What nothing answers: said so, with little beside it, and a way on.
  const silent = await alice.runs('/ask', { question: 'how many people died in the war' });
  expect(cited(silent).length).toBeLessThanOrEqual(2);
  const form = await silent.presses('Ask the moderators');
  expect(JSON.stringify(form.modal)).toContain('how many people died in the war');
  const receipt = await form.modal.submits({});
  expect(receipt.text).toContain('#1');

  // Who holds what, and how two passages differ.
  const position = await alice.runs('/position', { party: 'Meloni' });
  expect(read(position)).toContain('Meloni');
  expect(cited(position)).toContain('security-guarantees 7');
  const unknown = await alice.runs('/position', { party: 'Melony' });
  expect(read(unknown)).toContain('Meloni');
  const map = await alice.runs('/map');
  expect(map.files.length).toBeGreaterThan(0);
  const compared = await alice.runs('/compare', { left: 'european-leaders 7', right: 'european-leaders 8' });
  expect(cited(compared)).toEqual(expect.arrayContaining(['european-leaders 7', 'european-leaders 8']));

  // What do they know of me?
  const privacy = await alice.runs('/privacy');
  expect(privacy.private).toBe(true);
  expect(privacy.text).toMatch(/question[^\n]*\b1\b|\b1\b[^\n]*question/iu);
  expect(discord.refusals).toEqual([]);
  expect(faultless(stage)).toEqual(none);
});

test('hears of the answer in full, and another who waits for the same with them', async () => {
  const stage = await stageOn('sqlite', { settings: { 'waiting-list': true } });
  const { alice, bob, mia } = stage;
  const question = 'how many people died in the war';
  const receipt = await (await alice.runs('/ask-moderators')).modal.submits({ text: question });
  expect(receipt.private).toBe(true);
  const panel = await panelOf(stage);
  const waits = await bob.presses(panel.message, 'What waits');
  expect(waits.text).toContain(question);
  expect(waits.text).not.toContain(alice.person.id);
  const line = await (await cardOf(mia, 1)).presses('Own line');
  await line.modal.submits({ note: 'The sources of these talks count nobody.' });
  await (await cardOf(mia, 1, 'count nobody')).presses('The sources don’t answer');
  const told = await alice.person.inDirectMessages().until((all) => all.length > 0);
  expect(told[0]?.text).toContain('count nobody');
  expect(faultless(stage)).toEqual(none);
});
