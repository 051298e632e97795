// What `npm run doctor` does: looks at all that a bot needs, and says of each how it stands and what to do.
import { parseArgs, styleText } from 'node:util';
import { loadSettings, type Settings } from '../config.ts';
import { UsageError } from '../errors.ts';
import { type Finding, failed, type State } from './finding.ts';
import { lookOffline } from './offline.ts';
import { lookOnline } from './online.ts';

export interface Examination {
  readonly findings: readonly Finding[];
  readonly json: boolean;
}

/** Does what the words on the command line ask for. */
export async function examine(words: readonly string[], now: () => number = Date.now): Promise<Examination> {
  const { json, offline } = asked(words);
  let settings: Settings;
  try {
    settings = loadSettings();
  } catch (error) {
    return { findings: failed('settings', error), json };
  }
  const { findings, desks } = await lookOffline(settings);
  const online = offline ? [] : await lookOnline({ settings, desks, now });
  return { findings: [...findings, ...online], json };
}

/** The short part, before a start. */
export async function examineOffline(settings: Settings): Promise<readonly Finding[]> {
  return (await lookOffline(settings)).findings;
}

function asked(words: readonly string[]): { readonly json: boolean; readonly offline: boolean } {
  const options = {
    json: { type: 'boolean', default: false },
    offline: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ args: [...words], options, strict: true }).values;
  } catch {
    throw new UsageError({ key: 'doctor.how' });
  }
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
