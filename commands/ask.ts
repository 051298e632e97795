// /ask question source?: the passage that answers, or the honest no; perhaps of one document, or of the server's own.

import { mostTyped } from '../src/common/typed.ts';
import { somethingAsked } from '../src/dialogue/refusals.ts';
import type { Command } from '../src/discord/command.ts';
import { helpHere } from '../src/discord/helping.ts';
import { sourceAsked, sourceChoices } from '../src/discord/offering/ask-source.ts';
import { here } from '../src/discord/reading/here.ts';
import { described, textOption } from '../src/discord/rendering/describe.ts';
import { renderAsked } from '../src/discord/rendering/render-asked.ts';

export default {
  data: {
    ...described('ask', 'command.ask'),
    options: [
      textOption('question', 'command.ask.question', { most: mostTyped.question, required: true }),
      textOption('source', 'command.ask.source', { most: mostTyped.document, autocomplete: true }),
    ],
  },
  execute: async (interaction, app) => {
    const question = interaction.options.getString('question', true);
    const asked = somethingAsked(question, 'answer.nothingAsked', 'example.ask');
    const of = sourceAsked(interaction.options.getString('source'), app);
    return here(
      interaction,
      app,
      await renderAsked(asked, app, {
        ...{ of, noting: app.missing.of(interaction), help: helpHere(interaction, app) },
      }),
    );
  },
  autocomplete: (interaction, app) => sourceChoices(interaction.options.getFocused(), app),
} satisfies Command;
