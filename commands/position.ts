// /position party topic?: what a party or a person says or is said to hold, own words first.

import { mostTyped } from '../src/common/typed.ts';
import { topicAsked, whoNamed } from '../src/dialogue/named.ts';
import { somethingAsked } from '../src/dialogue/refusals.ts';
import type { Command } from '../src/discord/command.ts';
import { topicChoices, whoChoices } from '../src/discord/offering/named-choices.ts';
import { here } from '../src/discord/reading/here.ts';
import { described, textOption } from '../src/discord/rendering/describe.ts';
import { renderPosition } from '../src/discord/rendering/render-positions.ts';

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
