// What became of an interaction, for figures and log: its command, how it ended, how long it took, and nothing that was typed.
import type { Interaction } from 'discord.js';
import type { Log } from '../../log.ts';
import type { Commands, Reply, Response } from '../command.ts';
import { commandOf } from '../former.ts';

/**
 * `silent`: answered that the sources do not answer; `refused`: told why not; `failed`: told that it went wrong; `dropped`: too late,
 * or too many at once.
 */
export const outcomes = ['answered', 'silent', 'refused', 'failed', 'dropped'] as const;
export type Outcome = (typeof outcomes)[number];

export const kinds = ['command', 'component', 'form', 'choices', 'mention'] as const;
export type Kind = (typeof kinds)[number];

export interface Met {
  /** One of the bot's own; `other` where there is none of this name. */
  readonly command: string;
  readonly kind: Kind;
  readonly outcome: Outcome;
  /** From when it was sent to its answer. */
  readonly ms: number;
}

export type Watch = (met: Met) => void;

/** How it ended, and when: milliseconds of `performance.now()`. */
export interface Ended {
  readonly outcome: Outcome;
  readonly at: number;
}

export function ended(outcome: Outcome): Ended {
  return { outcome, at: performance.now() };
}

/** What is asked by a mention is asked as by this command. */
export const mentionMet = { command: 'ask', kind: 'mention' } as const satisfies Pick<
  Met,
  'command' | 'kind'
>;

/** How an interaction ended whose response was sent. */
export async function endedWith(work: Promise<Response>): Promise<Outcome> {
  const response = await work;
  const reply = 'later' in response ? await response.later : response;
  return isSilent(reply) ? 'silent' : 'answered';
}

function isSilent(reply: Response): boolean {
  return 'components' in reply && (reply satisfies Reply).silent === true;
}

/** What an interaction calls its command, which may be an older name (former.ts). Custom ids are `<name>:<action>:<id>`. */
export function nameOf(interaction: Interaction): string {
  if ('commandName' in interaction) return interaction.commandName;
  return 'customId' in interaction ? (interaction.customId.split(':', 1)[0] ?? '') : '';
}

/** What may stand beside figures: names that Discord sends are the sender's, and only those of the bot's commands are few. */
export function metOf(interaction: Interaction, commands: Commands): Pick<Met, 'command' | 'kind'> {
  const command = commandOf(nameOf(interaction), commands);
  return { command: command?.data.name ?? 'other', kind: kindOf(interaction) };
}

function kindOf(interaction: Interaction): Kind {
  if (interaction.isAutocomplete()) return 'choices';
  if (interaction.isModalSubmit()) return 'form';
  return interaction.isMessageComponent() ? 'component' : 'command';
}

/** Has the log tell of each interaction where it tells so much, and of slow ones always. */
export function toldTo(log: Log, slowMs: number, watch: Watch = () => undefined): Watch {
  return (met) => {
    const told = { ...met, ms: Math.round(met.ms) };
    // In a rush those that are dropped are many, and counted elsewhere (unanswered.ts).
    if (met.ms >= slowMs && met.outcome !== 'dropped') log.warn(told, 'an interaction was slow');
    else log.debug(told, 'an interaction');
    watch(met);
  };
}
