// /ask question: the passage that answers, or the honest no.
import type { Command } from '../src/discord/command.ts';
import { described, textOption } from '../src/discord/describe.ts';
import { renderAnswer } from '../src/discord/render.ts';
import { somethingAsked } from '../src/refusals.ts';

export default {
  data: {
    ...described('ask', 'command.ask'),
    options: [textOption('question', 'command.ask.question', { required: true })],
  },
  execute: (interaction, app) => {
    const question = interaction.options.getString('question', true);
    return renderAnswer(app.library.ask(somethingAsked(question, 'answer.nothingAsked', 'example.ask')), app);
  },
} satisfies Command;
