// The files of the trained model: found, described and checked before anything is loaded from them.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
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
  /** Tokens of the longest text that is read at once: the frame, half a row of title and some text at the least. */
  longestPassage: z.int().min(16).max(512),
  longestQuestion: z.int().min(16).max(512),
  /** Characters of a title that are read. */
  title: z.int().positive(),
  /** How the reader's score becomes a probability: 1 / (1 + e^−(scale · score + offset)). */
  calibration: z.object({ scale: z.number().positive(), offset: z.number() }),
  sha256: z.record(z.enum(modelFileNames), hash),
});

export type ModelDescription = z.infer<typeof descriptionSchema>;

export interface ModelFiles {
  readonly folder: string;
  readonly description: ModelDescription;
  /** Names this model: what another one made of a passage is worth nothing to it. */
  readonly id: string;
}

/** Reads what a folder says of its model. Throws where a file is missing, or is not the one that the description names. */
export async function readModelFiles(folder: string): Promise<ModelFiles> {
  const path = join(folder, 'model.json');
  const text = await readFile(path, 'utf8');
  const description = described(path, text);
  for (const name of modelFileNames) {
    const found = await sha256Of(join(folder, name));
    const due = description.sha256[name];
    if (found !== due)
      throw new Error(
        `${join(folder, name)}: its SHA-256 is ${found.slice(0, 12)}…, model.json says ${due.slice(0, 12)}…; put back both files as they were shipped`,
      );
  }
  // What is made of a passage does not depend on how scores are told.
  const made = JSON.stringify({ ...description, calibration: undefined });
  return { folder, description, id: createHash('sha256').update(made).digest('hex').slice(0, 16) };
}

function described(path: string, text: string): ModelDescription {
  try {
    return descriptionSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${path}: this describes no model; put the file back as it was shipped`, { cause });
  }
}

/** In pieces: a file read whole would stay in memory long after. */
async function sha256Of(path: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) sum.update(piece);
  return sum.digest('hex');
}
