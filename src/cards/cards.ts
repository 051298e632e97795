// The door to every picture: a quote card of a passage, a map of positions. Data in, a PNG with its text alternative out.

import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Quoted } from '../citing/quoted.ts';
import { listFormat } from '../messages/formats.ts';
import type { Message, Translate } from '../messages/messages.ts';
import { altOf, contentOf } from './content.ts';
import type { Job } from './draw.ts';
import { mapAltOf, mapContentOf, mapTextOf, type Positions } from './map-content.ts';
import { openPress, type Pressed } from './press.ts';
import type { Theme } from './themes.ts';

/** A picture. `alt` describes it whole in at most 1,024 characters, which is what Discord takes. Sizes in pixels. */
export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Why there is no picture, fit to show. */
export interface Refused {
  readonly refused: Message;
}

export interface Cards {
  /** The card of a part of a passage. Throws a RangeError where the part is not inside the passage. */
  quoteCard(quoted: Quoted & { readonly theme: Theme }, translate: Translate): Promise<Picture | Refused>;
  /** Who stands where, or a page of it; `text` says all of it in words, of any length. */
  positionsMap(
    positions: Positions & { readonly theme: Theme },
    translate: Translate,
  ): Promise<(Picture & { readonly text: string }) | Refused>;
  /** Ends the thread that draws. */
  close(): Promise<void>;
}

export interface CardsOptions {
  /** How long one picture may take in milliseconds; Discord waits 15 minutes, people do not. */
  readonly timeLimit?: number;
  /** How many pictures may wait for their turn. */
  readonly mostWaiting?: number;
  /** After how many milliseconds without a picture the memory of the thread is given back. */
  readonly idleLimit?: number;
  /** How many bytes of pictures are kept for the next who asks for the same. */
  readonly kept?: number;
}

export function openCards(options: CardsOptions = {}): Cards {
  const { timeLimit = 8_000, mostWaiting = 40, idleLimit = 300_000, kept = 16_000_000 } = options;
  const press = openPress({ timeLimit, mostWaiting, idleLimit });
  const done = new LRUCache<string, Exclude<Pressed, string>>({
    maxSize: kept,
    sizeCalculation: (pressed) => ('png' in pressed ? pressed.png.byteLength : 1_000),
  });
  const begun = new Map<string, Promise<Pressed>>();

  /** The same picture is drawn once, also where several ask for it at the same time. */
  const print = async (job: Job): Promise<Pressed> => {
    const key = createHash('sha256').update(JSON.stringify(job)).digest('hex');
    const known = done.get(key);
    if (known) return known;
    const pressed = begun.get(key) ?? press.do(job).finally(() => begun.delete(key));
    begun.set(key, pressed);
    const result = await pressed;
    if (typeof result !== 'string') done.set(key, result);
    return result;
  };

  return {
    quoteCard: async ({ theme, ...quoted }, translate) => {
      const content = contentOf(quoted, translate);
      const pressed = await print({ kind: 'quote', content, theme });
      return pictureOf(pressed, altOf(content, translate), translate);
    },
    positionsMap: async ({ theme, ...positions }, translate) => {
      const content = mapContentOf(positions, translate);
      if ('refused' in content) return content;
      const text = mapTextOf(positions, translate);
      const picture = pictureOf(
        await print({ kind: 'map', content, theme }),
        mapAltOf(positions, translate),
        translate,
      );
      return 'refused' in picture ? picture : { ...picture, text };
    },
    close: () => press.close(),
  };
}

/** How many letters a refusal names; one is enough to know the script. */
const mostNamed = 5;

function pictureOf(pressed: Pressed, alt: string, translate: Translate): Picture | Refused {
  if (pressed === 'late') return { refused: { key: 'card.late' } };
  if (pressed === 'busy') return { refused: { key: 'card.busy' } };
  if ('png' in pressed) return { ...pressed, alt };
  const letters = listFormat(translate.locale).format(pressed.missing.slice(0, mostNamed));
  return { refused: { key: 'card.noLetters', values: { letters } } };
}
