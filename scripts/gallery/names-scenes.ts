// Who is who in a server's own documents: the names that are read, a correction, and what changes with it.
import type { Scene } from './scenes.ts';
import type { Stage } from './stage.ts';

const article = `# Herring talks open in Bergen

Norway’s fisheries minister, Ida Holm, opened the herring talks in Bergen on Monday. “We will not fish the herring to its end,” Holm said.

Iceland’s foreign minister, Einar Jonsson, said: “The quota must follow the science.”
`;

const report = `# The herring talks, second day

Minister Ida Holme told reporters in Bergen: “Nobody sails before the nets are counted.” Holme spoke for an hour.

Ambassador Einar Jonsson said: “We count them together.”
`;

async function adds({ mia, discord, say }: Stage, name: string, text: string): Promise<void> {
  const file = discord.attachment(`${name}.md`, 'text/markdown', text);
  await (await mia.runs('/our-sources add', { file })).presses(say('own.button.approve'));
}

export const namesScenes: readonly Scene[] = [
  {
    name: 'names',
    title: 'Whom this server’s documents name, as it was read',
    used: ['our-sources', 'names', 'show'],
    play: async (stage) => {
      await adds(stage, 'article', article);
      await adds(stage, 'report', report);
      return stage.mia.runs('/our-sources names show');
    },
  },
  {
    name: 'names-same',
    title: 'A moderator says that two names are one person',
    used: ['our-sources', 'names', 'same'],
    play: ({ mia }) => mia.runs('/our-sources names same', { name: 'Ida Holme', as: 'Ida Holm' }),
  },
  {
    name: 'names-position',
    title: 'What somebody holds whom only this server’s documents name',
    used: ['position'],
    play: ({ alice }) => alice.runs('/position', { party: 'Ida Holm' }),
  },
  {
    name: 'names-office',
    title: 'An office is set',
    used: ['our-sources', 'names', 'office'],
    play: ({ mia }) =>
      mia.runs('/our-sources names office', { name: 'Einar Jonsson', office: 'ambassador of Iceland' }),
  },
  {
    name: 'names-corrections',
    title: 'What was corrected, by whom, and to be undone',
    play: async ({ mia, say }) =>
      (await mia.runs('/our-sources names show')).presses(say('own.button.corrections')),
  },
];
