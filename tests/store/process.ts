// A process of its own that works in a store, for the tests that need several, or one that dies.
import { setTimeout as delay } from 'node:timers/promises';
import { openStore } from '../../src/store/store.ts';
import { transact } from '../../src/store/transact.ts';

const [, , work = '', file = '', url = '', begins = '0'] = process.argv;

// All of them begin at the same moment, however long each took to start.
await delay(Math.max(0, Number(begins) - Date.now()));
const store = await openStore({ file, url: url === '' ? undefined : url });
const { database } = store;

const works: Record<string, () => Promise<void>> = {
  async open() {
    process.stdout.write('opened');
  },
  async count() {
    for (let n = 0; n < 50; n++) {
      await transact(database, async (change) => {
        const { value } = await change
          .updateTable('counters')
          .set(({ eb }) => ({ value: eb('value', '+', 1) }))
          .where('name', '=', 'count')
          .returning('value')
          .executeTakeFirstOrThrow();
        return { ok: true, value };
      });
    }
    process.stdout.write('counted');
  },
  async write() {
    for (let n = 0; ; n++) {
      await transact(database, async (change) => {
        await change
          .insertInto('counters')
          .values({ name: `n${n}`, value: n })
          .execute();
        return { ok: true };
      });
      process.stdout.write(`n${n}\n`);
    }
  },
};

await works[work]?.();
await store.close();
