// What handlers need to change a server's own documents: limits, the library of the server, files fetched and read.
import { ocrOf, type Settings } from '../../config.ts';
import { type GivenFile, importFile } from '../../importers/import-file.ts';
import type { Imported, NotTaken } from '../../importers/imported.ts';
import { openTesseract } from '../../importers/ocr/tesseract.ts';
import { textAsGiven } from '../../importers/text/as-given.ts';
import type { Libraries } from '../../libraries.ts';
import type { Library } from '../../library.ts';
import type { Rules } from '../../sources/add.ts';
import { limitsOf } from '../../sources/limits.ts';
import { openTurns, type TurnRules } from '../connection/turns.ts';
import type { Member } from '../desk/roles.ts';
import { type AttachedFile, download } from './download.ts';

export interface OwnSources {
  /** What a new document must fit now. */
  rules(): Rules;
  /** The library that answers in a server. */
  libraryOf(guild: string): Promise<Library>;
  /** Has a change that was done answer from now on. */
  readonly changed: (guild: string, revision: number) => void;
  /**
   * What a file holds, or why it is not taken; read apart from everything else. One that is attached is fetched when its
   * turn comes, so that those who wait take no memory. Throws `UserError` where it cannot be had, or too many wait.
   */
  read(member: Pick<Member, 'guild' | 'by'>, file: GivenFile | AttachedFile): Promise<Imported>;
  /**
   * The text of a file that somebody has checked, or why it cannot be read. Throws `UserError` as `read` does.
   */
  readText(member: Pick<Member, 'guild' | 'by'>, file: AttachedFile): Promise<ReadText>;
  /** Nothing is read any more. */
  close(): void;
}

export type ReadText = { readonly ok: true; readonly text: string } | NotTaken;

export interface OwnSourcesParts {
  readonly settings: Settings;
  readonly libraries: Pick<Libraries, 'of' | 'shared'>;
  readonly changed: OwnSources['changed'];
}

/**
 * Each file takes up to 200 MB and a processor for up to 7 s; more at a time would slow the answers to everybody. The
 * servers have turns, one file each: whoever waits, waits for at most three of their own server.
 */
const reading: TurnRules = {
  atOnce: 2,
  ofOneLine: 1,
  ofOnePerson: 2,
  waiting: 3,
  crowded: { key: 'own.busy' },
  greedy: { key: 'own.busy' },
};

/**
 * Pages that are pictures take seconds each. They have a line of their own, so that whoever adds a text does not wait for them, and
 * are fetched once more when their turn comes.
 */
const recognising: TurnRules = { ...reading, atOnce: 1, ofOnePerson: 1, waiting: 1 };

export function openOwnSources({ settings, libraries, changed }: OwnSourcesParts): OwnSources {
  const limits = limitsOf(settings);
  const turns = openTurns(reading);
  const ocr = ocrOf(settings);
  const recogniser = ocr && openTesseract(ocr);
  const scans = openTurns(recognising);
  const given = async (file: GivenFile | AttachedFile): Promise<GivenFile> =>
    'bytes' in file ? file : await download(file, settings.DISCORD_API_URL);
  return {
    rules: () => ({ limits, reserved: new Set(libraries.shared().documents.map(({ id }) => id)) }),
    libraryOf: (guild) => libraries.of(guild),
    changed,
    // A process for each, so that nothing of one server's file is there when another's is read.
    read: async ({ guild, by }, file) => {
      const asker = { line: guild, who: by };
      const read = await turns.take(asker, async () => importFile(await given(file)));
      if (!recogniser || !read.scanned) return read;
      return scans.take(asker, async () => importFile(await given(file), { recogniser }));
    },
    readText: ({ guild, by }, file) =>
      turns.take({ line: guild, who: by }, async () => {
        const fetched = await given(file);
        const read = await importFile(fetched);
        return read.ok ? { ok: true, text: textAsGiven(read, fetched.bytes) } : read;
      }),
    close: () => {
      turns.close();
      scans.close();
    },
  };
}
