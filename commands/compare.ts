// /compare left right?: two documents, versions or passages beside each other, word by word.

import { mostTyped } from '../src/common/typed.ts';
import type { Command } from '../src/discord/command.ts';
import { serverOf } from '../src/discord/connection/server.ts';
import { described, textOption } from '../src/discord/rendering/describe.ts';
import { compared, comparedChoices } from '../src/discord/source/comparing/comparing.ts';

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
