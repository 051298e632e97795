// /compare left right?: two documents, versions or passages beside each other, word by word.
import type { Command } from '../src/discord/command.ts';
import { described, textOption } from '../src/discord/describe.ts';
import { serverOf } from '../src/discord/server.ts';
import { compared, comparedChoices } from '../src/discord/source/comparing.ts';
import { mostTyped } from '../src/typed.ts';

export default {
  data: {
    ...described('compare', 'command.compare'),
    options: [
      textOption('left', 'command.compare.left', {
        most: mostTyped.citation,
        required: true,
        autocomplete: true,
      }),
      textOption('right', 'command.compare.right', { most: mostTyped.citation, autocomplete: true }),
    ],
  },
  execute: (interaction, app) => {
    const left = interaction.options.getString('left', true);
    const right = interaction.options.getString('right') ?? undefined;
    return compared({ left, right, guild: serverOf(interaction) }, app);
  },
  autocomplete: (interaction, { library, translate }) =>
    comparedChoices(interaction.options.getFocused(), library, translate),
} satisfies Command;
