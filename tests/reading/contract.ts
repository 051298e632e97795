// What every reader promises, whatever it reads with.
import { describe, expect, test } from 'vitest';
import type { Reader } from '../../src/reading/reader.ts';
import { readable, several } from './passages.ts';

const question = 'How many guards are wanted at the bridge?';

/** Passages that somebody may well bring, however odd. */
export const odd: Readonly<Record<string, string>> = {
  'no text': '',
  'white space alone': ' \n\t ',
  'marks alone': '?!… — “”',
  'one word of 6,000 letters': 'a'.repeat(6_000),
  '6,000 characters that no vocabulary has': '𓀀'.repeat(3_000),
  'half a character': 'The \ud800 was agreed.',
  'other scripts': 'اتفق الطرفان. 双方同意了。 הצדדים הסכימו.',
  'a giant paragraph': 'The sides met again and agreed on nothing at all. '.repeat(5_600),
};

export function keepsTheContract(name: string, reader: () => Reader): void {
  describe(`the ${name} reader`, () => {
    test('gives one reading for each passage, in their order, whoever stands beside it', async () => {
      const passages = [
        ...several(3),
        readable('The tariff on grain falls by a third.'),
        ...several(2, 'mill'),
      ];
      const readings = await reader().read(question, passages);
      expect(readings).toHaveLength(passages.length);
      expect(await reader().read(question, passages.toReversed())).toEqual(readings.toReversed());
    });

    test('is sure from 0 to 1, and names a sentence that is there', async () => {
      const passages = several(8);
      for (const [at, { answers, sentence }] of (await reader().read(question, passages)).entries()) {
        expect(answers).toBeGreaterThanOrEqual(0);
        expect(answers).toBeLessThanOrEqual(1);
        expect(passages[at]?.sentences[sentence]).toBeDefined();
      }
    });

    test('reads the same twice', async () => {
      const passages = several(4, 'harbour');
      expect(await reader().read(question, passages)).toEqual(await reader().read(question, passages));
    });

    test('has nothing to say of no passage', async () => {
      expect(await reader().read(question, [])).toEqual([]);
    });

    test('does not read what nobody wants any more', async () => {
      const read = reader().read(question, several(2), AbortSignal.abort());
      await expect(read).rejects.toMatchObject({ reason: 'late' });
    });

    test.each(Object.entries(odd))('reads %s', async (_, text) => {
      const passage = readable(text);
      const [reading, other] = await reader().read(question, [passage, ...several(1)]);
      expect(reading?.answers).toBeGreaterThanOrEqual(0);
      expect(reading?.answers).toBeLessThanOrEqual(1);
      expect(reading?.sentence).toBeLessThan(Math.max(1, passage.sentences.length));
      expect(other).toBeDefined();
    });

    test('reads under a title that grows when it is cut into tokens', async () => {
      // U+FDFA is one character, and eighteen when it is normalised.
      const read = reader().read(question, [readable('Both sides agreed.', 'ﷺ'.repeat(90))]);
      expect(await read).toMatchObject([{ sentence: 0 }]);
    });

    test.each(['', '?', '?!…', ' '.repeat(6_000), 'why '.repeat(1_500), '\ud83d'])(
      'takes the question %j',
      async (asked) => {
        expect(await reader().read(asked, several(1))).toHaveLength(1);
      },
    );
  });
}
