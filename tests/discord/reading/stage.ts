// What the tests of passages share: a document long enough to page through, and the controls of a message.
import { ComponentType } from 'discord.js';
import { type Library, openLibrary } from '../../../src/library.ts';
import type { Seen } from '../../double/seen.ts';
import { folderWith, markdown } from '../../temporary.ts';
import { startScene } from '../bot.ts';

export const paragraphs: readonly string[] = Array.from(
  { length: 12 },
  (_, index) => `Paragraph ${index + 1} tells of the harbour *number ${index + 1}* and nothing else.`,
);

/** A document of twelve short paragraphs, and one whose middle paragraph needs several pages. */
export async function longLibrary(): Promise<Library> {
  const words = Array.from({ length: 625 }, (_, index) => `word${index}`).join(' ');
  return openLibrary(
    await folderWith({
      'a.md': markdown('harbours', paragraphs.join('\n\n')),
      'b.md': markdown(
        'treatise',
        `A first paragraph.\n\nThe lighthouse stands ${words} at its end.\n\nA last one.`,
      ),
    }),
  );
}

/** The custom id of the button with a label. */
export function idOf(seen: Seen, label: string): string {
  const found = seen.components.find((each) => each.label === label);
  if (!found?.custom_id) throw new Error(`no button "${label}": ${seen.buttons.join(', ')}`);
  return found.custom_id;
}

interface Menu {
  readonly id: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** The menus of a message. */
export function menusOf(seen: Seen): Menu[] {
  return seen.components
    .filter(({ type }) => type === ComponentType.StringSelect)
    .map(({ custom_id: id, options }) => ({ id: id!, options: options as Menu['options'] }));
}

/** Pictures take their time where other tests run beside: people here are more patient than elsewhere. */
export const patientScene = (options: Parameters<typeof startScene>[0] = {}): ReturnType<typeof startScene> =>
  startScene({ patienceMs: 20_000, ...options });
