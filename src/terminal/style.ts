// How the terminal looks: colours where they are shown, lines as wide as the window, no control characters.
import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';

/** Where output goes: a stream that may be a terminal with a width and colours. */
export interface Screen {
  readonly stream: NodeJS.WritableStream & { readonly columns?: number; readonly rows?: number };
}

/** Lines longer than this are tiring to read, however wide the window is. */
const widest = 100;
const fallbackWidth = 80;
/** Text narrower than this is a column of broken words, however narrow the window is. */
const narrowest = 20;

export type Style = 'bold' | 'dim' | 'cyan' | 'yellow' | 'red' | 'green';

/** Colours text where the stream shows colours (`NO_COLOR` and `FORCE_COLOR` are honoured). */
export function styled(style: Style, text: string, screen: Screen): string {
  return styleText(style, text, { stream: screen.stream });
}

/** Whether anything looks different there: to a pipe, or without colours, nothing does. */
export function showsStyles(screen: Screen): boolean {
  return styled('bold', 'x', screen) !== 'x';
}

/** Control characters could move the cursor or colour the terminal: they are shown as Unicode's pictures of them. */
export function harmless(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, (control) => {
    const code = control.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}

/** How many columns a line may have. */
export function widthOf(screen: Screen): number {
  return Math.min(screen.stream.columns ?? fallbackWidth, widest);
}

/** Wraps text at words; every line begins with `margin`, or those behind the first with `next`, which is as wide. */
export function wrapped(text: string, screen: Screen, margin = '', next = margin): string {
  return wrapAnsi(text, Math.max(widthOf(screen) - margin.length, narrowest), { hard: true })
    .split('\n')
    .map((line, index) => `${index === 0 ? margin : next}${line.trimEnd()}`)
    .join('\n');
}
