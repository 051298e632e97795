// Entry point: npm run mutation -- [--part NAME] [--sample N] [--again] [--survivors NAME] [--json]
import { Command, InvalidArgumentError, Option } from 'commander';
import { hashOf, type Part, parts, type Room, rooms, sampleOf } from './parts.ts';
import { noteRun, readRuns, type Score, scoreOf } from './record.ts';
import { countsOf, type Judged, keepKilled, mutantsOf, readReport, reportFile, survives } from './report.ts';
import { runPart } from './run.ts';
import { keyOf } from './sample.ts';

interface Options {
  readonly part?: string;
  readonly sample?: number;
  readonly survivors?: string;
  readonly again: boolean;
  readonly json: boolean;
  readonly workers: number;
}

const wholeNumber = (typed: string): number => {
  if (!/^[1-9]\d{0,3}$/.test(typed)) throw new InvalidArgumentError('a whole number from 1 is needed.');
  return Number(typed);
};

const names = `${rooms.map(({ name }) => name).join(', ')}, or one of their parts, ${parts[0]?.name} to ${parts.at(-1)?.name}`;

const program = new Command('npm run mutation --')
  .description(
    'Changes the program in one small place after the other, and tells which changes no test notices.',
  )
  .option('--part <name>', `run one: ${names}`)
  .option('--sample <n>', 'of a room every n-th mutant only, the same ones each time', wholeNumber)
  .option('--again', 'run only what survived the last run of the same sources', false)
  .option('--survivors <name>', 'list what survived the last run of a part or a sample')
  .option('--json', 'print the scores as JSON', false)
  .addOption(new Option('--workers <n>', 'how many run at once').argParser(wholeNumber).default(2))
  .parse();

const { part, sample, survivors, again, json, workers } = program.opts<Options>();
if (survivors !== undefined) await tellSurvivors(survivors);
else {
  if (part !== undefined) for (const each of wanted(part)) await runAndNote(each);
  await tellScores();
}

/** A part alone, all parts of a room, or a sample of it. */
function wanted(name: string): readonly Part[] {
  const room = roomCalled(name);
  if (room) return sample === undefined ? room.parts : [sampleOf(room, sample)];
  const one = parts.filter((each) => each.name === name);
  if (one.length === 0) program.error(`mutation: there is no part "${name}": it is ${names}`);
  if (sample !== undefined) program.error('mutation: --sample is of a whole room');
  return one;
}

function roomCalled(name: string): Room | undefined {
  return rooms.find((room) => room.name === name);
}

async function runAndNote(each: Part): Promise<void> {
  const file = reportFile(each);
  const earlier = again ? await lastOf(each) : undefined;
  await runPart(each, { workers, only: earlier?.filter(survives).map(keyOf) });
  if (earlier) await keepKilled(file, earlier);
  const report = await readReport(file);
  if (!report) throw new Error(`mutation: Stryker left no report in ${file}`);
  await noteRun(each, countsOf(mutantsOf(report, each.chosen)));
}

/** What became of a part's mutants in its last run, which has to be of the same sources and of the same mutants. */
async function lastOf(each: Part): Promise<Judged[]> {
  const report = await readReport(reportFile(each));
  const run = (await readRuns())[each.name];
  if (!report || run?.everyNth !== each.chosen.everyNth || run.sources !== (await hashOf(each)))
    return program.error(`mutation: "${each.name}" has no run of the present sources; leave --again out`);
  return mutantsOf(report, each.chosen);
}

async function tellScores(): Promise<void> {
  const runs = await readRuns();
  const scores = await Promise.all(rooms.map((room) => scoreOf(room, runs)));
  process.stdout.write(json ? `${JSON.stringify(scores, null, 2)}\n` : scores.map(line).join(''));
  if (!scores.every(({ reached }) => reached)) process.exitCode = 1;
}

function line({ room, floor, score, of, everyNth, mutants, killed, uncovered, current }: Score): string {
  if (score === undefined) return `${room.padEnd(12)} was never run; ${floor}% is wanted\n`;
  const those =
    of === 'all' ? `all ${mutants} mutants` : `a sample of ${mutants} mutants, every ${everyNth}th`;
  const old = current ? '' : '; the sources have changed since';
  return `${room.padEnd(12)} ${score}% of ${those} (${killed} killed, ${uncovered} reached by no test); ${floor}% is wanted${old}\n`;
}

async function tellSurvivors(name: string): Promise<void> {
  const report = await readReport(reportFile({ name }));
  const room = roomCalled(name);
  const everyNth = (await readRuns())[name]?.everyNth ?? 1;
  const chosen = room ? { everyNth, from: 0 } : parts.find((each) => each.name === name)?.chosen;
  if (!report || !chosen) return program.error(`mutation: there is no report of "${name}"; run it first`);
  const short = (text: string) => text.replaceAll(/\s+/g, ' ').slice(0, 80);
  for (const mutant of mutantsOf(report, chosen).filter(survives)) {
    const { file, start, mutatorName, status, original, replacement } = mutant;
    const what = `${short(original)} → ${short(replacement)}`;
    process.stdout.write(`${file}:${start.line} ${mutatorName} ${status}: ${what}\n`);
  }
}
