// The program `npm run store`: its commands and options.

import { type Command, CommanderError, InvalidArgumentError } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { UsageError } from '../../common/errors.ts';
import { refused, sayWhatIsWrong } from '../../ending.ts';
import { backUpInto, backUpTo, listErasures } from '../../keeping/back-up.ts';
import { checkBackup, vacuumStore } from '../../keeping/looking-after.ts';
import { restore } from '../../keeping/restore.ts';
import { inEnglish, type Translate } from '../../messages/messages.ts';
import { checkStore } from '../../store/keeping/check.ts';
import { move } from '../../store/keeping/transfer.ts';
import type { NamedPlace } from '../../store/keeping/whole.ts';
import type { StorePlace } from '../../store/store.ts';
import {
  type Told,
  toldBackup,
  toldChecked,
  toldCheckedBackup,
  toldErasures,
  toldMoved,
  toldRestored,
  toldVacuumed,
} from '../reports/store-report.ts';
import { openStages } from '../stages.ts';
import { failUsage, programNamed, unknownCommand } from './usage.ts';

interface Words {
  readonly json?: boolean;
  readonly keep?: number;
  readonly replace?: boolean;
  /** Commander's `--without-erasures`. */
  readonly withoutErasures?: boolean;
  readonly erasures?: string;
  readonly to: string;
}

/** Runs the program with the words after its name, on the store that the settings name. */
export async function runStore(words: readonly string[], place: StorePlace): Promise<void> {
  try {
    await program(place, inEnglish).parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode =
      error instanceof CommanderError ? failUsage(error, inEnglish) : sayWhatIsWrong(error, inEnglish);
  }
}

function program(place: StorePlace, translate: Translate): Command {
  const command = programNamed('npm run store --', 'keep.description', translate);
  const run = works(place, translate);
  const add = (name: keyof typeof run): Command =>
    command
      .command(name)
      .description(translate(`keep.${name}`))
      .option('--json', translate('cli.option.json'))
      .helpOption('-h, --help', translate('cli.option.help'));
  add('backup')
    .argument('<file>', translate('keep.backup.file'))
    .option('--keep <number>', translate('keep.backup.keep'), wholeNumber)
    .action(run.backup);
  add('restore')
    .argument('<file>', translate('keep.restore.file'))
    .option('--replace', translate('keep.restore.replace'))
    .option('--erasures <folder>', translate('keep.restore.erasures'))
    .option('--without-erasures', translate('keep.restore.withoutErasures'))
    .action(run.restore);
  add('move').requiredOption('--to <place>', translate('keep.move.to')).action(run.move);
  add('check').argument('[file]', translate('keep.check.file')).action(run.check);
  add('vacuum').action(run.vacuum);
  add('erasures').argument('<folder>', translate('keep.erasures.folder')).action(run.erasures);
  command.argument('[words...]').action(([what]: string[]) => {
    if (what === undefined) return command.outputHelp();
    throw unknownCommand(what, command);
  });
  return command;
}

function wholeNumber(typed: string): number {
  if (!/^[1-9]\d{0,4}$/.test(typed)) throw new InvalidArgumentError('');
  return Number(typed);
}

/** What the commands do, with the words that they take. */
function works(place: StorePlace, translate: Translate) {
  const options = { program: packageJson.version };
  const told = async (words: Words, work: (step: (what: string) => void) => Promise<Told>): Promise<void> => {
    const stages = openStages(process.stderr);
    const { json, lines, isWrong } = await work(stages.step).finally(stages.close);
    process.stdout.write(`${words.json ? JSON.stringify(json) : lines.join('\n')}\n`);
    if (isWrong) process.exitCode = refused;
  };
  return {
    backup: (file: string, words: Words) =>
      told(words, async (step) => {
        const now = Date.now();
        const kept =
          words.keep === undefined
            ? await backUpTo(place, file, { ...options, now, step })
            : await backUpInto(place, { folder: file, keep: words.keep }, { ...options, now, step });
        return toldBackup(kept, translate);
      }),
    restore: (file: string, words: Words) =>
      told(words, async (step) => {
        const { replace = false, withoutErasures = false, erasures: lists } = words;
        return toldRestored(await restore(file, place, { replace, withoutErasures, lists, step }), translate);
      }),
    move: (words: Words) =>
      told(words, async (step) => {
        const to = placeOf(words.to);
        return toldMoved(await move(place, to, step), { place, to }, translate);
      }),
    check: (file: string | undefined, words: Words) =>
      told(words, async (step) =>
        file === undefined
          ? toldChecked(await checkStore(place), place, translate)
          : toldCheckedBackup(await checkBackup(file, step), file, translate),
      ),
    vacuum: (words: Words) => told(words, async () => toldVacuumed(await vacuumStore(place), translate)),
    erasures: (folder: string, words: Words) =>
      told(words, async () => toldErasures(await listErasures(place, folder), translate)),
  };
}

/** A file, or the address of a database. */
function placeOf(to: string): NamedPlace {
  const named = '--to';
  if (!to.includes('://')) return { named, file: to, url: undefined };
  const { protocol = '' } = URL.parse(to) ?? {};
  // The address is not repeated: there may be a password in it.
  if (!/^postgres(ql)?:$/.test(protocol)) throw new UsageError({ key: 'keep.move.wrongTo' });
  return { named, file: '', url: to };
}
