// An interaction on its way: what its handler is given, whose turn it is, and what the log tells of it.
import type { Interaction } from 'discord.js';
import type { Libraries } from '../../libraries.ts';
import type { Log } from '../../log.ts';
import type { AppWithStore, Command, Commands } from '../command.ts';
import { commandOf } from '../former.ts';
import { nameOf } from './met.ts';
import { serverOf } from './server.ts';
import type { Asker, Turns } from './turns.ts';
import type { Count } from './unanswered.ts';

/** What handlers are given, but for what depends on who acts where. */
export interface DispatchParts extends Omit<AppWithStore, 'translate' | 'library'> {
  readonly libraries: Pick<Libraries, 'of' | 'shared'>;
  /** Whether an interaction is this process's to answer, where another may be sent it as well. */
  readonly claim?: (interaction: string) => Promise<boolean>;
}

/** What handlers get, before the library of the server is open. */
export type Unopened = DispatchParts & Pick<AppWithStore, 'translate'>;

export interface Way {
  readonly commands: Commands;
  readonly app: Unopened;
  readonly log: Log;
  readonly turns: Turns;
  readonly away: Turns;
  readonly count: Count;
  /** When it began, by `performance.now()`. */
  readonly began: number;
}

/** Discord takes a first response for so long. */
export const answeredWithinMs = 3_000;

/** The line in which an interaction waits. What is typed goes first, and does not count against what is pressed. */
export function askerOf(interaction: Interaction): Asker {
  const { user } = interaction;
  const line = serverOf(interaction) ?? `member ${user.id}`;
  if (!interaction.isAutocomplete()) return { line, who: user.id };
  return { line, who: `typing ${user.id}`, first: true };
}

/** The library that answers where the interaction comes from; an interaction keeps to the one that it began with. */
export async function opened(
  app: Unopened,
  interaction: Interaction,
  command: Command | undefined,
): Promise<AppWithStore> {
  const { libraries, ...rest } = app;
  const shared = command?.library === 'shared';
  return {
    ...rest,
    library: shared ? libraries.shared() : await libraries.of(serverOf(interaction) ?? undefined),
  };
}

/** The command of an interaction. */
export function owner(interaction: Interaction, commands: Commands): Command | undefined {
  return commandOf(nameOf(interaction), commands);
}

/** What the log tells of an interaction: ids and the command, nothing that was typed. */
export function about(interaction: Interaction): object {
  const { id, guildId } = interaction;
  const command = 'commandName' in interaction ? interaction.commandName : undefined;
  return { interaction: id, server: guildId, command };
}
