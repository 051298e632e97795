// A document becomes a Markdown file: what `readDocument` reads back as the same document.
import type { FrontMatter, Told } from '../document.ts';
import { writeYaml } from './yaml.ts';

/** The file of a document; `text` has LF line ends and no front matter. */
export function writtenDocument(data: FrontMatter, text: string): string {
  const { id, title, kind, publisher, url, published, retrieved, language, credit, pages, status } = data;
  const front = {
    id,
    title: written(title),
    kind,
    publisher: publisher && written(publisher),
    url,
    published: published && written(published),
    retrieved,
    language,
    credit,
    pages,
    status: status === 'current' ? undefined : status,
  };
  return `---\n${writeYaml(front)}---\n\n${text.replace(/^\n+|\n+$/gu, '')}\n`;
}

function written({ value, by, because = '' }: Told): string | Record<string, string> {
  return by === 'source' ? value : { [by]: value, because };
}
