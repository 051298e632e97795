// Every action by everybody: what a role may not do is refused by the handler itself, whatever Discord's client let through.
import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { citedOf } from '../../../src/discord/desk/passages.ts';
import { openLibrary } from '../../../src/library.ts';
import { ask } from '../../../src/questions/ask.ts';
import { moving, program } from '../../../src/questions/change.ts';
import { closeDesk, openDesk } from '../../../src/questions/desk.ts';
import { flagAnswers } from '../../../src/questions/flags.ts';
import type { Question } from '../../../src/questions/question.ts';
import { findQuestion } from '../../../src/questions/read.ts';
import { approve, claim, reject, sayNone } from '../../../src/questions/review.ts';
import { gistOf } from '../../../src/search/question/gist.ts';
import type { Place, Seen } from '../../double/double.ts';
import { cited } from '../../questions/world.ts';
import { forgedModal } from '../forged.ts';
import { faultless, none, ordinary, type Stage, stageOn } from './stage.ts';

const roles = ['stranger', 'member', 'asker', 'moderator', 'administrator', 'other server'] as const;
type Role = (typeof roles)[number];

/** What a role hears: that it is done, or which refusal. */
const heard = {
  moderators: /^Only the moderators of these questions can do this\.$/,
  administrators: /^Only those who may manage the server can do this\.$/,
  nothing: /^There is no such question here\.$/,
  server: /^This works in a server only\.$/,
  own: /^You asked this yourself/,
  noDesk: /^No questions are taken in this channel\.$/,
} as const;
type Heard = keyof typeof heard | 'done';

/** Who hears what: `done` for those in the list. */
const forModerators: Record<Role, Heard> = {
  stranger: 'server',
  member: 'moderators',
  asker: 'moderators',
  moderator: 'done',
  administrator: 'done',
  'other server': 'nothing',
};
const forAsker: Record<Role, Heard> = {
  stranger: 'server',
  member: 'nothing',
  asker: 'done',
  moderator: 'nothing',
  administrator: 'nothing',
  'other server': 'nothing',
};
const forAdministrators: Record<Role, Heard> = {
  stranger: 'server',
  member: 'administrators',
  asker: 'administrators',
  moderator: 'administrators',
  administrator: 'done',
  'other server': 'administrators',
};
const forListing: Record<Role, Heard> = { ...forModerators, 'other server': 'noDesk' };
const forAll: Record<Role, Heard> = {
  stranger: 'server',
  member: 'done',
  asker: 'done',
  moderator: 'done',
  administrator: 'done',
  'other server': 'noDesk',
};

type State = 'waiting' | 'claimed' | 'rejected' | 'failed' | 'flagged' | 'unanswered' | 'merged';

interface Row {
  readonly action: string;
  /** In which state the question is when it is tried. */
  readonly state: State;
  readonly who: Record<Role, Heard>;
  /** What is seen where it is done. */
  readonly done: RegExp;
  readonly act: (place: Place, question: Question, stage: Stage) => Promise<string>;
}

/** A message before the eyes of whoever acts, on which to forge a button. */
const bases = new Map<Place, Promise<Seen>>();
const base = (place: Place): Promise<Seen> => {
  const known = bases.get(place) ?? place.runs('/help');
  bases.set(place, known);
  return known;
};

const textOf = (seen: Seen): string => {
  try {
    return `form ${seen.modal.title}`;
  } catch {
    return seen.text;
  }
};

const button =
  (action: string) =>
  async (place: Place, { number, version }: Question) =>
    textOf(await (await base(place)).presses(`question:${action}:${number}:${version}`, { unchecked: true }));

const form =
  (action: string, fields: Record<string, string | string[]>) =>
  async (place: Place, { number, version }: Question) => {
    const body = forgedModal(`question:${action}:${number}:${version}`, fields);
    return textOf(await place.submits(body, fields, null, { unchecked: true }));
  };

const command =
  (name: string, options: Record<string, string> = {}) =>
  async (place: Place) =>
    textOf(await place.runs(name, options, { unchecked: true }));

const desk =
  (action: string) =>
  async (place: Place, _question: Question, { questions }: Stage) =>
    textOf(await (await base(place)).presses(`desk:${action}:${questions.id}:1`, { unchecked: true }));

const table: readonly Row[] = [
  { action: 'approve', state: 'waiting', who: forModerators, done: /is approved/, act: button('approve') },
  {
    action: 'none',
    state: 'waiting',
    who: forModerators,
    done: /published that the sources do not answer #\d+/,
    act: button('none'),
  },
  { action: 'reject', state: 'waiting', who: forModerators, done: /^form Reject #/, act: button('reject') },
  {
    action: 'reject (form)',
    state: 'waiting',
    who: forModerators,
    done: /is rejected/,
    act: form('deny', { reason: ['unclear'], words: '' }),
  },
  { action: 'merge', state: 'waiting', who: forModerators, done: /^form Merge #/, act: button('merge') },
  {
    action: 'merge (form)',
    state: 'waiting',
    who: forModerators,
    done: /is merged/,
    act: form('join', { number: '1' }),
  },
  {
    action: 'note',
    state: 'waiting',
    who: forModerators,
    done: /^form A line of your own/,
    act: button('note'),
  },
  {
    action: 'note (form)',
    state: 'waiting',
    who: forModerators,
    done: /is saved/,
    act: form('write', { note: 'Mine.' }),
  },
  { action: 'add', state: 'waiting', who: forModerators, done: /^form Add a passage/, act: button('add') },
  {
    action: 'add (form)',
    state: 'waiting',
    who: forModerators,
    done: /is added/,
    act: form('cite', { citation: 'european-leaders 5' }),
  },
  {
    action: 'choose',
    state: 'waiting',
    who: forModerators,
    done: /one to three passages/,
    act: button('choose'),
  },
  { action: 'claim', state: 'waiting', who: forModerators, done: /is yours/, act: button('claim') },
  { action: 'undo', state: 'rejected', who: forModerators, done: /waits again/, act: button('undo') },
  { action: 'retry', state: 'failed', who: forModerators, done: /is sent again/, act: button('retry') },
  { action: 'keep', state: 'flagged', who: forModerators, done: /stays as it is/, act: button('keep') },
  {
    action: 'show',
    state: 'waiting',
    who: forModerators,
    done: /^\*\*#\d+\*\* · waiting/,
    act: button('show'),
  },
  { action: 'edit', state: 'waiting', who: forAsker, done: /^form Edit question #/, act: button('edit') },
  {
    action: 'edit (form)',
    state: 'waiting',
    who: forAsker,
    done: /waits for a moderator/,
    act: form('reword', { text: 'Which words are these?' }),
  },
  { action: 'withdraw', state: 'waiting', who: forAsker, done: /withdrawn/, act: button('withdraw') },
  { action: 'insist', state: 'merged', who: forAsker, done: /waits for a moderator/, act: button('insist') },
  { action: 'state', state: 'waiting', who: forAsker, done: /waits for a moderator/, act: button('state') },
  {
    action: '/ask-moderators number',
    state: 'waiting',
    who: forAsker,
    done: /waits for a moderator/,
    act: async (place, { number }) =>
      textOf(await place.runs('/ask-moderators', { number }, { unchecked: true })),
  },
  {
    action: '/ask-moderators',
    state: 'waiting',
    who: forAll,
    done: /^form Ask a question/,
    act: command('/ask-moderators'),
  },
  {
    action: 'ask (form)',
    state: 'waiting',
    who: forAll,
    done: /your question has arrived|asked this already/,
    act: async (place, { version, text }, { questions }) => {
      const body = { custom_id: `question:submit:${questions.id}`, title: 'x', components: [] };
      const component = { type: 4, custom_id: 'text', style: 1 };
      const fields = { ...body, components: [{ type: 18, label: 'text', component }] };
      return textOf(await place.submits(fields, { text: `${text} ${version}` }, null, { unchecked: true }));
    },
  },
  {
    action: 'too',
    state: 'unanswered',
    who: { ...forAll, asker: 'own', 'other server': 'nothing' },
    done: /You ask #\d+ too/,
    act: button('too'),
  },
  {
    action: 'too, of what waits unseen',
    state: 'waiting',
    who: { ...forAsker, asker: 'nothing' },
    done: /never/,
    act: button('too'),
  },
  {
    action: 'up',
    state: 'flagged',
    who: { ...forAll, 'other server': 'nothing' },
    done: /it is counted|taken back/,
    act: button('up'),
  },
  {
    action: 'waits',
    state: 'waiting',
    who: forAll,
    done: /0 questions wait/,
    act: async (place, _question, { questions }) =>
      textOf(await (await base(place)).presses(`question:waits:${questions.id}:1`, { unchecked: true })),
  },
  {
    action: '/desk queue',
    state: 'waiting',
    who: forListing,
    done: /questions? in <#/,
    act: command('/desk queue'),
  },
  {
    action: '/desk stats',
    state: 'waiting',
    who: forListing,
    done: /Sitting 1/,
    act: command('/desk stats'),
  },
  {
    action: '/desk export',
    state: 'waiting',
    who: forListing,
    done: /Sitting 1/,
    act: command('/desk export'),
  },
  { action: 'page', state: 'waiting', who: forListing, done: /questions? in <#/, act: desk('page-open') },
  { action: 'again', state: 'waiting', who: forListing, done: /sent again/, act: desk('again') },
  {
    action: '/desk settings',
    state: 'waiting',
    who: forAdministrators,
    done: /settings are changed/,
    act: command('/desk settings', { 'closes-at': 'never' }),
  },
  {
    action: '/desk open',
    state: 'waiting',
    who: forAdministrators,
    done: /open for questions already/,
    act: async (place, _question, { questions }) =>
      textOf(await place.runs('/desk open', { channel: questions.id }, { unchecked: true })),
  },
  {
    action: '/desk close',
    state: 'waiting',
    who: forAdministrators,
    done: /takes no more questions/,
    act: command('/desk close'),
  },
];

let asked = 0;

const library = await openLibrary('corpus');
const standing = await Promise.all(
  library.passages
    .slice(0, 2)
    .map((passage) => citedOf(passage, { start: 0, end: passage.text.length }, library)),
);

/** A question of the asker's in the wanted state. */
async function questionIn(state: State, stage: Stage): Promise<Question> {
  const { database } = stage.store();
  const guild = stage.server.id;
  const at = Date.now();
  const [alice, mia] = [stage.alice, stage.mia].map((place) => ({ guild, by: place.person.id, at }));
  const [asker, moderator] = [alice!, mia!];
  asked += 1;
  // What is led to another is the same question again.
  const text = state === 'merged' ? 'What is said of thing 1?' : `What is said of thing ${asked}?`;
  // Passages of the sources, so that they stand; what is flagged rests on others.
  const shown = state === 'flagged' ? [cited(1), cited(2)] : standing;
  const passages = { passages: shown, answered: true };
  const taken = await ask(
    database,
    asker,
    { channel: stage.questions.id, text, anonymous: false, ...passages },
    gistOf,
  );
  if (!taken.ok) throw new Error(taken.reason);
  const { number, version } = taken.question;
  const it = { number, seen: version };
  if (state === 'claimed') await claim(database, moderator, it);
  if (state === 'rejected') await reject(database, moderator, { ...it, reason: 'unclear', words: '' });
  if (state === 'unanswered') {
    await sayNone(database, moderator, it);
    await moving(database, { guild, by: program, at }, { number, action: 'publish-none' });
  }
  if (state === 'failed' || state === 'flagged') {
    if (state === 'failed') stage.questions.denies(PermissionFlagsBits.SendMessages);
    await approve(database, moderator, it);
    // The bot sends meanwhile what it may send; either of the two brings the answer where it is wanted.
    const action = state === 'failed' ? 'fail' : 'publish';
    await moving(database, { guild, by: program, at }, { number, action });
    if (state === 'flagged') await flagAnswers(database, guild, async () => 'withdrawn', at);
    stage.questions.denies(0n);
  }
  const question = await findQuestion(database, guild, number);
  if (!question) throw new Error('the question is not there');
  return question;
}

/** Everybody, each in a channel where they may be. */
function peopleOf(stage: Stage): Record<Role, Place> {
  const { discord, alice, bob, mia, admin, questions } = stage;
  const other = discord.server();
  // The same name of a role, another server's role.
  const theirs = other.role('Moderators');
  return {
    stranger: discord.person({ name: 'stranger' }).inDirectMessages(),
    member: bob,
    asker: alice,
    moderator: mia.person.in(questions),
    administrator: admin,
    'other server': other
      .member({ name: 'other', permissions: ordinary, roles: [theirs] })
      .in(other.channel('questions')),
  };
}

/** What was typed is given back below a refusal. */
const refusalIn = (text: string): string => text.split('\n-# What you wrote:', 1)[0] ?? '';

test('every action by every role, by forged buttons and forms', { timeout: 120_000 }, async () => {
  const stage = await stageOn('sqlite', { settings: { 'open-questions': 50 } });
  const people = peopleOf(stage);
  const { database } = stage.store();
  await questionIn('waiting', stage);
  const wrong: string[] = [];
  for (const { action, state, who, done, act } of table) {
    for (const role of roles) {
      const question = await questionIn(state, stage);
      const text = await act(people[role], question, stage);
      const expected = who[role];
      const fits = expected === 'done' ? done : heard[expected];
      if (!fits.test(refusalIn(text))) wrong.push(`${action} by ${role}: ${text}`);
      const after = await findQuestion(database, stage.server.id, question.number);
      if (expected !== 'done' && after?.version !== question.version)
        wrong.push(`${action} by ${role} changed it`);
      const doer = { guild: stage.server.id, by: 'test', at: Date.now() };
      await openDesk(database, doer, stage.questions.id, { settings: { openQuestions: 50 } });
      await tidy(stage);
    }
  }
  expect(wrong).toEqual([]);
  expect(stage.discord.violations).toEqual([]);
});

/** Questions that wait count; they are withdrawn between two cells. */
async function tidy(stage: Stage): Promise<void> {
  const { database } = stage.store();
  await database
    .updateTable('questions')
    .set({ state: 'withdrawn' })
    .where('number', '>', 1)
    .where('state', 'in', ['waiting', 'claimed'])
    .execute();
}

test('a role that is taken away is gone at once, and a role of the same name is no substitute', async () => {
  const stage = await stageOn('sqlite');
  const { mia, server, questions } = stage;
  const place = mia.person.in(questions);
  expect((await place.runs('/desk queue')).text).toContain('0 questions');
  mia.person.roles = [server.role('Moderators')];
  expect((await place.runs('/desk queue', {}, { unchecked: true })).text).toMatch(heard.moderators);
  mia.person.roles = [];
  mia.person.permissions = ordinary | PermissionFlagsBits.ManageMessages;
  expect((await place.runs('/desk queue', {}, { unchecked: true })).text).toMatch(heard.moderators);
  expect(
    (await stage.admin.runs('/desk settings', { 'add-moderators': server.id }, { unchecked: true })).text,
  ).toContain('You cannot make everybody a moderator.');
});

const forged = [
  'question',
  'question:approve',
  'question:approve:1',
  'question:approve:abc:1',
  'question:approve:-1:1',
  'question:approve:1:-1',
  'question:approve:1:99',
  'question:approve:1:1:1',
  'question:approve:99999999999999999999:1',
  'question:approve:999:1',
  'question:constructor:1:1',
  'question:__proto__:1:1',
  'question:toString:1:1',
  'question:publish:1:1',
  'question:erase:1:1',
  'desk:page-constructor:1:1',
  'desk:pick:1:1',
  'desk:again:1',
  'desk:open:1',
  'privacy:erase-all:0',
  'ask:share:1',
  'nobody:approve:1:1',
  ':::',
  "question:approve:1' or 1=1:1",
];

test.each(forged)('the forged custom id %s does nothing and is told so', async (id) => {
  const stage = await forgedStage();
  const { mia, questions, server } = stage;
  const database = stage.store().database;
  const before = await findQuestion(database, server.id, 1);
  const place = mia.person.in(questions);
  const seen = await (await base(place)).presses(id, { unchecked: true });
  expect(seen.text).toMatch(
    /earlier version and does nothing|no such question|has changed meanwhile|asked it, <t:|No questions are taken/,
  );
  expect(await findQuestion(database, server.id, 1)).toEqual(before);
  expect(faultless(stage)).toEqual(none);
});

/** A stage with one question that waits. */
async function forgedStage(): Promise<Stage> {
  const stage = await stageOn('sqlite');
  await questionIn('waiting', stage);
  return stage;
}

test('a form that was opened before the desk was closed, or the question changed, changes nothing', async () => {
  const stage = await forgedStage();
  const { mia, alice, questions, server } = stage;
  const { database } = stage.store();
  const place = mia.person.in(questions);
  const opened = await (await base(place)).presses('question:note:1:1', { unchecked: true });
  await claim(database, { guild: server.id, by: 'max', at: Date.now() }, { number: 1, seen: 1 });
  expect((await opened.modal.submits({ note: 'Late.' })).text).toMatch(
    /^Nothing was done, somebody was quicker \(<@max>: claimed it, /,
  );
  const asking = await alice.runs('/ask-moderators');
  await closeDesk(database, { guild: server.id, by: 'admin', at: Date.now() }, questions.id);
  expect((await asking.modal.submits({ text: 'Is it too late to ask?' })).text).toBe(
    'Questions are closed here.\n-# What you wrote:\n```\nIs it too late to ask?\n```',
  );
  expect(faultless(stage)).toEqual(none);
});
