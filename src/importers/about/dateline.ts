// A place and a date as texts begin with them: a line of its own ("Geneva, 12 May 2025"), or the beginning of the first
// sentence ("Putrajaya, 28 July 2025. The …"). A day told in a sentence is not the day of the text.
import { dayIn } from './dates.ts';
import { weekdayName } from './month-names.ts';

export interface Dateline {
  readonly date: string;
  /** As it is written. */
  readonly place?: string;
}

/** What is longer than this is a sentence. */
export const longestLine = 120;
/** Before its date a text has a place, and nothing else. */
const longestLead = 60;

/** Words beside a date that say what it is the date of, and what belongs to a date or a time. */
const labels = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[
    'date|day|dated|for immediate release|press release',
    'datum|tag|den|pressemitteilung|uhr|um',
    'date|jour|le|communiqué de presse|à',
    'data(?: publikacji)?|dzień|dnia|dn|komunikat prasowy|roku|r|o|godz',
    'дата(?: публікації)?|день|від|року|р|м|о|об',
    'et|est|edt|cet|cest|gmt|utc|msk|eest|eet|h',
  ].join('|')})(?![\\p{L}\\p{M}])[.:]?`,
  'giu',
);
/** What became of a text on its date; behind a name it would be a sentence ("Norland signed on …"). */
const verbs =
  /^[\s(]*(?:(?:published|posted|released|issued|signed)(?: on)?|(?:veröffentlicht|erschienen|unterzeichnet)(?: am)?|(?:publiée?|mise? en ligne|signée?)(?: le)?|opublikowano|podpisano|опубліковано|підписано)(?![\p{L}\p{M}])[.:]?/iu;
/** "Signed at Teal Point on", "Geschehen zu Genf am", "Podpisano w Gdańsku dnia": what was done on the date, and where. */
const doneAt =
  /^[\s(]*(?:(?:done|signed|issued|adopted|concluded)(?: at| in)|(?:geschehen|unterzeichnet|ausgefertigt|beschlossen|geschlossen|abgeschlossen)(?: zu| in)|(?:faite?s?|signée?s?|adoptée?s?|conclue?s?)(?: à| au| en)|(?:sporządzon|podpisan|przyjęt|zawart|uchwalon)[oaey](?: we?)|(?:вчинен|підписан|укладен|складен|ухвален)[оаийі](?: [ув])) (?<place>.+?),?(?: on| this| the| am| den| le| w dniu| dnia)*$/iu;
const weekdays = new RegExp(`${weekdayName},?`, 'giu');
const times =
  /(?<![\p{L}\p{M}])godz(?:ina|\.)? \d{1,2}(?!\d|[:.]\d)|(?<!\d)\d{1,2}(?:[:.h]| h )\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?!\d)|(?<!\d)\d{1,2}\s*(?:[ap]\.?m\.?|h|uhr|heures?|godz(?:iny?|\.)?|годин[аиі]?|год\.?)(?![\p{L}\p{M}])/giu;

/** The day on which a text was changed or looked at is not the one on which it was published. */
const later =
  /(?:last )?(?:updated|modified|changed|retrieved|accessed|reviewed)|aktualisiert|geändert|stand|abgerufen|mis(?:e)? à jour|modifié(?:e)?|consulté(?:e)?|zaktualizowano|aktualizacja|zmieniono|оновлено|змінено|станом/iu;

export function isOfLater(line: string): boolean {
  return later.test(line);
}

/** A line that tells an hour or the day of a change, and nothing else: "18:20 Uhr", "Last modified on 5 March 2025". */
export function isStamp(written: string): boolean {
  const line = oneLine(written);
  if (line.length > longestLine) return false;
  const day = dayIn(line);
  const undated = day ? `${line.slice(0, day.start)} ${line.slice(day.end)}` : line;
  const isTimed = undated.search(times) >= 0;
  if (!isTimed && !(day && later.test(line))) return false;
  const rest = undated
    .replace(later, ' ')
    .replace(/(?<![\p{L}\p{M}])(?:on|am|le|at)(?![\p{L}\p{M}])/giu, ' ');
  return bare(rest) === '';
}

/** Notes of a talk name themselves before place and date: "Minutes of the meeting, Geneva, 12 May 2025". */
const notes = new RegExp(
  `^(?:${[
    'notes?|(?:summary|agreed|draft) (?:record|minutes)|minutes|record|memo(?:randum)?|file note',
    '(?:gesprächs|ergebnis|kurz|sitzungs)?(?:protokoll|notiz|vermerk)|niederschrift|aufzeichnung(?:en)?',
    'procès-verbal|compte rendu|relevé|mémorandum|aide-mémoire',
  ].join(
    '|',
  )})(?: (?:of|by|from|on|for|der|des|vom|von|zu[mr]|über|du|de|sur) [^,.:;!?\\d]{2,60})?,\\s+(?=\\p{Lu})|^(?:notatk[ai]|protokół|zapis(?:ki)?|нотатк[аи]|протокол|запис)(?: [^,.:;!?\\d]{2,60})?,\\s+(?=\\p{Lu})`,
  'iu',
);

/** Begin a sentence and no place. */
const noPlace =
  /^(?:since|on|by|until|till|from|before|after|in|at|as|the|a|an|see|next|seit|am|bis|ab|vor|nach|im|zum|der|die|das|depuis|avant|après|dès|en|la|les|od|do|przed|po|w|we|z|з|із|від|до|після|перед|у|в|на)(?![\p{L}\p{M}])/iu;
const kindWord =
  /statement|declaration|communiqu|readout|remarks|speech|agreement|treaty|minutes|erklärung|protokoll|déclaration|oświadczenie|komunikat|заява|treffen|meeting|réunion|deadline/iu;
const particle = '(?:am|an|der|im|bei|ob|de|du|des|la|le|les|sur|en|upon|of|the|nad|pod|на)';
const name = "(?:\\p{Lu}[\\p{L}\\p{M}’'.-]*)";
/** One to three names, "Washington, D.C.", "Genf/Bern", "Frankfurt am Main". */
const placeName = new RegExp(`^${name}(?:(?:,? |/|-)(?:${particle} ){0,2}${name}){0,3}$`, 'u');

/** A remark behind it: "(transcript, not authorised)". */
const remark = /\s*\([^()\d]{1,80}\)$/u;

const reference =
  '(?:№|n[ro]\\.?|no\\.|n[°º]|(?:our |your |unser |ihr )?(?:ref(?:erence)?|réf(?:érence)?|az|aktenzeichen|gz|geschäftszeichen|znak(?: sprawy)?|l\\.? ?dz|вих)\\.?(?: ?(?:no\\.?|nr\\.?|№))?)\\s*:?\\s*(?=\\S*\\d)[\\p{L}\\d][\\p{L}\\d./_-]*';
const volume =
  '(?:\\d{1,3}\\.?|\\p{Lu}?[IVXLC]+\\.?) ?(?:jahrgang|jg\\.?|année|рік видання)|(?:jahrgang|jg\\.|vol(?:ume)?\\.?|rok|année|tom|рік) (?:\\d{1,3}|[IVXLC]+)';
const atStart = new RegExp(`^(?:${reference}|${volume})(?:[\\s,;|·•–—]+)(?=\\S)`, 'iu');
const atEnd = new RegExp(`(?<=\\S)(?:[\\s,;|·•–—]+)(?:${reference}|${volume})$`, 'iu');

/** Without the number of a letter or of an issue at an end: "12 May 2025, No. 140/27", "Nr. 31 … 78. Jahrgang". */
function withoutReference(line: string): string {
  return line.length > longestLine ? line : line.replace(atStart, '').replace(atEnd, '');
}

/** Whether a line is one of place and date. */
export function isDateline(line: string): boolean {
  return line.length <= longestLine && /\d/u.test(line) && dateLineOf(line)?.place !== undefined;
}

/** Reads a line that is nothing but a date, with a place or a label; undefined where there is more in it. */
export function dateLineOf(written: string): Dateline | undefined {
  const line = withoutReference(oneLine(written).replace(remark, ''));
  if (line.length > longestLine) return undefined;
  for (const part of [line, ...line.split(/\s[|•·]\s|;\s/u)]) {
    const day = dayIn(part);
    if (!day || later.test(part)) continue;
    const before = part.slice(0, day.start);
    const named = before.replace(notes, '');
    const place = placeIn(named, part.slice(day.end));
    // Of notes alone it would be the title: "Protokoll, 12. Mai 2025".
    if (place === '' && named !== before) continue;
    if (place !== undefined && isAside(line.replace(part, ''))) return dateline(day.date, place);
  }
  return undefined;
}

/** What stands beside the part with the date: nothing, or the day of a change. */
function isAside(rest: string): boolean {
  const words = rest.replace(/[|•·;\s]+/gu, ' ').trim();
  return words === '' || (later.test(words) && dayIn(words) !== undefined);
}

/** Reads place and date that a text begins with, its first sentence behind them. */
export function leadDateOf(text: string): Dateline | undefined {
  const start = oneLine(text.slice(0, 200));
  const day = dayIn(start);
  if (!day || day.start > longestLead) return undefined;
  const before = start.slice(0, day.start);
  const place = placeIn(before, '');
  if (place === undefined) return undefined;
  const isParted = endOfLead.test(start.slice(day.end));
  // "Published on 5 January 2026 by …" says it whatever follows.
  return isParted || verbs.test(before) ? dateline(day.date, place) : undefined;
}

/** What parts place and date from the sentence behind them. */
const endOfLead = /^(?:,? \d{1,2}[:.h]\d{2})?(?: r\.| року| р\.)?(?:[)\]]|\s*[.:–—-])+\s+\S/u;

/** After the date of a treaty its copies are told, or nothing. */
const endOfDone =
  /^(?: r\.| року| р\.)?[\s.]*$|^(?: r\.| року| р\.)?,? (?:in|en|w|we|у|в) .{0,60}(?:original|cop(?:y|ies)|duplicate|urschrift|ausfertigung|exemplaire|egzemplarz|примірник)/iu;

/** The day on which a text says at its foot that it was done: a dateline with a place, or "Done at Geneva on 12 May 2025, in two originals". */
export function footDateOf(text: string): Dateline | undefined {
  const line = dateLineOf(text);
  if (line) return line.place === undefined ? undefined : line;
  const start = oneLine(text.slice(0, 300));
  const day = dayIn(start);
  if (!day || day.start > longestLine) return undefined;
  const isDone = doneAt.test(start.slice(0, day.start).trim()) && endOfDone.test(start.slice(day.end));
  return isDone ? { date: day.date } : undefined;
}

/** What stands between the name of a document and its day: "Point de presse du 21 mai 2025". */
const ofDay = /^(?:of|on|from|vom|am|von|du|le|z|w|z dnia|w dniu|від|за)(?=\s+(?:\p{L}+,? )?\d)/iu;

/** The day that a title gives where it gives nothing else beside the kind of document: `rest` is the title without that. */
export function titleDateOf(rest: string): Dateline | undefined {
  return dateLineOf(rest.replace(ofDay, '').trim());
}

function dateline(date: string, place: string): Dateline {
  return place === '' ? { date } : { date, place };
}

export function oneLine(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();
}

/** Without times, days of the week, labels, and the marks around them. */
function bare(text: string): string {
  return text
    .replace(verbs, ' ')
    .replace(times, ' ')
    .replace(weekdays, ' ')
    .replace(labels, ' ')
    .replace(/^[\s,.:;()[\]–—|/-]+|[\s,:;()[\]–—|/-]+$/gu, '')
    .replace(/\s+/gu, ' ');
}

/** What is left beside a date without labels, days of the week and times: a place, nothing (''), or more (undefined). */
function placeIn(before: string, after: string): string | undefined {
  const done = doneAt.exec(before.trim())?.groups?.['place'];
  if (done !== undefined && bare(after).replace(/^\.|\.$/gu, '') === '') {
    return placeName.test(bare(done)) ? bare(done) : undefined;
  }
  if (noPlace.test(before.trim()) && !/^le /iu.test(before.trim())) return undefined;
  const [place, rest] = [bare(before), bare(after).replace(/^\.|\.$/gu, '')];
  if (rest !== '') return undefined;
  // What a colon follows is a label that is not known here, or somebody who speaks.
  if (place !== '' && /:\s*$/u.test(before)) return undefined;
  if (place === '') return '';
  return placeName.test(place) && !kindWord.test(place) ? place : undefined;
}
