// A picture before it is drawn: boxes and texts, as satori takes them. Plain data, so that tests can read what it says.
import { withBracketsMarked } from './brackets.ts';
import { drawable } from './fonts.ts';

export type Style = Readonly<Record<string, string | number>>;

export interface Box {
  readonly type: 'div' | 'svg' | 'path' | 'rect' | 'circle';
  readonly props: {
    readonly style?: Style;
    readonly children?: string | readonly Box[];
    readonly [attribute: string]: unknown;
  };
}

/** Boxes beside or above one another. A missing child is left out. */
export function box(style: Style, ...children: readonly (Box | undefined)[]): Box {
  return {
    type: 'div',
    props: {
      style: { display: 'flex', boxSizing: 'border-box', ...style },
      children: children.filter((child) => child !== undefined),
    },
  };
}

/** A text of its own; a word too long for its line is broken. */
export function text(style: Style, content: string): Box {
  return {
    type: 'div',
    props: {
      style: { display: 'block', boxSizing: 'border-box', wordBreak: 'break-word', ...style },
      children: withBracketsMarked(drawable(content)),
    },
  };
}

/** Every text of a picture, in the order of reading. */
export function textsOf({ props: { children } }: Box): readonly string[] {
  if (children === undefined) return [];
  return typeof children === 'string' ? [children] : children.flatMap(textsOf);
}
