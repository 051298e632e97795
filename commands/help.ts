// /help: what can be done here, with examples.
import type { Command } from '../src/discord/command.ts';
import { described } from '../src/discord/describe.ts';
import { renderHelp } from '../src/discord/render-help.ts';

export default {
  data: described('help', 'command.help'),
  execute: (_interaction, { translate }) => renderHelp(translate),
} satisfies Command;
