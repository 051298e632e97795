// /statement section? name?: the joint statement: its parts in order, and who issued and signed it.
import type { Command } from '../src/discord/command.ts';
import { described, textOption } from '../src/discord/describe.ts';
import { jointChoices, sectionChoices } from '../src/discord/named-choices.ts';
import { here } from '../src/discord/reading/here.ts';
import { renderJoint } from '../src/discord/render-positions.ts';
import { jointNamed } from '../src/named.ts';
import { mostTyped } from '../src/typed.ts';

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
