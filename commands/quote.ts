// /quote words source?: a whole quotation from some of its words, offered as one types.
import type { Command } from '../src/discord/command.ts';
import { described, textOption } from '../src/discord/describe.ts';
import { documentChoices, quotationChoices, renderQuotes } from '../src/discord/render.ts';
import { documentNamed, somethingAsked } from '../src/refusals.ts';

export default {
  data: {
    ...described('quote', 'command.quote'),
    options: [
      textOption('words', 'command.quote.words', { required: true, autocomplete: true }),
      textOption('source', 'command.quote.source', { autocomplete: true }),
    ],
  },
  execute: (interaction, app) => {
    const words = interaction.options.getString('words', true);
    const source = documentNamed(interaction.options.getString('source'), app.library);
    const asked = somethingAsked(words, 'quote.nothingAsked', 'example.quote');
    return renderQuotes(app.library.findQuote(asked, source), asked, app);
  },
  autocomplete: (interaction, app) => {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'source') return documentChoices(value, app);
    const source = app.library.document(interaction.options.getString('source') ?? '');
    return quotationChoices(value, source, app);
  },
} satisfies Command;
