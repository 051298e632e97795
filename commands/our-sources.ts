// /our-sources: a server's own documents, for its moderators. It owns the previews with their buttons and forms.

import { UserError } from '../src/common/errors.ts';
import { mostTyped } from '../src/common/typed.ts';
import type { Command, Response } from '../src/discord/command.ts';
import { targetOf } from '../src/discord/desk/ids.ts';
import { memberOf } from '../src/discord/desk/roles.ts';
import { numberIn } from '../src/discord/offering/numbers.ts';
import {
  described,
  fileOption,
  forManagers,
  inServers,
  type Name,
  numberOption,
  roleOption,
  subcommand,
  subcommandGroup,
  textOption,
  yesOrNoOption,
} from '../src/discord/rendering/describe.ts';
import { add, correct } from '../src/discord/source/adding.ts';
import * as documents from '../src/discord/source/documents.ts';
import { erase, erased } from '../src/discord/source/erasing.ts';
import { documentTargetOf } from '../src/discord/source/ids.ts';
import { exported, log, moderators, turnLog } from '../src/discord/source/looking-back.ts';
import { fill, missed } from '../src/discord/source/missed.ts';
import { moderatesSources, moderatorOf } from '../src/discord/source/moderator.ts';
import * as names from '../src/discord/source/names/names.ts';
import { nameChoices } from '../src/discord/source/names/names-choices.ts';
import { pasted, repasted } from '../src/discord/source/previews/pasting.ts';
import { isOfPreview, previewed } from '../src/discord/source/previews/previewing.ts';
import type { MessageKey } from '../src/messages/messages.ts';

const document = textOption('document', 'command.source.document', {
  most: mostTyped.name,
  required: true,
  autocomplete: true,
});
const file = fileOption('file', 'command.source.file');
const reason = textOption('reason', 'command.source.reason', { most: mostTyped.reason, required: true });

const name = textOption('name', 'command.source.names.name', {
  most: mostTyped.name,
  required: true,
  autocomplete: true,
});
const typed = (option: Name, description: MessageKey) =>
  textOption(option, description, { most: mostTyped.name, required: true, autocomplete: true });

export default {
  data: {
    ...described('our-sources', 'command.source'),
    ...inServers,
    ...forManagers,
    options: [
      subcommand('add', 'command.source.add', [file]),
      subcommand('list', 'command.source.list'),
      subcommand('show', 'command.source.show', [
        document,
        numberOption('version', 'command.source.version'),
      ]),
      subcommand('correct', 'command.source.correct', [document, reason, file]),
      subcommand('withdraw', 'command.source.withdraw', [document, reason]),
      subcommand('restore', 'command.source.restore', [document]),
      subcommand('erase', 'command.source.erase', [document]),
      subcommand('log', 'command.source.log', [
        textOption('document', 'command.source.document', { most: mostTyped.name, autocomplete: true }),
      ]),
      subcommand('export', 'command.source.export'),
      subcommand('missed', 'command.source.missed'),
      subcommand('moderators', 'command.source.moderators', [
        roleOption('add', 'command.source.addRole'),
        roleOption('remove', 'command.source.removeRole'),
      ]),
      subcommandGroup('names', 'command.source.names', [
        subcommand('show', 'command.source.names.show', [{ ...name, required: false }]),
        subcommand('same', 'command.source.names.same', [name, typed('as', 'command.source.names.as')]),
        subcommand('not', 'command.source.names.not', [name, typed('form', 'command.source.names.form')]),
        subcommand('office', 'command.source.names.office', [
          name,
          typed('office', 'command.source.names.officeIs'),
          yesOrNoOption('remove', 'command.source.names.remove'),
        ]),
        subcommand('undo', 'command.source.names.undo', [
          typed('correction', 'command.source.names.correction'),
        ]),
      ]),
    ],
  },
  former: 'source',
  ids: 'source',
  library: 'shared',
  execute: (interaction, app) => {
    const { list, show, withdraw, restore } = documents;
    numberIn(interaction, 'version');
    if (interaction.options.getSubcommandGroup(false) === 'names') return names.corrects(interaction, app);
    const run = {
      add,
      list,
      show,
      correct,
      withdraw,
      restore,
      erase,
      log,
      export: exported,
      moderators,
      missed,
    };
    const name = interaction.options.getSubcommand();
    for (const [part, handle] of Object.entries(run)) if (part === name) return handle(interaction, app);
    throw new UserError({ key: 'discord.gone' });
  },
  autocomplete: async (interaction, app) => {
    const member = memberOf(interaction);
    if (!(await moderatesSources(member, app.database))) return [];
    if (interaction.options.getSubcommandGroup(false) === 'names')
      return nameChoices(interaction, member.guild, app);
    const part = interaction.options.getSubcommand();
    return documents.ownChoices(member.guild, interaction.options.getFocused(), part, app);
  },
  component: async (interaction, app): Promise<Response> => {
    const member = await moderatorOf(interaction, app.database);
    const about = documentTargetOf(interaction.customId);
    if (about?.action === 'repaste' && interaction.isModalSubmit()) {
      return repasted(interaction, member, about, app);
    }
    if (about?.action === 'erase' && interaction.isModalSubmit())
      return erased(interaction, member, about, app);
    if (about) return documents.used(member, about, app);
    const target = targetOf(interaction.customId);
    if (!target) throw new UserError({ key: 'discord.gone' });
    if (isOfPreview(target.action)) return previewed(interaction, member, target, app);
    if (target.action === 'paste' && interaction.isModalSubmit()) return pasted(interaction, member, app);
    if (target.action === 'fill') return fill(app);
    if (names.isOfNames(target.action)) return names.used(interaction, member, target, app);
    if (target.action === 'list') return documents.turnList(member, target.number, app);
    if (target.action === 'log') return turnLog(member, target.number, app);
    throw new UserError({ key: 'discord.gone' });
  },
} satisfies Command;
