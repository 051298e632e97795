// The program `npm run report`: what members asked in vain, over all servers, so that an operator knows which texts are wanted.
import { Console } from 'node:console';
import { existsSync } from 'node:fs';
import { CommanderError, InvalidArgumentError } from 'commander';
import { sayWhatIsWrong } from '../../ending.ts';
import { inEnglish, type Translate } from '../../messages/messages.ts';
import { type Rating, ratingsAnywhere } from '../../missed/ratings.ts';
import { type MissedAnywhere, missedAnywhere, missedDays } from '../../missed/read.ts';
import { openStore, type StorePlace } from '../../store/store.ts';
import { failUsage, programNamed } from './usage.ts';

interface Options {
  readonly days: number;
  readonly json?: boolean;
}

/** Runs the program with the words after its name, on the store that the settings name. */
export async function runReport(words: readonly string[], place: StorePlace): Promise<void> {
  const translate = inEnglish;
  try {
    const command = programNamed('npm run report --', 'report.description', translate)
      .option('--days <days>', translate('report.days', { most: missedDays }), wholeDays, missedDays)
      .option('--json', translate('cli.option.json'))
      .allowExcessArguments(false);
    await command.parseAsync(words, { from: 'user' });
    await report(command.opts<Options>(), place, translate);
  } catch (error) {
    process.exitCode =
      error instanceof CommanderError ? failUsage(error, translate) : sayWhatIsWrong(error, translate);
  }
}

function wholeDays(given: string): number {
  const days = Number(given);
  if (Number.isInteger(days) && days >= 1 && days <= missedDays) return days;
  throw new InvalidArgumentError('');
}

async function report({ days, json }: Options, place: StorePlace, translate: Translate): Promise<void> {
  const { missed, ratings } = await toldAt(place, days);
  if (json) {
    for (const each of [...missed, ...ratings]) process.stdout.write(`${JSON.stringify(each)}\n`);
    return;
  }
  if (missed.length === 0) process.stdout.write(`${translate('report.nothing', { days })}\n`);
  else {
    process.stdout.write(`${translate('report.title', { days })}\n`);
    new Console(process.stdout).table(missed);
  }
  if (ratings.length === 0) return;
  process.stdout.write(`${translate('report.ratings')}\n`);
  new Console(process.stdout).table(ratings);
}

interface Told {
  readonly missed: readonly MissedAnywhere[];
  readonly ratings: readonly Rating[];
}

/** Where no bot has run yet nothing was asked, and no store is made for that. */
async function toldAt(place: StorePlace, days: number): Promise<Told> {
  if (place.url === undefined && !existsSync(place.file)) return { missed: [], ratings: [] };
  const store = await openStore(place);
  try {
    const missed = await missedAnywhere(store.database, Date.now(), days);
    return { missed, ratings: await ratingsAnywhere(store.database) };
  } finally {
    await store.close();
  }
}
