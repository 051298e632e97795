// /position party topic?: what a party or a person says or is said to hold, own words first.
import type { Command } from '../src/discord/command.ts';
import { described, textOption } from '../src/discord/describe.ts';
import { topicChoices, whoChoices } from '../src/discord/named-choices.ts';
import { here } from '../src/discord/reading/here.ts';
import { renderPosition } from '../src/discord/render-positions.ts';
import { topicAsked, whoNamed } from '../src/named.ts';
import { somethingAsked } from '../src/refusals.ts';
import { mostTyped } from '../src/typed.ts';

export default {
  data: {
    ...described('position', 'command.position'),
    options: [
      textOption('party', 'command.position.party', {
        most: mostTyped.name,
        required: true,
        autocomplete: true,
      }),
      textOption('topic', 'command.position.topic', { most: mostTyped.topic, autocomplete: true }),
    ],
  },
  execute: async (interaction, app) => {
    const who = await whoNamed(
      somethingAsked(interaction.options.getString('party', true), 'who.nothingAsked', 'example.position'),
      app.library,
    );
    const topic = topicAsked(interaction.options.getString('topic'));
    const position = await app.library.positions.position(who, topic);
    return here(interaction, app, renderPosition(position, app));
  },
  autocomplete: (interaction, app) => {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'party') return whoChoices(value, app);
    return topicChoices(value, interaction.options.getString('party') ?? '', app);
  },
} satisfies Command;
