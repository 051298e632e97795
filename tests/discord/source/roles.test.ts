// Every action on documents by everybody: what a role may not do is refused by the handler itself, whatever Discord's
// client let through. Forged and stale custom ids get nobody further.
import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { addDocument } from '../../../src/sources/add.ts';
import { keepDraft } from '../../../src/sources/drafts.ts';
import { listDocuments } from '../../../src/sources/read.ts';
import { withdrawDocument } from '../../../src/sources/withdraw.ts';
import type { Place, Seen } from '../../double/double.ts';
import { added, draft, limitedTo } from '../../sources/world.ts';
import { onBothEngines } from '../../store/engines.ts';
import { ordinary } from '../desk/stage.ts';
import { forgedModal } from '../forged.ts';
import { faultless, none, type Stage, stageOn, textFile } from './stage.ts';

const roles = [
  'stranger',
  'member',
  'moderator',
  'other moderator',
  'administrator',
  'other server',
] as const;
type Role = (typeof roles)[number];

const heard = {
  server: /^This works in a server only\.$/,
  moderators: /^Only those who may manage the server, or have one of its roles for documents, can do this\.$/,
  administrators: /^Only those who may manage the server can do this\.$/,
  nothing: /^This server has no document of that name\./,
  noPreview: /^This preview is not there any more/,
  empty: /^This server has no documents of its own yet\./,
} as const;
type Heard = keyof typeof heard | 'done';

/** Documents: every moderator and administrator of their server. */
const forModerators: Record<Role, Heard> = {
  stranger: 'server',
  member: 'moderators',
  moderator: 'done',
  'other moderator': 'done',
  administrator: 'done',
  'other server': 'nothing',
};
/** What needs no document there: the moderators of another server do it in their own. */
const forAnyModerator: Record<Role, Heard> = { ...forModerators, 'other server': 'done' };
const forListing: Record<Role, Heard> = { ...forModerators, 'other server': 'empty' };
/** A preview is its moderator's alone. */
const forOwner: Record<Role, Heard> = {
  ...forModerators,
  'other moderator': 'noPreview',
  administrator: 'noPreview',
  'other server': 'noPreview',
};
const forAdministrators: Record<Role, Heard> = {
  stranger: 'server',
  member: 'administrators',
  moderator: 'administrators',
  'other moderator': 'administrators',
  administrator: 'done',
  'other server': 'administrators',
};

/** What is there when an action is tried: a document, perhaps withdrawn, and a preview of the moderator's. */
interface There {
  readonly id: string;
  readonly preview: number;
  readonly stage: Stage;
}

interface Row {
  readonly action: string;
  readonly who: Record<Role, Heard>;
  readonly withdrawn?: boolean;
  readonly done: RegExp;
  readonly act: (place: Place, there: There) => Promise<string>;
}

const textOf = (seen: Seen): string => {
  try {
    return `form ${seen.modal.title}`;
  } catch {
    return seen.text;
  }
};

/** A message before the eyes of whoever acts, on which to forge a button. */
const bases = new Map<Place, Promise<Seen>>();
const base = (place: Place): Promise<Seen> => {
  const known = bases.get(place) ?? place.runs('/help');
  bases.set(place, known);
  return known;
};

const command =
  (name: string, options: (there: There) => Record<string, unknown> = () => ({})) =>
  async (place: Place, there: There) =>
    textOf(await place.runs(name, options(there) as never, { unchecked: true }));

const button = (custom: (there: There) => string) => async (place: Place, there: There) =>
  textOf(await (await base(place)).presses(custom(there), { unchecked: true }));

const form =
  (custom: (there: There) => string, fields: Record<string, string | string[]>) =>
  async (place: Place, there: There) => {
    const body = forgedModal(custom(there), fields);
    return textOf(await place.submits(body, fields, null, { unchecked: true }));
  };

const about = { title: 'T', publisher: '', published: '2026-01-05', credit: '', url: '' };
const texts = { text: 'Other words stand here now.', second: '', third: '' };
const file = ({ stage }: There) => ({
  file: textFile(stage, 'A new text.\n\nOf two paragraphs.', 'new.txt'),
});

const table: readonly Row[] = [
  {
    action: 'add',
    who: forAnyModerator,
    done: /nothing is added yet/,
    act: command('/our-sources add', file),
  },
  {
    action: 'add (form)',
    who: forAnyModerator,
    done: /^form Add a document/,
    act: command('/our-sources add'),
  },
  {
    action: 'paste',
    who: forAnyModerator,
    done: /nothing is added yet/,
    act: form(() => 'source:paste:0', { title: 'T', ...texts }),
  },
  { action: 'list', who: forListing, done: /documents? of this server/, act: command('/our-sources list') },
  {
    action: 'list (button)',
    who: forListing,
    done: /documents? of this server/,
    act: button(() => 'source:list:1'),
  },
  {
    action: 'show',
    who: forModerators,
    done: /¶1/,
    act: command('/our-sources show', ({ id }) => ({ document: id })),
  },
  {
    action: 'show (button)',
    who: forModerators,
    done: /¶1/,
    act: button(({ id }) => `source:show:1:1:${id}`),
  },
  { action: 'page', who: forModerators, done: /¶1/, act: button(({ id }) => `source:page:1:1:${id}`) },
  {
    action: 'file',
    who: forModerators,
    done: /version 1:/,
    act: button(({ id }) => `source:file:1:0:${id}`),
  },
  {
    action: 'correct',
    who: forModerators,
    done: /nothing is changed yet/,
    act: command('/our-sources correct', (there) => ({ document: there.id, reason: 'Why.', ...file(there) })),
  },
  {
    action: 'correct (form)',
    who: forModerators,
    done: /^form A new version/,
    act: command('/our-sources correct', ({ id }) => ({ document: id, reason: 'Why.' })),
  },
  {
    action: 'repaste',
    who: forModerators,
    done: /nothing is changed yet/,
    act: form(({ id }) => `source:repaste:1:0:${id}`, { reason: 'Why.', ...texts }),
  },
  {
    action: 'withdraw',
    who: forModerators,
    done: /is withdrawn/,
    act: command('/our-sources withdraw', ({ id }) => ({ document: id, reason: 'Why.' })),
  },
  {
    action: 'restore',
    who: forModerators,
    withdrawn: true,
    done: /is used for answers again/,
    act: command('/our-sources restore', ({ id }) => ({ document: id })),
  },
  {
    action: 'restore (button)',
    who: forModerators,
    withdrawn: true,
    done: /is used for answers again/,
    act: button(({ id }) => `source:restore:1:0:${id}`),
  },
  { action: 'log', who: forAnyModerator, done: /History of this server/, act: command('/our-sources log') },
  {
    action: 'log (button)',
    who: forAnyModerator,
    done: /History of this server/,
    act: button(() => 'source:log:999999999'),
  },
  {
    action: 'export',
    who: forAnyModerator,
    done: /Everything that is stored/,
    act: command('/our-sources export'),
  },
  {
    action: 'moderators',
    who: forAdministrators,
    done: /these roles may change its documents/,
    act: command('/our-sources moderators'),
  },
  {
    action: 'approve',
    who: forOwner,
    done: /is added/,
    act: button(({ preview }) => `source:approve:${preview}:0`),
  },
  {
    action: 'edit',
    who: forOwner,
    done: /^form What is/,
    act: button(({ preview }) => `source:edit:${preview}:0`),
  },
  {
    action: 'more',
    who: forOwner,
    done: /^form Kind/,
    act: button(({ preview }) => `source:more:${preview}:0`),
  },
  {
    action: 'turn',
    who: forOwner,
    done: /nothing is added yet/,
    act: button(({ preview }) => `source:turn:${preview}:1`),
  },
  {
    action: 'whole',
    who: forOwner,
    done: /version 1:/,
    act: button(({ preview }) => `source:whole:${preview}:0`),
  },
  {
    action: 'cancel',
    who: forOwner,
    done: /^Cancelled/,
    act: button(({ preview }) => `source:cancel:${preview}:0`),
  },
  {
    action: 'about',
    who: forOwner,
    done: /nothing is added yet/,
    act: form(({ preview }) => `source:about:${preview}:0`, about),
  },
  {
    action: 'kind',
    who: forOwner,
    done: /nothing is added yet/,
    act: form(({ preview }) => `source:kind:${preview}:0`, {
      kind: ['treaty'],
      language: 'de',
      name: 'renamed',
    }),
  },
];

const forged = [
  'source',
  'source:',
  'source:approve',
  'source:approve:0:0',
  'source:approve:999:0',
  'source:approve:-1:0',
  'source:approve:1:0:0:0',
  'source:constructor:1:0',
  'source:__proto__:1:0',
  "source:show:1:1:'; drop table documents; --",
  'source:page:0:0:../../etc/passwd',
  'source:page:9:9:no-such-document',
  'source:restore:9:9:no-such-document',
  `source:list:${'9'.repeat(20)}`,
  `source:log:${'9'.repeat(20)}`,
];

onBothEngines((engine) => {
  test('each role hears for each action what the table says, and a refusal changes nothing', async () => {
    const stage = await stageOn(engine, { SOURCES_PER_HOUR: 100_000, SOURCES_DOCUMENTS: 100_000 });
    const { database } = stage.store();
    const places = await placesOf(stage);
    const tries = table.flatMap((row) => roles.map((role) => ({ row, role })));
    for (const [index, { row, role }] of tries.entries()) {
      const it = { stage, ...(await newThere(stage, `document-${index}`, row.withdrawn ?? false)) };
      const before = await listDocuments(database, stage.server.id);
      const told = await row.act(places[role], it);
      const expected = row.who[role];
      const where = `${row.action} by ${role}: ${told}`;
      expect(told, where).toMatch(expected === 'done' ? row.done : heard[expected]);
      if (role === 'other server') expect(told, where).not.toMatch(/document-\d/);
      const isDone = expected === 'done';
      if (!isDone) expect(await listDocuments(database, stage.server.id), where).toEqual(before);
      await database.deleteFrom('drafts').where('id', '!=', -1).execute();
    }
    expect(faultless(stage)).toEqual(none);
  }, 300_000);

  test('only moderators are offered names of documents, those of their server', async () => {
    const stage = await stageOn(engine);
    const { database } = stage.store();
    await added(database, { guild: stage.server.id, by: 'mia', at: Date.now() }, 'tonight');
    const places = await placesOf(stage);
    for (const role of roles) {
      if (role === 'stranger') continue;
      const choices = await places[role].types('/our-sources show', { document: 'ton' }, 'document', {
        unchecked: true,
      });
      const may = ['moderator', 'other moderator', 'administrator'].includes(role);
      expect(
        choices.map(({ value }) => value),
        role,
      ).toEqual(may ? ['tonight'] : []);
    }
    expect(faultless(stage)).toEqual(none);
  });

  test('forged custom ids get one plain line', async () => {
    const stage = await stageOn(engine);
    const message = await stage.mia.runs('/help');
    for (const custom of forged) {
      const seen = await message.presses(custom, { unchecked: true });
      expect(seen.text, custom).toMatch(
        /earlier version and does nothing|preview is not there|no document of that name|no documents of its own|History of this server|Nothing has been done/,
      );
    }
    expect(faultless(stage)).toEqual(none);
  });
});

async function placesOf({
  server,
  elsewhere,
  mia,
  max,
  admin,
  alice,
  discord,
}: Stage): Promise<Record<Role, Place>> {
  const there = elsewhere.server;
  const role = there.role('Archive');
  await elsewhere.admin.runs('/our-sources moderators', { add: role.id });
  const theirs = there.member({ name: 'theirs', permissions: ordinary, roles: [role] });
  expect(server.id).not.toBe(there.id);
  expect(PermissionFlagsBits.ManageGuild & ordinary).toBe(0n);
  return {
    stranger: discord.person().inDirectMessages(),
    member: alice,
    moderator: mia,
    'other moderator': max,
    administrator: admin,
    'other server': theirs.in(there.channel('archive')),
  };
}

async function newThere({ server, store, mia }: Stage, id: string, withdrawn: boolean) {
  const { database } = store();
  const doer = { guild: server.id, by: mia.person.id, at: Date.now() };
  const rules = limitedTo({ documents: 100_000, hourly: 100_000 });
  await addDocument(database, doer, { id, draft: draft('One stands here.') }, rules);
  if (withdrawn) await withdrawDocument(database, doer, { id, version: 1, reason: 'Why.' });
  const preview = await keepDraft(database, doer, {
    ...{ document: `${id}-new`, seen: undefined, reason: undefined },
    ...{ draft: draft('A preview stands here.'), notes: [], warnings: [] },
  });
  if (preview === 'gone') throw new Error('a new document cannot be gone');
  return { id, preview };
}
