// "Find sources" in the menu of a message: the passages on what it says.
import type { Command } from '../src/discord/command.ts';
import { inMessageMenu } from '../src/discord/describe.ts';
import { hitsOn, textOf } from '../src/discord/reading/finding.ts';
import { here } from '../src/discord/reading/here.ts';
import { renderFound } from '../src/discord/render.ts';

export default {
  data: inMessageMenu('Find sources'),
  onMessage: (interaction, app) =>
    here(interaction, app, renderFound(hitsOn(textOf(interaction.targetMessage), app.library), app)),
} satisfies Command;
