// /desk open, settings and close: for whoever may manage the server.
import type { ChatInputCommandInteraction } from 'discord.js';
import { UserError } from '../../../common/errors.ts';
import type { Translate } from '../../../messages/messages.ts';
import {
  changeDesk,
  closeDesk,
  type Desk,
  type DeskChange,
  type DeskSettings,
  longestCooldown,
  openDesk,
} from '../../../questions/desk.ts';
import { retryRefused } from '../../../questions/refused.ts';
import type { AppWithStore, Reply } from '../../command.ts';
import { numberIn } from '../../offering/numbers.ts';
import { answered, lines, message, separator, subtext, text, unanswered } from '../../rendering/pieces.ts';
import { durationText, secondsTyped } from '../durations.ts';
import { lackingIn } from '../permissions.ts';
import { timeOf } from '../pieces.ts';
import { memberOf, mustAdminister } from '../roles.ts';
import { refusalOf } from '../told.ts';
import { timeTyped } from '../when.ts';
import { deskMeant } from './here.ts';

export async function open(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const member = memberOf(interaction);
  mustAdminister(member);
  const channel = interaction.options.getChannel('channel', true).id;
  const review = interaction.options.getChannel('review-channel');
  const closesAt = timeTyped(interaction.options.getString('closes-at'), member.at, app.translate) ?? null;
  const locale = interaction.guildLocale ?? 'en-US';
  const result = await openDesk(app.database, member, channel, {
    ...(review && { reviewChannel: review.id }),
    closesAt,
    settings: { locale },
  });
  if (!result.ok) throw refusalOf(result, app.translate);
  app.note({ did: 'desk-open', server: member.guild });
  await retryRefused(app.database, member.at, { guild: member.guild, desk: channel });
  app.deliver();
  return renderSettings(result.desk, interaction, app.translate, app.translate('desk.opened'));
}

export async function settings(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const member = memberOf(interaction);
  mustAdminister(member);
  const before = await deskMeant(interaction, app);
  const { channel } = before;
  const asked = askedOf(interaction, before, member.at, app.translate);
  if (Object.keys(asked.settings ?? {}).length === 0 && Object.keys(asked).length === 1) {
    return renderSettings(before, interaction, app.translate);
  }
  const result = await changeDesk(app.database, member, channel, asked);
  if (!result.ok) throw refusalOf({ ok: false, reason: 'no-desk' }, app.translate);
  app.note({ did: 'desk-settings', server: member.guild });
  await retryRefused(app.database, member.at, { guild: member.guild, desk: channel });
  app.deliver();
  return renderSettings(result.desk, interaction, app.translate, app.translate('desk.changed'));
}

/** The options that were given, as a change of the desk. */
function askedOf(
  interaction: ChatInputCommandInteraction,
  before: Desk,
  now: number,
  translate: Translate,
): DeskChange {
  const { options } = interaction;
  const review = options.getChannel('review-channel');
  const opensAt = timeTyped(options.getString('opens-at'), now, translate);
  const closesAt = timeTyped(options.getString('closes-at'), now, translate);
  const cooldown = options.getString('cooldown');
  const answers = options.getChannel('answers-in');
  const mode = options.getString('mode');
  const given: { [Key in keyof DeskSettings]: DeskSettings[Key] | null | undefined } = {
    moderators: moderatorsAsked(interaction, before),
    openQuestions: numberIn(interaction, 'open-questions'),
    cooldownSeconds: cooldown === null ? null : secondsTyped(cooldown, longestCooldown, translate),
    anonymous: options.getBoolean('anonymous'),
    listed: options.getBoolean('waiting-list'),
    mode: mode === 'public' || mode === 'reviewed' ? mode : null,
    // The desk's own channel is no other place.
    answersIn: answers?.id,
    retentionDays: numberIn(interaction, 'retention-days'),
    locale: null,
  };
  const changed = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return {
    settings: Object.fromEntries(changed),
    ...(review && { reviewChannel: review.id }),
    ...(opensAt !== undefined && { opensAt }),
    ...(closesAt !== undefined && { closesAt }),
  };
}

/** Undefined where nothing is asked. Everybody in the server is no role of moderators. */
function moderatorsAsked(interaction: ChatInputCommandInteraction, before: Desk): string[] | undefined {
  const added = interaction.options.getRole('add-moderators')?.id;
  const removed = interaction.options.getRole('remove-moderators')?.id;
  if (added === interaction.guildId) throw new UserError({ key: 'desk.refused.everyone' });
  if (added === undefined && removed === undefined) return undefined;
  const { moderators } = before.settings;
  const kept = moderators.filter((role) => role !== removed && role !== added);
  return added === undefined ? kept : [...kept, added];
}

export async function close(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Reply> {
  const member = memberOf(interaction);
  mustAdminister(member);
  const { channel } = await deskMeant(interaction, app);
  const result = await closeDesk(app.database, member, channel);
  if (!result.ok) {
    throw refusalOf(result.reason === 'not-found' ? { ok: false, reason: 'no-desk' } : result, app.translate);
  }
  app.note({ did: 'desk-close', server: member.guild });
  app.deliver();
  return message(answered, [text(app.translate('desk.closed', { channel: `<#${channel}>` }))]);
}

function renderSettings(
  desk: Desk,
  interaction: ChatInputCommandInteraction,
  translate: Translate,
  headline?: string,
): Reply {
  const { answersIn } = desk.settings;
  const lacking = lackingIn(interaction, [desk.channel, desk.reviewChannel, answersIn], translate);
  return message(lacking.length > 0 ? unanswered : answered, [
    text(lines(headline !== undefined && `**${headline}**`, settingLines(desk, translate))),
    ...(lacking.length > 0 ? [separator, text(lines(...lacking))] : []),
    ...(desk.settings.moderators.length === 0
      ? [separator, text(subtext(translate('desk.noModerators')))]
      : []),
  ]);
}

/** What is not set is left out. */
function settingLines({ channel, state, settings, ...desk }: Desk, translate: Translate): string {
  const { reviewChannel, opensAt, closesAt } = desk;
  const roles = settings.moderators.map((role) => `<@&${role}>`);
  const { answersIn, cooldownSeconds, openQuestions } = settings;
  const times = [
    opensAt !== undefined && translate('desk.panel.opens', { when: timeOf(opensAt) }),
    closesAt !== undefined && translate('desk.panel.closes', { when: timeOf(closesAt) }),
  ].filter((time) => time !== false);
  return lines(
    translate('desk.setting.channel', { channel: `<#${channel}>`, state: translate(`desk.is.${state}`) }),
    reviewChannel !== undefined && translate('desk.setting.review', { channel: `<#${reviewChannel}>` }),
    answersIn !== null &&
      answersIn !== channel &&
      translate('desk.setting.answers', { channel: `<#${answersIn}>` }),
    roles.length > 0 && translate('desk.setting.moderators', { roles: roles.join(' ') }),
    translate('desk.setting.open', { count: openQuestions }),
    cooldownSeconds > 0 &&
      translate('desk.setting.pause', { time: durationText(cooldownSeconds * 1_000, translate) }),
    translate(settings.anonymous ? 'desk.setting.anonymous' : 'desk.setting.named'),
    translate(settings.listed ? 'desk.setting.listed' : 'desk.setting.unlisted'),
    translate(`desk.mode.${settings.mode}`),
    times.join(' · '),
    translate('desk.setting.retention', { count: settings.retentionDays }),
  );
}
