// What members asked in vain, as moderators see it.
import type { Scene } from './scenes.ts';

const asked = [
  'What does the Minsk agreement say of prisoners?',
  'Who keeps the prisoners under Minsk?',
  'How many drones were delivered?',
];

export const missedScenes: readonly Scene[] = [
  {
    name: 'missed',
    title: 'What members asked in vain, with a way to add a source',
    used: ['our-sources', 'missed'],
    play: async ({ alice, bob, admin }) => {
      for (const question of asked) for (const who of [alice, bob]) await who.runs('/ask', { question });
      await admin.runs('/ask', { question: 'What of the Minsk agreement?' });
      return admin.runs('/our-sources missed');
    },
  },
];
