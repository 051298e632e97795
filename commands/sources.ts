// /sources source?: the documents, or one document's data and paragraphs.

import { documentChoices } from '../src/discord/choices.ts';
import type { Command } from '../src/discord/command.ts';
import { described, textOption } from '../src/discord/describe.ts';
import { here } from '../src/discord/reading/here.ts';
import { renderSource, renderSources } from '../src/discord/render-sources.ts';
import { refuseErased } from '../src/discord/source/erased.ts';
import { documentNamed } from '../src/refusals.ts';
import { mostTyped } from '../src/typed.ts';

export default {
  data: {
    ...described('sources', 'command.sources'),
    options: [
      textOption('source', 'command.sources.source', { most: mostTyped.document, autocomplete: true }),
    ],
  },
  execute: async (interaction, app) => {
    const { library, translate } = app;
    const document = documentNamed(interaction.options.getString('source'), library);
    refuseErased(document);
    const reply = document
      ? renderSource(document, await library.passagesOf(document), translate)
      : await renderSources(library, translate);
    return here(interaction, app, reply);
  },
  autocomplete: (interaction, app) => documentChoices(interaction.options.getFocused(), app),
} satisfies Command;
