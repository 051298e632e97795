// Tesseract, where the machine has one, and programs in its place.
import { accessSync, constants } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { folderWith } from '../temporary.ts';

/** Where tesseract lies on this machine; what needs the real one is left out, by its name, where there is none. */
export const installed: string | undefined = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((place) => join(place, 'tesseract'))
  .find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** A program in tesseract's place. */
export async function standIn(script: string): Promise<string> {
  const path = join(await folderWith({}), 'tesseract');
  await writeFile(path, `#!${process.execPath}\n${script}`);
  await chmod(path, 0o755);
  return path;
}

export const word = (left: number, text: string, confidence = 90): string =>
  `<span class='ocrx_word' title='bbox ${left} 100 ${left + 80} 130; x_wconf ${confidence}'>${text}</span>`;
export const line = (words: string, top = 100): string =>
  `<span class='ocr_line' title="bbox 100 ${top} 1900 ${top + 40}; baseline 0 -9; x_size 40">${words}</span>`;
export const page = (lines: string): string =>
  `<html><body><div class='ocr_page'>${lines}</div></body></html>`;
