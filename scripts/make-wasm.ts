// npm run make:wasm: builds src/search/index/differing.wasm from its text. A test sees to it that the two agree.
import { readFile, writeFile } from 'node:fs/promises';
import wabt from 'wabt';

const text = new URL('../src/search/index/differing.wat', import.meta.url);
const binary = new URL('../src/search/index/differing.wasm', import.meta.url);

/** The module as it is to lie beside its text. */
export async function built(): Promise<Uint8Array> {
  const module = (await wabt()).parseWat('differing.wat', await readFile(text, 'utf8'));
  try {
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}

export function lying(): Promise<Uint8Array> {
  return readFile(binary);
}

if (import.meta.main) await writeFile(binary, await built());
