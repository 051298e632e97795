// Nothing of one server is ever seen in another: random histories of two servers against each server alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDocument, correctDocument } from '../../src/sources/add.ts';
import { auditOf, documentsOf, listDocuments, showDocument, versionsOf } from '../../src/sources/read.ts';
import { resolveOwn } from '../../src/sources/resolve.ts';
import { guildLeft, purgeLeft } from '../../src/sources/retention.ts';
import { restoreDocument, withdrawDocument } from '../../src/sources/withdraw.ts';
import type { Database } from '../../src/store/tables.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { exportDocuments } from './exported.ts';
import { draft, moderator, newGuild, noon, rules } from './world.ts';

interface Act {
  readonly server: 0 | 1;
  readonly what: 'add' | 'correct' | 'withdraw' | 'restore' | 'purge';
  readonly id: 'a' | 'b';
  readonly version: number;
}

const act: fc.Arbitrary<Act> = fc.record({
  server: fc.constantFrom(0, 1),
  what: fc.constantFrom('add', 'add', 'correct', 'withdraw', 'restore', 'purge'),
  id: fc.constantFrom('a', 'b'),
  version: fc.integer({ min: 1, max: 3 }),
});

/** Does one thing in a server, whose texts all hold its secret; the outcome without numbers that all servers share. */
async function perform(
  database: Database,
  guild: string,
  secret: string,
  step: Act,
  turn: number,
): Promise<unknown> {
  const { id, version } = step;
  const doer = moderator(guild, secret, noon + turn);
  const text = draft(`${secret} ${turn}.\n\n${secret} two.`, secret);
  const works = {
    add: () => addDocument(database, doer, { id, draft: text }, rules),
    correct: () => correctDocument(database, doer, { id, version, draft: text, reason: secret }, rules),
    withdraw: () => withdrawDocument(database, doer, { id, version, reason: secret }),
    restore: () => restoreDocument(database, doer, { id, version }, rules.limits),
    purge: async () => {
      await guildLeft(database, guild, noon - 60 * 86_400_000);
      return (await purgeLeft(database, noon)).includes(guild);
    },
  };
  return unnumbered(await works[step.what]());
}

/** Everything that can be asked about a server. */
async function everything(database: Database, guild: string): Promise<unknown> {
  const asked = { id: 'a', version: 1 };
  return unnumbered([
    await listDocuments(database, guild),
    await documentsOf(database, guild),
    await versionsOf(database, guild, 'a'),
    await showDocument(database, guild, asked),
    await auditOf(database, guild),
    await exportDocuments(database, guild),
    await resolveOwn(database, guild, { document: 'a', paragraph: 1 }),
  ]);
}

function unnumbered(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null, (key, each: unknown) => (/^(revision|guild)$/.test(key) ? 0 : each)),
  );
}

onBothEngines((engine) => {
  const store = sharedStore(engine);

  test('a server sees exactly what it would see if it were alone', { timeout: 60_000 }, async () => {
    const { database } = await store();
    const run = async (acts: readonly Act[]) => {
      const secrets = ['tulip', 'granite'] as const;
      const together = [newGuild(), newGuild()] as const;
      const alone = [newGuild(), newGuild()] as const;
      for (const [turn, step] of acts.entries()) {
        const { server } = step;
        const done = await perform(database, together[server], secrets[server], step, turn);
        expect(done).toEqual(await perform(database, alone[server], secrets[server], step, turn));
      }
      for (const server of [0, 1] as const) {
        const seen = await everything(database, together[server]);
        expect(seen).toEqual(await everything(database, alone[server]));
        expect(JSON.stringify(seen)).not.toContain(secrets[server === 0 ? 1 : 0]);
      }
    };
    const histories = fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), run);
    await fc.assert(histories, { numRuns: 12, endOnFailure: true });
  });
});
