// "Find sources" in the menu of a message: the passages on what it says. What one
// looks up about the words of another is for oneself, whatever the server chose for answers.
import type { Command } from '../src/discord/command.ts';
import { hitsOn, textOf } from '../src/discord/reading/finding.ts';
import { inMessageMenu } from '../src/discord/rendering/describe.ts';
import { renderFound } from '../src/discord/rendering/render.ts';

export default {
  data: inMessageMenu('menu.findSources'),
  onMessage: async (interaction, app) =>
    renderFound(await hitsOn(textOf(interaction.targetMessage), app.library), app),
} satisfies Command;
