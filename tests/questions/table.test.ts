// What may be done to a question, in which state, and on which version of it: every action in every state, on both engines.
import { expect, test } from 'vitest';
import { type Doer, type MoveResult, moveIn, moving, program } from '../../src/questions/change.ts';
import { type Action, type State, states, transitions } from '../../src/questions/states.ts';
import { writing } from '../../src/store/engines/transact.ts';
import type { Change, Database } from '../../src/store/tables.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { asked, by, newDesk, noon } from './world.ts';

/** Where each action leads, written down once more: `claimed>waiting`, or `waiting` where the state stays. In no other state it may be done. */
const leads: Record<Action, string> = {
  edit: 'waiting',
  withdraw: 'waiting>withdrawn claimed>withdrawn',
  insist: 'merged>waiting',
  claim: 'waiting>claimed claimed',
  release: 'claimed>waiting',
  choose: 'waiting claimed',
  note: 'waiting claimed',
  approve: 'waiting>approved claimed>approved',
  none: 'waiting>approved claimed>approved',
  reject: 'waiting>rejected claimed>rejected',
  merge: 'waiting>merged claimed>merged',
  undo: 'approved>waiting failed>waiting published>waiting unanswered>waiting rejected>waiting merged>waiting',
  retry: 'failed>approved',
  revise: 'published unanswered',
  keep: 'published',
  duplicate: 'waiting>merged',
  publish: 'approved>published',
  'publish-none': 'approved>unanswered',
  fail: 'approved>failed',
  flag: 'published',
  unflag: 'published',
  erase: 'waiting claimed approved published unanswered rejected merged withdrawn failed',
};

/** What has to reach Discord then: the question's card, its answer in the channel, a notice, and word to whoever asked it. */
function reaches(action: Action, state: State): string {
  const isThere = ['approved', 'failed', 'published', 'unanswered'].includes(state);
  const isDecided = ['published', 'unanswered', 'rejected', 'merged'].includes(state);
  if (['approve', 'none', 'retry', 'revise', 'keep', 'unflag'].includes(action)) return 'answer card';
  if (['reject', 'merge', 'publish', 'publish-none'].includes(action)) return 'card tell';
  if (action === 'flag') return 'answer card notice';
  if (action === 'undo') return [isThere && 'answer', 'card', isDecided && 'tell'].filter(Boolean).join(' ');
  return action === 'erase' && isThere ? 'answer card' : 'card';
}

/** A moderator goes on from what they did themself; everybody else begins anew. */
const goesOn: readonly string[] =
  'claim release choose note approve none reject merge undo retry revise keep'.split(' ');

const mia = 'mia';
/** The versions and who made them: asked by a member, then changed by somebody, twice by mia, and sent by the program. */
const present = 6;
const madeBy = [
  ['ask', 'a member'],
  ['note', 'max'],
  ['note', mia],
  ['approve', mia],
  ['fail', program],
  ['retry', mia],
] as const;

/** Which versions mia may have seen, and whether that is good enough: for what goes on from her own deeds, and for what does not. */
const versions: [seen: number | undefined, forReview: boolean, forOthers: boolean][] = [
  [undefined, true, true],
  [present, true, true],
  [present - 1, true, false],
  [1, false, false],
  [0, false, false],
  [present + 1, false, false],
];

const actions = Object.keys(transitions) as Action[];

function stateAfter(action: Action, state: State): string | undefined {
  const [, to] =
    leads[action]
      .split(' ')
      .map((step) => step.split('>'))
      .map(([from, to = from]) => [from, to] as const)
      .find(([from]) => from === state) ?? [];
  return to;
}

onBothEngines((engine) => {
  const shared = sharedStore(engine);

  /** A question of six versions in each state, under the state's number from 1. */
  async function questionsInAllStates(database: Database): Promise<Doer> {
    const guild = await newDesk(database);
    const doer = by(guild, mia);
    await asked(database, by(guild, 'a member'), 'Can borders be changed by force?');
    const row = await database
      .selectFrom('questions')
      .where('guild', '=', guild)
      .selectAll()
      .executeTakeFirstOrThrow();
    await database.deleteFrom('questions').where('guild', '=', guild).execute();
    await database.deleteFrom('deliveries').where('guild', '=', guild).execute();
    await database.deleteFrom('desk_log').where('guild', '=', guild).where('number', '=', 1).execute();
    const numbered = states.map((state, index) => ({ state, number: index + 1 }));
    await database
      .insertInto('questions')
      .values(numbered.map((one) => ({ ...row, ...one, version: present })))
      .execute();
    const entries = numbered.flatMap(({ number }) =>
      madeBy.map(([action, actor], at) => ({
        ...{ guild, channel: row.channel, number, version: at + 1, action, actor, at: noon },
        ...{ before: null, after: null },
      })),
    );
    await database.insertInto('desk_log').values(entries).execute();
    return doer;
  }

  interface Tried {
    readonly action: Action;
    readonly state: State;
    readonly seen: number | undefined;
    readonly wanted: string | undefined;
  }

  // PostgreSQL is asked over a socket, which takes its time: there a fresh and a stale version do.
  const tested = engine === 'sqlite' ? versions : versions.filter(([seen]) => seen === present || seen === 1);

  const triedIn = (state: State): Tried[] =>
    actions.flatMap((action) =>
      tested.map(([seen, forReview, forOthers]): Tried => {
        const isFresh = goesOn.includes(action) ? forReview : forOthers;
        return { action, state, seen, wanted: isFresh ? stateAfter(action, state) : undefined };
      }),
    );

  /** What is wrong with what came of an action. */
  function wrongWith({ action, state, seen, wanted }: Tried, result: MoveResult<never>): string[] {
    const isRight = result.ok
      ? result.question.state === wanted && result.question.version === present + 1
      : wanted === undefined && 'last' in result && result.now.state === state && result.last?.by === mia;
    return isRight ? [] : [`${action} ${state} seen ${seen}: ${JSON.stringify(result)}`];
  }

  /** Does everything to the question of a state, as it was again after each that was done. */
  async function allIn(change: Change, doer: Doer, state: State): Promise<string[]> {
    const row = await change
      .selectFrom('questions')
      .where('guild', '=', doer.guild)
      .where('state', '=', state)
      .selectAll()
      .executeTakeFirstOrThrow();
    const wrong: string[] = [];
    for (const tried of triedIn(state)) {
      const result = await moveIn(
        { change, doer },
        { number: row.number, action: tried.action, seen: tried.seen },
      );
      wrong.push(...wrongWith(tried, result));
      if (!result.ok) continue;
      const { guild } = doer;
      const { number } = row;
      const due = await change
        .deleteFrom('deliveries')
        .where('guild', '=', guild)
        .where('number', '=', number)
        .returning('kind')
        .execute();
      const kinds = due.map(({ kind }) => kind).sort();
      if (kinds.join(' ') !== reaches(tried.action, state))
        wrong.push(`${tried.action} ${state} reaches ${kinds}`);
      await change
        .updateTable('questions')
        .set(row)
        .where('guild', '=', guild)
        .where('number', '=', number)
        .execute();
      await change
        .deleteFrom('desk_log')
        .where('guild', '=', guild)
        .where('number', '=', number)
        .where('version', '>', present)
        .execute();
    }
    return wrong;
  }

  test('every action leads where the table says, and reaches whom it must, from every state and on every version that somebody may have seen', async () => {
    const { database } = await shared();
    const doer = await questionsInAllStates(database);
    const wrong = await Promise.all(
      states.map((state) => writing(database, (change) => allIn(change, doer, state))),
    );
    expect(wrong.flat()).toEqual([]);
  });

  test('what the program did is never told as what somebody was quicker with', async () => {
    const { database } = await shared();
    const doer = await questionsInAllStates(database);
    const its = database.updateTable('desk_log').where('guild', '=', doer.guild).where('version', '>', 2);
    await its.set({ actor: program }).execute();
    const result = await moving(database, doer, { number: 1, action: 'approve', seen: 1 });
    expect(result).toMatchObject({ ok: false, reason: 'changed', last: { action: 'note', by: 'max' } });
  });
});
