// What is asked of Discord: token, clock, application, commands, gateway, and what the bot may do where it is to work.
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Settings } from '../config.ts';
import { loadCommands } from '../discord/command.ts';
import { createRest } from '../discord/connection/client.ts';
import { discordRefused } from '../discord/connection/refused.ts';
import { alsoRegistered, lookAtRegistered, twiceMessage } from '../discord/connection/registration.ts';
import { commandsFolder } from '../discord/connection/run.ts';
import { toRegister } from '../discord/former.ts';
import type { DeskChannels } from '../questions/desk.ts';
import { channelsFound } from './channels.ts';
import { type CheckName, type Finding, failed, found } from './finding.ts';
import { helloOf } from './hello.ts';

const named = z.object({ id: z.string() });
const gatewaySchema = z.object({
  url: z.string(),
  session_start_limit: z.object({ remaining: z.number(), total: z.number() }),
});

export interface OnlineParts {
  readonly settings: Settings;
  readonly desks: readonly DeskChannels[];
  /** This machine's clock. */
  readonly now: () => number;
}

export async function lookOnline({ settings, desks, now }: OnlineParts): Promise<Finding[]> {
  const { DISCORD_TOKEN: token } = settings;
  if (token === undefined) return [found('token', 'fail', 'doctor.token.none')];
  const rest = createRest(settings, token);
  const clock = watchClock(rest, now);
  let me: string;
  try {
    me = named.parse(await rest.get(Routes.user())).id;
  } catch (error) {
    // Whatever else was asked would fail for the same reason.
    return failed('token', discordRefused(error, settings));
  }
  const asked = (check: CheckName, ask: () => Promise<Finding[]>): Promise<Finding[]> =>
    ask().catch((error) => failed(check, discordRefused(error, settings)));
  return [
    found('token', 'ok', 'doctor.token.ok', { bot: me }),
    ...clockFound(clock()),
    ...(await asked('application', () => applicationFound(rest, settings))),
    ...(await asked('commands', () => commandsFound(rest, settings))),
    ...(await asked('gateway', () => gatewayFound(rest))),
    ...(await asked('channels', () => channelsFound(rest, me, desks))),
  ];
}

/** How many milliseconds this machine's clock is before Discord's, by the first answer; undefined where that had no date. */
function watchClock(rest: REST, now: () => number): () => number | undefined {
  let ahead: number | undefined;
  rest.once('response', (_request, response) => {
    const date = Date.parse(response.headers.get('date') ?? '');
    if (Number.isFinite(date)) ahead = now() - date;
  });
  return () => ahead;
}

/** Discord's date has whole seconds, and the answer was on its way. */
const clockMs = 5_000;

function clockFound(ahead: number | undefined): Finding[] {
  if (ahead === undefined) return [];
  if (Math.abs(ahead) <= clockMs) return [found('clock', 'ok', 'doctor.clock.ok')];
  const seconds = Math.round(Math.abs(ahead) / 1_000);
  return [found('clock', 'warn', ahead > 0 ? 'doctor.clock.ahead' : 'doctor.clock.behind', { seconds })];
}

async function applicationFound(rest: REST, settings: Settings): Promise<Finding[]> {
  const { id } = named.parse(await rest.get(Routes.currentApplication()));
  const given = settings.DISCORD_APPLICATION_ID;
  return given === undefined || given === id
    ? [found('application', 'ok', 'doctor.application.ok', { id })]
    : [found('application', 'fail', 'doctor.application.other', { id, given })];
}

async function commandsFound(rest: REST, settings: Settings): Promise<Finding[]> {
  const { DISCORD_GUILD_ID: server } = settings;
  const application =
    settings.DISCORD_APPLICATION_ID ?? named.parse(await rest.get(Routes.currentApplication())).id;
  const commands = await loadCommands(commandsFolder);
  const { registered, differing } = await lookAtRegistered(commands, { rest, application, server });
  const twice = await alsoRegistered(commands, { rest, application, server }, []);
  const values = { count: toRegister(commands).length, differing };
  const stands =
    differing === 0
      ? found('commands', 'ok', 'doctor.commands.ok', values)
      : found('commands', 'warn', registered === 0 ? 'doctor.commands.none' : 'doctor.commands.old', values);
  return [
    stands,
    ...twice.map((scope) => {
      const { key, values: told } = twiceMessage(scope, server);
      return found('commands', 'warn', key, told);
    }),
  ];
}

/** A bot that starts again and again has used up a day's logins before somebody looks. */
const fewLogins = 50;

async function gatewayFound(rest: REST): Promise<Finding[]> {
  const { url, session_start_limit: limit } = gatewaySchema.parse(await rest.get(Routes.gatewayBot()));
  const trouble = await helloOf(url);
  if (trouble !== undefined)
    return [found('gateway', 'fail', 'doctor.gateway.unreachable', { url, reason: trouble })];
  const { remaining, total } = limit;
  if (remaining === 0) return [found('gateway', 'fail', 'doctor.gateway.noLogins', { total })];
  return remaining < fewLogins
    ? [found('gateway', 'warn', 'doctor.gateway.fewLogins', { remaining, total })]
    : [found('gateway', 'ok', 'doctor.gateway.ok', { remaining, total })];
}
