// /cite citation: a paragraph with its neighbours, however its citation is spelt.
import type { Command } from '../src/discord/command.ts';
import { described, textOption } from '../src/discord/describe.ts';
import { citationChoices, renderCited } from '../src/discord/render.ts';
import { citationRefused } from '../src/refusals.ts';

export default {
  data: {
    ...described('cite', 'command.cite'),
    options: [textOption('citation', 'command.cite.citation', { required: true, autocomplete: true })],
  },
  execute: (interaction, app) => {
    const citation = interaction.options.getString('citation', true);
    const cited = app.library.cite(citation);
    if (!cited.found) throw citationRefused(citation, cited, app.library);
    return renderCited(cited, app);
  },
  autocomplete: (interaction, app) => citationChoices(interaction.options.getFocused(), app),
} satisfies Command;
