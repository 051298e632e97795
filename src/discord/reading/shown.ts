// A message as it stands in Discord, read again: its components, the passages they name, and the menu it has.
import {
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
  type MessageComponentInteraction,
} from 'discord.js';
import type { Row } from '../rendering/controls.ts';
import { unanswered } from '../rendering/pieces.ts';
import { type Steps, stepsIn } from './among.ts';
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
  return action === 'open' ? options.map(({ value }) => value) : [];
}

/** What goes along from one passage of an answer to the next, and through its context and back. */
export interface Carried {
  /** What was asked, as it stands above the answer. */
  readonly asked: APITextDisplayComponent | undefined;
  /** The passages among which one steps; none where there is but one. */
  readonly steps: Steps;
  /** Whether they are no answer but come near to one. */
  readonly isNear: boolean;
}

export function carriedIn(shown: Shown): Carried {
  const ids = controlsIn(shown).flatMap((control) => ('custom_id' in control ? [control.custom_id] : []));
  const [steps = []] = ids.flatMap((id) => {
    const asked = askedIn(id);
    const named = asked?.action === 'go' ? stepsIn(asked.more) : undefined;
    return named ? [named.steps] : [];
  });
  const isNear = shown.some((top) => top.type === ComponentType.Container && top.accent_color === unanswered);
  return { asked: askedTextIn(shown), steps, isNear };
}

/** The component that tells what was asked: Discord keeps the number that we gave it. */
const askedComponent = 900;

/** What was asked, as a component that is found again. */
export function askedText(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, id: askedComponent, content };
}

export function askedTextIn(shown: Shown): APITextDisplayComponent | undefined {
  return partsIn(shown).find(
    (part) => part.type === ComponentType.TextDisplay && part.id === askedComponent,
  ) as APITextDisplayComponent | undefined;
}
