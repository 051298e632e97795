// The files of the trained model: found, described and checked before anything is loaded from them.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Where the model lies that is shipped with the project. */
export const shippedModel: string = fileURLToPath(new URL('../../models', import.meta.url));

export const modelFileNames = ['lower.onnx', 'vectors.onnx', 'reader.onnx', 'tokenizer.json'] as const;
export type ModelFileName = (typeof modelFileNames)[number];

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const descriptionSchema = z.object({
  /** Numbers in the state of a token, and in a vector. */
  hidden: z.int().positive(),
  /** Numbers of 4 bits kept of each token of a passage. */
  kept: z.int().positive().multipleOf(2),
  /** Tokens of the longest text that is read at once. */
  longestPassage: z.int().positive(),
  longestQuestion: z.int().positive(),
  /** Characters of a title that are read. */
  title: z.int().positive(),
  /** How the reader's score becomes a probability: 1 / (1 + e^−(scale · score + offset)). */
  calibration: z.object({ scale: z.number().positive(), offset: z.number() }),
  sha256: z.record(z.enum(modelFileNames), hash),
});

export type ModelDescription = z.infer<typeof descriptionSchema>;

export interface ModelFiles {
  readonly description: ModelDescription;
  /** Names this model: what another one made of a passage is worth nothing to it. */
  readonly id: string;
  readonly bytes: Readonly<Record<ModelFileName, Uint8Array>>;
}

/** Reads the model in a folder. Throws where a file is missing, or is not the one that the description names. */
export async function readModelFiles(folder: string): Promise<ModelFiles> {
  const text = await readFile(join(folder, 'model.json'), 'utf8');
  const description = descriptionSchema.parse(JSON.parse(text));
  const bytes = await Promise.all(modelFileNames.map((name) => readFile(join(folder, name))));
  modelFileNames.forEach((name, at) => {
    const found = sha256(bytes[at] ?? new Uint8Array());
    if (found !== description.sha256[name])
      throw new Error(
        `${join(folder, name)}: its SHA-256 is ${found.slice(0, 12)}…, model.json says ${description.sha256[name].slice(0, 12)}…; put back both files as they were shipped`,
      );
  });
  return { description, id: sha256(Buffer.from(text)).slice(0, 16), bytes: named(bytes) };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function named([lower, vectors, reader, tokenizer]: readonly Uint8Array[]): Record<
  ModelFileName,
  Uint8Array
> {
  const none = new Uint8Array();
  return {
    'lower.onnx': lower ?? none,
    'vectors.onnx': vectors ?? none,
    'reader.onnx': reader ?? none,
    'tokenizer.json': tokenizer ?? none,
  };
}
