// "Check quotation" in the menu of a message: each quotation in it is checked.
import type { Command } from '../src/discord/command.ts';
import { inMessageMenu } from '../src/discord/describe.ts';
import { renderChecks } from '../src/discord/render-checks.ts';
import { checkedIn } from '../src/verdict.ts';

export default {
  data: inMessageMenu('menu.checkQuotation'),
  onMessage: (interaction, app) => {
    const { content, embeds, messageSnapshots } = interaction.targetMessage;
    // A message that is passed on has its words in a snapshot, one that a bot wrote often in an embed.
    const texts = [
      content,
      ...messageSnapshots.map((snapshot) => snapshot.content),
      ...embeds.map(({ description }) => description),
    ];
    return renderChecks(checkedIn(app.library, texts.filter(Boolean).join('\n')), app);
  },
} satisfies Command;
