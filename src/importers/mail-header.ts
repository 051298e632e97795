// What a mail program puts around a text: lines of a header above it, and a signature below two dashes. They are no part of
// the text and tell its title and its day.
import { dateIn } from './dates.ts';
import { found, type Metadata } from './imported.ts';
import { isPress } from './news.ts';
import type { Line } from './text-lines.ts';

export interface Unpacked {
  readonly lines: readonly Line[];
  readonly metadata: Metadata;
  /** How many lines were left out. */
  readonly removed: number;
}

const field = /^(?<name>[A-Z][\w-]{1,40}):(?:[ \t]+(?<value>.*)|[ \t]*)$/u;
const ofMail = /^(?:from|to|cc|date|sent|subject|reply-to|content-type)$/iu;
/** A text may begin with a line such as "Date: …"; three of them are a header. */
const leastFields = 3;

export function withoutMail(lines: readonly Line[]): Unpacked {
  const first = Math.max(
    0,
    lines.findIndex(({ text }) => text.trim() !== ''),
  );
  const fields = fieldsFrom(lines.slice(first));
  const known = fields.filter(({ name }) => ofMail.test(name));
  if (known.length < leastFields) return { lines, metadata: {}, removed: 0 };
  const body = lines.slice(first + fields.reduce((sum, each) => sum + each.length, 0));
  const at = body.findLastIndex(({ own }) => /^-- ?$/u.test(own));
  // A signature is short; what is long below two dashes is text.
  const isSigned = at > 0 && body.length - at <= 12;
  const signature = isSigned ? body.slice(at + 1).filter(({ own }) => own.trim() !== '') : [];
  const value = (name: RegExp): string | undefined => fields.find((each) => name.test(each.name))?.value;
  return {
    lines: isSigned ? body.slice(0, at) : body,
    metadata: told(value(/^subject$/iu), value(/^(?:date|sent)$/iu), signature[0]?.own),
    removed: known.length + signature.length,
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

function told(subject: string | undefined, date: string | undefined, signed: string | undefined): Metadata {
  const title = subject?.replace(/^(?:(?:re|fwd?|aw|wg|odp|pd|tr)\s*:\s*)+/iu, '').trim();
  const day = date === undefined ? undefined : dateIn(date);
  const [sender = ''] = (signed ?? '').split(/\s*[,|·–—]\s*/u);
  return {
    ...(title && { title: found(title, 'import.found.mail') }),
    ...(day !== undefined && { published: found(day, 'import.found.mail') }),
    ...(isPress(sender) && { publisher: found(sender, 'import.found.mail') }),
  };
}
