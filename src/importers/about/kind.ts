// Which kind of document a text is, where its file does not say so: what its title calls it, else what its form shows.
import type { Document, kinds } from '../../corpus/document.ts';
import { linesOf } from '../../corpus/labels/labels.ts';
import { passagesOf } from '../../corpus/passages.ts';
import { kindInTitle } from './title-kind.ts';
import { isTreaty } from './treaty-form.ts';

type Kind = (typeof kinds)[number];

/** `isNews`: the page says that it is a newspaper's. */
export function kindOf(paragraphs: readonly string[], title: string | undefined, isNews = false): Kind {
  const named = title === undefined ? undefined : kindInTitle(title, isNews);
  if (named) return named;
  if (isNews) return 'news';
  return isTreaty(paragraphs) ? 'treaty' : isTalk(paragraphs) ? 'transcript' : 'other';
}

/** Folders of a site in which its newsroom or its press office writes, as the five languages call them. */
const newsFolder =
  /^(?:news|news-?room|latest-news|press|press-?(?:room|releases?)|media-?(?:centre|center)?|aktuelles|nachrichten|neuigkeiten|presse(?:mitteilungen|meldungen)?|meldungen|actualites?|actus?|salle-de-presse|communiques(?:-de-presse)?|aktualnosci|wiadomosci|prasa|komunikaty(?:-prasowe)?|novyny|news-ua|presa|pres-?(?:tsentr|centr|sluzhba))$/iu;

/** Whether an address leads into such a folder. */
export function isAmongNews(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  return new URL(url).pathname
    .split('/')
    .slice(1, -1)
    .some((folder) => newsFolder.test(folder));
}

/** A third of the paragraphs begin with a label: what one speaker says goes on over several. */
function isTalk(paragraphs: readonly string[]): boolean {
  const talk: Document = {
    ...{ id: '', title: undefined, kind: 'transcript', language: 'und', status: 'current', file: '' },
    text: paragraphs.join('\n\n'),
  };
  const labels = passagesOf(talk, { headings: false })
    .flatMap(linesOf)
    .filter(({ label }) => label && label.kind !== 'unread').length;
  return labels >= 3 && labels >= paragraphs.length / 3;
}
