// /cite citation source? style?: a paragraph with its neighbours, however its citation is spelt, or its citation to copy. It
// owns the buttons and menus of every reply that shows passages.
import { styles } from '../src/citing/styles.ts';
import { UserError } from '../src/common/errors.ts';
import { mostTyped, within } from '../src/common/typed.ts';
import { documentNamed } from '../src/dialogue/refusals.ts';
import type { Command } from '../src/discord/command.ts';
import { serverOf } from '../src/discord/connection/server.ts';
import { citationChoices, documentChoices } from '../src/discord/offering/choices.ts';
import { acted } from '../src/discord/reading/acting.ts';
import { renderCitations, styleOf } from '../src/discord/reading/citing.ts';
import { here } from '../src/discord/reading/here.ts';
import { choiceOption, described, textOption } from '../src/discord/rendering/describe.ts';
import { renderCited } from '../src/discord/rendering/render-sources.ts';
import { citedHere, notesPart } from '../src/discord/source/citing.ts';

export default {
  data: {
    ...described('cite', 'command.cite'),
    options: [
      textOption('citation', 'command.cite.citation', {
        most: mostTyped.citation,
        required: true,
        autocomplete: true,
      }),
      textOption('source', 'command.cite.source', { most: mostTyped.document, autocomplete: true }),
      choiceOption(
        'style',
        'command.cite.style',
        styles.map((style) => [style, `reading.style.${style}`] as const),
      ),
    ],
  },
  execute: async (interaction, app) => {
    const { database, library, translate } = app;
    const typed = within(interaction.options.getString('citation', true), 'citation');
    const source = documentNamed(interaction.options.getString('source'), library);
    const citation = source && /^\D{0,12}\d/u.test(typed.trim()) ? `${source.id} ${typed.trim()}` : typed;
    const { cited, notes } = await citedHere(citation, { database, library, guild: serverOf(interaction) });
    const style = styleOf(interaction.options.getString('style'));
    const reply = style
      ? renderCitations(cited.passages, style, app)
      : renderCited(cited, app, notesPart(notes, translate));
    return here(interaction, app, reply);
  },
  autocomplete: async (interaction, app) => {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'source') return documentChoices(value, app);
    const source = await app.library.document(interaction.options.getString('source') ?? '');
    return citationChoices(value, app, source);
  },
  component: (interaction, app) => {
    if (interaction.isMessageComponent()) return acted(interaction, app);
    throw new UserError({ key: 'discord.gone' });
  },
} satisfies Command;
