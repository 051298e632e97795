// What can be looked at without Discord: settings, documents, model, text recognition, store.
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { oneLine } from '../common/controls.ts';
import { describeProblem, type Problem } from '../common/errors.ts';
import { defaultsOf, hearsMentions, openSecrets, type Settings, shardsOf, storeOf } from '../config.ts';
import { openTesseract } from '../importers/ocr/tesseract.ts';
import { collectionAt } from '../library.ts';
import { serversWithMentions } from '../preferences.ts';
import { type DeskChannels, openDesks } from '../questions/desk.ts';
import { readModelFiles, shippedModel } from '../reading/model-files.ts';
import { type Look, lookAtStore } from '../store/keeping/look.ts';
import { isLittleRoom } from '../store/keeping/probe.ts';
import type { Database } from '../store/tables.ts';
import { type CheckName, type Finding, failed, found } from './finding.ts';
import { searchFound } from './search.ts';

export interface Offline {
  readonly findings: readonly Finding[];
  /** The desks that are open, as far as the store could be read. */
  readonly desks: readonly DeskChannels[];
}

export async function lookOffline(settings: Settings): Promise<Offline> {
  const store = await storeFound(settings);
  const documents = await documentsFound(settings);
  const findings = [
    ...settingsFound(settings),
    ...documents.findings,
    ...(await modelFound(settings)),
    ...(await recognitionFound(settings)),
    ...store.findings,
    ...(await searchFound(settings, documents.passages)),
    ...mentionsFound(settings, store.mentions),
  ];
  return { findings, desks: store.desks };
}

function settingsFound(settings: Settings): Finding[] {
  try {
    const problems = [...openSecrets(settings), ...shardsOf(settings).problems];
    const told = problems.map((problem) => toldOf('settings', problem));
    return told.length > 0 ? told : [found('settings', 'ok', 'doctor.settings.ok')];
  } catch (error) {
    return failed('settings', error);
  }
}

/** So many problems of documents are told; whoever has more looks with the command for them. */
const mostProblems = 3;

interface DocumentsFound {
  readonly findings: readonly Finding[];
  readonly passages: number;
}

async function documentsFound(settings: Settings): Promise<DocumentsFound> {
  const { corpus, strict } = defaultsOf(settings);
  try {
    const { documents, passages, problems } = await collectionAt(corpus, { strict });
    if (documents.length === 0)
      return { findings: [found('documents', 'fail', 'doctor.documents.none', { corpus })], passages: 0 };
    const told = problems.slice(0, mostProblems).map((problem) => toldOf('documents', problem));
    const left = problems.length - told.length;
    const findings = [
      found('documents', 'ok', 'doctor.documents.ok', { count: documents.length }),
      ...told,
      ...(left > 0 ? [found('documents', 'warn', 'doctor.documents.more', { count: left })] : []),
    ];
    return { findings, passages: passages.length };
  } catch (error) {
    return { findings: failed('documents', error), passages: 0 };
  }
}

function toldOf(check: CheckName, problem: Problem): Finding {
  return { check, state: 'warn', text: oneLine(describeProblem(problem)) };
}

async function modelFound(settings: Settings): Promise<Finding[]> {
  if (settings.READER === 'lexical') return [found('model', 'ok', 'doctor.model.off')];
  try {
    const { id } = await readModelFiles(shippedModel);
    return [found('model', 'ok', 'doctor.model.ok', { id })];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [found('model', 'warn', 'doctor.model.wrong', { reason })];
  }
}

async function recognitionFound(settings: Settings): Promise<Finding[]> {
  const { ocr } = defaultsOf(settings);
  if (!ocr) return [found('recognition', 'ok', 'doctor.recognition.off')];
  const { program, languages } = ocr;
  const trouble = await openTesseract(ocr).trouble();
  return trouble === undefined
    ? [found('recognition', 'ok', 'doctor.recognition.ok', { program, languages })]
    : [found('recognition', 'warn', 'doctor.recognition.wrong', { program, reason: trouble })];
}

/** Where the operator and the servers do not want the same, nobody is answered. */
function mentionsFound(settings: Settings, count: number): Finding[] {
  if (!hearsMentions(settings))
    return count > 0 ? [found('mentions', 'warn', 'doctor.mentions.unheard', { count })] : [];
  return [
    count > 0
      ? found('mentions', 'ok', 'doctor.mentions.ok', { count })
      : found('mentions', 'ok', 'doctor.mentions.unused'),
  ];
}

interface StoreFound extends Offline {
  /** Servers that want mentions answered, as far as the store could be read. */
  readonly mentions: number;
}

/** What is looked up in a store that can be read. */
async function keptIn(database: Database): Promise<Pick<StoreFound, 'desks' | 'mentions'>> {
  return { desks: await openDesks(database), mentions: await serversWithMentions(database) };
}

const nothingKept = { desks: [], mentions: 0 };

async function storeFound(settings: Settings): Promise<StoreFound> {
  const place = storeOf(settings);
  try {
    const seen = await lookAtStore(place, keptIn);
    return seen
      ? { findings: lookFound(seen.look), ...(seen.also ?? nothingKept) }
      : { findings: [notThere(place.file)], ...nothingKept };
  } catch (error) {
    return { findings: failed('store', error), ...nothingKept };
  }
}

/** The first start makes it, and its folder: somewhere above it is one in which it can be made. */
function notThere(file: string): Finding {
  let folder = dirname(resolve(file));
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return found('store', 'ok', 'doctor.store.none', { file });
  } catch {
    return found('store', 'fail', 'doctor.store.noFolder', { file, folder });
  }
}

const megabyte = 1024 ** 2;
/** With less nothing goes on for long. */
const leastFree = 16 * megabyte;

function lookFound({ engine, version, left, newer, room, damage, savedMs }: Look): Finding[] {
  if (newer.length > 0)
    return [found('store', 'fail', 'doctor.store.newer', { migrations: newer.join(', ') })];
  if (damage !== undefined) return [found('store', 'fail', 'doctor.store.damaged', { reason: damage })];
  const values = { engine, version: version ?? '', used: inMegabytes(room.used) };
  const stands =
    savedMs === undefined
      ? found('store', 'ok', 'doctor.store.new', { engine })
      : found('store', 'ok', 'doctor.store.ok', { ...values, ms: Math.ceil(savedMs) });
  return [
    stands,
    ...(left > 0 && savedMs !== undefined
      ? [found('store', 'ok', 'doctor.store.older', { count: left })]
      : []),
    ...roomFound(room),
  ];
}

function roomFound(room: Look['room']): Finding[] {
  const { free } = room;
  if (free === undefined) return [];
  const values = { free: inMegabytes(free) };
  if (free < leastFree) return [found('store', 'fail', 'doctor.store.noRoom', values)];
  const isLittle = isLittleRoom(room);
  return [
    found(
      'store',
      isLittle ? 'warn' : 'ok',
      isLittle ? 'doctor.store.littleRoom' : 'doctor.store.room',
      values,
    ),
  ];
}

function inMegabytes(bytes: number): number {
  return Math.round(bytes / megabyte);
}
