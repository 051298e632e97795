// That the sources do not answer is published as such; one's own press hinders no next one; askers get the whole text; a desk is
// found from any channel. Driven through the double, on both stores.
import { expect, test } from 'vitest';
import { onBothEngines } from '../../store/engines.ts';
import {
  answerOf,
  answers,
  asks,
  borders,
  cardOf,
  faultless,
  none,
  openDesk,
  stageOn,
  toldTo,
} from './stage.ts';

const zebras = 'How many zebras live in the palace?';

onBothEngines((engine) => {
  test('that the sources do not answer is published, told, counted, and taken back', async () => {
    const stage = await stageOn(engine);
    const { alice, mia } = stage;
    const receipt = await asks(stage, alice, zebras);
    const card = await cardOf(mia, 1);
    const note = await card.presses('Own line');
    await note.modal.submits({ note: 'Nothing of animals was looked at.' });
    const done = await card.presses('The sources don’t answer');
    expect(done.text).toContain('It will be published that the sources do not answer #1.');
    const answer = await answerOf(alice, 1);
    expect(answer.text).toContain('**The sources do not answer this.**');
    expect(answer.text).toContain('Nothing of animals was looked at.');
    expect(answer.text).toContain(`Reviewed by <@${mia.person.id}>`);
    const [told] = await toldTo(alice, 1);
    expect(told).toContain('**#1** · looked at: the sources do not answer it');
    expect(told).toContain('Nothing of animals was looked at.');
    const published = await cardOf(mia, 1, 'published: the sources do not answer it');
    expect(published.buttons).toEqual(['Own line', 'Undo', 'Open the answer']);
    expect((await receipt.presses('What is its status?')).text).toContain('The sources do not answer this.');
    const listed = await mia.runs('/desk queue', { state: 'unanswered' });
    expect(listed.text).toContain('1 question');
    expect((await mia.runs('/desk stats')).text).toContain('published: the sources do not answer it: 1');
    await published.presses('Undo');
    await cardOf(mia, 1, 'waiting');
    await toldTo(alice, 2);
    await alice.until(() => answers(stage, alice, 1).length === 0);
    expect(faultless(stage)).toEqual(none);
  });

  test('who asks the same is led there, unless the sources answer it meanwhile', async () => {
    const stage = await stageOn(engine);
    const { alice, bob, mia } = stage;
    await asks(stage, alice, zebras);
    await (await cardOf(mia, 1)).presses('The sources don’t answer');
    await answerOf(alice, 1);
    const led = await asks(stage, bob, 'how many zebras live in the palace');
    expect(led.text).toContain('Somebody asked this already');
    expect(led.text).toContain('The sources do not answer this.');
    await asks(stage, alice, borders);
    await (await cardOf(mia, 3)).presses('The sources don’t answer');
    await answerOf(alice, 3);
    expect((await asks(stage, bob, borders)).text).toContain('**#4** · waits for a moderator');
    expect(faultless(stage)).toEqual(none);
  });

  test('one’s own press hinders no next one, on whatever card it is; somebody else’s does', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, max } = stage;
    await asks(stage, alice, borders);
    const card = await cardOf(mia, 1);
    const old = (action: string) => mia.presses(card.message, `question:${action}:1:1`, { unchecked: true });
    await (await old('note')).modal.submits({ note: 'First.' });
    // The card shows it before whoever pressed hears of it.
    expect((await cardOf(mia, 1)).text).toContain('First.');
    expect((await (await old('add')).modal.submits({ citation: 'european-leaders 5' })).text).toContain(
      'is added',
    );
    expect((await old('claim')).text).toContain('is yours');
    const theirs = await max.presses(card.message, 'question:note:1:1', { unchecked: true });
    expect(theirs.text).toMatch(/somebody was quicker \(<@\d+>: claimed it/);
    expect((await old('approve')).text).toContain('is approved');
    await answerOf(alice, 1);
    // What the program did in consequence is no change by others.
    expect((await old('undo')).text).toContain('waits again');
    // But a card of before the asker's edit is old.
    const receipt = await alice.runs('/ask-moderators', { number: 1 });
    await (await receipt.presses('Edit')).modal.submits({ text: zebras });
    expect((await old('approve')).text).toMatch(/somebody was quicker \(<@\d+>: edited it/);
    expect(faultless(stage)).toEqual(none);
  });

  test('the asker is told what is published, all of it', async () => {
    const stage = await stageOn(engine);
    const { alice, mia } = stage;
    await asks(stage, alice, borders);
    const card = await cardOf(mia, 1);
    const note = `Long ${'line '.repeat(90)}end.`;
    await (await card.presses('Own line')).modal.submits({ note });
    await card.presses('Approve');
    const answer = (await answerOf(alice, 1)).text;
    expect(answer).toContain(note);
    expect(answer).not.toContain('#1 · asked');
    const [told] = await toldTo(alice, 1);
    const published = answer.slice(answer.indexOf('**International borders'));
    expect(told).toContain(published);
    expect(faultless(stage)).toEqual(none);
  });

  test('a desk is found from any channel; of several whoever asks must say which', async () => {
    const stage = await stageOn(engine);
    const { admin, alice, mia, server, questions } = stage;
    const elsewhere = server.channel('elsewhere');
    const there = mia.person.in(elsewhere);
    await asks(stage, alice, borders);
    expect((await there.runs('/desk queue')).text).toContain(`1 question in <#${questions.id}>`);
    expect((await there.runs('/desk stats')).text).toContain('Sitting 1');
    expect((await there.runs('/desk export')).text).toContain('Sitting 1');
    expect((await admin.person.in(elsewhere).runs('/desk settings', { cooldown: '2m' })).text).toContain(
      'Between two questions of a member: 2 minutes',
    );
    const second = server.channel('second');
    const both = { ...stage, questions: second };
    await admin.runs('/desk open', { channel: second.id });
    expect((await there.runs('/desk queue')).text).toContain(`1 question in <#${questions.id}>`);
    await admin.runs('/desk settings', { channel: second.id, 'add-moderators': stage.moderators.id });
    const asked = await there.runs('/desk queue');
    expect(asked.text).toContain('There are several channels for questions here.');
    expect(asked.text).toContain(`<#${questions.id}> and <#${second.id}>`);
    expect((await there.runs('/desk queue', { channel: second.id })).text).toContain('0 questions');
    expect((await mia.person.in(second).runs('/desk queue')).text).toContain('0 questions');
    expect((await mia.runs('/desk queue')).text).toContain('1 question');
    await admin.person.in(elsewhere).runs('/desk close', { channel: both.questions.id });
    expect((await there.runs('/desk queue')).text).toContain(`1 question in <#${questions.id}>`);
    expect(faultless(stage)).toEqual(none);
  });

  test('what is not set is left out of the settings', async () => {
    const stage = await stageOn(engine, { bare: true });
    const { admin, questions } = stage;
    const opened = await admin.runs('/desk open', { channel: questions.id });
    expect(opened.text).not.toMatch(/none|Opens|Closes|Cards|Moderators:/);
    await openDesk(stage, { 'closes-at': '2 hours' }).catch(() => undefined);
    expect((await admin.runs('/desk settings', { 'closes-at': '2 hours' })).text).toMatch(/Closes <t:\d+:f>/);
  });
});
