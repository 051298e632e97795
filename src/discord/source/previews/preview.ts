// The private preview of a new document or a new version: what is known of it, what should be looked at, its numbered
// paragraphs or what changes, and the buttons that end it.

import { cut } from '../../../common/cut.ts';
import { comparedApart } from '../../../compare/apart.ts';
import { openWarnings } from '../../../importers/checks/answered.ts';
import { publishedOf, publisherOf, titleOf } from '../../../messages/citations.ts';
import type { Message, Translate } from '../../../messages/messages.ts';
import type { KeptPreview } from '../../../sources/drafts.ts';
import { type OwnDocument, passagesOfOwn } from '../../../sources/version.ts';
import type { Reply } from '../../command.ts';
import { customId } from '../../desk/ids.ts';
import { button, rowsOf } from '../../desk/pieces.ts';
import { escaped, lineWithin, writtenWithin } from '../../rendering/markdown.ts';
import { lines, message, type Part, separator, subtext, text, unanswered } from '../../rendering/pieces.ts';
import { changesParts, isComparable, type Labelled } from '../comparing/compared.ts';

/** So many paragraphs, or changes, stand on a page of the preview; each gets its share of the message. */
const paragraphsAPage = 8;
const changesAPage = 4;
const longestField = 120;
const mostWarnings = 6;
const longestWarning = 180;
const mostNotes = 4;

export interface Shown {
  readonly preview: KeptPreview;
  /** What is corrected, as it stands. */
  readonly before: OwnDocument | undefined;
  /** From 1. */
  readonly page: number;
}

/** A preview's document, as it would stand. */
export function previewDocument({ document: id, draft, seen }: KeptPreview): OwnDocument {
  const { metadata, format, text: words } = draft;
  const version = (seen ?? 0) + 1;
  return { ...metadata, id, status: 'current', file: `${id}.md`, text: words, version, format };
}

export async function renderPreview(
  { preview, before, page: asked }: Shown,
  translate: Translate,
): Promise<Reply> {
  const document = previewDocument(preview);
  const changes = before && (await changedParts(before, document, translate));
  const body = changes ?? paragraphParts(document);
  const size = changes ? changesAPage : paragraphsAPage;
  const pages = Math.max(1, Math.ceil(body.length / size));
  const page = Math.min(Math.max(1, asked), pages);
  const shown = body.slice((page - 1) * size, page * size).flat();
  return message(unanswered, [
    text(headOf(preview, document, translate)),
    text(remarksOf(preview, translate)),
    separator,
    ...(changes?.length === 0 ? [text(translate('own.preview.sameText'))] : shown),
    text(pages > 1 ? subtext(translate('own.page', { page, pages })) : ''),
    ...buttonsOf(preview, { page, pages }, translate),
  ]);
}

function headOf(preview: KeptPreview, document: OwnDocument, translate: Translate): string {
  const { document: id, seen, reason } = preview;
  const none = translate('source.unset');
  const row = (name: Parameters<Translate>[0], value: string | undefined): string =>
    `${translate(name)}: ${lineWithin(value ?? none, longestField)}`;
  const count = passagesOfOwn(document).length;
  return lines(
    `**${seen === undefined ? translate('own.preview.new') : translate('own.preview.correction', { id, version: seen + 1 })}**`,
    row('own.field.title', titleOf(document, translate)),
    row('source.publisher', publisherOf(document, translate)),
    row('source.published', document.published && publishedOf(document, translate)),
    row('own.field.credit', document.credit),
    row('source.url', document.url),
    `${row('source.kind', translate(`kind.${document.kind}`))} · ${row('source.language', document.language)}`,
    `${row('own.field.name', id)} · ${translate('source.paragraphs', { count })}`,
    reason !== undefined && row('own.field.reason', reason),
  );
}

function remarksOf({ draft, notes, ...preview }: KeptPreview, translate: Translate): string {
  const warnings = openWarnings(preview.warnings, draft.metadata, 'file');
  const told = ({ key, values }: Message): string => lineWithin(translate(key, values), longestWarning);
  const more = warnings.length - mostWarnings;
  return lines(
    warnings.length > 0 && `**${translate('own.preview.lookAt')}**`,
    ...warnings.slice(0, mostWarnings).map((warning) => `⚠ ${told(warning)}`),
    more > 0 && translate('own.preview.moreWarnings', { count: more }),
    ...notes.slice(0, mostNotes).map((note) => subtext(told(note))),
  );
}

function paragraphParts(document: OwnDocument): Part[][] {
  return passagesOfOwn(document).map(({ paragraph, text: words }) => [
    {
      written: (room) => writtenWithin(words, room, (shown) => `**¶${paragraph}**  ${escaped(shown)}`),
    },
  ]);
}

/** What a correction changes in the text, paragraph by paragraph; undefined where the texts are too long to be compared. */
async function changedParts(
  before: OwnDocument,
  after: OwnDocument,
  translate: Translate,
): Promise<Part[][] | undefined> {
  const [left, right] = [labelled(before), labelled(after)];
  if (!isComparable(left, right)) return undefined;
  const comparison = await comparedApart(left, right);
  if (typeof comparison === 'string') return undefined;
  return comparison.pairs.filter(({ kind }) => kind !== 'same').map((row) => changesParts([row], translate));
}

export function labelled(document: OwnDocument): Labelled[] {
  return passagesOfOwn(document).map(({ paragraph, text: words }) => ({
    label: `¶${paragraph}`,
    text: words,
  }));
}

function buttonsOf(
  { id, edits, mended }: KeptPreview,
  { page, pages }: { readonly page: number; readonly pages: number },
  translate: Translate,
) {
  const turn = (to: number) => customId('source', 'turn', id, to);
  return rowsOf([
    button(customId('source', 'approve', id, edits), translate('own.button.approve'), 'go'),
    ...(mended ? [button(customId('source', 'mend', id, edits), translate('own.button.mend'), 'go')] : []),
    button(customId('source', 'edit', id, edits), translate('own.button.edit')),
    button(customId('source', 'more', id, edits), translate('own.button.more')),
    button(customId('source', 'whole', id, edits), translate('own.button.whole')),
    button(customId('source', 'cancel', id, edits), translate('own.button.cancel'), 'stop'),
    ...(pages > 1
      ? [
          button(turn(Math.max(0, page - 1)), translate('own.button.before'), 'plain', page <= 1),
          button(turn(page + 1), translate('own.button.after'), 'plain', page >= pages),
        ]
      : []),
  ]);
}

/** The whole text with the numbers of its paragraphs, as a file to read. */
export function numberedText(document: OwnDocument): string {
  const rows = passagesOfOwn(document).map(({ paragraph, text: words }) => `¶${paragraph}  ${words}`);
  return `${rows.join('\n\n')}\n`;
}

/** What a menu or a file is named by. */
export function fileName(id: string, ending: string): string {
  return `${cut(id, 60).replace(/…$/u, '')}.${ending}`;
}
