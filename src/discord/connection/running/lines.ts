// What the log tells of a bot beside its connection: what runs here, and what an operator should mend.
import packageJson from '../../../../package.json' with { type: 'json' };
import { describeProblem, type Problem } from '../../../common/errors.ts';
import { ocrOf, openSecrets, readerOf, type Settings, shardsOf } from '../../../config.ts';
import { openTesseract } from '../../../importers/ocr/tesseract.ts';
import type { LibraryThreadOptions } from '../../../library-thread/options.ts';
import { type Log, newErrorId } from '../../../log.ts';

/** What runs here, and what an operator should mend though the bot runs. */
export function tellStart(settings: Settings, log: Log): void {
  const { trained } = readerOf(settings);
  const store = settings.DATABASE_URL === undefined ? 'sqlite' : 'postgresql';
  const reader = trained ? 'trained' : 'lexical';
  log.info({ version: packageJson.version, node: process.version, store, reader }, 'started');
  for (const problem of openSecrets(settings))
    log.warn({ problem: describeProblem(problem) }, 'a secret may be read by others');
  for (const problem of shardsOf(settings).problems)
    log.warn({ problem: describeProblem(problem) }, 'the shards run otherwise than they were asked to');
}

/** Whoever switched text recognition on hears at the start where it cannot work; pages that are pictures are refused then. */
export async function tellRecognition(settings: Settings, log: Log): Promise<void> {
  const ocr = ocrOf(settings);
  const trouble = ocr && (await openTesseract(ocr).trouble());
  if (trouble !== undefined)
    log.warn(
      { trouble, program: ocr?.program },
      'text recognition (OCR) cannot be used; look at OCR and OCR_LANGUAGES',
    );
}

/** A thread that hung or broke costs one answer; why it did must be known. */
export function threadTo(
  log: Log,
): Required<Pick<LibraryThreadOptions, 'replaced' | 'troubled' | 'notKept'>> {
  return {
    replaced: (err) => log.error({ id: newErrorId(), err }, 'the library broke and is opened again'),
    troubled: (err) => log.error({ id: newErrorId(), err }, 'something failed in the library'),
    notKept: (err) => log.warn({ err }, 'what was read of the sources cannot be kept for the next start'),
  };
}

export function lostTo(log: Log): (problem: Problem) => void {
  return (problem) => log.error({ problem: describeProblem(problem) }, 'what is stored cannot be saved');
}
