// /quote words speaker? source?: a whole quotation from some of its words, offered as one types.

import { mostTyped } from '../src/common/typed.ts';
import { quotationsBy, speakerNamed } from '../src/dialogue/named.ts';
import { documentNamed, somethingAsked } from '../src/dialogue/refusals.ts';
import type { Command } from '../src/discord/command.ts';
import { documentChoices, quotationChoices } from '../src/discord/offering/choices.ts';
import { whoChoices } from '../src/discord/offering/named-choices.ts';
import { here } from '../src/discord/reading/here.ts';
import { described, textOption } from '../src/discord/rendering/describe.ts';
import { renderQuotes } from '../src/discord/rendering/render.ts';

export default {
  data: {
    ...described('quote', 'command.quote'),
    options: [
      textOption('words', 'command.quote.words', {
        most: mostTyped.words,
        required: true,
        autocomplete: true,
      }),
      textOption('speaker', 'command.quote.speaker', { most: mostTyped.name, autocomplete: true }),
      textOption('source', 'command.quote.source', { most: mostTyped.document, autocomplete: true }),
    ],
  },
  execute: async (interaction, app) => {
    const words = interaction.options.getString('words', true);
    const source = documentNamed(interaction.options.getString('source'), app.library);
    const who = await speakerNamed(interaction.options.getString('speaker'), app.library);
    const asked = somethingAsked(words, 'quote.nothingAsked', 'example.quote');
    const { matches, speaker } = await quotationsBy(who, asked, source, app.library);
    return here(interaction, app, await renderQuotes(matches, asked, app, speaker, source));
  },
  autocomplete: async (interaction, app) => {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'source') return documentChoices(value, app);
    if (name === 'speaker') return whoChoices(value, app);
    const [source, speaker] = await Promise.all([
      app.library.document(interaction.options.getString('source') ?? ''),
      app.library.positions.who(interaction.options.getString('speaker') ?? ''),
    ]);
    return quotationChoices(value, source, app, speaker.found ? speaker.value : undefined);
  },
} satisfies Command;
