// What was acknowledged survives restarts, kills and Discord's troubles; nothing is published twice; what failed says so.
import { expect, test } from 'vitest';
import { openLibrary } from '../../../src/library.ts';
import { onBothEngines } from '../../store/engines.ts';
import { folderWith, markdown } from '../../temporary.ts';
import { type Process, startProcess } from '../bot.ts';
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
  panelOf,
  type Stage,
  stageOn,
  toldTo,
} from './stage.ts';

/** The bot as a process of its own, on the store and the server of a stage whose own bot was stopped. */
async function startOwn({ discord, place }: Stage): Promise<Process> {
  const store = place.url === undefined ? { STORE: place.file } : { DATABASE_URL: place.url };
  const environment = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase, ...store };
  const process = startProcess('main', environment);
  await process.says('"msg":"ready"');
  return process;
}

const inQuestions = ({ questions }: Stage) => `/channels/${questions.id}/messages`;

onBothEngines((engine) => {
  test('after a restart in the middle of anything every button works', async () => {
    const stage = await stageOn(engine);
    const { alice, bob, mia } = stage;
    const panel = await panelOf(stage);
    const form = await panel.presses('Ask a question');
    await stage.restart();
    const receipt = await form.modal.submits({ text: borders });
    await asks(stage, bob, alaska);
    const card = await cardOf(mia, 1);
    const reject = await (await cardOf(mia, 2)).presses('Reject');
    await stage.restart();
    expect((await receipt.presses('What is its status?')).text).toContain('waits for a moderator');
    await reject.modal.submits({ reason: ['unclear'] });
    const done = await card.presses('Approve');
    await stage.restart();
    await answerOf(alice, 1);
    await done.until(() => true);
    await (await cardOf(mia, 1, 'published')).presses('Undo');
    await cardOf(mia, 1, 'waiting');
    expect(faultless(stage)).toEqual(none);
  });

  test('an approval acknowledged before a kill -9 is published once by the next process', {
    timeout: 90_000,
  }, async () => {
    const stage = await stageOn(engine);
    const { alice, mia, discord } = stage;
    await asks(stage, alice, borders);
    const card = await cardOf(mia, 1);
    await stage.stop();
    const first = await startOwn(stage);
    // The message is made, but the process never hears of it.
    discord.fails({ method: 'POST', path: inQuestions(stage), times: 9, with: 'hang-after' });
    expect((await card.presses('Approve')).text).toContain('#1 is approved');
    await answerOf(alice, 1);
    first.kill('SIGKILL');
    await first.ended;
    discord.behaves();
    // Discord has forgotten the nonce by the time of the next attempt.
    discord.passes(10 * 60_000);
    const second = await startOwn(stage);
    expect((await toldTo(alice, 1, 40_000))[0]).toContain('answered');
    expect(answers(stage, alice, 1)).toHaveLength(1);
    second.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(discord.violations).toEqual([]);
  });

  test('two processes on one store publish each answer once', { timeout: 60_000 }, async () => {
    const stage = await stageOn(engine, { settings: { 'open-questions': 50 } });
    const { alice, mia } = stage;
    for (let n = 1; n <= 4; n++) await asks(stage, alice, `${borders.slice(0, -1)} in treaty ${n}?`);
    const cards = await Promise.all([1, 2, 3, 4].map((n) => cardOf(mia, n)));
    const other = await startOwn(stage);
    await Promise.all(cards.map((card) => card.presses('Approve')));
    for (const n of [1, 2, 3, 4]) await answerOf(alice, n);
    await toldTo(alice, 4);
    for (const n of [1, 2, 3, 4]) expect(answers(stage, alice, n)).toHaveLength(1);
    other.kill('SIGTERM');
    await other.ended;
    expect(stage.discord.violations).toEqual([]);
  });

  test.each([
    ['closed afterwards', 'drop-after'],
    ['closed before', 'drop-before'],
    ['no answer', 'hang-after'],
    ['a rate limit', { status: 429, retryAfter: 0.3 }],
    ['an error although it was taken', { status: 502, taken: true }],
  ] as const)('trouble while sending (%s) makes neither two answers nor none', async (_name, trouble) => {
    const stage = await stageOn(engine);
    const { alice, mia, discord } = stage;
    await asks(stage, alice, borders);
    const card = await cardOf(mia, 1);
    discord.fails({ method: 'POST', path: inQuestions(stage), times: 2, with: trouble });
    await card.presses('Approve');
    await toldTo(alice, 1, 15_000);
    expect(answers(stage, alice, 1)).toHaveLength(1);
    expect(faultless(stage)).toEqual(none);
  });

  test('what Discord refuses is shown as failed, never as done, and is sent again by a button', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, questions, discord } = stage;
    const receipt = await asks(stage, alice, borders);
    const card = await cardOf(mia, 1);
    questions.denies(1n << 11n);
    await card.presses('Approve');
    const failed = await cardOf(mia, 1, 'could not be published');
    expect(failed.buttons).toEqual(['Send again', 'Undo']);
    expect((await receipt.presses('What is its status?')).text).toContain('could not be published yet');
    const list = await mia.runs('/desk queue');
    expect(list.text).toContain('1 message could not be delivered (50013).');
    expect(answers(stage, alice, 1)).toEqual([]);
    questions.denies(0n);
    await (await cardOf(mia, 1, 'could not be published')).presses('Send again');
    await answerOf(alice, 1);
    await cardOf(mia, 1, 'published');
    expect((await toldTo(alice, 1))[0]).toContain('answered');
    expect(discord.violations).toEqual([]);
  });

  test('cards that failed are sent again from the queue', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, review, discord } = stage;
    review.denies(1n << 11n);
    const refused = discord.happens('refusal');
    await asks(stage, alice, borders);
    await refused;
    const place = mia.person.in(stage.questions);
    let list = await place.runs('/desk queue');
    while (!list.text.includes('could not be delivered')) list = await place.runs('/desk queue');
    review.denies(0n);
    expect((await list.presses('Send them again')).text).toContain('1 message is sent again.');
    await cardOf(mia, 1);
    expect(discord.violations).toEqual([]);
  });

  test('a member who takes no messages sees the answer all the same', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, discord } = stage;
    alice.person.takesMessages = false;
    const receipt = await asks(stage, alice, borders);
    await (await cardOf(mia, 1)).presses('Approve');
    await answerOf(alice, 1);
    await cardOf(mia, 1, 'published');
    expect((await receipt.presses('What is its status?')).text).toContain('answered');
    expect((await mia.runs('/desk queue')).text).not.toContain('could not be delivered');
    expect(discord.violations).toEqual([]);
  });

  test('a card that somebody deleted stands again at the next change; a deleted answer stays deleted', async () => {
    const stage = await stageOn(engine);
    const { alice, mia, review, questions, discord } = stage;
    await asks(stage, alice, borders);
    const card = await cardOf(mia, 1);
    review.remove(card.message);
    const shown = await (await mia.runs('/desk queue')).chooses('Show the card of a question', ['1']);
    await shown.presses('Approve');
    const answer = await answerOf(alice, 1);
    await cardOf(mia, 1, 'published');
    questions.remove(answer.message);
    const note = await (await cardOf(mia, 1, 'published')).presses('Own line');
    await note.modal.submits({ note: 'More.' });
    await cardOf(mia, 1, 'More');
    expect(answers(stage, alice, 1)).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('an answer whose paragraph was corrected is marked, and moderators are told', async () => {
    const body =
      'The delegations met on Monday in the old castle.\n\nThe truce begins on Friday at noon, both sides said.';
    const folder = await folderWith({ 'truce.md': markdown('truce', body, 'published: 2025-08-16\n') });
    const stage = await stageOn(engine, { library: await openLibrary(folder) });
    const { alice, mia } = stage;
    await asks(stage, alice, 'When does the truce begin?');
    const card = await cardOf(mia, 1);
    if (!card.text.includes('[chosen]')) await chooses(card, ['truce ¶2']);
    await (await cardOf(mia, 1, '[chosen]')).presses('Approve');
    await answerOf(alice, 1);
    await cardOf(mia, 1, 'published');
    const corrected = await folderWith({ 'truce.md': markdown('truce', body.replace('Friday', 'Sunday')) });
    await stage.restart(await openLibrary(corrected));
    const answer = await answerOf(alice, 1, 'was corrected after this was published');
    // The words stand as they were answered.
    expect(answer.text).toContain('on Friday at noon');
    const isNotice = ({ text }: { text: string }) => text.includes('A source of the answer to #');
    const notice = (await mia.until((all) => all.some(isNotice))).find(isNotice)!;
    const again = await notice.presses('Show the card');
    expect(again.buttons).toContain('Keep it');
    expect((await again.presses('Keep it')).text).toContain('stays as it is');
    await cardOf(mia, 1, 'keeps the answer');
    expect(faultless(stage)).toEqual(none);
  });
});
