// The forms of a server's own documents: a text to paste, and what is known of it to be put right.
import { ComponentType } from 'discord.js';
import { kinds } from '../../corpus/document.ts';
import type { Translate } from '../../messages/messages.ts';
import type { KeptPreview } from '../../sources/drafts.ts';
import { longestReason } from '../../sources/reason.ts';
import type { Form } from '../command.ts';
import { form, textField } from '../desk/forms.ts';
import { customId } from '../desk/ids.ts';

/** What a field of a form takes. */
const longestField = 4_000;
/** A form has five fields, and two are for other things. */
export const textFields = ['text', 'second', 'third'] as const;

export interface PasteForm {
  readonly id: string;
  readonly title: string;
  /** The text to begin with, where it fits. */
  readonly text?: string;
  /** What was typed before, by field; it goes before the text. */
  readonly values?: Readonly<Record<string, string>>;
  /** With a field for the reason of a correction, filled with this. */
  readonly reason?: string;
}

/** A text is pasted in up to three pieces of 4,000 characters; what is longer is attached as a file. */
export function pasteForm({ id, title, text = '', reason, values }: PasteForm, translate: Translate): Form {
  const pieces = piecesOf(text) ?? [];
  const first =
    reason === undefined
      ? textField({ id: 'title', label: translate('own.form.title'), value: values?.['title'], most: 300 })
      : textField({
          id: 'reason',
          label: translate('own.form.reason'),
          value: reason,
          least: 1,
          most: longestReason,
        });
  const texts = textFields.map((field, index) =>
    textField({
      id: field,
      label: translate(index === 0 ? 'own.form.text' : 'own.form.more'),
      description: translate(index === 0 ? 'own.form.textAbout' : 'own.form.moreAbout'),
      long: true,
      value: values ? values[field] : pieces[index],
      least: index === 0 ? 1 : 0,
      most: longestField,
    }),
  );
  return form(id, title, [first, ...texts]);
}

/** A text in as many pieces as there are fields, parted between paragraphs; undefined where it does not fit. */
function piecesOf(text: string): string[] | undefined {
  const pieces: string[] = [];
  for (const block of text.split(/\n{2,}/u)) {
    const last = pieces.at(-1);
    const joined = last === undefined ? block : `${last}\n\n${block}`;
    if (block.length > longestField) return undefined;
    if (last !== undefined && joined.length <= longestField) pieces[pieces.length - 1] = joined;
    else pieces.push(block);
  }
  return pieces.length <= textFields.length ? pieces : undefined;
}

/** What people say of a document: the fields that are seen most. What was typed and refused stands in it again. */
export function aboutForm({ id, edits, draft, typed }: KeptPreview, translate: Translate): Form {
  const { title, publisher, published, credit, url } = draft.metadata;
  const last = typed?.['about'];
  return form(customId('source', 'about', id, edits), translate('own.form.aboutTitle'), [
    textField({
      id: 'title',
      label: translate('own.form.title'),
      value: last?.['title'] ?? title.value,
      least: 1,
      most: 300,
    }),
    textField({
      id: 'publisher',
      label: translate('own.form.publisher'),
      description: translate('own.form.publisherAbout'),
      value: last?.['publisher'] ?? publisher?.value,
      most: 200,
    }),
    textField({
      id: 'published',
      label: translate('own.form.published'),
      description: translate('own.form.publishedAbout'),
      value: last?.['published'] ?? published?.value,
      most: 60,
    }),
    textField({
      id: 'credit',
      label: translate('own.form.credit'),
      value: last?.['credit'] ?? credit,
      most: 200,
    }),
    textField({ id: 'url', label: translate('own.form.url'), value: last?.['url'] ?? url, most: 512 }),
  ]);
}

/** The rest: its kind, its language, and for a new document the name that citations have. */
export function kindForm(preview: KeptPreview, translate: Translate): Form {
  const { id, edits, draft, document, seen, typed } = preview;
  const last = typed?.['kind'];
  const chosen = last?.['kind'] ?? draft.metadata.kind;
  const options = kinds.map((kind) => ({
    value: kind,
    label: translate(`kind.${kind}`),
    default: kind === chosen,
  }));
  const name = textField({
    id: 'name',
    label: translate('own.form.name'),
    description: translate('own.form.nameAbout'),
    value: last?.['name'] ?? document,
    least: 1,
    most: 60,
  });
  return form(customId('source', 'kind', id, edits), translate('own.form.kindTitle'), [
    {
      type: ComponentType.Label,
      label: translate('own.form.kind'),
      component: { type: ComponentType.StringSelect, custom_id: 'kind', options, required: true },
    },
    textField({
      id: 'language',
      label: translate('own.form.language'),
      description: translate('own.form.languageAbout'),
      value: last?.['language'] ?? draft.metadata.language,
      least: 2,
      most: 20,
    }),
    ...(seen === undefined ? [name] : []),
  ]);
}
