// What the terminal and Discord say of a quotation that was checked: the verdict in one line, and what else is to be known.
import type { Check, CheckMatch, Flag, Verdict } from '../check/check.ts';
import { wordsOf } from '../check/words/words.ts';
import { withoutBidirectional } from '../common/controls.ts';
import { UserError } from '../common/errors.ts';
import { within } from '../common/typed.ts';
import type { Document } from '../corpus/document.ts';
import { isRole } from '../corpus/names/offices.ts';
import type { Passage } from '../corpus/passages.ts';
import { fold } from '../corpus/text/folding.ts';
import type { Library } from '../library.ts';
import { dateOf, labelsOf, quotedWords } from '../messages/citations.ts';
import type { MessageKey, MessageValues, Translate } from '../messages/messages.ts';
import { severalFit } from './named.ts';
import { somethingAsked } from './refusals.ts';

/** "Altered: 2 changes, one reverses the meaning." */
export function verdictLine(check: Check, translate: Translate): string {
  const { verdict, differences, flags, matches, claim } = check;
  if (verdict === 'altered') {
    const changes = translate('check.changes', { count: differences.length });
    const turning = differences.filter(({ turnsSense }) => turnsSense).length;
    if (turning === 1 && differences.length === 1) return translate('check.alteredReversed');
    return translate(turning > 0 ? 'check.alteredTurning' : 'check.altered', {
      changes,
      count: turning,
    });
  }
  if (verdict === 'joined') return joinedLine(matches, translate);
  if (verdict === 'reporter')
    return translate(flags.includes('reporter-whole') ? 'check.reporterWhole' : 'check.reporterPart');
  if (verdict === 'not-found') return notFoundLine(check, translate);
  if (verdict === 'exact' && wordsOf(claim.words).length === 1)
    return translate('check.oneWord', { words: quotedWords([claim.words], translate) });
  return translate(plainLines[verdict]);
}

function joinedLine(matches: readonly CheckMatch[], translate: Translate): string {
  const paragraphs = new Set(matches.map(({ passage }) => passage));
  const isOne = paragraphs.size === 1 && matches.length > 1;
  return isOne ? translate('check.joinedIn') : translate('check.joined', { count: matches.length });
}

/** The places of words that were run together, those of one paragraph as one, from the first to the last of its words. */
function placesJoined(matches: readonly CheckMatch[]): CheckMatch[] {
  return [...Map.groupBy(matches, ({ passage }) => passage).values()].flatMap((own) => {
    const [first] = own;
    if (!first || own.length === 1) return own;
    const start = Math.min(...own.map((match) => match.start));
    const end = Math.max(...own.map((match) => match.end));
    return [{ ...first, start, end, text: first.passage.document.text.slice(start, end) }];
  });
}

/** Whether words are of several pieces, those of one paragraph to be shown together: run together, or with an honest ellipsis between. */
export function isPieced({ verdict, flags, differences }: Check): boolean {
  return verdict === 'joined' || (flags.includes('ellipsis') && differences.length === 0);
}

/** The places to show: all of words that were run together, else the first. */
export function placesShown(check: Check): CheckMatch[] {
  const places = isPieced(check) ? placesJoined(check.matches) : check.matches;
  return check.verdict === 'joined' ? [...places] : places.slice(0, 1);
}

/** Not found, and where it stands all the same; or that these sources could not have it. */
function notFoundLine({ within, outside, elsewhere, withdrawn }: Check, translate: Translate): string {
  if (elsewhere && within)
    return translate('check.elsewhere', { source: within.id, citations: citationsOf(elsewhere, translate) });
  if (withdrawn) {
    const citations = citationsOf(withdrawn, translate);
    const { changed, earlier } = withdrawn[0]?.passage.document ?? {};
    if (earlier !== undefined && changed !== undefined)
      return translate('check.earlier', { citations, when: dateOf(changed, translate) });
    if (changed === undefined) return translate('check.withdrawn', { citations });
    return translate('check.withdrawnOn', { citations, when: dateOf(changed, translate) });
  }
  if (outside) return translate(outsideLines[outside.by], { named: withoutBidirectional(outside.named) });
  return within ? translate('check.notFoundIn', { source: within.id }) : translate('check.notFound');
}

const outsideLines = {
  speaker: 'check.outside.speaker',
  date: 'check.outside.date',
  event: 'check.outside.event',
} as const satisfies Record<NonNullable<Check['outside']>['by'], MessageKey>;

/** A list of places is cut where nobody would read on. */
const mostCitations = 3;

function citationsOf(matches: readonly CheckMatch[], translate: Translate): string {
  return labelsOf([...new Set(matches.map(({ passage }) => passage))].slice(0, mostCitations), translate);
}

const plainLines: Readonly<
  Record<Exclude<Verdict, 'altered' | 'joined' | 'reporter' | 'not-found'>, MessageKey>
> = {
  exact: 'check.exact',
  misattributed: 'check.misattributed',
};

/** What else applies, a sentence each. */
export function notesOf(
  { verdict, flags, claim, matches, differences, brackets, withdrawn }: Check,
  translate: Translate,
): string[] {
  const speaker = matches.find((match) => match.speaker !== undefined)?.speaker;
  const values = { claimed: claim.speaker ?? '', speaker: speaker ?? '' };
  const cut = cutOf(flags);
  return [
    (verdict === 'misattributed' || flags.includes('misattributed')) &&
      speaker !== undefined &&
      translate('check.saidBy', values),
    cut && translate(`check.cut.${cut}`),
    flags.includes('turns-sense') && differences.length === 0 && translate('check.cutTurns'),
    brackets.own && translate('check.brackets'),
    brackets.added && translate('check.bracketsAdded'),
    (brackets.dropped || brackets.leftOut) && translate('check.bracketsDropped'),
    verdict !== 'not-found' && withdrawn && stoodNote(withdrawn, translate),
    ...changedNotes(matches, translate),
    ...flags.map((flag) => noteOf(flag, verdict, values, translate)),
  ].filter((line) => line !== false && line !== undefined);
}

/** Where changed words stood just so, and until when. */
function stoodNote(withdrawn: readonly CheckMatch[], translate: Translate): string {
  const citations = citationsOf(withdrawn, translate);
  const { changed, earlier } = withdrawn[0]?.passage.document ?? {};
  const when = changed === undefined ? '' : dateOf(changed, translate);
  if (earlier !== undefined) return translate('check.stoodEarlier', { citations, when });
  return translate(when === '' ? 'check.stoodWithdrawn' : 'check.stoodWithdrawnOn', { citations, when });
}

/** Of a corrected text, since when it stands as it does. */
function changedNotes(matches: readonly CheckMatch[], translate: Translate): string[] {
  const documents = new Set(matches.map(({ passage }) => passage.document));
  return [...documents].flatMap(({ id, status, changed }) =>
    status === 'corrected' && changed !== undefined
      ? [translate('check.correctedOn', { source: id, when: dateOf(changed, translate) })]
      : [],
  );
}

/** The places beside those whose paragraphs are shown, each once: "Also at …". Joined words are shown with all of theirs. */
export function otherPlaces({ verdict, matches: [best, ...others] }: Check): Passage[] {
  if (verdict === 'joined') return [];
  const places = new Set(others.map(({ passage }) => passage));
  return [...places].filter((passage) => passage !== best?.passage);
}

function cutOf(flags: readonly Flag[]): 'start' | 'end' | 'both' | undefined {
  const start = flags.includes('cut-start');
  if (flags.includes('cut-end')) return start ? 'both' : 'end';
  return start ? 'start' : undefined;
}

function noteOf(
  flag: Flag,
  verdict: Verdict,
  values: MessageValues,
  translate: Translate,
): string | undefined {
  // The line of the verdict has told these already.
  if (verdict === 'reporter' && flag.startsWith('reporter')) return undefined;
  const key = notes[flag];
  return key && translate(key, values);
}

const notes: Readonly<Partial<Record<Flag, MessageKey>>> = {
  altered: 'check.alsoAltered',
  'reporter-whole': 'check.alsoReporter',
  'reporter-part': 'check.alsoReporterPart',
  'marks-unread': 'check.marksUnread',
  ellipsis: 'check.ellipsis',
  'speaker-unknown': 'check.speakerUnknown',
};

/** Whether a source names who speaks by labels before the words, so that no clause tells it. */
export function isLabelled({ document }: Passage): boolean {
  return document.kind === 'transcript';
}

/** Checks every quotation of a message; refuses one without words, or with too many. */
export async function checkedIn(library: Library, message: string): Promise<Check[]> {
  const claims = await library.quotationsIn(asTyped(within(message, 'quotation')));
  if (claims.length === 0) throw new UserError({ key: 'check.nothingInMessage' });
  return Promise.all(
    claims.slice(0, mostClaims).map(({ words, speaker }) => library.check(words, { speaker })),
  );
}

/** Nobody reads more verdicts at once, and each takes time. */
const mostClaims = 25;

/** Without controls that would turn round the line in which the words are repeated; line ends part quotations. */
function asTyped(text: string): string {
  return withoutBidirectional(text).replace(/[^\P{Cc}\n]/gu, ' ');
}

/** Checks what somebody typed; refuses what holds no words or too many. */
export async function checked(
  library: Library,
  typed: string,
  {
    speaker,
    source,
  }: { readonly speaker?: string | null | undefined; readonly source?: Document | undefined },
): Promise<Check> {
  const text = somethingAsked(typed, 'check.nothingAsked', 'example.check');
  return library.check(asTyped(within(text, 'quotation')), {
    speaker: await speakerMeant(speaker, library),
    source,
  });
}

function wordsTyped(text: string): string[] {
  return fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether an office was typed, and no word of its holder's name: "the vermont senator". */
function isHolder(typed: string, { name, kind }: { readonly name: string; readonly kind: string }): boolean {
  const known = new Set(wordsTyped(name));
  const words = wordsTyped(typed);
  return kind === 'person' && words.some(isRole) && !words.some((word) => known.has(word));
}

/** The whole name of the one whose name has just these words, or who alone holds the office: "lifeng" is "He Lifeng". */
async function wholeName(typed: string, { who }: Library['positions']): Promise<string | undefined> {
  const meant = await who(typed);
  if (!meant.found) return undefined;
  const known = new Set(wordsTyped(meant.value.name));
  const isNamed = known.size > 0 && wordsTyped(typed).every((word) => known.has(word));
  return isNamed || isHolder(typed, meant.value) ? meant.value.name : undefined;
}

/**
 * The name for an id that was chosen, or of the one who is called so; any other name as it was typed. Refuses one that is too long, and
 * one by which several are called.
 */
export async function speakerMeant(
  typed: string | null | undefined,
  { positions }: Library,
): Promise<string | undefined> {
  const name = within(typed?.trim() ?? '', 'name');
  if (name === '') return undefined;
  const called = await positions.called(name);
  if (called.found)
    return called.value.id === name || isHolder(name, called.value) ? called.value.name : name;
  if (called.fits.length === 0) return (await wholeName(name, positions)) ?? name;
  throw severalFit(name, called.fits);
}
