// Questions without a command: a mention of the bot, and replies that go on from its answer.
import type { Seen } from '../../tests/double/double.ts';
import type { Scene } from './scenes.ts';
import type { Stage } from './stage.ts';

const borders = 'Can borders be changed by force?';

/** What alice says to the bot, and what it replies; the server has chosen so before. */
async function asks({ alice, admin, discord }: Stage, text: string): Promise<Seen> {
  await admin.runs('/settings', { mentions: 'on' });
  return answerTo(alice.says(`<@${discord.bot.id}> ${text}`));
}

async function answerTo(question: Seen): Promise<Seen> {
  const isAnswer = ({ message }: Seen): boolean => message.replyTo === question.id;
  const found = (await question.place.until((all) => all.some(isAnswer))).find(isAnswer);
  if (!found) throw new Error('nobody has answered');
  return found;
}

export const mentionScenes: readonly Scene[] = [
  {
    name: 'mention',
    title: 'A question to the bot without a command, answered for all to see',
    play: (stage) => asks(stage, borders),
  },
  {
    name: 'mention-next',
    title: 'A reply with a ping goes on from the answer',
    play: async (stage) => answerTo(stage.alice.repliesTo(await asks(stage, borders), 'next')),
  },
  {
    name: 'mention-she',
    title: 'A reply is read together with the question before',
    play: async (stage) => {
      const first = await asks(stage, 'What did Meloni tell the senators?');
      return answerTo(stage.alice.repliesTo(first, 'what else did she say?'));
    },
  },
  {
    name: 'mention-how',
    title: 'A mention without words',
    play: (stage) => asks(stage, ''),
  },
];
