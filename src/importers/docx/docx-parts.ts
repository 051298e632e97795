// The parts of a DOCX, found by the relations that the file writes down, checked and unpacked within a limit.
import { type Refusal, refusal } from '../imported.ts';
import { mostEntries, mostUnpackedBytes } from '../limits.ts';
import { readXml } from './xml.ts';
import { type Entry, entriesOf, unpacked } from './zip.ts';

const kinds = ['styles', 'numbering', 'settings', 'footnotes', 'endnotes', 'comments'] as const;

/** What of the file is read; pictures, fonts and embedded files are left where they are. */
export type Parts = { readonly [kind in (typeof kinds)[number]]: Buffer | undefined } & {
  readonly document: Buffer;
  readonly core: Buffer | undefined;
  readonly headers: readonly Buffer[];
};

export function partsOf(bytes: Buffer): Parts | Refusal {
  const entries = entriesOf(bytes, mostEntries);
  if (!entries) return broken();
  const archive = new Archive(bytes, entries);
  const file = relationsOf(archive.part('_rels/.rels'), '');
  const main = archive.known(file.get('officeDocument')?.[0], 'word/document.xml');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = relationsOf(archive.part(`${folder}_rels/${main.slice(folder.length)}.rels`), folder);
  const part = (kind: string): Buffer | undefined =>
    archive.part(archive.known(relations.get(kind)?.[0], `${folder}${kind}.xml`));
  const document = archive.part(main);
  const read = {
    ...{ styles: part('styles'), numbering: part('numbering'), settings: part('settings') },
    ...{ footnotes: part('footnotes'), endnotes: part('endnotes'), comments: part('comments') },
    core: archive.part(archive.known(file.get('core-properties')?.[0], 'docProps/core.xml')),
    headers: [...(relations.get('header') ?? []), ...(relations.get('footer') ?? [])].flatMap(
      (name) => archive.part(name) ?? [],
    ),
  };
  if (archive.refused) return archive.refused;
  return document ? { ...read, document } : broken();
}

function broken(): Refusal {
  return refusal('import.refused.broken', { what: 'DOCX' });
}

class Archive {
  /** Why the file is not taken; nothing is read any more then. */
  refused: Refusal | undefined;
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #read = new Map<string, Buffer>();
  #room = mostUnpackedBytes;

  constructor(bytes: Buffer, entries: readonly Entry[]) {
    this.#bytes = bytes;
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
  }

  /** The name if there is such a part, else the one that word processors use. */
  known(name: string | undefined, usual: string): string {
    return name !== undefined && this.#entries.has(name) ? name : usual;
  }

  part(name: string): Buffer | undefined {
    const entry = this.#entries.get(name);
    if (!entry || this.refused) return undefined;
    const known = this.#read.get(name);
    if (known) return known;
    const data = entry.isEncrypted
      ? refusal('import.refused.encrypted')
      : checked(unpacked(this.#bytes, entry, this.#room));
    if ('refused' in data) {
      this.refused = data;
      return undefined;
    }
    this.#room -= data.length;
    this.#read.set(name, data);
    return data;
  }
}

function checked(data: Buffer | 'tooLarge' | undefined): Buffer | Refusal {
  if (data === 'tooLarge') return refusal('import.refused.bomb', { most: mostUnpackedBytes / 1024 / 1024 });
  if (!data) return broken();
  // Entities are what XML grows huge with, or reads other files by; no word processor writes them.
  if (data.includes('<!DOCTYPE') || data.includes('<!ENTITY')) return refusal('import.refused.entities');
  return data;
}

/** The names of parts by what they are to the one that names them. */
function relationsOf(part: Buffer | undefined, folder: string): Map<string, string[]> {
  const relations = new Map<string, string[]>();
  if (!part) return relations;
  readXml(part, {
    each: ({ attributes: { Type = '', Target = '' } }) => {
      const kind = Type.slice(Type.lastIndexOf('/') + 1);
      relations.set(kind, [...(relations.get(kind) ?? []), resolved(Target, folder)]);
    },
  });
  return relations;
}

/** Only names in the archive come of it: what leads out of it is no part. */
function resolved(target: string, folder: string): string {
  const path = target.startsWith('/') ? target : `/${folder}${target}`;
  return path
    .split('/')
    .reduce<string[]>((steps, step) => {
      if (step === '..') steps.pop();
      else if (step !== '' && step !== '.') steps.push(step);
      return steps;
    }, [])
    .join('/');
}
