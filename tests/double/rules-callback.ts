// Discord's rules for interaction callbacks: which answer fits which interaction, choices, modals, deferrals.
import type { Finding } from './errors.ts';
import type { Interaction } from './interactions.ts';
import { customIds } from './rules-message.ts';
import { CallbackType, type ChoiceBody, InteractionType, MessageFlag, type ModalBody } from './wire.ts';

export type CallbackRuleName =
  | 'callback-type'
  | 'deferred-flags'
  | 'choice-count'
  | 'choice-text'
  | 'modal-title'
  | 'modal-components'
  | 'duplicate-custom-id';

const CHOICES = 25;
const CHOICE_TEXT = 100;
const MODAL_TITLE = 45;
const MODAL_COMPONENTS = 5;

const { Message, DeferredMessage, DeferredUpdate, UpdateMessage, Choices, Modal } = CallbackType;

/** The callback types with which an interaction may be answered. */
function fitting({ type, source }: Interaction): readonly number[] {
  if (type === InteractionType.Autocomplete) return [Choices];
  const update = source ? [DeferredUpdate, UpdateMessage] : [];
  const modal = type === InteractionType.ModalSubmit ? [] : [Modal];
  return [Message, DeferredMessage, ...update, ...modal];
}

export function callbackTypeFindings(interaction: Interaction, type: number): Finding[] {
  const allowed = fitting(interaction);
  if (allowed.includes(type)) return [];
  const message = `Type ${type} does not answer interaction type ${interaction.type}; ${allowed.join(', ')} do.`;
  return [{ rule: 'callback-type', at: 'type', message }];
}

export function deferralFindings(data: Readonly<Record<string, unknown>>): Finding[] {
  const { flags, ...rest } = data;
  const otherFlags = typeof flags === 'number' && (flags & ~MessageFlag.Ephemeral) !== 0;
  // An empty content or list says nothing; discord.js sends `tts: false` with everything.
  const said = Object.entries(rest).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : Boolean(value),
  );
  if (!otherFlags && said.length === 0) return [];
  const beside = said.map(([key]) => key).join(', ') || `flags ${String(flags)}`;
  const message = `A deferral carries the flag EPHEMERAL and nothing else, not ${beside}.`;
  return [{ rule: 'deferred-flags', at: 'data', message }];
}

export function choicesFindings(choices: readonly ChoiceBody[]): Finding[] {
  const tooMany = `${choices.length} choices; ${CHOICES} are allowed.`;
  const count =
    choices.length > CHOICES ? [{ rule: 'choice-count', at: 'data.choices', message: tooMany }] : [];
  const texts = choices.flatMap(({ name, value }, index) => {
    const long = name.length > CHOICE_TEXT || String(value).length > CHOICE_TEXT;
    const message = `A choice has a name of 1 to ${CHOICE_TEXT} characters and a value of up to ${CHOICE_TEXT}.`;
    return long || name.trim() === '' ? [{ rule: 'choice-text', at: `data.choices.${index}`, message }] : [];
  });
  return [...count, ...texts];
}

export function modalFindings(modal: ModalBody): Finding[] {
  const { title, components } = modal;
  const findings: Finding[] = [];
  if (title.trim() === '' || title.length > MODAL_TITLE) {
    const message = `The title has ${title.length} characters; 1 to ${MODAL_TITLE} are allowed.`;
    findings.push({ rule: 'modal-title', at: 'data.title', message });
  }
  if (components.length < 1 || components.length > MODAL_COMPONENTS) {
    const message = `${components.length} components; 1 to ${MODAL_COMPONENTS} are allowed.`;
    findings.push({ rule: 'modal-components', at: 'data.components', message });
  }
  const ids = customIds(components);
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) {
    const message = `The custom_id "${id}" stands twice.`;
    findings.push({ rule: 'duplicate-custom-id', at: 'data.components', message });
  }
  return findings;
}
