// The forms under a preview: what a moderator says of a document. One that is refused can be opened again with all that was
// typed: Discord shows no form in reply to a form, so the typed values are kept with the preview, behind a button.

import { UserError } from '../../../common/errors.ts';
import { frontMatterSchema, kinds, type Told } from '../../../corpus/document.ts';
import { idSchema } from '../../../corpus/text/texts.ts';
import { unknown } from '../../../corpus/text/unknown.ts';
import { typedDate } from '../../../importers/about/typed-date.ts';
import { openWarnings } from '../../../importers/checks/answered.ts';
import { dateOf } from '../../../messages/citations.ts';
import { inEnglish, type Translate } from '../../../messages/messages.ts';
import { editDraft, keepTyped, type Mended, type Preview } from '../../../sources/drafts.ts';
import { documentIds } from '../../../sources/read.ts';
import type { Metadata } from '../../../sources/version.ts';
import type { Reply } from '../../command.ts';
import { customId } from '../../desk/ids.ts';
import { button, rowsOf } from '../../desk/pieces.ts';
import { message, text, unanswered } from '../../rendering/pieces.ts';
import { nearIn } from '../comparing/near.ts';
import { sourceRefusal } from '../told.ts';
import { type Case, mustBeSeen, shownAgain } from './preview-case.ts';

type Values = Readonly<Record<string, string>>;
type FormName = 'about' | 'kind';

/** The button that opens each form. */
const opener = { about: 'edit', kind: 'more' } as const;

/** A date that can be two days. */
class TwoDays extends UserError {
  readonly either: readonly [string, string];

  constructor(typed: string, either: readonly [string, string], translate: Translate) {
    const [first, second] = [dateOf(either[0], translate), dateOf(either[1], translate)];
    super({ key: 'own.wrong.either', values: { typed, first, second } });
    this.either = either;
  }
}

export function editAbout(it: Case): Promise<Reply> {
  return kept(it, 'about', typedIn(it, ['title', 'publisher', 'published', 'credit', 'url']), about);
}

export function editKind(it: Case): Promise<Reply> {
  const { interaction, preview } = it;
  const chosen = interaction.isModalSubmit()
    ? interaction.fields.getStringSelectValues('kind')[0]
    : undefined;
  const names = preview.seen === undefined ? ['language', 'name'] : ['language'];
  return kept(it, 'kind', { ...typedIn(it, names), ...(chosen !== undefined && { kind: chosen }) }, kind);
}

/** Which of two days was meant: the form is taken as it was typed, with that day. */
export async function decideDate(it: Case, index: 0 | 1): Promise<Reply> {
  mustBeSeen(it);
  const typed = it.preview.typed?.['about'];
  const read = typedDate(typed?.['published'] ?? '');
  if (!typed || !read || !('either' in read)) throw new UserError({ key: 'discord.gone' });
  return kept(it, 'about', { ...typed, published: read.either[index] }, about);
}

/** Takes the text whose letters are put right, and the values that were spoilt with it. */
export async function mend(it: Case): Promise<Reply> {
  mustBeSeen(it);
  const { app, member, preview } = it;
  const { mended, draft } = preview;
  if (!mended) throw new UserError({ key: 'discord.gone' });
  const near = await nearIn(await app.sources.libraryOf(member.guild), mended.text, preview.document);
  return save(it, {
    ...preview,
    document: righted(mended, 'document', preview.document),
    draft: { ...draft, text: mended.text, metadata: rightedMetadata(mended, draft.metadata) },
    notes: mended.notes,
    warnings: [...near, ...mended.warnings],
    mended: undefined,
  });
}

/** What a moderator wrote themselves stays. */
function righted({ values }: Mended, field: string, value: string): string {
  const [from, to] = values[field] ?? [];
  return value === from && to !== undefined ? to : value;
}

function rightedMetadata(mended: Mended, metadata: Metadata): Metadata {
  const { title, publisher, credit } = metadata;
  const told = (field: string, before: Told): Told => ({
    ...before,
    value: righted(mended, field, before.value),
  });
  return {
    ...metadata,
    title: told('title', title),
    ...(publisher && { publisher: told('publisher', publisher) }),
    ...(credit !== undefined && { credit: righted(mended, 'credit', credit) }),
    kind: kinds.find((each) => each === righted(mended, 'kind', metadata.kind)) ?? metadata.kind,
  };
}

function typedIn({ interaction }: Case, names: readonly string[]): Values {
  if (!interaction.isModalSubmit()) return {};
  return Object.fromEntries(names.map((name) => [name, interaction.fields.getTextInputValue(name).trim()]));
}

/** Does what a form says. What is refused is told beside a button that opens the form again as it was typed. */
async function kept(
  it: Case,
  form: FormName,
  values: Values,
  edit: (it: Case, values: Values) => Promise<Reply>,
): Promise<Reply> {
  try {
    return await edit(it, values);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { app, member, preview } = it;
    await keepTyped(app.database, member, preview, { [form]: values });
    return refusedForm(it, form, error);
  }
}

function refusedForm({ app, preview }: Case, form: FormName, error: UserError): Reply {
  const { translate } = app;
  const id = (action: string): string => customId('source', action, preview.id, preview.edits);
  const days = error instanceof TwoDays ? error.either : [];
  const { key, values } = error.told;
  return message(unanswered, [
    text(translate(key, values)),
    ...rowsOf([
      ...days.map((day, index) =>
        button(id(index === 0 ? 'day-first' : 'month-first'), dateOf(day, translate)),
      ),
      button(id(opener[form]), translate('own.button.again'), 'go'),
    ]),
  ]);
}

/** A value that was typed is the moderator's word; one that stayed as it was keeps who said it. */
function toldBy(before: Told | undefined, typed: string | undefined): Told | undefined {
  if (typed === undefined || typed === '') return undefined;
  if (before?.value === typed) return before;
  return { value: typed, by: 'supplied', because: inEnglish('import.because.supplied') };
}

async function about(it: Case, typed: Values): Promise<Reply> {
  const { metadata } = it.preview.draft;
  const { translate } = it.app;
  const { publisher: _, published: __, credit: ___, url: ____, ...rest } = metadata;
  const publisher = toldBy(metadata.publisher, publisherTyped(typed['publisher'] ?? '', translate));
  const published = toldBy(metadata.published, dateTyped(typed['published'] ?? '', translate));
  const { credit = '', url = '' } = typed;
  return edited(it, {
    ...rest,
    title: toldBy(metadata.title, typed['title']) ?? metadata.title,
    ...(publisher && { publisher }),
    ...(published && { published }),
    ...(credit !== '' && { credit }),
    ...(url !== '' && { url }),
  });
}

function publisherTyped(typed: string, translate: Translate): string {
  const isUnknown = [unknown, translate('own.form.unknown').toLowerCase()].includes(typed.toLowerCase());
  return isUnknown ? unknown : typed;
}

function dateTyped(typed: string, translate: Translate): string {
  if (typed === '') return '';
  const read = typedDate(typed);
  if (!read) throw new UserError({ key: 'own.wrong.published' });
  if ('either' in read) throw new TwoDays(typed, read.either, translate);
  return read.date;
}

async function kind(it: Case, typed: Values): Promise<Reply> {
  const { preview } = it;
  const { draft } = preview;
  const { language = draft.metadata.language, name = preview.document } = typed;
  const chosen = kinds.find((each) => each === typed['kind']) ?? draft.metadata.kind;
  const metadata = { ...draft.metadata, kind: chosen, language };
  // Whoever sends this form has seen the language in it.
  const warnings = openWarnings(preview.warnings, metadata, 'person');
  return edited(it, metadata, { document: name.toLowerCase(), warnings });
}

async function edited(
  it: Case,
  metadata: Metadata,
  { document = it.preview.document, warnings = it.preview.warnings }: Partial<Preview> = {},
): Promise<Reply> {
  mustBeSeen(it);
  const { preview } = it;
  const checked = checkedMetadata(metadata);
  if (document !== preview.document) await mustBeFree(document, it);
  return save(it, { ...preview, document, warnings, draft: { ...preview.draft, metadata: checked } });
}

async function save(it: Case, changed: Preview): Promise<Reply> {
  const { app, member, preview } = it;
  const next = await editDraft(app.database, member, preview, changed);
  if (!next) throw new UserError({ key: 'own.preview.edited' });
  return shownAgain(it, next, 1);
}

const wrong = {
  title: 'own.wrong.title',
  publisher: 'own.wrong.publisher',
  published: 'own.wrong.published',
  credit: 'own.wrong.credit',
  url: 'own.wrong.url',
  language: 'own.wrong.language',
} as const;

/** Refuses with the first field that cannot be kept. An address comes back as a browser writes it. */
function checkedMetadata(metadata: Metadata): Metadata {
  const { shape } = frontMatterSchema;
  const values = { ...metadata, title: metadata.title.value };
  const told = { publisher: metadata.publisher?.value, published: metadata.published?.value };
  for (const name of ['title', 'publisher', 'published', 'credit', 'url', 'language'] as const) {
    const value = { ...values, ...told }[name];
    if (!shape[name].safeParse(value).success) throw new UserError({ key: wrong[name] });
  }
  const url = shape.url.parse(metadata.url);
  return url === undefined ? metadata : { ...metadata, url };
}

async function mustBeFree(id: string, { app, member }: Case): Promise<void> {
  const { database, sources, translate } = app;
  const refuse = (reason: string) => sourceRefusal({ ok: false, reason }, translate);
  if (!idSchema.max(60).safeParse(id).success) throw refuse('bad-id');
  if (sources.rules().reserved.has(id)) throw refuse('id-reserved');
  const there = await documentIds(database, member.guild);
  if (there.some((document) => document.id === id)) throw refuse('id-taken');
}
