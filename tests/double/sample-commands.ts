// The commands of the double's own tests: options of every kind, subcommands, context menus.
import { ApplicationCommandOptionType, ApplicationCommandType, PermissionFlagsBits } from 'discord.js';

const question = {
  type: ApplicationCommandOptionType.String,
  name: 'question',
  description: 'What to ask',
  required: true,
  autocomplete: true,
  max_length: 50,
};
export const COMMANDS = [
  { name: 'ask', description: 'Ask', options: [question] },
  {
    name: 'queue',
    description: 'The queue',
    default_member_permissions: String(PermissionFlagsBits.ManageMessages),
    contexts: [0],
    options: [
      {
        type: ApplicationCommandOptionType.SubcommandGroup,
        name: 'in',
        description: 'Where',
        options: [
          {
            type: ApplicationCommandOptionType.Subcommand,
            name: 'open',
            description: 'Open',
            options: [
              {
                type: ApplicationCommandOptionType.Channel,
                name: 'channel',
                description: 'Where',
                required: true,
              },
              { type: ApplicationCommandOptionType.User, name: 'user', description: 'Who' },
              { type: ApplicationCommandOptionType.Role, name: 'role', description: 'Which' },
              {
                type: ApplicationCommandOptionType.Integer,
                name: 'days',
                description: 'How long',
                max_value: 7,
              },
              { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'A file' },
              {
                type: ApplicationCommandOptionType.String,
                name: 'kind',
                description: 'Kind',
                choices: [{ name: 'Live', value: 'live' }],
              },
            ],
          },
        ],
      },
    ],
  },
  { name: 'Check quotation', type: ApplicationCommandType.Message },
  { name: 'Who is this', type: ApplicationCommandType.User },
];
