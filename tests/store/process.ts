// A process of its own that works in a store, for the tests that need several, or one that dies.
import { once } from 'node:events';
import { UserError } from '../../src/common/errors.ts';
import { addDocument } from '../../src/sources/add.ts';
import { defaultLimits } from '../../src/sources/limits.ts';
import { withdrawDocument } from '../../src/sources/withdraw.ts';
import { transact } from '../../src/store/engines/transact.ts';
import { openStore } from '../../src/store/store.ts';

const [, , work = '', file = '', url = ''] = process.argv;

// Where somebody waits for all of them, they begin at the same moment, however long each took to start.
if (process.send) {
  process.send('ready');
  await once(process, 'message');
  process.disconnect();
}
const store = await openStore({ file, url: url === '' ? undefined : url });
const { database } = store;

const doer = { guild: 'one', by: String(process.pid), at: Date.now() };
const limits = { ...defaultLimits, documents: 1e9, keptDocuments: 1e9, hourly: 1e9 };
const metadata = { title: { value: 'A title', by: 'source' }, kind: 'news', language: 'en' } as const;
const draft = { metadata, format: 'text', text: 'One.\n\nTwo.' } as const;

const works: Record<string, () => Promise<void>> = {
  async open() {
    process.stdout.write('opened');
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
  async fill() {
    try {
      for (let n = 0; n < 100; n++) {
        await transact(database, async (change) => {
          await change
            .insertInto('counters')
            .values({ name: `${n}`.padEnd(20_000, 'x'), value: n })
            .execute();
          return { ok: true };
        });
      }
    } catch (error) {
      process.stdout.write(error instanceof UserError ? error.told.key : String(error));
    }
  },
  async add() {
    for (let n = 0; ; n++) {
      const result = await addDocument(
        database,
        doer,
        { id: `n${n}`, draft },
        { limits, reserved: new Set() },
      );
      if (!result.ok) throw new Error(result.reason);
      process.stdout.write(`n${n}\n`);
    }
  },
  async race() {
    const won: string[] = [];
    for (let n = 0; n < 20; n++) {
      const result = await withdrawDocument(database, doer, { id: `n${n}`, version: 1, reason: 'race' });
      if (result.ok) won.push(`n${n}`);
      else if (result.reason !== 'changed') throw new Error(result.reason);
    }
    process.stdout.write(won.join(' '));
  },
};

await works[work]?.();
await store.close();
