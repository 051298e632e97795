// What handlers need to change a server's own documents: limits, the library of the server, files fetched and read.
import type { Settings } from '../../config.ts';
import { UserError } from '../../errors.ts';
import { type GivenFile, importFile } from '../../importers/import-file.ts';
import type { Imported } from '../../importers/imported.ts';
import type { Libraries } from '../../libraries.ts';
import type { Library } from '../../library.ts';
import type { Rules } from '../../sources/add.ts';
import { limitsOf } from '../../sources/limits.ts';
import { type AttachedFile, download } from './download.ts';

export interface OwnSources {
  /** What a new document must fit now. */
  rules(): Rules;
  /** The library that answers in a server. */
  libraryOf(guild: string): Promise<Library>;
  /** Has a change that was done answer from now on. */
  readonly changed: (guild: string, revision: number) => void;
  /** What a file holds, or why it is not taken; read apart from everything else. */
  read(file: GivenFile): Promise<Imported>;
  /** The bytes of an attachment. Throws `UserError` where they cannot be had. */
  fetch(file: AttachedFile): Promise<GivenFile>;
  /** Nothing is read any more. */
  close(): void;
}

export interface OwnSourcesParts {
  readonly settings: Settings;
  readonly libraries: Pick<Libraries, 'of' | 'shared'>;
  readonly changed: OwnSources['changed'];
}

/** Each file takes up to 200 MB and a processor for up to 7 s; more at a time would slow the answers to everybody. */
const atATime = 2;
/** Whoever comes behind so many would wait too long. */
const mostWaiting = 8;

export function openOwnSources({ settings, libraries, changed }: OwnSourcesParts): OwnSources {
  const limits = limitsOf(settings);
  const waiting: (() => void)[] = [];
  let reading = 0;
  let closed = false;
  const turn = async (): Promise<void> => {
    if (closed || waiting.length >= mostWaiting) throw new UserError({ key: 'own.busy' });
    if (reading < atATime) reading += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const done = (): void => {
    const next = waiting.shift();
    if (next) next();
    else reading -= 1;
  };
  return {
    rules: () => ({ limits, reserved: new Set(libraries.shared().documents.map(({ id }) => id)) }),
    libraryOf: (guild) => libraries.of(guild),
    changed,
    read: async (file) => {
      await turn();
      try {
        // A process for each, so that nothing of one server's file is there when another's is read.
        return await importFile(file);
      } finally {
        done();
      }
    },
    fetch: (file) => download(file, settings.DISCORD_API_URL),
    close: () => {
      closed = true;
    },
  };
}
