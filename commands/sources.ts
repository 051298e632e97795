// /sources source?: the documents, or one document's data and paragraphs.

import { mostTyped } from '../src/common/typed.ts';
import { documentNamed } from '../src/dialogue/refusals.ts';
import type { Command } from '../src/discord/command.ts';
import { documentChoices } from '../src/discord/offering/choices.ts';
import { here } from '../src/discord/reading/here.ts';
import { described, textOption } from '../src/discord/rendering/describe.ts';
import { renderSource, renderSources } from '../src/discord/rendering/render-sources.ts';
import { refuseErased } from '../src/discord/source/erased.ts';

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
