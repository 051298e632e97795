// What a mail program puts around a text: lines of a header above it, a signature below two dashes, and where it was
// forwarded what somebody wrote above it. They are no part of the text and tell its title, its day and whose it is.
import { dateIn } from '../about/dates.ts';
import { isOfficeName } from '../about/office.ts';
import { isPress } from '../html/news.ts';
import { found, type Metadata } from '../imported.ts';
import type { Line } from './text-lines.ts';

export interface Unpacked {
  readonly lines: readonly Line[];
  readonly metadata: Metadata;
  /** How many lines were left out. */
  readonly removed: number;
}

const field = /^\*?(?<name>\p{Lu}[\p{L}\p{N}_-]{0,40})\*?[ \u00a0]?:\*?(?:[ \t\u00a0]+(?<value>.*)|[ \t]*)$/u;
const ofSubject = /^(?:subject|betreff|objet|sujet|temat|тема)$/iu;
const ofDay = /^(?:date|sent|datum|gesendet|envoyé|data|wysłano|дата|надіслано)$/iu;
const ofPeople =
  /^(?:from|to|cc|bcc|reply-to|content-type|von|an|kopie|antwort|de|à|copie|od|nadawca|do|adresat|dw|udw|kopia|від|відправник|кому|одержувач|копія)$/iu;
/** A text may begin with a line such as "Date: …"; three of them are a header. */
const leastFields = 3;

/** "-------- Forwarded message --------", "Anfang der weitergeleiteten Nachricht:". */
const forwarded = new RegExp(
  `^[\\s>*_–—=-]*(?:${[
    '(?:begin )?forwarded (?:message|e-?mail)|forwarded by .{2,60}',
    '(?:anfang der )?weitergeleiteten? (?:nachricht|e-?mail|mail)|weitergeleitet von .{2,60}',
    '(?:début du )?(?:message|courriel|e-?mail) (?:transféré|réexpédié|transmis)|transféré par .{2,60}',
    '(?:treść |początek )?(?:przekazan|przekazywan|przesłan)(?:a|ej) (?:wiadomość|wiadomości)|wiadomość przekazana|przekazane przez .{2,60}',
    '(?:початок )?(?:переслан|переадресован|пересилан)(?:е|ого) (?:повідомлення|листа?)|пересланий лист',
  ].join('|')})[\\s:*_–—=-]*$`,
  'iu',
);
/** What somebody writes above a text that is passed on is short. */
const longestNote = 12;
/** A mail may have been passed on again and again. */
const mostTimes = 5;

export function withoutMail(given: readonly Line[]): Unpacked {
  let [lines, metadata, removed, isMail]: [readonly Line[], Metadata, number, boolean] = [
    given,
    {},
    0,
    false,
  ];
  for (let times = 0; times < mostTimes; times++) {
    const inner = withoutNote(lines);
    const head = headerOf(inner.lines);
    if (!head) break;
    lines = head.lines;
    // What is told of the mail that was first sent goes before what is told of those that passed it on.
    metadata = { ...metadata, ...head.metadata };
    removed += inner.removed + head.removed;
    isMail = true;
  }
  const signature = signatureIn(lines, isMail);
  if (signature.length === 0) return { lines, metadata, removed };
  const signed = signature.slice(1).filter(({ own }) => own.trim() !== '');
  return {
    lines: lines.slice(0, lines.length - signature.length),
    metadata: isMail ? { ...metadata, ...signer(signed) } : metadata,
    removed: removed + signed.length,
  };
}

/** Without what stands above the line that says that a mail is passed on, where a header follows. */
function withoutNote(lines: readonly Line[]): Omit<Unpacked, 'metadata'> {
  let written = 0;
  for (const [at, { own, text }] of lines.entries()) {
    if (forwarded.test(own)) {
      const rest = lines.slice(at + 1);
      return headerOf(rest) && isLonger(rest, lines.slice(0, at))
        ? { lines: rest, removed: written + 1 }
        : { lines, removed: 0 };
    }
    written += text.trim() === '' ? 0 : 1;
    if (written > longestNote) break;
  }
  return { lines, removed: 0 };
}

function isLonger(one: readonly Line[], other: readonly Line[]): boolean {
  const [length, least] = [one, other].map((lines) => lines.reduce((sum, { own }) => sum + own.length, 0));
  return (length ?? 0) > (least ?? 0);
}

/** The header that lines begin with, and what is below it. */
function headerOf(lines: readonly Line[]): Unpacked | undefined {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  if (first < 0) return undefined;
  const fields = fieldsFrom(lines.slice(first));
  const known = fields.filter(({ name }) => [ofSubject, ofDay, ofPeople].some((each) => each.test(name)));
  if (known.length < leastFields) return undefined;
  const value = (name: RegExp): string | undefined => fields.find((each) => name.test(each.name))?.value;
  return {
    lines: lines.slice(first + fields.reduce((sum, each) => sum + each.length, 0)),
    metadata: told(value(ofSubject), value(ofDay)),
    removed: known.length,
  };
}

interface Field {
  readonly name: string;
  readonly value: string;
  /** Its lines: a long one goes on in the next, which stands in. */
  readonly length: number;
}

function fieldsFrom(lines: readonly Line[]): Field[] {
  const fields: Field[] = [];
  for (const { own } of lines) {
    const { name, value = '' } = field.exec(own.replace(/^\ufeff/u, ''))?.groups ?? {};
    const last = fields.at(-1);
    if (name !== undefined) fields.push({ name, value: value.trim(), length: 1 });
    else if (last && /^[ \t]+\S/u.test(own)) {
      fields[fields.length - 1] = { ...last, value: `${last.value} ${own.trim()}`, length: last.length + 1 };
    } else break;
  }
  return fields;
}

function told(subject: string | undefined, date: string | undefined): Metadata {
  const title = subject?.replace(/^(?:(?:re|fwd?|aw|wg|odp|pd|tr|rép|перес|пер|відп)\s*:\s*)+/iu, '').trim();
  const day = date === undefined ? undefined : dateIn(date);
  return {
    ...(title && { title: found(title, 'import.found.mail') }),
    ...(day !== undefined && { published: found(day, 'import.found.mail') }),
  };
}

/** A signature is short; what is long below two dashes is text. */
const longestSignature = 12;
const longestInLetters = 700;

/** The lines from two dashes on, where they are a signature; without a header only the dashes that mail programs write, with a blank. */
function signatureIn(lines: readonly Line[], isMail: boolean): readonly Line[] {
  const dashes = isMail ? /^-- ?$/u : /^-- $/u;
  const at = lines.findLastIndex(({ own }) => dashes.test(own));
  if (at <= 0 || lines.length - at > longestSignature) return [];
  const below = lines.slice(at);
  return below.reduce((sum, { own }) => sum + own.length, 0) > longestInLetters ? [] : below;
}

/** Who signs: the name of an agency or of an office among the first lines. */
function signer(lines: readonly Line[]): Metadata {
  const names = lines.slice(0, 3).flatMap(({ own }) => own.trim().split(/\s*[,|·–—]\s*/u, 1));
  const name = isPress(names[0] ?? '') ? names[0] : names.find(isOfficeName);
  return name === undefined ? {} : { publisher: found(name, 'import.found.mail') };
}
