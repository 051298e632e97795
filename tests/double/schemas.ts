// Discord's own schemas, as `discord-api-spec` ships them: which one a request must satisfy, and what it says.
// An unknown key passes in them, so the parsed copy, which lacks it, is compared with the body.
import * as spec from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import * as z from 'zod/mini';
import type { Finding } from './errors.ts';
import { CallbackType } from './wire.ts';

/** The schemas in use, under their names in Discord's OpenAPI document. */
const SCHEMAS = {
  ApplicationCommandAutocompleteCallbackRequest: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandCreateRequest: spec.ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartial: spec.ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequest: spec.ApplicationCommandUpdateRequestSchema,
  ApplicationFormPartial: spec.ApplicationFormPartialSchema,
  BotAccountPatchRequest: spec.BotAccountPatchRequestSchema,
  CreateMessageInteractionCallbackRequest: spec.CreateMessageInteractionCallbackRequestSchema,
  CreatePrivateChannelRequest: spec.CreatePrivateChannelRequestSchema,
  IncomingWebhookRequestPartial: spec.IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartial: spec.IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequest: spec.MessageCreateRequestSchema,
  MessageEditRequestPartial: spec.MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequest: spec.ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequest: spec.UpdateMessageInteractionCallbackRequestSchema,
} satisfies Record<string, ZodMiniType>;
export type SchemaName = keyof typeof SCHEMAS;

const BY_ROUTE: readonly (readonly [string, RegExp, SchemaName])[] = [
  ['POST', /^\/webhooks\/\d+\/[^/]+$/, 'IncomingWebhookRequestPartial'],
  ['PATCH', /^\/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/, 'IncomingWebhookUpdateRequestPartial'],
  ['POST', /^\/channels\/\d+\/messages$/, 'MessageCreateRequest'],
  ['PATCH', /^\/channels\/\d+\/messages\/\d+$/, 'MessageEditRequestPartial'],
  ['PUT', /^\/applications\/\d+(\/guilds\/\d+)?\/commands$/, 'ApplicationCommandUpdateRequest'],
  ['POST', /^\/applications\/\d+(\/guilds\/\d+)?\/commands$/, 'ApplicationCommandCreateRequest'],
  ['PATCH', /^\/applications\/\d+(\/guilds\/\d+)?\/commands\/\d+$/, 'ApplicationCommandPatchRequestPartial'],
  ['PATCH', /^\/applications\/@me$/, 'ApplicationFormPartial'],
  ['PATCH', /^\/users\/@me$/, 'BotAccountPatchRequest'],
  ['POST', /^\/users\/@me\/channels$/, 'CreatePrivateChannelRequest'],
];

const BY_CALLBACK = new Map<unknown, SchemaName>([
  [CallbackType.Message, 'CreateMessageInteractionCallbackRequest'],
  [CallbackType.DeferredMessage, 'CreateMessageInteractionCallbackRequest'],
  [CallbackType.DeferredUpdate, 'UpdateMessageInteractionCallbackRequest'],
  [CallbackType.UpdateMessage, 'UpdateMessageInteractionCallbackRequest'],
  [CallbackType.Choices, 'ApplicationCommandAutocompleteCallbackRequest'],
  [CallbackType.Modal, 'ModalInteractionCallbackRequest'],
]);

/** The schema of a body by method and path; an interaction callback says in its `type` which one it means. */
export function schemaFor(method: string, path: string, body: unknown): SchemaName | null {
  if (path.startsWith('/interactions/')) {
    return (
      BY_CALLBACK.get(isRecord(body) ? body['type'] : undefined) ?? 'CreateMessageInteractionCallbackRequest'
    );
  }
  return BY_ROUTE.find(([verb, pattern]) => verb === method && pattern.test(path))?.[2] ?? null;
}

/** What Discord's schema has against a body. A bulk overwrite is checked command by command. */
export function schemaFindings(name: SchemaName, body: unknown): Finding[] {
  if (name === 'ApplicationCommandUpdateRequest' && Array.isArray(body)) {
    return body.flatMap((command, index) => findings(SCHEMAS[name], tolerated(command), String(index)));
  }
  return findings(SCHEMAS[name], tolerated(body), '');
}

function findings(schema: ZodMiniType, body: unknown, at: string): Finding[] {
  const parsed = z.safeParse(schema, body);
  if (parsed.success) {
    return unknownKeys(body, parsed.data, at).map((key) => ({
      rule: 'unknown-key',
      at: key,
      message: 'No such key.',
    }));
  }
  return parsed.error.issues.map((issue) => ({
    rule: 'schema',
    at: [at, ...issue.path].filter((step) => step !== '').join('.'),
    message: issue.code === 'invalid_union' ? unionMessage(issue.errors) : issue.message,
  }));
}

/** Of a union that fails as a whole, the branch that came nearest: the one whose complaint lies deepest. */
function unionMessage(
  branches: readonly (readonly { path: readonly PropertyKey[]; message: string }[])[],
): string {
  const told = branches.flat().toSorted((a, b) => b.path.length - a.path.length);
  const nearest = told.find(({ path }) => path.at(-1) !== 'type') ?? told[0];
  return nearest ? `${nearest.path.map(String).join('.')}: ${nearest.message}` : 'Fits no form.';
}

/** The places of all keys that `read`, the schema's own copy, has dropped from `sent`. */
function unknownKeys(sent: unknown, read: unknown, at: string): string[] {
  if (Array.isArray(sent) && Array.isArray(read)) {
    return sent.flatMap((item, index) => unknownKeys(item, read[index], step(at, String(index))));
  }
  if (!isRecord(sent) || !isRecord(read)) return [];
  return Object.entries(sent).flatMap(([key, value]) =>
    key in read ? unknownKeys(value, read[key], step(at, key)) : [step(at, key)],
  );
}

const step = (at: string, key: string) => (at === '' ? key : `${at}.${key}`);

/** Keys that Discord accepts and its document leaves out, by where they stand. */
const UNDOCUMENTED = new Set(['tts', 'nonce', 'enforce_nonce', 'message_reference', 'nsfw']);

/**
 * The body as the schemas want to see it: without what Discord takes although its document does not name it
 * (discord.js sends `tts`, nonces and references everywhere, and `animated` in an emoji), and with
 * permissions, which are sent as digits in a string, as the number that the document asks for.
 */
export function tolerated(body: unknown): unknown {
  if (!isRecord(body)) return body;
  const data = isRecord(body['data']) ? { data: withoutUndocumented(body['data']) } : {};
  return { ...withoutUndocumented(body), ...data };
}

function withoutUndocumented(body: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(body).filter(([key]) => !UNDOCUMENTED.has(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === 'components' ? plainEmoji(value) : digits(key, value)]),
  );
}

function digits(key: string, value: unknown): unknown {
  const isNumber = key === 'default_member_permissions' && typeof value === 'string' && /^\d+$/.test(value);
  return isNumber ? Number(value) : value;
}

function plainEmoji(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainEmoji);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== 'emoji' || !isRecord(inner)) return [key, plainEmoji(inner)];
      return [key, Object.fromEntries(Object.entries(inner).filter(([name]) => name !== 'animated'))];
    }),
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
