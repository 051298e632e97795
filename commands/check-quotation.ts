// "Check quotation" in the menu of a message: each quotation in it is checked.
import type { Command } from '../src/discord/command.ts';
import { inMessageMenu } from '../src/discord/describe.ts';
import { textOf } from '../src/discord/reading/finding.ts';
import { renderChecks } from '../src/discord/render-checks.ts';
import { checkedIn } from '../src/verdict.ts';

export default {
  data: inMessageMenu('menu.checkQuotation'),
  onMessage: async (interaction, app) => {
    const text = textOf(interaction.targetMessage);
    return renderChecks(await checkedIn(app.library, text), app);
  },
} satisfies Command;
