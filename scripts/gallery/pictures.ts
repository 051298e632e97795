// What a person sees, as a page: a message in Discord's frame, a form, or choices above the line in which one types.
import { translator } from '../../src/messages/messages.ts';
import type { Seen } from '../../tests/double/double.ts';
import { componentHtml, type Drawn } from './components.ts';
import { escapedHtml, type Names } from './markdown.ts';
import type { Offered, Scene } from './scenes.ts';
import type { Stage } from './stage.ts';

/** How Discord's own words stand in the pictures; the bot has no part in them. */
const discordsOwn = { submit: 'Submit', cancel: 'Cancel' };

export function namesOf({ alice, bob, mia, admin, general, questions, review, moderators }: Stage): Names {
  const people = [alice, bob, mia, admin].map(({ person: { user } }) => [user.id, user.name]);
  const channels = [general, questions, review].map(({ id, name }) => [id, name]);
  return Object.fromEntries([...people, ...channels, [moderators.id, 'Moderators']]);
}

/** The HTML of what is seen. */
export function pictureHtml(
  shown: Seen | Offered,
  scene: Scene,
  { names, locale }: Pick<Drawn, 'names' | 'locale'>,
) {
  const drawn = { names, locale, now: Date.now(), files: [] };
  if ('choices' in shown) return offeredHtml(shown);
  const message = shown.messageOrNull;
  if (!message) return formHtml(shown, drawn);
  const inside = message.components.map((component) =>
    componentHtml(component, { ...drawn, files: message.attachments }),
  );
  const content = `<div>${inside.join('')}</div>`;
  return `<discord-messages><discord-message profile="bot"${shown.private ? ' ephemeral' : ''}>${usedHtml(scene, shown, locale)}${repliedHtml(shown)}${content}</discord-message></discord-messages>`;
}

/** The line above a reply: who used which command, as it is called in their language. */
function usedHtml({ used, fromMenu }: Scene, { place }: Seen, locale: string): string {
  if (used === undefined && fromMenu === undefined) return '';
  const say = translator(locale);
  const command = fromMenu ? say(fromMenu) : `/${(used ?? []).map((name) => say(`name.${name}`)).join(' ')}`;
  const type = fromMenu ? 'message_command" context-user-profile="bob' : 'slash_command';
  return `<discord-command slot="reply" profile="${place.person.user.name}" command="${escapedHtml(command)}" type="${type}"></discord-command>`;
}

/** The message that a reply answers, above it; an answer to a command or a button has its own line. */
function repliedHtml({ message, place }: Seen): string {
  const question = message.interaction === null ? place.channel.find(message.replyTo ?? '') : undefined;
  if (!question) return '';
  const words = question.content.replaceAll(`<@${place.channel.bot.id}>`, '@Communiqué').trim();
  return `<discord-reply slot="reply" profile="${question.author.name}" mentions>${escapedHtml(words)}</discord-reply>`;
}

function formHtml({ modal: { body } }: Seen, drawn: Drawn): string {
  const fields = body.components.map((component) => componentHtml(component, drawn)).join('');
  const ends = `<div class="ends"><span class="end">${discordsOwn.cancel}</span><span class="end go">${discordsOwn.submit}</span></div>`;
  return `<div class="form"><h1>${escapedHtml(body.title)}</h1>${fields}${ends}</div>`;
}

/** Discord shows some ten choices at once. */
const mostShown = 8;

function offeredHtml({ typed, choices }: Offered): string {
  const rows = choices.slice(0, mostShown).map(({ name }) => `<li>${escapedHtml(name)}</li>`);
  return `<div class="offered"><ol>${rows.join('')}</ol><div class="typed">${escapedHtml(typed)}</div></div>`;
}
