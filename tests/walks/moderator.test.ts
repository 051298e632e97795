// A moderator's week: a text of tonight is added, asked, corrected and withdrawn, and a channel's questions are answered, step after step,
// reading what comes as a person does. What is looked at is what is told, not the words it is told in.
import { expect, test } from 'vitest';
import { answerOf, asks, cardOf, faultless, none, stageOn, toldTo } from '../discord/desk/stage.ts';
import { seenBy } from '../discord/reading.ts';
import type { Seen } from '../double/double.ts';
import { onBothEngines } from '../store/engines.ts';

const marks = ['strong', 'subtext', 'blockQuote', 'strikethrough', 'timestamp', 'user', 'role', 'inlineCode'];
const read = (seen: Seen): string => seenBy(seen.text, marks);
/** Of a reply that names people and channels. */
const plain = ({ text }: Seen): string => text.replaceAll('\\', '');

const communique = `Joint Statement on the Geneva Tariff Truce

Geneva, 12 May 2025

The two delegations met in Geneva and agreed to lower tariffs for ninety days.

Treasury Secretary Scott Bessent said: “Neither side wants a decoupling.”

Vice Premier He Lifeng called the talks candid.
`;

onBothEngines((engine) => {
  test('adds tonight’s text, puts it right, sees it asked, corrects it and takes it back', async () => {
    const stage = await stageOn(engine);
    const { discord, admin, alice } = stage;

    // A picture is no text, and is told so without a word of encodings.
    const signature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    const picture = discord.attachment('statement.png', 'image/png', signature);
    expect((await admin.runs('/our-sources add', { file: picture })).text).toMatch(/picture/iu);

    // The preview: what will be a paragraph, what was read of it, and what to look at.
    const file = discord.attachment('geneva.txt', 'text/plain', communique);
    const preview = await admin.runs('/our-sources add', { file });
    expect(preview.private).toBe(true);
    expect(read(preview)).toMatch(/¶1\s+The two delegations/u);
    expect(read(preview)).toContain('May 12, 2025');
    const form = await preview.presses('Edit title, date …');
    const typed = await form.modal.submits({ Publisher: 'The two delegations', Date: '28.5.2025' });
    expect(read(typed)).toContain('May 28, 2025');
    expect(read(typed)).not.toMatch(/no publisher/iu);
    const added = await typed.presses('Approve');
    const [, id = ''] = /([a-z][a-z0-9-]+) is added/u.exec(read(added)) ?? [];
    expect(id.length).toBeLessThanOrEqual(40);

    // Asked at once, with its people, though no dossier names them.
    const asked = await alice.runs('/ask', { question: 'For how long are the tariffs lower?' });
    expect(read(asked)).toContain(`${id} ¶1`);
    expect(read(await alice.runs('/position', { party: 'Bessent' }))).toContain('decoupling');
    expect(read(await alice.runs('/quote', { words: 'decoupling', speaker: 'Bessent' }))).toContain(
      `${id} ¶2`,
    );
    await asked.presses('Share');

    // A correction says what changes, keeps what is known, and marks what was shared.
    const better = communique.replace('ninety days', 'sixty days');
    const corrected = await admin.runs('/our-sources correct', {
      document: id,
      reason: 'A slip of the pen.',
      file: discord.attachment('geneva.txt', 'text/plain', better),
    });
    expect(corrected.text).toContain('ninety');
    expect(corrected.text).toContain('sixty');
    expect(read(corrected)).toContain('The two delegations');
    await corrected.presses('Approve');
    expect(read(await alice.runs('/ask', { question: 'For how long are the tariffs lower?' }))).toContain(
      'sixty',
    );
    expect(read(await alice.runs('/cite', { citation: `${id} v1 ¶1` }))).toContain('ninety');

    // Withdrawn: no answer any more, and its citation says so; restored, it answers; restored again, it says that it is there.
    await admin.runs('/our-sources withdraw', { document: id, reason: 'It was a draft.' });
    const gone = await alice.runs('/ask', { question: 'For how long are the tariffs lower?' });
    expect(read(gone)).not.toContain(`${id} ¶`);
    expect(read(await alice.runs('/cite', { citation: `${id} ¶1` }))).toContain('It was a draft.');
    await admin.runs('/our-sources restore', { document: id });
    expect(read(await alice.runs('/ask', { question: 'For how long are the tariffs lower?' }))).toContain(
      'sixty',
    );
    expect((await admin.runs('/our-sources restore', { document: id })).text).not.toMatch(/quicker|changed/u);
    expect(plain(await admin.runs('/our-sources log'))).toContain(id);
    expect(faultless(stage)).toEqual(none);
  });

  test('answers a channel’s questions with others beside, and finds every one of them again', async () => {
    const stage = await stageOn(engine, { settings: { cooldown: '10 minutes' } });
    const { admin, alice, bob, mia, max } = stage;

    // Too soon is told with the question given back, not lost.
    await asks(stage, alice, 'Can borders be changed by force?');
    const second = 'Who signed the statement of the Europeans?';
    expect((await asks(stage, alice, second)).text).toContain(second);

    // Own line and own passage, one right after the other: one's own press hinders no next one.
    const card = await cardOf(mia, 1);
    expect(card.text.split('#1').length - 1).toBe(1);
    const line = await card.presses('Own line');
    await line.modal.submits({ note: 'From the joint statement.' });
    const more = await card.presses('Add passage');
    await more.modal.submits({ citation: 'european-leaders 5' });
    const whole = await cardOf(mia, 1, 'From the joint statement.');
    expect(whole.text).toContain('european\\-leaders ¶5');

    // Claimed by one: the other is told by whom, and nothing happens twice.
    await whole.presses('Claim');
    const other = await max.presses(whole.message, 'question:approve:1:1', { unchecked: true });
    expect(other.private).toBe(true);
    expect(other.text).toContain(mia.person.id);
    await (await cardOf(mia, 1, mia.person.id)).presses('Approve');
    const answer = await answerOf(alice, 1);
    for (const words of ['must not be changed by force', 'From the joint statement.', mia.person.id])
      expect(answer.text).toContain(words);
    // The asker's own message is the published text whole.
    const [told = ''] = await toldTo(alice, 1);
    for (const words of ['must not be changed by force', 'From the joint statement.'])
      expect(told).toContain(words);

    // The same again is led there; an unfair one is refused with a reason that its asker reads.
    const same = await asks(stage, bob, 'Can borders be changed by force?');
    expect(same.text).toContain('#1');
    await admin.runs('/desk settings', { cooldown: '0' });
    await asks(stage, bob, 'Is Trump a liar or just stupid?');
    const rude = await cardOf(mia, 3);
    const reasons = await rude.presses('Reject');
    await reasons.modal.submits({ reason: ['manners'], words: 'Please ask about the talks.' });
    const [refused = ''] = await toldTo(bob, 1);
    for (const words of ['#3', 'impolite', 'Please ask about the talks.']) expect(refused).toContain(words);

    // From another channel: the list, the figures, and all of it as a file with names, days and citations.
    const queue = await mia.runs('/desk queue');
    expect(plain(queue)).toContain('#1');
    expect(plain(await mia.runs('/desk stats'))).toMatch(/\d+ (?:second|minute)/u);
    const exported = await mia.runs('/desk export', { format: 'md' });
    expect(exported.files).toHaveLength(1);
    expect(faultless(stage)).toEqual(none);
  });
});
