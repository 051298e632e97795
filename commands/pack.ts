// /pack style?: the citations shared or published in this channel or thread, as one file.
import { styles } from '../src/citing/styles.ts';
import type { Command } from '../src/discord/command.ts';
import { styleOf } from '../src/discord/reading/citing.ts';
import { renderPack } from '../src/discord/reading/pack.ts';
import { choiceOption, described } from '../src/discord/rendering/describe.ts';

export default {
  data: {
    ...described('pack', 'command.pack'),
    options: [
      choiceOption(
        'style',
        'command.pack.style',
        styles.map((style) => [style, `reading.style.${style}`] as const),
      ),
    ],
  },
  execute: (interaction, app) =>
    renderPack(interaction, styleOf(interaction.options.getString('style')) ?? 'plain', app),
} satisfies Command;
