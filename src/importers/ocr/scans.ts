// A PDF whose pages are pictures is read once more, with what text recognition found on them.
import type { Job } from '../extract.ts';
import { Extractor } from '../extraction.ts';
import { type Imported, notTaken, refusal } from '../imported.ts';
import type { RecognisedPage } from './recognised.ts';
import type { Recogniser } from './tesseract.ts';

/** A page takes some seconds: so many are what somebody waits for. */
const mostRecognised = 50;

/** Milliseconds by the clock, after which the pages that are left stay unread: Discord lets a reply wait for 15 minutes. */
const patienceMs = 8 * 60_000;

/** A page's picture has up to 14 MB and is made of one that may have three times as much, beside PDFium and Node. */
const memoryMiB = 500;

/** `imported` is what was read without recognition; it stays where nothing can be added. */
export async function withRecognised(
  imported: Imported,
  job: Job,
  extractor: Pick<Extractor, 'extract'>,
  recogniser: Recogniser,
): Promise<Imported> {
  const { scanned = [] } = imported;
  if (scanned.length === 0) return imported;
  if (scanned.length > mostRecognised) {
    const values = { count: scanned.length, most: mostRecognised };
    return imported.ok ? imported : notTaken(refusal('import.refused.tooManyScanned', values));
  }
  const recognised = await recognisedPages(job, scanned, recogniser);
  if (recognised.length > 0) return extractor.extract({ ...job, recognised });
  // That the program could not read it says nothing of what is in the file.
  return imported.ok ? imported : notTaken(refusal('import.refused.recognitionFailed'));
}

async function recognisedPages(
  job: Job,
  pages: readonly number[],
  recogniser: Recogniser,
): Promise<RecognisedPage[]> {
  // Pictures take more memory than any text may.
  const drawing = new Extractor();
  const recognised: RecognisedPage[] = [];
  const until = performance.now() + patienceMs;
  try {
    for (const page of pages) {
      if (performance.now() > until) break;
      const picture = await drawing.draw({ ...job, limits: { ...job.limits, memoryMiB } }, page);
      if ('reason' in picture) continue;
      // A page that failed stays one without text, which is told; the next one may be read.
      const hocr = await recogniser.recognise(picture).catch(() => undefined);
      const { scale, width, height } = picture;
      if (hocr !== undefined) recognised.push({ page, hocr, scale, width, height });
    }
  } finally {
    await drawing.close();
  }
  return recognised;
}
