// The folder of a file that is about to be made, with all that is missing above it.
import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it. Node's own recursive `mkdir` never returns where the system says of a folder that it is
 * there and not there at once, as /proc does. Throws what the system says.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let folder = resolve(path); !isThere(folder); folder = dirname(folder)) missing.push(folder);
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder);
    } catch (error) {
      // Another process may make it at this moment.
      if (!isThere(folder)) throw error;
    }
  }
}

/** Whether anything has this name; what stands above it and is no folder is told by whoever uses it. */
function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
