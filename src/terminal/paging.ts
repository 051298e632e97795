// A reply that is longer than the window is shown a page at a time, so that its top does not scroll away.

/** A line for the prompt, one for what is left, and blank ones around it. */
const around = 4;
/** Of a window that is lower than this nobody sees a page. */
const lowest = 8;

/**
 * The pages of a text in a window of so many rows: whole parts, which blank lines divide; a part that is higher than the window is not
 * divided. One page where the window's height is not known.
 */
export function pagesOf(text: string, rows: number | undefined): string[][] {
  const parts = text.split('\n\n');
  if (rows === undefined || rows < lowest) return [parts];
  const pages: string[][] = [];
  let left = 0;
  for (const part of parts) {
    const height = part.split('\n').length + 1;
    const page = pages.at(-1);
    if (page && height <= left) page.push(part);
    else pages.push([part]);
    left = page && height <= left ? left - height : rows - around - height;
  }
  return pages;
}
