// /quote words source?: a whole quotation from some of its words, offered as one types.
import type { Command } from '../src/discord/command.ts';
import { described, textOption } from '../src/discord/describe.ts';
import { documentChoice, quotationChoice, renderQuotes, thatAreShort } from '../src/discord/render.ts';
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
  autocomplete: (interaction, { library, translate }) => {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'source') {
      return thatAreShort(
        library.suggest.documents(value).map((document) => documentChoice(document, translate)),
      );
    }
    const source = library.document(interaction.options.getString('source') ?? '');
    return thatAreShort(library.suggest.quotations(value, source).map(quotationChoice));
  },
} satisfies Command;
