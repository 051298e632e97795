// /proposal name: what is proposed, by whom, and who is for it, against it or in doubt.
import type { Command } from '../src/discord/command.ts';
import { described, textOption } from '../src/discord/describe.ts';
import { proposalChoices } from '../src/discord/named-choices.ts';
import { here } from '../src/discord/reading/here.ts';
import { renderProposal } from '../src/discord/render-positions.ts';
import { proposalNamed } from '../src/named.ts';
import { somethingAsked } from '../src/refusals.ts';
import { mostTyped } from '../src/typed.ts';

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
