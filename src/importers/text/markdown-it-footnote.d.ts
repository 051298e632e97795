// The types of markdown-it-footnote, as far as it is used here; the package brings none.
declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';

  export default function footnotes(parser: MarkdownIt): void;
}
