// Discord's rules for messages that its schemas do not state, each under the name by which a test can find it.
import type { Finding } from './errors.ts';
import type { Draft } from './messages.ts';
import {
  type Component,
  ComponentType,
  flatten,
  LINK_BUTTON,
  type MessageBody,
  MessageFlag,
  PREMIUM_BUTTON,
} from './wire.ts';

/** A message as it would stand after the request, and the body that asks for it. */
export interface Proposal {
  readonly draft: Draft;
  readonly body: MessageBody;
}

type Rule = (proposal: Proposal) => readonly (readonly [at: string, message: string])[];

const V2_TEXT = 4_000;
const V2_COMPONENTS = 40;
const EMBED_TEXT = 6_000;
const ROWS = 5;
const BUTTONS_IN_A_ROW = 5;

const V1_COMPONENTS = new Set([
  ComponentType.ActionRow,
  ComponentType.Button,
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

const isV2 = (draft: Draft) => (draft.flags & MessageFlag.ComponentsV2) !== 0;
const buttons = (draft: Draft) =>
  flatten(draft.components).filter(({ type }) => type === ComponentType.Button);
const found = (broken: boolean, at: string, message: string) => (broken ? ([[at, message]] as const) : []);

function embedText(draft: Draft): number {
  const texts = draft.embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ]);
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

export function customIds(components: readonly Component[]): string[] {
  return flatten(components).flatMap(({ custom_id: id }) => (id ? [id] : []));
}

/** Names of files that the message shows by `attachment://name`. */
function filesShown(node: unknown): string[] {
  if (typeof node === 'string')
    return node.startsWith('attachment://') ? [node.slice('attachment://'.length)] : [];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(filesShown) : [];
}

export const messageRules = {
  'embeds-too-long': ({ draft }) => {
    const length = embedText(draft);
    return found(
      length > EMBED_TEXT,
      'embeds',
      `${length} characters in all embeds; ${EMBED_TEXT} are allowed.`,
    );
  },

  'button-without-custom-id': ({ draft }) =>
    buttons(draft)
      .filter(({ style, custom_id: id }) => !id && style !== LINK_BUTTON && style !== PREMIUM_BUTTON)
      .map(({ label }) => ['components', `The button "${label ?? ''}" needs a custom_id.`]),

  'link-button': ({ draft }) =>
    buttons(draft)
      .filter(({ style, custom_id: id, url }) => (style === LINK_BUTTON ? !url || id : url))
      .map(({ label }) => [
        'components',
        `"${label ?? ''}": a link button has a url and no custom_id, others no url.`,
      ]),

  'duplicate-custom-id': ({ draft }) =>
    repeated(customIds(draft.components)).map((id) => ['components', `The custom_id "${id}" stands twice.`]),

  'duplicate-option': ({ draft }) =>
    flatten(draft.components).flatMap(({ options, custom_id: id }) =>
      repeated((options ?? []).map(({ value }) => value)).map(
        (value) => ['components', `The menu "${id ?? ''}" offers the value "${value}" twice.`] as const,
      ),
    ),

  'empty-message': ({ draft }) => {
    const { content, embeds, components, attachments, poll, stickers } = draft;
    const parts = [content, ...embeds, ...components, ...attachments, ...stickers, poll];
    return found(
      !parts.some(Boolean),
      '',
      'A message needs content, embeds, components, files, a poll or stickers.',
    );
  },

  'empty-text': ({ draft }) =>
    flatten(draft.components)
      .filter(({ type, content }) => type === ComponentType.TextDisplay && !content)
      .map(() => ['components', 'A text display holds nothing but white space.']),

  'v2-with-content': ({ draft }) => {
    const { content, embeds, poll, stickers } = draft;
    const beside = Boolean(content) || embeds.length > 0 || Boolean(poll) || stickers.length > 0;
    return found(
      isV2(draft) && beside,
      'flags',
      'IS_COMPONENTS_V2 allows no content, embeds, poll or stickers.',
    );
  },

  'v2-too-much-text': ({ draft }) => {
    const length = flatten(draft.components).reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
    const over = isV2(draft) && length > V2_TEXT;
    return found(over, 'components', `${length} characters in all text displays; ${V2_TEXT} are allowed.`);
  },

  'v2-too-many-components': ({ draft }) => {
    const count = flatten(draft.components).length;
    return found(
      isV2(draft) && count > V2_COMPONENTS,
      'components',
      `${count} components, nested ones included; ${V2_COMPONENTS} are allowed.`,
    );
  },

  'v2-without-flag': ({ draft }) => {
    const stranger = draft.components.find(({ type }) => !V1_COMPONENTS.has(type));
    return found(
      !isV2(draft) && stranger !== undefined,
      'components',
      `Component type ${stranger?.type} needs the flag IS_COMPONENTS_V2.`,
    );
  },

  'too-many-rows': ({ draft }) =>
    found(
      !isV2(draft) && draft.components.length > ROWS,
      'components',
      `${draft.components.length} rows; without IS_COMPONENTS_V2 ${ROWS} are allowed.`,
    ),

  'row-too-full': ({ draft }) =>
    flatten(draft.components).flatMap((row) => {
      if (row.type !== ComponentType.ActionRow) return [];
      const inside = row.components ?? [];
      const alone = inside.length === 1 || inside.every(({ type }) => type === ComponentType.Button);
      const full = inside.length > BUTTONS_IN_A_ROW || !alone;
      return found(full, 'components', `A row takes up to ${BUTTONS_IN_A_ROW} buttons, or one menu alone.`);
    }),

  'missing-file': ({ draft }) => {
    const names = new Set(draft.attachments.map(({ name }) => name));
    return [...filesShown(draft.embeds), ...filesShown(draft.components)]
      .filter((name) => !names.has(name))
      .map((name) => ['attachments', `"attachment://${name}" is shown and was not sent.`]);
  },

  /** Not Discord's rule but the project's law: nothing that a source or a user wrote notifies anybody. */
  'nobody-pinged': ({ body }) => {
    const allowed = body.allowed_mentions;
    const silent =
      Array.isArray(allowed?.parse) &&
      [allowed.parse, allowed.users, allowed.roles].every((list) => !list || list.length === 0);
    return found(
      !silent,
      'allowed_mentions',
      'Every message carries allowed_mentions with an empty parse and no ids.',
    );
  },
} satisfies Record<string, Rule>;
export type MessageRuleName = keyof typeof messageRules;

export function messageFindings(proposal: Proposal, isOn: (rule: string) => boolean, at: string): Finding[] {
  const rules: Record<string, Rule> = messageRules;
  return Object.entries(rules).flatMap(([rule, judge]) =>
    isOn(rule)
      ? judge(proposal).map(([place, message]) => ({
          rule,
          at: [at, place].filter(Boolean).join('.'),
          message,
        }))
      : [],
  );
}
