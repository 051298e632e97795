// /check text speaker? source?: whether words are a quotation from the sources, and what was changed. /check file: every quotation in a text.

import { UserError } from '../src/common/errors.ts';
import { mostTyped } from '../src/common/typed.ts';
import { documentNamed } from '../src/dialogue/refusals.ts';
import { checked } from '../src/dialogue/verdict.ts';
import type { Command } from '../src/discord/command.ts';
import { documentChoices } from '../src/discord/offering/choices.ts';
import { whoChoices } from '../src/discord/offering/named-choices.ts';
import { here } from '../src/discord/reading/here.ts';
import { described, fileOption, textOption } from '../src/discord/rendering/describe.ts';
import { renderChecks } from '../src/discord/rendering/render-checks.ts';
import { renderChecked, textOfFile, turnedOrShared } from '../src/discord/texts/checking.ts';

export default {
  data: {
    ...described('check', 'command.check'),
    options: [
      textOption('text', 'command.check.text', { most: mostTyped.quotation }),
      fileOption('file', 'command.check.file'),
      textOption('speaker', 'command.check.speaker', { most: mostTyped.name, autocomplete: true }),
      textOption('source', 'command.check.source', { most: mostTyped.document, autocomplete: true }),
    ],
  },
  execute: async (interaction, app) => {
    const file = interaction.options.getAttachment('file');
    const text = interaction.options.getString('text');
    if (file && text === null) {
      const given = { name: file.name, text: await textOfFile(interaction, file, app) };
      return renderChecked(interaction.user.id, given, app);
    }
    if (file || text === null) throw new UserError({ key: 'check.textOrFile' });
    const speaker = interaction.options.getString('speaker');
    const source = documentNamed(interaction.options.getString('source'), app.library);
    const check = await checked(app.library, text, { speaker, source });
    return here(interaction, app, await renderChecks([check], app));
  },
  component: (interaction, app) => {
    if (!interaction.isMessageComponent()) throw new UserError({ key: 'discord.gone' });
    return turnedOrShared(interaction, app);
  },
  autocomplete: (interaction, app) => {
    const { name, value } = interaction.options.getFocused(true);
    return name === 'speaker' ? whoChoices(value, app) : documentChoices(value, app);
  },
} satisfies Command;
