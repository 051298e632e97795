// A message as it stands in Discord, read again: its components, the passages they name, and the menu it has.
import {
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ComponentType,
  type MessageComponentInteraction,
} from 'discord.js';
import type { Row } from '../controls.ts';
import { type Asked, askedIn } from './ids.ts';
import type { Ref } from './refs.ts';

export type Shown = readonly APIMessageTopLevelComponent[];

/** The components of the message that was acted on. */
export function shownIn({ message }: MessageComponentInteraction): Shown {
  return message.components.map((component) => component.toJSON());
}

export function isRow(component: APIComponentInContainer): component is Row {
  return component.type === ComponentType.ActionRow;
}

export function partsIn(shown: Shown): readonly APIComponentInContainer[] {
  return shown.flatMap((top) => (top.type === ComponentType.Container ? top.components : []));
}

export function controlsIn(shown: Shown): readonly APIComponentInMessageActionRow[] {
  return partsIn(shown)
    .filter(isRow)
    .flatMap(({ components }) => components);
}

/** Who may take a message back stands where others have their passage. */
function isPassage({ action, ref }: Asked): boolean {
  return ref !== '' && action !== 'undo';
}

/** The passage that a message shows, or, where it shows several, those of its menu. */
export function mainRefsIn(shown: Shown): Ref[] {
  const buttons = controlsIn(shown).flatMap((control) => {
    const asked = 'custom_id' in control ? askedIn(control.custom_id) : undefined;
    return asked && isPassage(asked) ? [asked.ref] : [];
  });
  return buttons.length > 0 ? buttons : [...refsIn(shown)];
}

/** Every passage that buttons and menus of a message name. */
export function refsIn(shown: Shown): ReadonlySet<Ref> {
  const named = controlsIn(shown).flatMap((control) => {
    if (control.type === ComponentType.StringSelect) return refsOfMenu(control);
    const asked = 'custom_id' in control ? askedIn(control.custom_id) : undefined;
    return asked && isPassage(asked) ? [asked.ref] : [];
  });
  return new Set(named);
}

function refsOfMenu({
  custom_id: id,
  options,
}: Extract<APIComponentInMessageActionRow, { options: unknown }>): Ref[] {
  const action = askedIn(id)?.action;
  return action === 'pick' || action === 'open' ? options.map(({ value }) => value) : [];
}

/** The menu from which one of several passages is picked: it goes along from page to page. */
export function pickIn(shown: Shown): { readonly rows: readonly Row[]; readonly refs: readonly Ref[] } {
  const rows = partsIn(shown)
    .filter(isRow)
    .filter(
      ({ components: [first] }) => first !== undefined && 'custom_id' in first && isPick(first.custom_id),
    );
  const refs = rows.flatMap(({ components: [menu] }) =>
    menu?.type === ComponentType.StringSelect ? refsOfMenu(menu) : [],
  );
  return { rows, refs };
}

function isPick(id: string): boolean {
  return askedIn(id)?.action === 'pick';
}
