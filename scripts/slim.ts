/**
 * Takes out of an install without development packages what this machine cannot run: ONNX Runtime ships its binaries for all
 * systems (243 of 288 MB are others'), and i18next asks for TypeScript, of which it takes types alone.
 * It prints how much that was, and what is left.
 *
 *   npm ci --omit=dev && npm run slim
 */
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

const packages = resolve(process.argv[2] ?? 'node_modules');

/** Folders of `<packages>/onnxruntime-node/bin/napi-v6/<system>/<processor>` but this machine's. */
async function othersBinaries(): Promise<string[]> {
  const bin = join(packages, 'onnxruntime-node', 'bin');
  const interfaces = await readdir(bin);
  const found: string[] = [];
  for (const each of interfaces) {
    for (const system of await readdir(join(bin, each))) {
      const processors = await readdir(join(bin, each, system));
      const isMine = (processor: string) => system === process.platform && processor === process.arch;
      // A release that has none for this machine, or lies otherwise, is left as it is.
      found.push(...processors.filter((name) => !isMine(name)).map((name) => join(bin, each, system, name)));
    }
  }
  const mine = interfaces.some((each) => existsSync(join(bin, each, process.platform, process.arch)));
  return mine ? found : [];
}

/** Bytes of the disk: small files take more of it than they hold. What git keeps beside the files is left out. */
async function sizeOf(folder: string): Promise<number> {
  let size = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== '.git') size += await sizeOf(path);
    if (!entry.isFile()) continue;
    const { size: held, blocks } = await stat(path);
    size += blocks === undefined ? held : blocks * 512;
  }
  return size;
}

const inMegabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

if (existsSync(join(packages, 'vitest'))) {
  process.stderr.write(
    'The development packages are installed, which need all of this: npm ci --omit=dev first.\n',
  );
  process.exitCode = 2;
} else {
  const typesAlone = ['typescript', '@typescript'].map((name) => join(packages, name));
  const unused = [...(await othersBinaries()), ...typesAlone].filter((folder) => existsSync(folder));
  let freed = 0;
  for (const folder of unused) {
    freed += await sizeOf(folder);
    await rm(folder, { recursive: true });
  }
  const [left, all] = [await sizeOf(packages), await sizeOf(dirname(packages))];
  process.stdout.write(
    `${inMegabytes(freed)} MB are free that nothing here can run; the packages take ${inMegabytes(left)} MB now, ` +
      `${basename(dirname(packages))} as a whole ${inMegabytes(all)} MB.\n`,
  );
}
