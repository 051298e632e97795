// Entry point of `npm run report`: what members asked in vain, over all servers, so that an operator knows which texts are wanted.
import { Console } from 'node:console';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadSettings, storeOf } from './config.ts';
import { endWith } from './ending.ts';
import { UsageError } from './errors.ts';
import { inEnglish } from './messages/messages.ts';
import { type MissedAnywhere, missedAnywhere, missedDays } from './missed/read.ts';
import { openStore, type StorePlace } from './store/store.ts';

try {
  const { days, json } = given(process.argv.slice(2));
  const missed = await missedAt(storeOf(loadSettings()), days);
  if (json) for (const each of missed) process.stdout.write(`${JSON.stringify(each)}\n`);
  else if (missed.length === 0) process.stdout.write(`${inEnglish('report.nothing', { days })}\n`);
  else {
    process.stdout.write(`${inEnglish('report.title', { days })}\n`);
    new Console(process.stdout).table(missed);
  }
} catch (error) {
  endWith(error);
}

/** Where no bot has run yet nothing was asked, and no store is made for that. */
async function missedAt(place: StorePlace, days: number): Promise<MissedAnywhere[]> {
  if (place.url === undefined && !existsSync(place.file)) return [];
  const store = await openStore(place);
  return missedAnywhere(store.database, Date.now(), days).finally(() => store.close());
}

function given(words: string[]): { readonly days: number; readonly json: boolean } {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        days: { type: 'string', default: String(missedDays) },
        json: { type: 'boolean', default: false },
      },
    });
    const days = Number(values.days);
    if (Number.isInteger(days) && days >= 1 && days <= missedDays) return { days, json: values.json };
  } catch {
    // Told below, as a wrong number is.
  }
  throw new UsageError({ key: 'report.how', values: { most: missedDays } });
}
