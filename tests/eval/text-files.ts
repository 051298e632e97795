// Texts with what is expected of them: two files each, read as they stand.
import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { verdicts } from '../../src/check/found.ts';

const quotation = z.strictObject({
  /** Words of it that stand in the text just so, by which its place is known. */
  words: z.string(),
  verdict: z.array(z.enum([...verdicts, 'translated'])),
  speaker: z.string().optional(),
  coverage: z.literal('outside').optional(),
});

const expectation = z.strictObject({
  language: z.string(),
  form: z.string(),
  quotations: z.array(quotation),
  claims: z.array(z.strictObject({ words: z.string(), speaker: z.string() })),
  passedOver: z.array(z.string()),
});

export type ExpectedQuotation = z.infer<typeof quotation>;

export interface ExpectedText extends z.infer<typeof expectation> {
  readonly name: string;
  readonly text: string;
}

/** The texts of a folder, in the order of their names; throws where one is not as it should be. */
export async function readTexts(folder: string): Promise<ExpectedText[]> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const [text, expected] = await Promise.all([
        readFile(`${folder}/${name}`, 'utf8'),
        readFile(`${folder}/${name.replace(/\.\w+$/u, '.expected.json')}`, 'utf8'),
      ]);
      return { name, text, ...expectation.parse(JSON.parse(expected)) };
    }),
  );
}
