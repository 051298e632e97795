// Members ask a question of somebody else too, and say what they think of passages; driven through the double, on both stores.
import { expect, test } from 'vitest';
import { onBothEngines } from '../../store/engines.ts';
import { answerOf, asks, borders, cardOf, faultless, none, panelOf, stageOn, toldTo } from './stage.ts';

const zebras = 'How many zebras live in the palace?';

onBothEngines((engine) => {
  test('what waits is listed where the desk wants it; who asks it too is counted, told, and never named', async () => {
    const stage = await stageOn(engine, { settings: { 'waiting-list': true } });
    const { alice, bob, mia, server, questions } = stage;
    const carol = server.member({ name: 'carol' }).in(questions);
    const form = await alice.runs('/ask-moderators');
    expect(JSON.stringify(form.modal)).toContain('others may read it');
    await form.modal.submits({ text: borders });
    const panel = await panelOf(stage);
    const list = await bob.presses(panel.message, 'What waits');
    expect(list.private).toBe(true);
    expect(list.text).toContain(`**1 question waits in <#${questions.id}>**`);
    expect(list.text).toContain(`**#1** · ${borders}`);
    expect(list.text).not.toContain(alice.person.id);
    const too = await list.chooses('I ask this one too', ['1']);
    expect(too.text).toContain('You ask #1 too, and will be told what comes of it.');
    expect(too.text).toContain('2 members ask it.');
    expect((await list.chooses('I ask this one too', ['1'])).text).toContain('You ask #1 too already.');
    const theirs = await alice.presses(panel.message, 'What waits');
    expect((await theirs.chooses('I ask this one too', ['1'])).text).toBe(
      'You asked this yourself; you will be told the answer anyway.',
    );
    const carols = await (await carol.presses(panel.message, 'What waits')).chooses('I ask this one too', [
      '1',
    ]);
    await cardOf(mia, 1, '2 others asked the same');
    expect((await carols.presses('I no longer ask it')).text).toBe('You no longer ask #1.');
    const card = await cardOf(mia, 1, '1 other asked the same');
    // Its words stay: others ask in them.
    const receipt = await alice.runs('/ask-moderators', { number: 1 });
    const edit = await receipt.presses('Edit');
    expect((await edit.modal.submits({ text: zebras })).text).toContain('Others ask it too in these words');
    expect((await bob.runs('/ask-moderators', { number: 1 })).buttons).toEqual(['I no longer ask it']);
    await card.presses('Approve');
    const answer = await answerOf(alice, 1, '1 other asked the same');
    expect(answer.text).not.toContain(bob.person.id);
    const [told] = await toldTo(bob, 1);
    expect(told).toContain('About question #1, which you ask too');
    expect(told).toContain('International borders must not be changed by force.');
    expect(await toldTo(alice, 1)).toHaveLength(1);
    expect(carol.person.inDirectMessages().sees()).toEqual([]);
    expect((await bob.presses(panel.message, 'What waits')).text).toContain('0 questions wait');
    expect(faultless(stage)).toEqual(none);
  });

  test('a question that was asked before the list was opened is in no list', async () => {
    const stage = await stageOn(engine);
    const { admin, alice, bob } = stage;
    await asks(stage, alice, borders);
    expect((await panelOf(stage)).buttons).toEqual(['Ask a question']);
    await admin.runs('/desk settings', { 'waiting-list': true });
    await bob.until((all) => all.some(({ buttons }) => buttons.includes('What waits')));
    const list = await bob.presses((await panelOf(stage)).message, 'What waits');
    expect(list.text).toContain('0 questions wait');
    const forged = await list.presses('question:too:1', { unchecked: true });
    expect(forged.text).toBe('There is no such question here.');
  });

  test('what the sources do not answer is asked too, told of when it changes, and forgotten with the member', async () => {
    const stage = await stageOn(engine);
    const { alice, bob, mia } = stage;
    await asks(stage, alice, zebras);
    await (await cardOf(mia, 1)).presses('The sources don’t answer');
    const answer = await answerOf(bob, 1);
    const too = await bob.presses(answer.message, 'I ask that too');
    expect(too.text).toContain('You ask #1 too');
    await answerOf(alice, 1, '1 other asked the same');
    const kept = await bob.runs('/privacy');
    expect(kept.text).toContain('1 question of others that you ask too.');
    await (await cardOf(mia, 1, 'published')).presses('Undo');
    expect((await toldTo(bob, 1))[0]).toContain('waits for a moderator');
    const sure = await kept.presses('Erase all of it');
    await sure.presses('Yes, erase it');
    const { database } = stage.store();
    expect(await database.selectFrom('also_asked').selectAll().execute()).toEqual([]);
    expect((await bob.runs('/privacy')).text).toContain('Nothing about you is stored here.');
    await bob.until(() => !mia.sees().some(({ text }) => text.includes('1 other asked the same')));
    expect(faultless(stage)).toEqual(none);
  });

  test('who asks it too hears that it was withdrawn', async () => {
    const stage = await stageOn(engine, { settings: { 'waiting-list': true } });
    const { alice, bob } = stage;
    const receipt = await asks(stage, alice, borders);
    await (await bob.presses((await panelOf(stage)).message, 'What waits')).chooses('I ask this one too', [
      '1',
    ]);
    await receipt.presses('Withdraw');
    expect((await toldTo(bob, 1))[0]).toContain('**#1** · withdrawn');
    expect(alice.person.inDirectMessages().sees()).toEqual([]);
  });

  test('👍 and 👎 count for the passage, once a person, and nothing tells who it was', async () => {
    const stage = await stageOn(engine);
    const { admin, alice, bob, mia } = stage;
    const { database } = stage.store();
    const counts = async () => database.selectFrom('ratings').select(['paragraph', 'up', 'down']).execute();
    const asked = await alice.runs('/ask', { question: borders });
    expect((await asked.presses('Helpful')).text).toContain('it is counted for this passage');
    expect(await counts()).toEqual([{ paragraph: 7, up: 1, down: 0 }]);
    expect((await asked.presses('Off the mark')).text).toContain('this press counts now');
    expect(await counts()).toEqual([{ paragraph: 7, up: 0, down: 1 }]);
    // The same passage elsewhere is the same passage.
    expect((await (await alice.runs('/ask', { question: borders })).presses('Off the mark')).text).toContain(
      'taken back',
    );
    expect(await counts()).toEqual([]);
    await asks(stage, alice, borders);
    await (await cardOf(mia, 1)).presses('Approve');
    const answer = await answerOf(bob, 1);
    await bob.presses(answer.message, 'Helpful');
    await alice.presses(answer.message, 'Off the mark');
    expect(await counts()).toEqual([{ paragraph: 7, up: 1, down: 1 }]);
    expect((await admin.runs('/our-sources missed')).text).toContain(
      'european\\-leaders ¶7** · Helpful: 1 · Off the mark: 1',
    );
    expect((await mia.runs('/desk stats')).text).toContain('Helpful: 1 · Off the mark: 1');
    const rows = JSON.stringify(await database.selectFrom('ratings').selectAll().execute());
    for (const { person } of [alice, bob]) expect(rows).not.toContain(person.id);
    expect(faultless(stage)).toEqual(none);
  });

  test('an export has names, days, citations, speakers and addresses, in every format', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, admin } = stage;
    await asks(stage, alice, borders);
    await (await cardOf(mia, 1)).presses('Approve');
    await answerOf(alice, 1);
    await asks(stage, alice, zebras);
    await (await cardOf(mia, 2)).presses('The sources don’t answer');
    await answerOf(alice, 2);
    await cardOf(mia, 1, 'published');
    await cardOf(mia, 2, 'published');
    const file = async (format: string) => {
      const seen = await admin.runs('/desk export', { format });
      return new TextDecoder().decode(seen.files[0]?.bytes);
    };
    const md = await file('md');
    expect(md).toMatch(/asked by alice [\w ,]+ \d{4} at \d{1,2}:\d{2} [AP]M UTC/);
    expect(md).toContain('Decided by mia');
    expect(md).toContain('— european-leaders ¶7 · European Leaders Reaffirm Support for Ukraine');
    expect(md).toContain('August 16, 2025');
    expect(md).toContain('The sources do not answer this.');
    expect(md).not.toMatch(/\\-|\d{17}|program|T\d\d:\d\d/);
    const csv = await file('csv');
    expect(csv).toContain('"alice"');
    expect(csv).toContain('European Leaders Reaffirm Support for Ukraine');
    expect(csv).toMatch(/"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"/);
    const [first, second] = JSON.parse(await file('json')).questions;
    expect(first).toMatchObject({ askerName: 'alice', decidedByName: 'mia', askers: 1 });
    expect(first.passages[0]).toMatchObject({ document: 'european-leaders', paragraph: 7 });
    expect(first.passages[0].citation).toContain('european-leaders ¶7 · ');
    expect(second).toMatchObject({ state: 'unanswered', passages: [] });
    expect(faultless(stage)).toEqual(none);
  });
});
