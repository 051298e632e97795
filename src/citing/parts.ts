// A citation in pieces: text, and text that a style sets in italics. Written plain, or as Markdown with the italics.

export type Part = string | { readonly italic: string };

export function italic(text: string): Part {
  return { italic: text };
}

export function plainOf(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.italic)).join('');
}

export function markdownOf(parts: readonly Part[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? linked(part) : `*${escaped(part.italic)}*`))
    .join('');
}

/** Addresses between angle brackets, as CommonMark links them; what document.ts lets through as one holds no such bracket. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/\S+?(?=\.?$))/u)
    .map((piece) => (/^https?:\/\//u.test(piece) ? `<${piece}>` : escaped(piece)))
    .join('');
}

/** What CommonMark takes for its own anywhere in a line. A backslash before punctuation is never shown. */
const special = /[\\`*_[\]<>&~|]/gu;
/** What it takes for its own at the beginning of a line: headings, lists, rules, and lines under a heading. */
const leading = /^(\s*)([#+\-=]|\d+(?=[.)]))/gmu;

/** A text that shows as it is in a Markdown file, each of its letters kept. */
export function escaped(text: string): string {
  return text
    .replace(special, '\\$&')
    .replace(leading, (_, space: string, mark: string) =>
      /\d/u.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}
