// What was typed into a form that is refused is given back, to be copied, sent again in one press, or changed; on both stores.
import { expect, test } from 'vitest';
import { findDesk } from '../../../src/questions/desk.ts';
import type { Seen } from '../../double/double.ts';
import { onBothEngines } from '../../store/engines.ts';
import { alaska, asks, borders, cardOf, faultless, none, stageOn } from './stage.ts';

/** As it stands between the marks. */
const given = ({ text }: Seen) => /```\n(.*)\n```/u.exec(text)?.[1];

onBothEngines((engine) => {
  test('a question that comes too soon is given back, and sent again in one press', async () => {
    const stage = await stageOn(engine, { settings: { cooldown: '1 hour' } });
    const { admin, alice, mia } = stage;
    await asks(stage, alice, borders);
    const typed = 'Who *met* in ``Alaska``, and _why_ @everyone?';
    const refused = await asks(stage, alice, typed);
    expect(refused.private).toBe(true);
    expect(refused.text).toMatch(/^You asked just now\. You can ask again <t:\d+:R>\./);
    expect(given(refused)).toBe(typed);
    expect(refused.buttons).toEqual(['Send it again', 'Change it and send']);
    const again = await refused.presses('Send it again');
    expect(given(again)).toBe(typed);
    expect(again.message.id).toBe(refused.message.id);
    await admin.runs('/desk settings', { cooldown: '0' });
    const taken = await refused.presses('Send it again');
    expect(taken.text).toContain('Thank you, your question has arrived.');
    expect(taken.message.id).toBe(refused.message.id);
    expect((await cardOf(mia, 2)).pings).toEqual([]);
    const desk = await findDesk(stage.store().database, stage.server.id, stage.questions.id);
    expect(desk?.settings.cooldownSeconds).toBe(0);
    expect(faultless(stage)).toEqual(none);
  });

  test('one that cannot be taken as it is opens again with its words', async () => {
    const stage = await stageOn(engine);
    const refused = await asks(stage, stage.alice, '?????? 12');
    expect(refused.text).toContain('A question has 5 to 500 characters and some letters.');
    expect(refused.buttons).toEqual(['Change it and send']);
    const form = await refused.presses('Change it and send');
    expect(JSON.stringify(form.modal)).toContain('"value":"?????? 12"');
    expect((await form.modal.submits({ text: alaska })).text).toContain('Thank you');
    expect(faultless(stage)).toEqual(none);
  });

  test('too many, closed, and an edit that comes too late give back what was typed', async () => {
    const stage = await stageOn(engine, { settings: { 'open-questions': 1 } });
    const { admin, alice, mia, questions } = stage;
    const receipt = await asks(stage, alice, borders);
    expect(given(await asks(stage, alice, alaska))).toBe(alaska);
    const edit = await receipt.presses('Edit');
    await (await cardOf(mia, 1)).presses('Claim');
    expect(given(await edit.modal.submits({ text: 'Other words of mine?' }))).toBe('Other words of mine?');
    const form = await stage.bob.runs('/ask-moderators');
    await admin.runs('/desk close', { channel: questions.id });
    const closed = await form.modal.submits({ text: 'Is it too late?' });
    expect(closed.text).toContain('Questions are closed here.');
    expect(given(closed)).toBe('Is it too late?');
    expect(faultless(stage)).toEqual(none);
  });

  test('a moderator’s line that comes too late is given back as well', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, max } = stage;
    await asks(stage, alice, borders);
    const note = await (await cardOf(mia, 1)).presses('Own line');
    await (await cardOf(max, 1)).presses('Claim');
    const refused = await note.modal.submits({ note: 'My long line.' });
    expect(refused.text).toContain('somebody was quicker');
    expect(given(refused)).toBe('My long line.');
    const reject = await (await cardOf(max, 1, 'claimed')).presses('Reject');
    expect((await reject.modal.submits({ reason: ['other'] })).text).toBe(
      'Please write the reason in your own words.',
    );
    expect(faultless(stage)).toEqual(none);
  });
});
