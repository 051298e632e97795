// `check --document`: every quotation of a text, as a table for people or a line each for machines, and as a report to keep.
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { ProblemsError, UsageError, UserError } from '../../common/errors.ts';
import { reasonOf } from '../../common/reasons.ts';
import { unreadable } from '../../common/text-file.ts';
import { shown } from '../../common/validation.ts';
import { importFile } from '../../importers/import-file.ts';
import { textAsGiven } from '../../importers/text/as-given.ts';
import type { Library } from '../../library.ts';
import type { Translate } from '../../messages/messages.ts';
import { isWrong } from '../../text-report/told.ts';
import { htmlReport, markdownReport } from '../../text-report/written.ts';
import { openProgress } from '../progress.ts';
import type { Screen } from '../style.ts';
import { renderTextCheck } from './render-text-check.ts';
import { itemJson, passedOverJson } from './text-check-json.ts';

export interface DocumentOptions {
  /** A file, or "-" for standard input. */
  readonly document: string;
  readonly json?: boolean | undefined;
  /** Where the report goes. */
  readonly report?: string | undefined;
  /** The commit that the folder of the documents is at, where it is kept in git. */
  readonly version?: string | undefined;
}

interface Where {
  readonly screen: Screen;
  readonly translate: Translate;
  readonly progress: NodeJS.WriteStream;
}

/** Returns whether something in the text is wrong, as far as the sources can tell. */
export async function checkDocument(
  library: Library,
  options: DocumentOptions,
  { screen, translate, progress }: Where,
): Promise<boolean> {
  const write = writerFor(options.report);
  const text = await textOf(options.document);
  const check = await checkedWithBar(library, text, progress);
  const name = options.document === '-' ? '' : options.document;
  if (write && options.report !== undefined) {
    const { documents } = library;
    const report = write(
      { name, text, check, documents, when: new Date(), version: options.version },
      translate,
    );
    await writeFile(options.report, report).catch((cause: unknown) => {
      const values = { file: shown(options.report ?? ''), reason: reasonOf(cause) };
      throw new UserError({ key: 'cli.reportUnwritable', values });
    });
  }
  const lines = options.json
    ? [...check.items.map((item) => itemJson(item, text)), ...check.passedOver.map(passedOverJson)].map(
        (line) => JSON.stringify(line),
      )
    : [renderTextCheck(check, text, { screen, translate })];
  for (const line of lines) if (!screen.stream.write(`${line}\n`)) await once(screen.stream, 'drain');
  return check.items.some(isWrong);
}

/** By the ending of the report's file; it is looked at before anything is read. */
function writerFor(report: string | undefined): typeof markdownReport | undefined {
  if (report === undefined) return undefined;
  if (/\.(?:md|markdown)$/iu.test(report)) return markdownReport;
  if (/\.html?$/iu.test(report)) return htmlReport;
  throw new UsageError({ key: 'cli.reportEnding', values: { file: shown(report) } });
}

/** Shorter texts are checked before anybody looks for a bar. */
const fewCharacters = 20_000;

async function checkedWithBar(library: Library, text: string, stream: NodeJS.WriteStream) {
  if (text.length < fewCharacters) return library.checkText(text);
  const bar = openProgress(100, stream);
  let percent = 0;
  try {
    return await library.checkText(text, {
      told: (done, all) => {
        for (; percent < Math.floor((100 * done) / Math.max(1, all)); percent += 1) bar.step('');
      },
    });
  } finally {
    bar.close();
  }
}

/** The text of a file: as it stands, where it is plain text or Markdown, so that places are those of the file. */
async function textOf(file: string): Promise<string> {
  const bytes = await bytesOf(file);
  const imported = await importFile({ name: file === '-' ? 'text' : file, bytes });
  if (!imported.ok)
    throw new UserError({
      key: 'cli.documentRefused',
      values: { file: shown(file), reason: imported.reason },
    });
  return textAsGiven(imported, bytes);
}

async function bytesOf(file: string): Promise<Buffer> {
  if (file === '-') return buffer(process.stdin);
  return readFile(file).catch((cause: unknown) => {
    throw new ProblemsError([unreadable(file, cause)]);
  });
}
