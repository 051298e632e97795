// /map party? proposal?: who stands where on what is proposed, as a picture and in words.
import { MessageFlags } from 'discord.js';
import { mostTyped } from '../src/common/typed.ts';
import { proposalNamed, speakerNamed, topicAsked } from '../src/dialogue/named.ts';
import type { Command } from '../src/discord/command.ts';
import { proposalChoices, whoChoices } from '../src/discord/offering/named-choices.ts';
import { hereLater } from '../src/discord/reading/here.ts';
import { mapAskedIn, renderMap } from '../src/discord/reading/map.ts';
import { forAll } from '../src/discord/reading/sharing.ts';
import { described, textOption } from '../src/discord/rendering/describe.ts';

export default {
  data: {
    ...described('map', 'command.positions'),
    options: [
      textOption('party', 'command.positions.party', { most: mostTyped.name, autocomplete: true }),
      textOption('proposal', 'command.positions.proposal', { most: mostTyped.name, autocomplete: true }),
    ],
  },
  former: 'positions',
  ids: 'positions',
  execute: async (interaction, app) => {
    const who = await speakerNamed(interaction.options.getString('party'), app.library);
    const named = topicAsked(interaction.options.getString('proposal'));
    const proposal = named === undefined ? undefined : await proposalNamed(named, app.library);
    const { user } = interaction;
    return hereLater(interaction, app, () => renderMap({ theme: 'light', who, proposal }, user.id, app));
  },
  autocomplete: (interaction, app) => {
    const { name, value } = interaction.options.getFocused(true);
    return name === 'party' ? whoChoices(value, app) : proposalChoices(value, app);
  },
  component: async (interaction, app) => {
    const { action, ...asked } = mapAskedIn(interaction.customId, app.library);
    const { user } = interaction;
    if (action === 'theme') {
      const update = interaction.message?.flags.has(MessageFlags.Ephemeral) === true;
      return { ...(await renderMap(asked, user.id, app)), update };
    }
    await app.pace.take('share', user.id);
    return { later: renderMap(asked, user.id, app).then((reply) => forAll(reply, app.translate, user.id)) };
  },
} satisfies Command;
