// The program `npm run doctor`: looks at all that a bot needs, and says of each how it stands and what to do.
import { styleText } from 'node:util';
import { CommanderError } from 'commander';
import { loadSettings, type Settings } from '../config.ts';
import { refused, sayWhatIsWrong } from '../ending.ts';
import { inEnglish } from '../messages/messages.ts';
import { failUsage, programNamed } from '../terminal/programs/usage.ts';
import { type Finding, failed, type State } from './finding.ts';
import { lookOffline } from './offline.ts';
import { lookOnline } from './online.ts';

interface Options {
  readonly json?: boolean;
  readonly offline?: boolean;
}

interface Examination {
  readonly findings: readonly Finding[];
  readonly json: boolean;
}

/** Runs the program with the words after its name: a line a finding on standard output, and status 1 where something fails. */
export async function runDoctor(words: readonly string[]): Promise<void> {
  const translate = inEnglish;
  try {
    const command = programNamed('npm run doctor --', 'doctor.description', translate)
      .option('--json', translate('cli.option.json'))
      .option('--offline', translate('doctor.offline'))
      .allowExcessArguments(false);
    await command.parseAsync(words, { from: 'user' });
    const { json = false, offline = false } = command.opts<Options>();
    const findings = await examine({ offline });
    for (const line of linesOf({ findings, json }, process.stdout)) process.stdout.write(`${line}\n`);
    process.exitCode = hasFailed(findings) ? refused : 0;
  } catch (error) {
    process.exitCode =
      error instanceof CommanderError ? failUsage(error, translate) : sayWhatIsWrong(error, translate);
  }
}

async function examine({ offline }: { readonly offline: boolean }): Promise<readonly Finding[]> {
  let settings: Settings;
  try {
    settings = loadSettings();
  } catch (error) {
    return failed('settings', error);
  }
  const { findings, desks } = await lookOffline(settings);
  return offline ? findings : [...findings, ...(await lookOnline({ settings, desks, now: Date.now }))];
}

/** The short part, before a start. */
export async function examineOffline(settings: Settings): Promise<readonly Finding[]> {
  return (await lookOffline(settings)).findings;
}

export function hasFailed(findings: readonly Finding[]): boolean {
  return findings.some(({ state }) => state === 'fail');
}

const colours = { ok: 'green', warn: 'yellow', fail: 'red' } as const satisfies Record<State, string>;

/** A line a finding: for people, or for machines as JSON. */
export function linesOf({ findings, json }: Examination, stream: NodeJS.WriteStream): string[] {
  return findings.map(({ check, state, text }) =>
    json
      ? JSON.stringify({ check, state, text })
      : `${styleText(colours[state], state.padEnd(4), { stream })} ${check}: ${text}`,
  );
}
