// /proposal name: what is proposed, by whom, and who is for it, against it or in doubt.

import { mostTyped } from '../src/common/typed.ts';
import { proposalNamed } from '../src/dialogue/named.ts';
import { somethingAsked } from '../src/dialogue/refusals.ts';
import type { Command } from '../src/discord/command.ts';
import { proposalChoices } from '../src/discord/offering/named-choices.ts';
import { here } from '../src/discord/reading/here.ts';
import { described, textOption } from '../src/discord/rendering/describe.ts';
import { renderProposal } from '../src/discord/rendering/render-positions.ts';

export default {
  data: {
    ...described('proposal', 'command.proposal'),
    options: [
      textOption('name', 'command.proposal.name', {
        most: mostTyped.name,
        required: true,
        autocomplete: true,
      }),
    ],
  },
  execute: async (interaction, app) => {
    const typed = interaction.options.getString('name', true);
    const asked = somethingAsked(typed, 'proposal.nothingAsked', 'example.proposal');
    const proposal = await proposalNamed(asked, app.library);
    return here(interaction, app, renderProposal(await app.library.positions.proposal(proposal), app));
  },
  autocomplete: (interaction, app) => proposalChoices(interaction.options.getFocused(), app),
} satisfies Command;
