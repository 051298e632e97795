// What members and moderators of a desk see beside a plain answer: the honest no, what is asked too, what is given back.
import type { Scene } from './scenes.ts';
import type { Stage } from './stage.ts';

async function deskCard(stage: Stage, number: number) {
  return stage.finds(stage.mia, `**#${number}**`);
}

export const deskScenes: readonly Scene[] = [
  {
    name: 'desk-none',
    title: 'Published: the sources do not answer',
    play: async (stage) => {
      await (await deskCard(stage, 2)).presses(stage.say('desk.button.none'));
      return stage.finds(
        stage.alice.person.in(stage.questions),
        stage.say('desk.answer.title', { number: 2 }),
      );
    },
  },
  {
    name: 'desk-too',
    title: 'Another member asks that too',
    play: async (stage) => {
      const { bob, questions } = stage;
      const member = bob.person.in(questions);
      const answer = await stage.finds(member, stage.say('desk.answer.title', { number: 2 }));
      return member.presses(answer, stage.say('desk.button.too'));
    },
  },
  {
    name: 'desk-given-back',
    title: 'A question that comes too soon is given back',
    play: async ({ admin, alice, questions }) => {
      await admin.runs('/desk settings', {
        channel: questions.id,
        cooldown: '10 minutes',
        'waiting-list': true,
      });
      const form = await alice.person.in(questions).runs('/ask-moderators');
      const seen = await form.modal.submits({ text: 'What did the *leaders* say about borders?' });
      await admin.runs('/desk settings', { channel: questions.id, cooldown: '0' });
      return seen;
    },
  },
  {
    name: 'desk-waits',
    title: 'What waits, where the desk shows it',
    play: async (stage) => {
      const member = stage.alice.person.in(stage.questions);
      for (const text of ['Who met whom in Alaska?', 'What is an Article 5-type guarantee?']) {
        const form = await member.runs('/ask-moderators');
        await form.modal.submits({ text });
      }
      const panel = await stage.finds(member, stage.say('desk.panel.open'));
      return stage.bob.person.in(stage.questions).presses(panel, stage.say('desk.button.waits'));
    },
  },
  {
    name: 'rated',
    title: 'A thumb is counted, and nobody is',
    play: async (stage) => {
      const seen = await stage.alice.runs('/ask', { question: 'Will the support to Ukraine continue?' });
      return seen.presses(stage.say('rating.up'));
    },
  },
];
