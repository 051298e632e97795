// /cite citation: a paragraph with its neighbours, however its citation is spelt.
import type { Command } from '../src/discord/command.ts';
import { described, textOption } from '../src/discord/describe.ts';
import { citationChoices, renderCited } from '../src/discord/render.ts';
import { citedHere, notesPart } from '../src/discord/source/citing.ts';

export default {
  data: {
    ...described('cite', 'command.cite'),
    options: [textOption('citation', 'command.cite.citation', { required: true, autocomplete: true })],
  },
  execute: async (interaction, app) => {
    const { database, library, translate } = app;
    const citation = interaction.options.getString('citation', true);
    const place = { database, library, guild: interaction.guildId };
    const { cited, notes } = await citedHere(citation, place);
    return renderCited(cited, app, notesPart(notes, translate));
  },
  autocomplete: (interaction, app) => citationChoices(interaction.options.getFocused(), app),
} satisfies Command;
