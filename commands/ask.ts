// /ask question: the passage that answers, or the honest no.
import type { Command } from '../src/discord/command.ts';
import { described, textOption } from '../src/discord/describe.ts';
import { here } from '../src/discord/reading/here.ts';
import { renderAsked } from '../src/discord/render-asked.ts';
import { somethingAsked } from '../src/refusals.ts';
import { mostTyped } from '../src/typed.ts';

export default {
  data: {
    ...described('ask', 'command.ask'),
    options: [textOption('question', 'command.ask.question', { most: mostTyped.question, required: true })],
  },
  execute: async (interaction, app) => {
    const question = interaction.options.getString('question', true);
    const asked = somethingAsked(question, 'answer.nothingAsked', 'example.ask');
    return here(interaction, app, await renderAsked(asked, app));
  },
} satisfies Command;
