// What crosses the wire: Discord's numbers by name, and the shapes of the bodies that the double itself reads.
// These shapes are loose on purpose: whether a body is right is for schemas.ts and the rules to say.
import { z } from 'zod';

export const MessageFlag = {
  SuppressEmbeds: 1 << 2,
  Ephemeral: 1 << 6,
  Loading: 1 << 7,
  ComponentsV2: 1 << 15,
};
export const Permission = {
  Administrator: 1n << 3n,
  ManageGuild: 1n << 5n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ReadMessageHistory: 1n << 16n,
  SendMessagesInThreads: 1n << 38n,
};
export const InteractionType = { Command: 2, Component: 3, Autocomplete: 4, ModalSubmit: 5 };
export const CallbackType = {
  Message: 4,
  DeferredMessage: 5,
  DeferredUpdate: 6,
  UpdateMessage: 7,
  Choices: 8,
  Modal: 9,
};
export const CommandType = { ChatInput: 1, User: 2, Message: 3 };
export const OptionType = {
  Subcommand: 1,
  SubcommandGroup: 2,
  String: 3,
  Integer: 4,
  Boolean: 5,
  User: 6,
  Channel: 7,
  Role: 8,
  Mentionable: 9,
  Number: 10,
  Attachment: 11,
};
export const ComponentType = {
  ActionRow: 1,
  Button: 2,
  StringSelect: 3,
  TextInput: 4,
  UserSelect: 5,
  RoleSelect: 6,
  MentionableSelect: 7,
  ChannelSelect: 8,
  Section: 9,
  TextDisplay: 10,
  Thumbnail: 11,
  MediaGallery: 12,
  File: 13,
  Separator: 14,
  Container: 17,
  Label: 18,
  FileUpload: 19,
  RadioGroup: 21,
  CheckboxGroup: 22,
  Checkbox: 23,
};
export const LINK_BUTTON = 5;
export const PREMIUM_BUTTON = 6;

const text = z.string().nullish();

export const componentSchema = z.looseObject({
  type: z.number(),
  id: z.number().nullish(),
  custom_id: text,
  label: text,
  content: text,
  value: text,
  url: text,
  style: z.number().nullish(),
  disabled: z.boolean().nullish(),
  required: z.boolean().nullish(),
  min_values: z.number().nullish(),
  max_values: z.number().nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
  options: z.array(z.looseObject({ label: z.string(), value: z.string() })).nullish(),
  get components() {
    return z.array(componentSchema).nullish();
  },
  get component() {
    return componentSchema.nullish();
  },
  get accessory() {
    return componentSchema.nullish();
  },
});
export type Component = z.infer<typeof componentSchema>;

export const embedSchema = z.looseObject({
  title: text,
  description: text,
  footer: z.looseObject({ text: z.string() }).nullish(),
  author: z.looseObject({ name: z.string() }).nullish(),
  fields: z.array(z.looseObject({ name: z.string(), value: z.string() })).nullish(),
});
export type Embed = z.infer<typeof embedSchema>;

export const messageBodySchema = z.looseObject({
  content: text,
  embeds: z.array(embedSchema).nullish(),
  components: z.array(componentSchema).nullish(),
  attachments: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.number()]).transform(String),
        filename: text,
        description: text,
      }),
    )
    .nullish(),
  allowed_mentions: z
    .looseObject({
      parse: z.array(z.string()).nullish(),
      users: z.array(z.string()).nullish(),
      roles: z.array(z.string()).nullish(),
      replied_user: z.boolean().nullish(),
    })
    .nullish(),
  flags: z.number().nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  tts: z.boolean().nullish(),
  poll: z.looseObject({}).nullish(),
  sticker_ids: z.array(z.string()).nullish(),
  message_reference: z
    .looseObject({ message_id: text, fail_if_not_exists: z.boolean().optional() })
    .nullish(),
});
export type MessageBody = z.infer<typeof messageBodySchema>;

export const modalSchema = z.looseObject({
  custom_id: z.string(),
  title: z.string(),
  components: z.array(componentSchema),
});
export type ModalBody = z.infer<typeof modalSchema>;

const localizations = z.record(z.string(), z.string()).nullish();

export const choiceSchema = z.looseObject({
  name: z.string(),
  name_localizations: localizations,
  value: z.union([z.string(), z.number()]),
});
export type ChoiceBody = z.infer<typeof choiceSchema>;

export const callbackSchema = z.looseObject({ type: z.number(), data: z.unknown().optional() });
export const choicesSchema = z.looseObject({ choices: z.array(choiceSchema).nullish() });

export const optionSchema = z.looseObject({
  type: z.number(),
  name: z.string(),
  name_localizations: localizations,
  description: text,
  description_localizations: localizations,
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z.array(choiceSchema).nullish(),
  channel_types: z.array(z.number()).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
  get options() {
    return z.array(optionSchema).nullish();
  },
});
export type CommandOption = z.infer<typeof optionSchema>;

export const commandSchema = z.looseObject({
  name: z.string(),
  type: z.number().nullish(),
  name_localizations: localizations,
  description: text,
  description_localizations: localizations,
  options: z.array(optionSchema).nullish(),
  default_member_permissions: z.union([z.string(), z.number()]).nullish(),
  contexts: z.array(z.number()).nullish(),
  dm_permission: z.boolean().nullish(),
});
export type CommandBody = z.infer<typeof commandSchema>;

/** Everything inside the given components and themselves, in the order in which a reader meets them. */
export function flatten(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...flatten(component.components ?? []),
    ...flatten(component.component ? [component.component] : []),
    ...flatten(component.accessory ? [component.accessory] : []),
  ]);
}
