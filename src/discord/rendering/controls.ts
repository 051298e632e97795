// Buttons, links and menus of messages, inside Discord's limits for them.
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { cut, ruled } from './markdown.ts';

export type Button = APIComponentInMessageActionRow;

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export type Style = 'plain' | 'go' | 'stop' | 'first';

const styles = {
  plain: ButtonStyle.Secondary,
  go: ButtonStyle.Success,
  stop: ButtonStyle.Danger,
  first: ButtonStyle.Primary,
} as const;

export function button(
  id: string,
  label: string,
  style: Style = 'plain',
  disabled = false,
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: styles[style],
    label,
    custom_id: id,
    ...(disabled && { disabled }),
  };
}

export function linkButton(label: string, url: string): APIComponentInMessageActionRow {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

/** Rows of at most five buttons. */
export function rowsOf(buttons: readonly APIComponentInMessageActionRow[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += 5) {
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + 5) });
  }
  return rows;
}

export interface Menu {
  readonly id: string;
  readonly placeholder: string;
  readonly options: readonly APISelectMenuOption[];
  readonly most?: number;
}

export function menuRow({ id, placeholder, options, most = 1 }: Menu): Row {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: id,
        placeholder,
        options: [...options],
        min_values: 1,
        max_values: Math.min(most, options.length),
      },
    ],
  };
}

/** What a menu shows of something on one line. */
export function menuText(words: string): string {
  return cut(ruled(words), 100);
}
