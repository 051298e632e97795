// /privacy: what is kept of whoever asks, and its erasure.

import { UserError } from '../src/common/errors.ts';
import type { Command } from '../src/discord/command.ts';
import { targetOf } from '../src/discord/desk/ids.ts';
import { confirm, erase, show } from '../src/discord/desk/privacy.ts';
import { described } from '../src/discord/rendering/describe.ts';

export default {
  data: described('privacy', 'command.privacy'),
  execute: (interaction, app) => show(interaction, app),
  library: 'shared',
  component: (interaction, app) => {
    const action = targetOf(interaction.customId)?.action;
    if (action === 'erase') return confirm(app);
    if (action === 'confirm') return erase(interaction, app);
    throw new UserError({ key: 'discord.gone' });
  },
} satisfies Command;
