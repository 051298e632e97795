// Puts a moderator's corrections into what was read of who is who: rows become other rows. Each is known by names as texts write them, and
// does nothing where these are not there (any more); to put them in twice changes nothing.

import type { Steps } from '../../common/steps.ts';
import type { Correction, CorrectionKind } from '../../corpus/correction.ts';
import { nameKey } from '../../corpus/names/name-key.ts';
import { isTitle } from '../../corpus/names/offices.ts';
import type { PeopleData } from '../data.ts';
import { lowOf, wordsIn } from '../reading/words.ts';
import {
  type At,
  type Fault,
  type Outcome,
  type Outside,
  type OutsideNamed,
  writtenOf,
} from './correcting.ts';
import { type DocumentDraft, type EntryDraft, EntryDrafts, nobody } from './entry-drafts.ts';
import { holds, holdsNot } from './office-corrections.ts';

export type { Fault, Outcome, Outside, OutsideNamed } from './correcting.ts';

export interface Corrected {
  readonly data: PeopleData;
  /** One for each correction. */
  readonly outcomes: readonly Outcome[];
}

export function* correctedSteps(
  data: PeopleData,
  corrections: readonly Correction[],
  outside: OutsideNamed,
): Steps<Corrected> {
  if (corrections.length === 0) return { data, outcomes: [] };
  const drafts = yield* EntryDrafts.of(data);
  const outcomes: Outcome[] = [];
  for (const each of corrections) {
    outcomes.push(does[each.kind](each, { drafts, outside }));
    yield;
  }
  return { data: outcomes.includes('done') ? drafts.data() : data, outcomes };
}

const does: Readonly<Record<CorrectionKind, (correction: Correction, at: At) => Outcome>> = {
  same,
  not: notTheirs,
  office: holds,
  'no-office': holdsNot,
};

/** Whoever is called by the one name is who is called by the other. */
function same({ name, other }: Correction, at: At): Outcome {
  const { drafts, outside } = at;
  const others = drafts.find(other);
  const elsewhere = others.length > 0 ? [] : outside(other);
  if (others.length + elsewhere.length === 0) return 'unknown-other';
  if (elsewhere.length > 1 || !areOne(others, other, drafts)) return 'several';
  const ones = drafts.find(name);
  const [target] = elsewhere;
  if (ones.some((one) => isNameOf(drafts.at(one), name))) return joinAll([...others, ...ones], target, at);
  const isUnmeant = drafts.written(name).some(({ entry }) => entry === nobody);
  if (ones.length === 0 && !isUnmeant) return unknown(name, at);
  const isSame = ones.length === 1 && ones[0] === others[0];
  return isSame ? 'already' : give(name, ones, others[0] ?? target, at);
}

/** Of several who share a form nobody knows which is meant; all who bear the name itself are. */
function areOne(places: readonly number[], name: string, drafts: EntryDrafts): boolean {
  return places.length < 2 || places.every((each) => isNameOf(drafts.at(each), name));
}

function unknown(name: string, { outside }: At): Outcome {
  return outside(name).length > 0 ? 'elsewhere' : 'unknown-name';
}

function joinAll(places: readonly number[], target: Outside | undefined, at: At): Outcome {
  const { drafts } = at;
  const all = [...new Set(places)];
  const [kept] = all;
  if (kept === undefined || (all.length === 1 && isThis(drafts.at(kept), target))) return 'already';
  const fault = faultOf(
    all.flatMap((each) => drafts.at(each) ?? []),
    target,
    at,
  );
  if (fault) return fault;
  if (target) rename(kept, target, drafts);
  for (const each of all.slice(1)) join(each, kept, drafts);
  return 'done';
}

/** Why some, the first of whom stays, cannot be one. */
function faultOf(
  entries: readonly EntryDraft[],
  target: Outside | undefined,
  { outside }: At,
): Fault | undefined {
  const kinds = new Set([...entries.map(kindOf), ...(target ? [target.kind] : [])]);
  const [country, another] = entries.filter(({ kind }) => kind === 'country');
  if (kinds.size > 1 || another || (country && (target || country !== entries[0]))) return 'kinds';
  const written = entries.flatMap((entry) => writtenOf(entry, outside));
  return new Set([...written, ...(target?.written ? [target.id] : [])]).size > 1 ? 'dossier' : undefined;
}

function kindOf({ kind }: EntryDraft): Outside['kind'] {
  return kind === 'person' ? 'person' : 'party';
}

function isThis(entry: EntryDraft | undefined, target: Outside | undefined): boolean {
  return !target || (entry?.id === target.id && entry.name === target.name);
}

function draftOf(target: Outside | undefined): EntryDraft {
  const { id, name, kind } = target ?? { id: '', name: '', kind: 'person' };
  const own = kind === 'person' ? ('person' as const) : ('body' as const);
  return { id, name, kind: own, forms: [name], offices: [], party: undefined, told: undefined };
}

/** Somebody takes the name and the id under which others know them. */
function rename(at: number, { id, name }: Outside, drafts: EntryDrafts): void {
  const entry = drafts.at(at);
  if (entry) drafts.set(at, { ...entry, id, name, forms: [...new Set([...entry.forms, entry.name, name])] });
}

/** One goes up in another. */
function join(from: number, to: number, drafts: EntryDrafts): void {
  const [one, other] = [drafts.at(from), drafts.at(to)];
  if (!one || !other) return;
  const both = drafts.documents.filter(({ named }) => named.has(from) && named.has(to));
  drafts.set(to, {
    ...other,
    forms: [...new Set([...other.forms, ...one.forms, one.name])],
    offices: [...other.offices, ...one.offices],
    party: other.party ?? one.party,
    told: other.told ?? one.told,
  });
  drafts.turn(from, to);
  const surname = lastOf(one.name);
  if (surname.length < shortestSurname || lowOf(surname) !== lowOf(lastOf(other.name))) return;
  for (const document of both) addSurname(surname, to, document, drafts);
}

const shortestSurname = 4;

function lastOf(name: string): string {
  return wordsIn(name).at(-1)?.text ?? '';
}

/** Where a document names both, their surname meant neither: now it means the one. */
function addSurname(surname: string, to: number, document: DocumentDraft, drafts: EntryDrafts): void {
  const isKnown = drafts.written(surname).some((each) => each.document === document);
  const others = [...document.named.keys()].filter((at) => at !== to);
  const isOther = others.some((at) => lowOf(lastOf(drafts.at(at)?.name ?? '')) === lowOf(surname));
  if (!isKnown && !isOther) drafts.addForm({ form: surname, entry: to, phrase: false, document });
}

/** A form that means nobody, or others, means somebody: no more than the form is theirs. */
function give(form: string, from: readonly number[], to: number | Outside | undefined, at: At): Outcome {
  const { drafts, outside } = at;
  if (outside(form).some(({ written }) => written)) return 'dossier';
  const place = typeof to === 'number' ? to : drafts.add(draftOf(to));
  for (const each of from) if (each !== place) withoutForm(each, form, place, drafts);
  const entry = drafts.at(place);
  if (entry) drafts.set(place, { ...entry, forms: [...new Set([...entry.forms, form])] });
  for (const { named } of drafts.meanBy(form, nobody, place)) named.set(place, 1 + (named.get(place) ?? 0));
  return 'done';
}

/** A form does not mean somebody; a whole name is another one's then, and where it is their own, they are nobody. */
function notTheirs({ name, other: form }: Correction, at: At): Outcome {
  const { drafts, outside } = at;
  const found = drafts.find(name);
  if (found.length === 0) return unknown(name, at);
  const theirs = found.filter((at) => drafts.hasForm(at, form));
  if (theirs.length === 0) return 'not-theirs';
  if (outside(form).some(({ written }) => written)) return 'dossier';
  for (const at of theirs) {
    if (isNameOf(drafts.at(at), form)) drafts.turn(at, nobody);
    else part(at, form, drafts);
  }
  return 'done';
}

function isNameOf(entry: EntryDraft | undefined, form: string): boolean {
  return nameKey(entry?.name ?? '') === nameKey(form);
}

function part(from: number, form: string, drafts: EntryDrafts): void {
  const entry = drafts.at(from);
  if (!entry) return;
  const written = entry.forms.find((each) => nameKey(each) === nameKey(form)) ?? form;
  const to = isWhole(written, entry) ? drafts.add(partOf(written, entry)) : nobody;
  withoutForm(from, form, to, drafts);
}

/** Wherever documents mean somebody by a form they mean another by it, or nobody. */
function withoutForm(from: number, form: string, to: number, drafts: EntryDrafts): void {
  const entry = drafts.at(from);
  if (!entry) return;
  const forms = entry.forms.filter((each) => nameKey(each) !== nameKey(form));
  drafts.set(from, { ...entry, forms });
  for (const { named, forms: own } of drafts.meanBy(form, from, to)) {
    const times = named.get(from) ?? 1;
    const isLeft = own.some((each) => drafts.is(each.entry) === from && !each.phrase);
    if (!isLeft) named.delete(from);
    if (to !== nobody) named.set(to, (named.get(to) ?? 0) + (isLeft ? 1 : times));
  }
}

function partOf(name: string, { kind }: EntryDraft): EntryDraft {
  return { id: '', name, kind, forms: [name], offices: [], party: undefined, told: undefined };
}

/** A first name and a surname: "Mr. Kerr" and "the chancellor" are nobody without whom they stood for. */
function isWhole(form: string, { kind }: EntryDraft): boolean {
  const words = wordsIn(form);
  const [first] = words;
  return (
    kind === 'person' &&
    words.length > 1 &&
    words.every(({ capital }) => capital) &&
    !isTitle(first?.low.replaceAll('.', '') ?? '')
  );
}
