// The scenes of the gallery, played one after the other on one stage: what somebody does, and what they then see.
// A new reply is a new entry here: the gallery draws it, and tests/discord/languages.test.ts plays it in every language.
import type { Name } from '../../src/discord/rendering/describe.ts';
import type { MessageKey } from '../../src/messages/messages.ts';
import type { Choice, Seen } from '../../tests/double/double.ts';
import { deskScenes } from './desk-scenes.ts';
import { mentionScenes } from './mention-scenes.ts';
import { missedScenes } from './missed-scenes.ts';
import { namesScenes } from './names-scenes.ts';
import type { Stage } from './stage.ts';

/** What is offered while somebody types. */
export interface Offered {
  readonly typed: string;
  readonly choices: readonly Choice[];
}

export interface Scene {
  /** The name of its picture; small letters and hyphens. */
  readonly name: string;
  readonly title: string;
  /** The command that was used, and its part, which Discord names above the reply. */
  readonly used?: readonly Name[];
  /** The entry that was used in the menu of bob's message. */
  readonly fromMenu?: MessageKey;
  /** Gives the message, the form that opened, or what was offered. */
  readonly play: (stage: Stage) => Promise<Seen | Offered>;
}

const borders = 'Can borders be changed by force?';

const column = `The leaders of Europe were clear on Saturday.

“International borders must not be changed by force,” they said in their statement. “Our support to Ukraine will end,” they went on, as one newsletter had it.

A blog, “The Long Way Home”, has Meloni say: “No-one knows how this could work and what the deal would be.”

“Nobody will ever see the lighthouse money of Atlantis again,” said a fisherman in Port Nowhere.
`;

const looking: readonly Scene[] = [
  {
    name: 'ask',
    title: 'An answer: the sentence that answers, who said it, and where it stands',
    used: ['ask'],
    play: ({ alice }) => alice.runs('/ask', { question: 'Will the support to Ukraine continue?' }),
  },
  {
    name: 'ask-silent',
    title: 'The sources do not answer; what comes near is called so',
    used: ['ask'],
    play: ({ alice }) => alice.runs('/ask', { question: 'How many tanks did Trump send to Ukraine?' }),
  },
  {
    name: 'ask-small-talk',
    title: 'A greeting',
    used: ['ask'],
    play: ({ alice }) => alice.runs('/ask', { question: 'hello there!' }),
  },
  {
    name: 'quote-choices',
    title: 'Quotations, offered as one types',
    play: async ({ alice, say }) => ({
      typed: `/${say('name.quote')} ${say('name.words')}:`,
      choices: await alice.types('/quote', { words: '' }, 'words'),
    }),
  },
  {
    name: 'quote',
    title: 'A whole quotation from some of its words',
    used: ['quote'],
    play: ({ alice }) => alice.runs('/quote', { words: 'ironclad' }),
  },
  {
    name: 'quote-none',
    title: 'Words that are in no source',
    used: ['quote'],
    play: ({ alice }) => alice.runs('/quote', { words: 'moon cheese' }),
  },
  {
    name: 'position',
    title: 'What somebody holds, own words first',
    used: ['position'],
    play: ({ alice }) => alice.runs('/position', { party: 'Meloni' }),
  },
  {
    name: 'proposal',
    title: 'A proposal: what, by whom, who is for and against it',
    used: ['proposal'],
    play: ({ alice }) => alice.runs('/proposal', { name: 'NATO membership' }),
  },
  {
    name: 'statement',
    title: 'The joint statement, part by part',
    used: ['statement'],
    play: ({ alice }) => alice.runs('/statement'),
  },
  {
    name: 'check-altered',
    title: 'A quotation that was altered',
    used: ['check'],
    play: ({ alice }) => alice.runs('/check', { text: 'International borders may be changed by force.' }),
  },
  {
    name: 'check-exact',
    title: 'A quotation that is exact',
    used: ['check'],
    play: ({ alice }) => alice.runs('/check', { text: 'Our support to Ukraine will continue.' }),
  },
  {
    name: 'check-message',
    title: 'A message of somebody else, checked from its menu',
    fromMenu: 'menu.checkQuotation',
    play: ({ alice, bob }) =>
      alice.usesOnMessage(
        'Check quotation',
        bob.says('He said “it is the only possible option”, didn’t he?'),
      ),
  },
  {
    name: 'check-file',
    title: 'A whole text: how many of each kind, the worst first, with the report as a file',
    used: ['check'],
    play: ({ alice, discord }) =>
      alice.runs('/check', { file: discord.attachment('column.txt', 'text/plain', column) }),
  },
  {
    name: 'check-no-quotation',
    title: 'A message without a quotation, and what the sources say on it',
    fromMenu: 'menu.checkQuotation',
    play: ({ alice, bob }) =>
      alice.usesOnMessage(
        'Check quotation',
        bob.says('Honestly, nobody should move the borders of Ukraine by force again'),
      ),
  },
  {
    name: 'cite',
    title: 'A paragraph by its citation, with its neighbours',
    used: ['cite'],
    play: ({ alice }) => alice.runs('/cite', { citation: 'european-leaders ¶5' }),
  },
  {
    name: 'cite-refused',
    title: 'A citation that names no document',
    used: ['cite'],
    play: ({ alice }) => alice.runs('/cite', { citation: 'yalta 3' }),
  },
  {
    name: 'sources',
    title: 'The documents',
    used: ['sources'],
    play: ({ alice }) => alice.runs('/sources'),
  },
  {
    name: 'source',
    title: 'One document',
    used: ['sources'],
    play: ({ alice }) => alice.runs('/sources', { source: 'security-guarantees' }),
  },
  { name: 'help', title: 'Help', used: ['help'], play: ({ alice }) => alice.runs('/help') },
];

/** What is done with an answer: read on, share, draw, cite. */
const reading: readonly Scene[] = [
  {
    name: 'in-context',
    title: 'The passage among its neighbours',
    play: async (stage) => (await answered(stage)).presses(stage.say('reading.context')),
  },
  {
    name: 'more-passages',
    title: 'The next passage, the question above it',
    play: async (stage) => {
      const seen = await answered(stage);
      const next = seen.buttons.find((label) => label.startsWith(stage.say('reading.more')));
      return seen.presses(next ?? '');
    },
  },
  {
    name: 'shared',
    title: 'An answer that was shared in the channel',
    play: async (stage) => {
      await (await answered(stage)).presses(stage.say('reading.share'));
      return stage.finds(stage.bob, `<@${stage.alice.person.user.id}>`);
    },
  },
  {
    name: 'quote-card',
    title: 'A quote card',
    play: async (stage) => (await answered(stage)).presses(stage.say('reading.card')),
  },
  {
    name: 'cite-style',
    title: 'A citation to copy',
    used: ['cite'],
    play: ({ alice }) => alice.runs('/cite', { citation: 'european-leaders ¶8', style: 'chicago' }),
  },
  {
    name: 'pack',
    title: 'What was shared here, as a file of citations',
    used: ['pack'],
    play: ({ alice }) => alice.runs('/pack', { style: 'apa' }),
  },
  {
    name: 'positions',
    title: 'Who stands where, as a picture',
    used: ['map'],
    play: ({ alice }) => alice.runs('/map'),
  },
  {
    name: 'find-sources',
    title: 'Passages on what a message says',
    fromMenu: 'menu.findSources',
    play: ({ alice, bob }) =>
      alice.usesOnMessage('Find sources', bob.says('I heard that borders must not be changed by force.')),
  },
  {
    name: 'settings',
    title: 'What a server chooses',
    used: ['settings'],
    play: ({ admin }) => admin.runs('/settings', { answers: 'private' }),
  },
];

function answered({ alice }: Stage): Promise<Seen> {
  return alice.runs('/ask', { question: 'Will the support to Ukraine continue?' });
}

const asking: readonly Scene[] = [
  {
    name: 'desk-open',
    title: 'A channel is opened for questions',
    used: ['desk', 'open'],
    play: ({ admin, questions, review }) =>
      admin.runs('/desk open', { channel: questions.id, 'review-channel': review.id }),
  },
  {
    name: 'desk-settings',
    title: 'Its settings',
    used: ['desk', 'settings'],
    play: ({ admin, moderators }) =>
      admin.runs('/desk settings', { 'add-moderators': moderators.id, cooldown: '0' }),
  },
  {
    name: 'desk-panel',
    title: 'What members find in the channel',
    play: (stage) => panelOf(stage),
  },
  {
    name: 'desk-form',
    title: 'The form of a question',
    play: async (stage) =>
      stage.alice.person.in(stage.questions).presses(await panelOf(stage), stage.say('desk.button.ask')),
  },
  {
    name: 'desk-receipt',
    title: 'The question is taken',
    play: (stage) => asks(stage, borders),
  },
  {
    name: 'desk-card',
    title: 'Its card for moderators, with what the sources offer',
    play: (stage) => cardOf(stage, 1),
  },
  {
    name: 'desk-reject-form',
    title: 'Rejecting a question',
    play: async (stage) => (await cardOf(stage, 1)).presses(stage.say('desk.button.reject')),
  },
  {
    name: 'desk-note-form',
    title: 'A line of the moderator’s own',
    play: async (stage) => (await cardOf(stage, 1)).presses(stage.say('desk.button.note')),
  },
  {
    name: 'desk-approved',
    title: 'The question is approved',
    play: async (stage) => (await cardOf(stage, 1)).presses(stage.say('desk.button.approve')),
  },
  {
    name: 'desk-answer',
    title: 'The published answer',
    play: (stage) =>
      stage.finds(stage.alice.person.in(stage.questions), stage.say('desk.answer.title', { number: 1 })),
  },
  {
    name: 'desk-state',
    title: 'How a question stands',
    used: ['ask-moderators'],
    play: ({ alice, questions }) => alice.person.in(questions).runs('/ask-moderators', { number: 1 }),
  },
  {
    name: 'desk-second',
    title: 'Another question, which the sources do not answer',
    play: async (stage) => {
      await asks(stage, 'How many tanks were sent to Kyiv in the spring?');
      return cardOf(stage, 2);
    },
  },
  ...deskScenes,
  {
    name: 'desk-queue',
    title: 'The list of questions',
    used: ['desk', 'queue'],
    play: ({ mia, questions }) => mia.runs('/desk queue', { channel: questions.id, state: 'all' }),
  },
  {
    name: 'desk-stats',
    title: 'A sitting in numbers',
    used: ['desk', 'stats'],
    play: ({ mia, questions }) => mia.runs('/desk stats', { channel: questions.id }),
  },
  {
    name: 'desk-export',
    title: 'A sitting as a file',
    used: ['desk', 'export'],
    play: ({ mia, questions }) => mia.runs('/desk export', { channel: questions.id }),
  },
  {
    name: 'desk-refused',
    title: 'Not for everybody',
    used: ['desk', 'queue'],
    // Discord would not offer it to her.
    play: ({ alice, questions }) => alice.person.in(questions).runs('/desk queue', {}, { unchecked: true }),
  },
  {
    name: 'desk-close',
    title: 'The channel takes no more questions',
    used: ['desk', 'close'],
    play: ({ admin }) => admin.runs('/desk close'),
  },
];

const minutes = `# Minutes of the harbour talks

Both delegations met on the pier for three hours on Monday.

“The lighthouse stays lit for every ship,” the harbour master said.

The delegations agreed to meet again in May, with seven members each.
`;

/** The documents of the server itself, changed by its moderators. */
const own: readonly Scene[] = [
  {
    name: 'source-moderators',
    title: 'Whose roles may change this server’s documents',
    used: ['our-sources', 'moderators'],
    play: ({ admin, moderators }) => admin.runs('/our-sources moderators', { add: moderators.id }),
  },
  {
    name: 'source-form',
    title: 'A document is pasted',
    play: ({ mia }) => mia.runs('/our-sources add'),
  },
  {
    name: 'source-preview',
    title: 'A document is added: the preview',
    used: ['our-sources', 'add'],
    play: (stage) => stage.mia.runs('/our-sources add', { file: fileOf(stage, minutes) }),
  },
  {
    name: 'source-edit-form',
    title: 'What is known about it',
    play: async (stage) =>
      (await stage.mia.runs('/our-sources add', { file: fileOf(stage, minutes) })).presses(
        stage.say('own.button.edit'),
      ),
  },
  {
    name: 'source-added',
    title: 'The document is added',
    play: async (stage) =>
      (await stage.mia.runs('/our-sources add', { file: fileOf(stage, minutes) })).presses(
        stage.say('own.button.approve'),
      ),
  },
  {
    name: 'source-corrected',
    title: 'A new version: the preview says what changes',
    used: ['our-sources', 'correct'],
    play: async (stage) => {
      const file = fileOf(stage, minutes.replace('seven members', 'nine members'));
      const reason = 'The number of members was wrong.';
      const preview = await stage.mia.runs('/our-sources correct', { document: minutesId, reason, file });
      await preview.presses(stage.say('own.button.approve'));
      return stage.mia.runs('/our-sources correct', {
        document: minutesId,
        reason,
        file: fileOf(stage, minutes),
      });
    },
  },
  {
    name: 'source-cited',
    title: 'A paragraph of a version that was corrected',
    used: ['cite'],
    play: ({ alice }) => alice.runs('/cite', { citation: `${minutesId} v1 ¶3` }),
  },
  {
    name: 'compare',
    title: 'Two versions, word by word',
    used: ['compare'],
    play: ({ alice }) => alice.runs('/compare', { left: `${minutesId} v1`, right: `${minutesId} v2` }),
  },
  {
    name: 'source-list',
    title: 'This server’s documents',
    used: ['our-sources', 'list'],
    play: ({ mia }) => mia.runs('/our-sources list'),
  },
  {
    name: 'source-show',
    title: 'One of them',
    used: ['our-sources', 'show'],
    play: ({ mia }) => mia.runs('/our-sources show', { document: minutesId }),
  },
  {
    name: 'source-withdrawn',
    title: 'A document is withdrawn',
    used: ['our-sources', 'withdraw'],
    play: ({ mia }) => mia.runs('/our-sources withdraw', { document: minutesId, reason: 'It was a draft.' }),
  },
  ...namesScenes,
  ...missedScenes,
  {
    name: 'source-log',
    title: 'Who changed what',
    used: ['our-sources', 'log'],
    play: ({ mia }) => mia.runs('/our-sources log'),
  },
  {
    name: 'source-export',
    title: 'Everything as a file',
    used: ['our-sources', 'export'],
    play: ({ admin }) => admin.runs('/our-sources export'),
  },
];

const minutesId = 'minutes-of-the-harbour-talks';

function fileOf({ discord }: Stage, text: string): { readonly id: string } {
  return discord.attachment('minutes.md', 'text/markdown', text);
}

const leaving: readonly Scene[] = [
  {
    name: 'privacy',
    title: 'What is kept of me',
    used: ['privacy'],
    play: ({ alice }) => alice.runs('/privacy'),
  },
  {
    name: 'privacy-sure',
    title: 'Before everything is erased',
    play: async ({ alice, say }) => (await alice.runs('/privacy')).presses(say('privacy.erase')),
  },
  {
    name: 'privacy-erased',
    title: 'Everything is erased',
    play: async ({ alice, say }) => {
      const sure = await (await alice.runs('/privacy')).presses(say('privacy.erase'));
      return sure.presses(say('privacy.confirm'));
    },
  },
  {
    name: 'earlier-version',
    title: 'A button of an earlier version',
    play: async ({ alice }) => {
      const seen = await alice.runs('/privacy');
      return seen.presses('privacy:nothing:1:1', { unchecked: true });
    },
  },
];

export const scenes: readonly Scene[] = [
  ...looking,
  ...reading,
  ...mentionScenes,
  ...asking,
  ...own,
  ...leaving,
];

/** Scenes that the gallery shows in the other languages as well. */
export const shownInAll: readonly string[] = ['ask', 'check-altered', 'help', 'desk-card'];

function panelOf(stage: Stage): Promise<Seen> {
  return stage.finds(stage.alice.person.in(stage.questions), stage.say('desk.panel.open'));
}

async function asks(stage: Stage, text: string): Promise<Seen> {
  const alice = stage.alice.person.in(stage.questions);
  const opened = await alice.presses(await panelOf(stage), stage.say('desk.button.ask'));
  return opened.modal.submits({ text });
}

function cardOf({ finds, mia }: Stage, number: number): Promise<Seen> {
  return finds(mia, `**#${number}**`);
}
