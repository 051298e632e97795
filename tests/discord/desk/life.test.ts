// The whole life of a question, driven through Discord's double with two members and two moderators, on both stores.
import { expect, test } from 'vitest';
import { onBothEngines } from '../../store/engines.ts';
import {
  alaska,
  answerOf,
  answers,
  asks,
  borders,
  cardOf,
  chooses,
  faultless,
  none,
  openDesk,
  panelOf,
  stageOn,
  toldTo,
} from './stage.ts';

onBothEngines((engine) => {
  test('asked with the button, reviewed on a card, approved, published with its citation, and told', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, max } = stage;
    const receipt = await asks(stage, alice, borders);
    expect(receipt.private).toBe(true);
    expect(receipt.text).toContain('Thank you, your question has arrived.');
    expect(receipt.text).toContain('**#1** · waits for a moderator');
    const card = await cardOf(mia, 1);
    expect(card.text).toContain(`<@${alice.person.id}>`);
    expect(card.text).toContain('**International borders must not be changed by force.**');
    expect(card.text).toContain('[chosen] **european\\-leaders ¶7**');
    expect(card.text).toContain('statement');
    expect(card.pings).toEqual([]);
    const done = await card.presses('Approve');
    expect(done.private).toBe(true);
    expect(done.text).toContain('#1 is approved');
    const answer = await answerOf(alice, 1);
    expect(answer.text).toContain('International borders must not be changed by force.');
    expect(answer.text).toContain('european\\-leaders ¶7');
    expect(answer.text).toContain(`Reviewed by <@${mia.person.id}>`);
    expect(answer.pings).toEqual([]);
    const [told] = await toldTo(alice, 1);
    expect(told).toContain('About your question #1');
    expect(told).toContain('answered');
    expect((await cardOf(max, 1, 'published')).buttons).toEqual([
      'Own line',
      'Add passage',
      'Undo',
      'Open the answer',
    ]);
    const state = await receipt.presses('What is its status?');
    expect(state.text).toContain('**#1** · answered');
    expect(answers(stage, alice, 1)).toHaveLength(1);
    expect(faultless(stage)).toEqual(none);
  });

  test('an asker edits before review, looks again by number, and withdraws', async () => {
    const stage = await stageOn(engine);
    const { alice, bob, mia } = stage;
    const opened = await alice.runs('/ask-moderators');
    expect(opened.modal.title).toBe('Ask a question');
    const receipt = await opened.modal.submits({ text: alaska });
    await cardOf(mia, 1, 'Alaska');
    const form = await receipt.presses('Edit');
    const edited = await form.modal.submits({ text: borders });
    expect(edited.text).toContain('borders be changed');
    const card = await cardOf(mia, 1, 'borders be changed');
    expect(card.text).toContain('european\\-leaders ¶7');
    expect((await bob.runs('/ask-moderators', { number: 1 })).text).toBe('There is no such question here.');
    const again = await alice.runs('/ask-moderators', { number: 1 });
    expect(again.buttons).toEqual(['What is its status?', 'Edit', 'Withdraw']);
    expect((await again.presses('Withdraw')).text).toContain('**#1** · withdrawn');
    const gone = await cardOf(mia, 1, 'withdrawn');
    expect(gone.buttons).toEqual([]);
    expect((await mia.presses(card.message, 'question:approve:1:2', { unchecked: true })).text).toMatch(
      /^Nothing was done, somebody was quicker \(<@\d+>: withdrew it, <t:\d+:R>\)\. The status of #1 now: withdrawn\.$/,
    );
    expect(faultless(stage)).toEqual(none);
  });

  test('what waits already is led there and counted, what is answered is shown at once, and the asker may insist', async () => {
    const stage = await stageOn(engine);
    const { alice, bob, mia } = stage;
    await asks(stage, alice, borders);
    const led = await asks(stage, bob, 'can the borders be changed by force');
    expect(led.text).toContain('Somebody asked this already; you will be told the answer too.');
    expect(led.text).toContain(
      'It seems to be the same question as #1, which can be read once it is published.',
    );
    expect(led.text).not.toContain(borders);
    const card = await cardOf(mia, 1, '1 other asked the same');
    await card.presses('Approve');
    await answerOf(alice, 1, '1 other asked the same');
    expect((await toldTo(bob, 1))[0]).toContain('About your question #2');
    const late = await asks(stage, bob, 'Can borders be changed by force now?');
    expect(late.text).toContain('International borders must not be changed by force.');
    expect(late.buttons).toContain('Open the answer');
    expect(late.text).toContain('It seems to be the same question as #1:');
    expect(late.text).toContain(borders);
    expect((await late.presses('Mine is another question')).text).toContain('**#3** · waits for a moderator');
    await cardOf(mia, 3, 'waiting');
    expect(faultless(stage)).toEqual(none);
  });

  test('passages are swapped and added, a line of the moderator is marked, and an edit later stays visible', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, max } = stage;
    await asks(stage, alice, borders);
    const first = await cardOf(mia, 1);
    const form = await first.presses('Add passage');
    expect((await form.modal.submits({ citation: 'nonsense 1' })).text).toContain('names no document here');
    expect((await form.modal.submits({ citation: 'european-leaders 5' })).text).toContain('added to #1');
    const second = await cardOf(mia, 1, '[chosen] **european\\-leaders ¶5**');
    expect((await chooses(second, ['european-leaders ¶5'])).text).toContain('has these passages now');
    await cardOf(mia, 1);
    await mia.until(
      (all) =>
        !all.some(
          ({ text, private: isPrivate }) => !isPrivate && text.includes('[chosen] **european\\-leaders ¶7'),
        ),
    );
    const third = await cardOf(mia, 1);
    const note = await third.presses('Own line');
    expect((await note.modal.submits({ note: '**See** also ¶7 @everyone' })).text).toContain('is saved');
    const fourth = await cardOf(mia, 1, 'A line by the moderator, not from the sources:');
    await fourth.presses('Approve');
    const answer = await answerOf(alice, 1);
    expect(answer.text).toContain('european\\-leaders ¶5');
    expect(answer.text).not.toContain('¶7**');
    expect(answer.text).toContain(
      '**A line by the moderator, not from the sources:** \\*\\*See\\*\\* also ¶7 \\@everyone',
    );
    expect(answer.pings).toEqual([]);
    const published = await cardOf(max, 1, 'published');
    const later = await published.presses('Own line');
    await later.modal.submits({ note: 'See also ¶8.' });
    expect((await answerOf(alice, 1, 'Edited <t:')).text).toContain('See also ¶8.');
    expect(answers(stage, alice, 1)).toHaveLength(1);
    expect(faultless(stage)).toEqual(none);
  });

  test('what the sources do not answer is not approved without a passage', async () => {
    const stage = await stageOn(engine);
    const { alice, mia } = stage;
    await asks(stage, alice, 'How many zebras live in the palace?');
    const card = await cardOf(mia, 1);
    expect((await card.presses('Approve')).text).toContain('An answer needs a passage.');
    expect(faultless(stage)).toEqual(none);
  });

  test('rejected with a reason from the list or in words, and the asker is told why', async () => {
    const stage = await stageOn(engine);
    const { alice, bob, mia } = stage;
    await asks(stage, alice, borders);
    await asks(stage, bob, alaska);
    const first = await (await cardOf(mia, 1)).presses('Reject');
    expect((await first.modal.submits({ reason: ['opinion'], words: 'Ask for facts.' })).text).toContain(
      '#1 is rejected',
    );
    expect((await toldTo(alice, 1))[0]).toContain('Why: It asks for an opinion. Ask for facts');
    const second = await (await cardOf(mia, 2)).presses('Reject');
    expect((await second.modal.submits({ reason: ['other'] })).text).toBe(
      'Please write the reason in your own words.',
    );
    await second.modal.submits({ reason: ['other'], words: 'Later perhaps.' });
    expect((await toldTo(bob, 1))[0]).toContain('Why: Later perhaps');
    expect(faultless(stage)).toEqual(none);
  });

  test('merged into another, whose answer goes to both askers', async () => {
    const stage = await stageOn(engine);
    const { alice, bob, mia, max } = stage;
    await asks(stage, alice, borders);
    await asks(stage, bob, alaska);
    const form = await (await cardOf(mia, 2)).presses('Merge');
    expect((await form.modal.submits({ number: 'two' })).text).toContain(
      'Nothing can be merged into the question with this number',
    );
    expect((await form.modal.submits({ number: '2' })).text).toContain('This is the question itself.');
    expect((await form.modal.submits({ number: '#1' })).text).toContain('#2 is merged');
    expect((await toldTo(bob, 1))[0]).toContain(
      'Moderators found that it is the same question as #1, which can be read once it is published.',
    );
    await (await cardOf(max, 1, '1 other asked the same')).presses('Approve');
    expect((await toldTo(bob, 2))[1]).toContain('answered');
    expect((await toldTo(alice, 1))[0]).toContain('answered');
    expect(faultless(stage)).toEqual(none);
  });

  test('a claim keeps the other moderator out until it is released, by an administrator too', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, max, admin, review } = stage;
    await asks(stage, alice, borders);
    await (await cardOf(mia, 1)).presses('Claim');
    const claimed = await cardOf(max, 1, `Claimed by <@${mia.person.id}>`);
    expect((await claimed.presses('Approve')).text).toBe(
      `Nothing was done: <@${mia.person.id}> has claimed #1.`,
    );
    expect((await claimed.presses('Release')).text).toContain('has claimed #1');
    await admin.person.in(review).presses(claimed.message, 'Release');
    const free = await cardOf(max, 1, 'waiting');
    expect((await free.presses('Claim')).text).toContain('yours for 15 minutes');
    await (await cardOf(max, 1, 'Claimed by')).presses('Release');
    await cardOf(max, 1, 'waiting');
    expect(faultless(stage)).toEqual(none);
  });

  test('of two moderators at once exactly one wins and the other is told who did what', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, max } = stage;
    await asks(stage, alice, borders);
    const [hers, his] = [await cardOf(mia, 1), await cardOf(max, 1)];
    const replies = await Promise.all([hers.presses('Approve'), his.presses('Approve')]);
    const texts = replies.map(({ text }) => text);
    expect(texts.filter((text) => text.includes('#1 is approved'))).toHaveLength(1);
    expect(
      texts.filter((text) =>
        /^Nothing was done, somebody was quicker \(<@\d+>: approved it, <t:\d+:R>\)\./.test(text),
      ),
    ).toHaveLength(1);
    await answerOf(alice, 1);
    expect(answers(stage, alice, 1)).toHaveLength(1);
    expect(faultless(stage)).toEqual(none);
  });

  test('undone for a while: the answer is taken down, the asker told, and another approval makes one new answer', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, max } = stage;
    await asks(stage, alice, borders);
    const done = await (await cardOf(mia, 1)).presses('Approve');
    const answer = await answerOf(alice, 1);
    await cardOf(mia, 1, 'published');
    // That it was published meanwhile is no change by others.
    expect((await done.presses('Undo')).text).toContain('#1 waits again.');
    const old = await max.presses((await cardOf(max, 1)).message, 'question:claim:1:1', { unchecked: true });
    expect(old.text).toMatch(
      /^Nothing was done, somebody was quicker \(<@\d+>: took a decision back, <t:\d+:R>\)\. The status of #1 now: waiting\.$/,
    );
    await alice.until(() => answer.deleted);
    expect((await toldTo(alice, 2))[1]).toContain('waits for a moderator');
    await (await cardOf(mia, 1, 'waiting')).presses('Approve');
    await answerOf(alice, 1);
    expect(answers(stage, alice, 1)).toHaveLength(1);
    expect(faultless(stage)).toEqual(none);
  });

  test('asked without a name: nobody sees who it was', async () => {
    const stage = await stageOn(engine, { settings: { anonymous: true } });
    const { alice, mia, admin } = stage;
    await asks(stage, alice, borders, { anonymous: true });
    const card = await cardOf(mia, 1);
    expect(card.text).toContain('somebody who asked without their name');
    await card.presses('Approve');
    const answer = await answerOf(mia.person.in(stage.questions), 1);
    const exported = await admin.runs('/desk export', { format: 'json' });
    const file = new TextDecoder().decode(exported.files[0]?.bytes);
    for (const shown of [card.text, answer.text, file]) expect(shown).not.toContain(alice.person.id);
    expect((await toldTo(alice, 1))[0]).toContain('answered');
    expect(faultless(stage)).toEqual(none);
  });

  test('a public desk publishes what the sources answer at once, marked as not reviewed', async () => {
    const stage = await stageOn(engine, { settings: { mode: 'public' } });
    const { alice, mia } = stage;
    await asks(stage, alice, borders);
    expect((await answerOf(alice, 1)).text).toContain('Found in the sources, not reviewed by a moderator');
    await asks(stage, alice, 'How many zebras live in the palace?');
    expect((await cardOf(mia, 2)).text).toContain('waiting');
    expect(faultless(stage)).toEqual(none);
  });

  test('answers go to another channel where the settings say so', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, admin, server } = stage;
    const thread = server.channel('answers', 11);
    await admin.runs('/desk settings', { 'answers-in': thread.id });
    await asks(stage, alice, borders);
    await (await cardOf(mia, 1)).presses('Approve');
    await answerOf(alice.person.in(thread), 1);
    expect(answers(stage, alice, 1)).toEqual([]);
    expect(faultless(stage)).toEqual(none);
  });

  test('limits, times and closing are told to whoever asks', async () => {
    const stage = await stageOn(engine, { settings: { 'open-questions': 1 } });
    const { alice, bob, admin } = stage;
    const form = await bob.runs('/ask-moderators');
    await asks(stage, alice, borders);
    expect((await asks(stage, alice, alaska)).text).toContain('You have 1 question waiting already.');
    await admin.runs('/desk settings', { cooldown: '10 minutes', 'open-questions': 5 });
    expect((await asks(stage, alice, alaska)).text).toMatch(
      /^You asked just now\. You can ask again <t:\d+:R>\.\n/,
    );
    await admin.runs('/desk settings', { 'opens-at': '2h' });
    expect((await bob.runs('/ask-moderators')).text).toMatch(
      /^Questions are taken here from <t:\d+:f> on\.$/,
    );
    await admin.runs('/desk settings', { 'opens-at': 'never', 'closes-at': '1m' });
    expect((await admin.runs('/desk close')).text).toContain('takes no more questions');
    expect((await form.modal.submits({ text: alaska })).text).toMatch(/^Questions are closed here\.\n/);
    await alice.until((all) => all.some(({ text }) => text.includes('Questions are closed here')));
    expect((await panelOf(stage)).buttons).toEqual([]);
    expect((await alice.runs('/ask-moderators')).text).toBe('Questions are closed here.');
    await openDesk(stage);
    const panel = await panelOf(stage);
    await panel.until(({ buttons }) => buttons.includes('Ask a question'));
    expect(faultless(stage)).toEqual(none);
  });

  test('the queue lists, filters and pages; a card is picked from it; stats and exports show the sitting', async () => {
    const stage = await stageOn(engine, { settings: { 'open-questions': 50 } });
    const { alice, mia, questions } = stage;
    for (let n = 1; n <= 12; n++) await asks(stage, alice, `What is said of matter ${n}, and of topic ${n}?`);
    const list = await mia.runs('/desk queue');
    expect(list.text).toContain('**12 questions in');
    expect(list.text).toContain('page 1 of 2');
    const next = await list.presses('Next page');
    expect(next.id).toBe(list.id);
    expect(next.text).toContain('**#12**');
    const card = await next.chooses('Show the card of a question', ['12']);
    expect(card.private).toBe(true);
    const reject = await card.presses('Reject');
    await reject.modal.submits({ reason: ['off-topic'] });
    expect((await mia.runs('/desk queue', { state: 'rejected' })).text).toContain('**#12** · rejected');
    expect((await mia.runs('/desk queue', { containing: 'MATTER 7' })).text).toContain('**1 question in');
    const stats = await mia.runs('/desk stats', { channel: questions.id });
    expect(stats.text).toContain('**Sitting 1: 12 questions**');
    expect(stats.text).toContain('rejected: 1');
    expect(stats.text).toContain(`<@${mia.person.id}>: 1`);
    expect(stats.text).toMatch(/`[▁▂▃▄▅▆▇█·]{24}`/u);
    for (const [format, holds] of [
      ['md', '## \\#12 · rejected'],
      ['csv', '12,"rejected"'],
      ['json', '"state": "rejected"'],
    ] as const) {
      const exported = await mia.runs('/desk export', { format });
      expect(exported.files.map(({ name }) => name)).toEqual([`desk-${questions.id}-1.${format}`]);
      expect(new TextDecoder().decode(exported.files[0]?.bytes)).toContain(holds.replace('\\#', '#'));
    }
    expect(faultless(stage)).toEqual(none);
  });

  test('a member sees what is kept of them and erases it: the words go from the channels too, the log stays whole', async () => {
    const stage = await stageOn(engine);
    const { alice, bob, mia, admin } = stage;
    expect((await alice.runs('/privacy')).text).toContain('Nothing about you is stored here.');
    await asks(stage, alice, borders);
    await asks(stage, alice, alaska);
    await (await cardOf(mia, 1)).presses('Approve');
    await answerOf(alice, 1);
    await alice.runs('/ask', { question: 'What of Donbas?' });
    const kept = await alice.runs('/privacy');
    expect(kept.text).toContain('2 questions of yours:');
    expect(new TextDecoder().decode(kept.files[0]?.bytes)).toContain(borders);
    const sure = await kept.presses('Erase all of it');
    expect((await sure.presses('Yes, erase it')).text).toContain('It is erased: 2 questions');
    const answer = await answerOf(bob, 1, 'These words were erased.');
    expect(answer.text).toContain('a former member');
    expect(answer.text).not.toContain('borders be changed by force?');
    await cardOf(mia, 2, 'withdrawn');
    expect((await alice.runs('/privacy')).text).toContain('Nothing about you is stored here.');
    const file = (await admin.runs('/desk export', { format: 'json' })).files[0]?.bytes;
    expect(new TextDecoder().decode(file)).not.toContain(alice.person.id);
    expect(faultless(stage)).toEqual(none);
  });

  test('what a member sees of a question of theirs is not who looks at it, nor what they prepare', async () => {
    const stage = await stageOn(engine);
    const { alice, mia } = stage;
    await asks(stage, alice, borders);
    const written = await (await cardOf(mia, 1)).presses('Own line');
    await written.modal.submits({ note: 'Between us: not before Friday.' });
    await (await cardOf(mia, 1, 'Between us')).presses('Claim');
    await cardOf(mia, 1, 'claimed');
    const bytes = (await alice.runs('/privacy')).files[0]?.bytes;
    const file = new TextDecoder().decode(bytes);
    expect(file).toContain(borders);
    expect(file).not.toContain(mia.person.id);
    expect(file).not.toContain('Between us');
    expect(faultless(stage)).toEqual(none);
  });

  test('what the bot lacks in a channel is told at once', async () => {
    const stage = await stageOn(engine, { bare: true });
    const { admin, questions, review } = stage;
    review.denies((1n << 11n) | (1n << 16n));
    const opened = await admin.runs('/desk open', {
      channel: questions.id,
      'review-channel': review.id,
      'closes-at': '3h',
    });
    expect(opened.text).toContain(`In <#${review.id}> I still need: Send Messages and Read Message History.`);
    expect(opened.text).toContain('So far only those who may manage the server moderate');
    expect(opened.text).toMatch(/Closes <t:\d+:f>/);
    expect((await admin.runs('/desk open', { channel: questions.id })).text).toContain(
      'is open for questions already',
    );
    expect((await admin.runs('/desk settings', { 'closes-at': 'yesterday' })).text).toContain(
      '“yesterday” is not a time in the future.',
    );
    expect((await admin.runs('/desk settings')).text).toContain(
      'A member may have 3 undecided questions at a time.\nBetween two questions of a member: 1 minute',
    );
    expect(faultless(stage)).toEqual(none);
  });
});
