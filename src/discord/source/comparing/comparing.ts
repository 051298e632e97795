// /compare: what two names stand for: documents, versions of a server's own document, or passages of either.

import { UserError } from '../../../common/errors.ts';
import { comparedApart } from '../../../compare/apart.ts';
import type { Document } from '../../../corpus/document.ts';
import { labelOf, type Passage } from '../../../corpus/passages.ts';
import { citationRefused, documentNamed } from '../../../dialogue/refusals.ts';
import type { Library } from '../../../library.ts';
import { provenanceOf, statusOf } from '../../../messages/citations.ts';
import type { Translate } from '../../../messages/messages.ts';
import { showDocument } from '../../../sources/read.ts';
import { isOwn, type OwnDocument, passagesOfOwn } from '../../../sources/version.ts';
import type { AppWithStore, Choice, Reply } from '../../command.ts';
import { choicesOf } from '../../offering/choice.ts';
import { refuseErased } from '../erased.ts';
import { isComparable, renderComparison, type Side } from './compared.ts';

export interface Asked {
  readonly left: string;
  /** None: the version before the newest of the document on the left, with the newest. */
  readonly right: string | undefined;
  readonly guild: string | null;
}

type Needs = Pick<AppWithStore, 'database' | 'library' | 'translate'>;

export async function compared({ left, right, guild }: Asked, app: Needs): Promise<Reply> {
  const sides =
    right === undefined || right.trim() === ''
      ? await lastTwo(left, guild, app)
      : ([await sideOf(left, guild, app), await sideOf(right, guild, app)] as const);
  const [one, other] = sides;
  if (!isComparable(one.paragraphs, other.paragraphs)) throw new UserError({ key: 'compare.tooLong' });
  const comparison = await comparedApart(one.paragraphs, other.paragraphs);
  if (comparison === 'late') throw new UserError({ key: 'compare.tooLong' });
  if (comparison === 'busy') throw new UserError({ key: 'discord.crowded' });
  return renderComparison(one, other, comparison, app.translate);
}

async function lastTwo(name: string, guild: string | null, app: Needs): Promise<readonly [Side, Side]> {
  const document = documentNamed(name, app.library);
  if (guild === null || !document || !isOwn(document) || document.version < 2) {
    throw new UserError({ key: 'compare.twoWanted' });
  }
  const before = await versionIn(guild, { id: document.id, version: document.version - 1 }, app);
  return [versionSide(before, app.translate), versionSide(document, app.translate)];
}

interface Versioned {
  readonly name: string;
  readonly version: number;
  readonly paragraph: number | undefined;
}

/** "tonight v2" or "tonight v2 ¶5", from its end. */
function versionedIn(typed: string): Versioned | undefined {
  const whole = typed.trimEnd();
  const paragraph = /¶\s*(\d{1,9})$/u.exec(whole);
  const rest = whole.slice(0, paragraph?.index).trimEnd();
  const version = /\sv(?:ersion)?\s?([1-9]\d{0,8})$/u.exec(rest);
  if (!version) return undefined;
  return {
    name: rest.slice(0, version.index).trimEnd(),
    version: Number(version[1]),
    paragraph: paragraph ? Number(paragraph[1]) : undefined,
  };
}

async function sideOf(name: string, guild: string | null, app: Needs): Promise<Side> {
  const { library, translate } = app;
  const document = await library.document(name);
  refuseErased(document);
  if (document) return documentSide(document, await library.passagesOf(document), translate);
  const asked = versionedIn(name);
  const versioned = asked && (await library.document(asked.name));
  if (asked && guild !== null && versioned && isOwn(versioned)) {
    const own = await versionIn(guild, { id: versioned.id, version: asked.version }, app);
    const side = versionSide(own, translate);
    return asked.paragraph === undefined ? side : onlyParagraph(side, asked.paragraph);
  }
  const cited = await library.cite(name);
  if (!cited.found && cited.reason === 'out-of-range') refuseErased(cited.document);
  if (!cited.found) throw await citationRefused(name, cited, library);
  return passagesSide(cited.document, cited.passages, translate);
}

async function versionIn(
  guild: string,
  asked: { readonly id: string; readonly version: number },
  { database }: Needs,
): Promise<OwnDocument> {
  const shown = await showDocument(database, guild, asked);
  if (!shown) throw new UserError({ key: 'own.cited.noVersion' });
  refuseErased(shown.document);
  return shown.document;
}

function onlyParagraph(side: Side, paragraph: number): Side {
  const one = side.paragraphs[paragraph - 1];
  if (!one) throw new UserError({ key: 'own.cited.noParagraph' });
  return { ...side, cited: side.cited.replace(' · ', ` ¶${paragraph} · `), paragraphs: [one] };
}

function versionSide(document: OwnDocument, translate: Translate): Side {
  const { id, version } = document;
  const paragraphs = passagesOfOwn(document).map(({ paragraph, text }) => ({
    label: `${id} v${version} ¶${paragraph}`,
    text,
  }));
  return { id, cited: `${id} v${version} · ${aboutOf(document, translate)}`, paragraphs };
}

function documentSide(document: Document, passages: readonly Passage[], translate: Translate): Side {
  const paragraphs = passages.map((passage) => ({ label: labelOf(passage), text: passage.text }));
  return { id: document.id, cited: `${document.id} · ${aboutOf(document, translate)}`, paragraphs };
}

/** Some paragraphs of a document, with their numbers. */
function passagesSide(document: Document, passages: readonly Passage[], translate: Translate): Side {
  const [first] = passages;
  const last = passages.at(-1);
  const to = last && last !== first ? `–${last.paragraph}` : '';
  const label = first ? `${labelOf(first)}${to}` : document.id;
  return {
    ...documentSide(document, passages, translate),
    cited: `${label} · ${aboutOf(document, translate)}`,
  };
}

function aboutOf(document: Document, translate: Translate): string {
  const status = statusOf(document, translate);
  const about = provenanceOf(document, translate);
  return status === undefined ? about : `${about} · ${status}`;
}

/** Documents, the versions of the server's own, and passages as soon as something fits. */
export async function comparedChoices(
  typed: string,
  { suggest }: Library,
  translate: Translate,
): Promise<Choice[]> {
  const [documents, passages] = await Promise.all([
    suggest.documents(typed),
    typed.trim() === '' ? [] : suggest.passages(typed),
  ]);
  const named = documents.flatMap((document): Choice[] => [
    { name: `${document.id}  ${provenanceOf(document, translate)}`, value: document.id },
    ...versionsOf(document).map((version) => ({
      name: `${document.id} v${version} · ${translate('own.version', { version })}`,
      value: `${document.id} v${version}`,
    })),
  ]);
  const cited = passages.map((passage) => ({
    name: `${labelOf(passage)}  ${passage.text}`,
    value: labelOf(passage),
  }));
  return choicesOf([...named, ...cited]);
}

/** The latest five; others can be typed. */
function versionsOf(document: Document): number[] {
  if (!isOwn(document) || document.version < 2) return [];
  const { version } = document;
  return Array.from({ length: Math.min(5, version) }, (_, back) => version - back);
}
