// All that a reader sees as text in a message: what was typed, what was passed on, embeds, and the text displays of messages like ours.
import {
  type APIMessageComponent,
  ComponentType,
  type Embed,
  type Message,
  type MessageSnapshot,
} from 'discord.js';

type Seen = Pick<Message | MessageSnapshot, 'content' | 'embeds' | 'components'>;

/** Empty where there is no word, such as in a message that is an address alone. */
export function textOf(message: Seen & Pick<Message, 'messageSnapshots'>): string {
  const passedOn = message.messageSnapshots.map((snapshot): Seen => snapshot);
  return [message, ...passedOn].flatMap(textsOf).map(withoutAddresses).filter(hasWords).join('\n');
}

function textsOf({ content, embeds, components }: Seen): string[] {
  return [
    content,
    ...embeds.flatMap(embedTexts),
    ...components.flatMap((component) => displayed('toJSON' in component ? component.toJSON() : component)),
  ];
}

function embedTexts({ author, title, description, fields, footer }: Embed): string[] {
  const pairs = fields.flatMap(({ name, value }) => [name, value]);
  return [author?.name, title, description, ...pairs, footer?.text].filter((text) => text != null);
}

/** The texts of a component and of all that is in it; what stands on buttons and menus is nobody's words. */
function displayed(component: APIMessageComponent): string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  if (component.type === ComponentType.Section || component.type === ComponentType.Container)
    return component.components.flatMap(displayed);
  return [];
}

/** A line that is an address and nothing else, in the marks that keep Discord from showing what is there. */
const addressAlone = /^[ \t]*<?https?:\/\/[^\s<>]+>?[ \t]*$/gimu;

function withoutAddresses(text: string): string {
  return text.replace(addressAlone, '').trim();
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
