// /statement section? name?: the joint statement: its parts in order, and who issued and signed it.

import { mostTyped } from '../src/common/typed.ts';
import { jointNamed } from '../src/dialogue/named.ts';
import type { Command } from '../src/discord/command.ts';
import { jointChoices, sectionChoices } from '../src/discord/offering/named-choices.ts';
import { here } from '../src/discord/reading/here.ts';
import { described, textOption } from '../src/discord/rendering/describe.ts';
import { renderJoint } from '../src/discord/rendering/render-positions.ts';

export default {
  data: {
    ...described('statement', 'command.statement'),
    options: [
      textOption('section', 'command.statement.section', { most: mostTyped.name, autocomplete: true }),
      textOption('name', 'command.statement.name', { most: mostTyped.name, autocomplete: true }),
    ],
  },
  execute: async (interaction, app) => {
    const { options } = interaction;
    const joint = await jointNamed(options.getString('section'), options.getString('name'), app.library);
    return here(interaction, app, await renderJoint(joint, app));
  },
  autocomplete: (interaction, app) => {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'name') return jointChoices(value, app);
    return sectionChoices(value, interaction.options.getString('name') ?? '', app);
  },
} satisfies Command;
