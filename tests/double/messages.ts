// Messages as Discord keeps them: what a create or an edit makes of what stood there before.
import { type Component, type Embed, flatten, type MessageBody, MessageFlag } from './wire.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly globalName: string | null;
  readonly bot: boolean;
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly description: string | null;
}

/** The part of a message that its author writes, and the rules judge. */
export interface Draft {
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly Component[];
  readonly attachments: readonly Attachment[];
  readonly flags: number;
  readonly poll: unknown;
  readonly stickers: readonly string[];
}

export interface StoredMessage extends Draft {
  readonly id: string;
  readonly channelId: string;
  readonly guildId: string | null;
  readonly author: User;
  readonly type: number;
  readonly createdAt: number;
  readonly editedAt: number | null;
  readonly nonce: string | number | null;
  readonly replyTo: string | null;
  /** Whom the text notifies: ids of users and roles, or `everyone`. */
  readonly pings: readonly string[];
  /** Whom Discord names as mentioned, whoever a reply answers among them where it pings. */
  readonly mentions: readonly User[];
  /** The interaction that the message answers, as Discord shows it in the message. */
  readonly interaction: { readonly id: string; readonly type: number; readonly user: User } | null;
  /** What the message passes on, as it stood when it was passed on. */
  readonly passedOn?: Partial<Draft> | undefined;
  /** The id of the one person who sees the message, if it is ephemeral. */
  readonly onlyFor: string | null;
}

export const NOTHING: Draft = {
  content: '',
  embeds: [],
  components: [],
  attachments: [],
  flags: 0,
  poll: null,
  stickers: [],
};

/** A new draft, or the given one after an edit: what the body does not mention stays as it was. */
export function applyBody(body: MessageBody, files: readonly Attachment[], before: Draft = NOTHING): Draft {
  return {
    content: body.content === undefined ? before.content : (body.content ?? '').trim(),
    embeds: body.embeds === undefined ? before.embeds : (body.embeds ?? []).map(trimEmbed),
    components:
      body.components === undefined ? before.components : numbered((body.components ?? []).map(trimText)),
    attachments: [...keptAttachments(body, before), ...files],
    flags: appliedFlags(body.flags ?? null, before),
    poll: body.poll ?? before.poll,
    stickers: body.sticker_ids ?? before.stickers,
  };
}

function keptAttachments(body: MessageBody, before: Draft): readonly Attachment[] {
  if (body.attachments === undefined) return before.attachments;
  const kept = new Set((body.attachments ?? []).map(({ id }) => id));
  return before.attachments.filter(({ id }) => kept.has(id));
}

/** An edit may set or clear SUPPRESS_EMBEDS and set IS_COMPONENTS_V2, which stays; nothing else. */
function appliedFlags(flags: number | null, before: Draft): number {
  if (before === NOTHING) return (flags ?? 0) & ~MessageFlag.Loading;
  const kept = before.flags & ~MessageFlag.Loading;
  if (flags === null) return kept;
  const { SuppressEmbeds, ComponentsV2 } = MessageFlag;
  return (kept & ~SuppressEmbeds) | (flags & (SuppressEmbeds | ComponentsV2));
}

function trimEmbed(embed: Embed): Embed {
  const trimmed = { ...embed };
  if (embed.title) trimmed.title = embed.title.trim();
  if (embed.description) trimmed.description = embed.description.trim();
  if (embed.fields) {
    trimmed.fields = embed.fields.map((field) => ({
      ...field,
      name: field.name.trim(),
      value: field.value.trim(),
    }));
  }
  return trimmed;
}

function trimText(component: Component): Component {
  const trimmed = { ...component };
  if (typeof component.content === 'string') trimmed.content = component.content.trim();
  if (component.components) trimmed.components = component.components.map(trimText);
  if (component.accessory) trimmed.accessory = trimText(component.accessory);
  return trimmed;
}

/** Discord numbers the components that carry no id of their own. */
function numbered(components: readonly Component[]): readonly Component[] {
  const all = flatten(components);
  const taken = new Set(all.map(({ id }) => id));
  let next = 1;
  for (const component of all) {
    if (component.id) continue;
    while (taken.has(next)) next++;
    component.id = next++;
  }
  return components;
}

/** All the text of a message that a reader sees, line by line: content, embeds, text displays. */
export function textOf(message: Draft): string {
  const embeds = message.embeds.flatMap((embed) => [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text,
  ]);
  const displays = flatten(message.components).map(({ content }) => content);
  return [message.content, ...embeds, ...displays].filter(Boolean).join('\n');
}

/** Whom a body notifies: every mention in its text that `allowed_mentions` lets through. */
export function pingsOf(draft: Draft, allowed: MessageBody['allowed_mentions']): string[] {
  const text = [draft.content, ...flatten(draft.components).map(({ content }) => content ?? '')].join('\n');
  const may = (kind: 'users' | 'roles', id: string) =>
    !allowed || allowed.parse?.includes(kind) || allowed[kind]?.includes(id);
  const mentions = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  const everyone = /@(everyone|here)\b/.test(text) && (!allowed || allowed.parse?.includes('everyone'));
  return [
    ...mentions(/<@!?(\d+)>/g).filter((id) => may('users', id)),
    ...mentions(/<@&(\d+)>/g).filter((id) => may('roles', id)),
    ...(everyone ? ['everyone'] : []),
  ];
}
