// Buttons, menus and modal fields as a person meets them: found by label or custom_id, used within their limits.

import { memberPart } from './command-line.ts';
import { channelPayload, rolePayload, userPayload } from './payloads.ts';
import type { Server } from './server.ts';
import { type Component, ComponentType, flatten, LINK_BUTTON, type ModalBody } from './wire.ts';
import type { World } from './world.ts';

const SELECTS = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];
/** The modal fields of which one, or several, of a list are chosen. */
const LISTS = [...SELECTS, ComponentType.RadioGroup, ComponentType.CheckboxGroup, ComponentType.FileUpload];
const FIELDS = [ComponentType.TextInput, ComponentType.Checkbox, ...LISTS];

/** What is put into a modal's field: text, a tick, or the values chosen. */
export type FieldValue = string | boolean | readonly string[];

const complain = (message: string) => new Error(`Discord double: ${message}`);
const idOf = (component: Component) => component.custom_id ?? '';

/** The button's custom_id. With `unchecked` it need not be there, nor be enabled. */
export function pressable(components: readonly Component[], name: string, unchecked: boolean): string {
  const buttons = flatten(components).filter(({ type }) => type === ComponentType.Button);
  const named = buttons.filter(({ custom_id: id, label }) => id === name || label === name);
  const button = named.find(({ disabled }) => !disabled) ?? named[0];
  if (!button && unchecked) return name;
  if (!button) {
    throw complain(
      `there is no button "${name}"; there are ${list(buttons.map((one) => one.label ?? idOf(one)))}`,
    );
  }
  if (button.style === LINK_BUTTON)
    throw complain(`"${name}" is a link to ${button.url}; it sends no interaction`);
  if (button.disabled && !unchecked) throw complain(`the button "${name}" is disabled`);
  return idOf(button);
}

/** The menu by custom_id or placeholder, or the only one; with the data that choosing these values sends. */
export function choosable(
  world: World,
  server: Server | null,
  components: readonly Component[],
  name: string,
  values: readonly string[],
  unchecked: boolean,
): Record<string, unknown> {
  const menus = flatten(components).filter(({ type }) => SELECTS.includes(type));
  const menu = menus.find((one) => one.custom_id === name || one['placeholder'] === name);
  if (!menu) throw complain(`there is no menu "${name}"; there are ${list(menus.map(idOf))}`);
  if (!unchecked) {
    if (menu.disabled) throw complain(`the menu "${name}" is disabled`);
    const complaint = listComplaint(menu, values);
    if (complaint) throw complain(`menu "${name}": ${complaint}`);
  }
  const resolved = resolveChosen(world, server, values);
  const isText = menu.type === ComponentType.StringSelect;
  return { custom_id: menu.custom_id, component_type: menu.type, values, ...(isText ? {} : { resolved }) };
}

function listComplaint(field: Component, values: readonly string[]): string | null {
  const min = field.min_values ?? 1;
  const max = field.max_values ?? 1;
  if (values.length < min || values.length > max)
    return `${values.length} chosen; ${min} to ${max} are allowed`;
  const stranger = values.find(
    (value) => field.options && !field.options.some((option) => option.value === value),
  );
  if (stranger === undefined) return null;
  return `"${stranger}" is not offered; there are ${list((field.options ?? []).map(({ value }) => value))}`;
}

function resolveChosen(world: World, server: Server | null, ids: readonly string[]): Record<string, unknown> {
  const people = ids.flatMap((id) => world.people.get(id) ?? []);
  const roles = server?.roles.filter(({ id }) => ids.includes(id)) ?? [];
  const channels = ids.flatMap((id) => world.channels.get(id) ?? []);
  return {
    users: Object.fromEntries(people.map((person) => [person.user.id, userPayload(person.user)])),
    members: Object.fromEntries(people.map((person) => [person.user.id, memberPart(person)])),
    roles: Object.fromEntries(roles.map((role) => [role.id, rolePayload(role, 1)])),
    channels: Object.fromEntries(
      channels.map((one) => [one.id, { ...channelPayload(one), permissions: '0' }]),
    ),
  };
}

/** The data of a submitted modal. Fields are named by custom_id or label; one left out keeps what it was filled with. */
export function submission(
  modal: ModalBody,
  given: Readonly<Record<string, FieldValue>>,
  unchecked: boolean,
): Record<string, unknown> {
  const all = flatten(modal.components);
  const fields = all.filter(({ type }) => FIELDS.includes(type));
  const labels = new Map(
    all.flatMap(({ component, label }) => (component ? [[idOf(component), label]] : [])),
  );
  const isNamed = (field: Component, name: string) =>
    [field.custom_id, field.label, labels.get(idOf(field))].includes(name);
  const stray = Object.keys(given).find((name) => !fields.some((field) => isNamed(field, name)));
  if (stray !== undefined)
    throw complain(`the modal has no field "${stray}"; it has ${list(fields.map(idOf))}`);
  const fill = (field: Component) => {
    const name = Object.keys(given).find((one) => isNamed(field, one));
    return filled(field, name === undefined ? undefined : given[name], unchecked);
  };
  return {
    custom_id: modal.custom_id,
    components: modal.components.map((one, index) => shape(one, index + 1, fill)),
  };
}

type Fill = (field: Component) => Record<string, unknown>;

function shape(component: Component, id: number, fill: Fill): Record<string, unknown> {
  const { type, component: inner, components } = component;
  const base = { type, id: component.id ?? id };
  if (inner) return { ...base, component: { id: inner.id ?? id + 100, ...fill(inner) } };
  if (components)
    return { ...base, components: components.map((one) => ({ id: one.id ?? id + 100, ...fill(one) })) };
  return base;
}

function filled(
  field: Component,
  given: FieldValue | undefined,
  unchecked: boolean,
): Record<string, unknown> {
  const base = { type: field.type, custom_id: idOf(field) };
  const refuse = (complaint: string | null) => {
    if (complaint && !unchecked) throw complain(`field "${idOf(field)}": ${complaint}`);
  };
  if (field.type === ComponentType.Checkbox) return { ...base, value: given === true };
  if (field.type === ComponentType.TextInput) {
    const value = typeof given === 'string' ? given : (field.value ?? '');
    refuse(textComplaint(field, value));
    return { ...base, value };
  }
  const values = chosen(given);
  if (values.length > 0 || field.required !== false) refuse(listComplaint(field, values));
  return field.type === ComponentType.RadioGroup
    ? { ...base, value: values[0] ?? null }
    : { ...base, values };
}

function chosen(given: FieldValue | undefined): readonly string[] {
  if (typeof given === 'string') return [given];
  return typeof given === 'object' ? given : [];
}

function textComplaint(field: Component, value: string): string | null {
  if (value === '') return field.required === false ? null : 'it is required';
  const min = field.min_length ?? 0;
  const max = field.max_length ?? 4_000;
  return value.length < min || value.length > max
    ? `${value.length} characters; ${min} to ${max} are allowed`
    : null;
}

const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ') || 'none';
