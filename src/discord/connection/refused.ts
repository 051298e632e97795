// Why Discord does not let the bot in or register its commands, as one line with place, value and remedy. Login and
// deployment share it.
import { DiscordAPIError, HTTPError } from 'discord.js';
import { ZodError } from 'zod';
import { UserError } from '../../common/errors.ts';
import { codeOf } from '../../common/reasons.ts';
import type { Settings } from '../../config.ts';
import type { MessageKey, MessageValues } from '../../messages/messages.ts';
import { isServersTrouble, isUnreachable } from './passing.ts';

/** Discord's JSON error codes that an operator's settings bring about. */
const unknownApplication = 10_002;
const unknownServer = 10_004;
const notOurApplication = 20_012;
const missingAccess = 50_001;

type Place = Pick<Settings, 'DISCORD_API_URL' | 'DISCORD_APPLICATION_ID' | 'DISCORD_GUILD_ID'>;
type Told = readonly [key: MessageKey, values?: MessageValues];

/** A `UserError` where an operator can do something about it; else the error as it came. */
export function discordRefused(error: unknown, settings: Place): unknown {
  const told = toldOf(error, settings);
  return told
    ? new UserError({ key: told[0], ...(told[1] && { values: told[1] }) }, { cause: error })
    : error;
}

function toldOf(error: unknown, settings: Place): Told | undefined {
  const url = settings.DISCORD_API_URL;
  // undici refuses a header with a control character: only the token comes from outside.
  if (isTokenRefused(error) || codeOf(error) === 'UND_ERR_INVALID_ARG') return ['discord.badToken'];
  if (isServersTrouble(error)) return ['discord.trouble', { url, status: error.status }];
  if (error instanceof DiscordAPIError) return refusalOf(error, settings);
  const reason = reasonOf(error);
  // The words of discord.js: intents that were not granted, or a day's identifies used up.
  if (/disallowed intents|sessions remaining/iu.test(reason)) return ['discord.refused', { reason }];
  if (isUnreachable(error)) return ['discord.unreachable', { url, reason }];
  return isUnlikeDiscord(error) ? ['discord.notDiscord', { url, reason: firstLineOf(reason) }] : undefined;
}

function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return error.status === 401;
  return codeOf(error) === 'TokenInvalid';
}

function refusalOf({ code, status, message }: DiscordAPIError, settings: Place): Told | undefined {
  const { DISCORD_API_URL: url, DISCORD_APPLICATION_ID: application, DISCORD_GUILD_ID: server } = settings;
  if (code === unknownApplication || code === notOurApplication) {
    return ['discord.noApplication', { id: application ?? '' }];
  }
  if (server !== undefined && (code === unknownServer || code === missingAccess)) {
    return ['discord.noServer', { id: server }];
  }
  if (status === 403) return ['discord.forbidden', { reason: message, url }];
  return status === 404 ? ['discord.notDiscord', { url, reason: message }] : undefined;
}

/** An answer of another shape than Discord's: discord.js takes it apart unchecked, so it shows as one of these. */
function isUnlikeDiscord(error: unknown): boolean {
  return error instanceof TypeError || error instanceof SyntaxError || error instanceof ZodError;
}

function reasonOf(error: unknown): string {
  if (error instanceof ZodError) return error.issues[0]?.message ?? '';
  if (!(error instanceof Error)) return String(error);
  // An attempt at several addresses has no words of its own, only a code.
  return error.message === '' ? codeOf(error) : error.message;
}

function firstLineOf(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
