// Citations of a server's own documents in every version: "tonight ¶2", "tonight v1 ¶2", "tonight ¶2 #1a2b3c4d5e6f7081".
// The words are checked against their content hash before they are shown, and what became of them since is said.

import { UserError } from '../../common/errors.ts';
import { hashOf } from '../../corpus/passages.ts';
import { citationRefused } from '../../dialogue/refusals.ts';
import type { Cited, Library } from '../../library.ts';
import type { Message, Translate } from '../../messages/messages.ts';
import { showDocument } from '../../sources/read.ts';
import { type Became, type Resolution, resolveAnywhere } from '../../sources/resolve.ts';
import { isOwn, type OwnDocument, passagesOfOwn } from '../../sources/version.ts';
import type { Database } from '../../store/tables.ts';
import { lineWithin } from '../rendering/markdown.ts';
import { type Part, subtext, text } from '../rendering/pieces.ts';
import { refuseErased } from './erased.ts';

type Found = Extract<Cited, { found: true }>;

/** Paragraphs to show, and what is told below them. */
export interface CitedHere {
  readonly cited: Found;
  readonly notes: readonly Message[];
}

interface Place {
  readonly database: Database;
  readonly library: Library;
  /** None in direct messages. */
  readonly guild: string | null;
}

/** Resolves what somebody typed. Throws `UserError` with what is wrong with it. */
export async function citedHere(typed: string, { database, library, guild }: Place): Promise<CitedHere> {
  const plain = await library.cite(typed);
  // A document's own name may look like a version, so the whole goes first.
  const named = plain.found ? undefined : namedIn(typed);
  const cited = named ? await library.cite(named.rest) : plain;
  const own = ownIn(cited);
  if (own) refuseErased(own.source);
  if (guild !== null && own) return ownCited({ typed, cited, own, named }, { database, library, guild });
  if (!cited.found) throw await citationRefused(typed, cited, library);
  // The documents of all servers have one version here.
  if (named?.version !== undefined) throw new UserError({ key: 'own.cited.noVersion' });
  if (!hasWords(cited, named?.hash)) throw new UserError({ key: 'own.cited.altered' });
  return { cited, notes: [] };
}

interface Own {
  readonly document: string;
  readonly paragraph: number;
  readonly newest: number;
  readonly source: OwnDocument;
}

interface Asked {
  readonly typed: string;
  readonly cited: Cited;
  readonly own: Own;
  readonly named: Named | undefined;
}

async function ownCited(
  { typed, cited, own, named }: Asked,
  { database, library, guild }: Place & { readonly guild: string },
): Promise<CitedHere> {
  const { document, paragraph, newest } = own;
  const { version, hash } = named ?? {};
  const asked = {
    ...{ document, paragraph },
    ...(version !== undefined && { version }),
    ...(hash !== undefined && { hash }),
  };
  const resolved = await resolveAnywhere(database, guild, asked);
  if (!resolved.found) {
    if (!cited.found && !named) throw await citationRefused(typed, cited, library);
    if (resolved.reason === 'erased') {
      throw new UserError({ key: 'own.cited.erased', values: { id: document, reason: resolved.because } });
    }
    throw new UserError({ key: reasons[resolved.reason] });
  }
  const notes = notesOf(resolved, newest);
  if (cited.found && resolved.version === newest) return { cited, notes };
  return { cited: await oldVersion(resolved, { database, guild }), notes };
}

/** The document and the paragraph of a citation, where they are a server's own; the newest version may have no such one. */
function ownIn(cited: Cited): Own | undefined {
  if (!cited.found && cited.reason !== 'out-of-range') return undefined;
  const { document } = cited;
  if (!isOwn(document)) return undefined;
  const paragraph = cited.found ? (cited.passages[0]?.paragraph ?? 1) : cited.paragraph;
  return { document: document.id, paragraph, newest: document.version, source: document };
}

function hasWords({ passages: [first] }: Found, hash: string | undefined): boolean {
  return hash === undefined || (first !== undefined && hashOf(first) === hash);
}

const reasons = {
  'no-document': 'own.refused.notFound',
  'no-version': 'own.cited.noVersion',
  'out-of-range': 'own.cited.noParagraph',
  altered: 'own.cited.altered',
} as const;

const versionPattern = /\sv(?:ersion)?\s?(?<version>[1-9]\d{0,8})(?![\p{L}\p{N}-])/iu;
const hashPattern = /\s#?(?<hash>[0-9a-f]{16})\s*$/iu;

interface Named {
  /** The citation without what follows here. */
  readonly rest: string;
  readonly version: number | undefined;
  readonly hash: string | undefined;
}

/** The version and the hash that stand in a citation; undefined where neither does. */
function namedIn(typed: string): Named | undefined {
  const hash = hashPattern.exec(typed)?.groups?.['hash']?.toLowerCase();
  const bare = typed.replace(hashPattern, '');
  const version = versionPattern.exec(bare)?.groups?.['version'];
  if (hash === undefined && version === undefined) return undefined;
  const rest = bare.replace(versionPattern, ' ');
  return { rest, version: version === undefined ? undefined : Number(version), hash };
}

type Resolved = Extract<Resolution, { found: true }>;

function notesOf({ version, hash, became }: Resolved, newest: number): Message[] {
  const told: Message = {
    key: version === newest ? 'own.cited.version' : 'own.cited.oldVersion',
    values: { version, newest, hash },
  };
  return [told, ...becameTold(became, version === newest)];
}

function becameTold(became: Became, isNewest: boolean): Message[] {
  if (became.now === 'withdrawn') {
    return became.reason === undefined
      ? []
      : [{ key: 'own.cited.withdrawn', values: { reason: became.reason } }];
  }
  if (isNewest) return [];
  if (became.now === 'current') {
    return [{ key: 'own.cited.stands', values: { paragraph: became.paragraph } }];
  }
  const reason = became.reason ?? '';
  return [{ key: 'own.cited.corrected', values: { newest: became.newest, reason } }];
}

/** A paragraph of an older version with its neighbours there. */
async function oldVersion(
  { passage, version }: Resolved,
  { database, guild }: { readonly database: Database; readonly guild: string },
): Promise<Found> {
  const shown = await showDocument(database, guild, { id: passage.document.id, version });
  const all = shown ? passagesOfOwn(shown.document) : [];
  const at = passage.paragraph - 1;
  return {
    found: true,
    document: passage.document,
    passages: [passage],
    before: all[at - 1],
    after: all[at + 1],
  };
}

const longestNote = 700;

export function notesPart(notes: readonly Message[], translate: Translate): Part[] {
  if (notes.length === 0) return [];
  const told = notes.map(({ key, values }) => subtext(lineWithin(translate(key, values), longestNote)));
  return [text(told.join('\n'))];
}
