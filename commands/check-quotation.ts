// "Check quotation" in the menu of a message: each quotation in it is checked; of a long message, or one with a file, all of it.
import type { Command } from '../src/discord/command.ts';
import { inMessageMenu } from '../src/discord/rendering/describe.ts';
import { checkedMessage } from '../src/discord/texts/message.ts';

export default {
  data: inMessageMenu('menu.checkQuotation'),
  onMessage: checkedMessage,
} satisfies Command;
