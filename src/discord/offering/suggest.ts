// What is offered while somebody types.
import type { AutocompleteInteraction } from 'discord.js';
import { UserError } from '../../common/errors.ts';
import { inLine } from '../../common/line.ts';
import { newErrorId } from '../../log.ts';
import type { Choice, Commands } from '../command.ts';
import { type Ended, ended, type Outcome } from '../connection/met.ts';
import { Crowded } from '../connection/turns.ts';
import {
  about,
  answeredWithinMs,
  askerOf,
  opened,
  owner,
  type Unopened,
  type Way,
} from '../connection/way.ts';

/** Choices are a help, not an answer: where none can be made, none are offered, and typing goes on. */
export async function suggest(interaction: AutocompleteInteraction, way: Way): Promise<Ended> {
  const { turns, commands, app, log, count, began } = way;
  let choices: readonly Choice[] = [];
  let outcome: Outcome = 'answered';
  try {
    const asker = askerOf(interaction);
    choices = await turns.take(asker, () => inLine(asker.line, () => choicesFor(interaction, commands, app)));
  } catch (error) {
    // Discord asks again with the next letter.
    if (error instanceof Crowded) {
      count('untold');
      return ended('dropped');
    }
    outcome = error instanceof UserError ? 'refused' : 'failed';
    // A store that is away for a moment would be an error for each letter.
    if (error instanceof UserError) count('unoffered');
    else log.error({ id: newErrorId(), ...about(interaction), err: error }, 'no choices could be made');
  }
  if (performance.now() > began + answeredWithinMs) {
    count('late');
    return ended('dropped');
  }
  try {
    await interaction.respond(choices);
  } catch (error) {
    // Late or lost: Discord asks again with the next letter.
    log.warn({ ...about(interaction), err: error }, 'choices could not be delivered');
    return ended('dropped');
  }
  return ended(outcome);
}

async function choicesFor(
  interaction: AutocompleteInteraction,
  commands: Commands,
  app: Unopened,
): Promise<readonly Choice[]> {
  const command = owner(interaction, commands);
  if (!command || !('autocomplete' in command)) return [];
  const whole = await opened(app, interaction, command);
  return (await command.autocomplete?.(interaction, whole)) ?? [];
}
