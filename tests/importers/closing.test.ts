// The process that reads files comes after ours, and is gone when its importer is closed, whatever it is doing then.
import { readdir, readFile } from 'node:fs/promises';
import { getPriority } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { importFile, openImporter } from '../../src/importers/import-file.ts';

/** The processes that read files for this one. */
async function readers(): Promise<number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found: number[] = [];
  for (const name of all) {
    const status = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    const [state, parent] = status.slice(status.lastIndexOf(')') + 2).split(' ');
    const isOurs = Number(parent) === process.pid && command.includes('importers/process.ts');
    if (isOurs && state !== 'Z') found.push(Number(name));
  }
  return found;
}

/** Others may have the processor. */
const limits = { milliseconds: 80_000, patienceMs: 80_000 };
const patience = { timeout: 100_000 };
const file = { name: 'a.txt', bytes: Buffer.from('The ministers met and agreed on procedure.\n') };

test.skipIf(process.platform !== 'linux')(
  'a file that was read leaves no process behind',
  patience,
  async () => {
    expect(await importFile(file, { limits })).toMatchObject({ ok: true });
    expect(await readers()).toEqual([]);
  },
);

test.skipIf(process.platform !== 'linux')(
  'what answers people comes before a file that is read',
  patience,
  async () => {
    const importer = openImporter(limits, 1);
    onTestFinished(() => importer.close());
    const reading = importer.import(file);
    await expect.poll(readers, { timeout: 80_000 }).toHaveLength(1);
    const [reader] = await readers();
    expect(await reading).toMatchObject({ ok: true });
    expect(getPriority(reader)).toBeGreaterThan(getPriority());
  },
);

// A stopped process hears nothing, like one that hangs at its exit.
test.skipIf(process.platform !== 'linux')(
  'a process that does not react is ended all the same',
  patience,
  async () => {
    const importer = openImporter(limits, 1);
    const reading = importer.import(file);
    await expect.poll(readers, { timeout: 80_000 }).toHaveLength(1);
    for (const reader of await readers()) process.kill(reader, 'SIGSTOP');
    await importer.close();
    expect(await reading).toMatchObject({ ok: false });
    expect(await readers()).toEqual([]);
  },
);

test.skipIf(process.platform !== 'linux')(
  'a file whose reading the system ended is read again, and no file is blamed for a busy machine',
  patience,
  async () => {
    const importer = openImporter(limits, 1);
    onTestFinished(() => importer.close());
    const reading = importer.import(file);
    await expect.poll(readers, { timeout: 80_000 }).toHaveLength(1);
    for (const reader of await readers()) process.kill(reader, 'SIGKILL');
    expect(await reading).toMatchObject({ ok: true });
    // Nobody can begin to read in a millisecond, nor in two.
    const hasty = openImporter({ ...limits, patienceMs: 1 }, 1);
    onTestFinished(() => hasty.close());
    expect(await hasty.import(file)).toMatchObject({
      ok: false,
      reason: { key: 'import.refused.stalled' },
    });
  },
);

/** A stopped process gets its signal as soon as it goes on, before it does anything else. */
async function endReaders(signal: NodeJS.Signals): Promise<void> {
  for (const reader of await readers()) {
    process.kill(reader, signal);
    process.kill(reader, 'SIGCONT');
  }
}

test.skipIf(process.platform !== 'linux')(
  'a file is not blamed for a process that broke after it had read others',
  patience,
  async () => {
    const importer = openImporter(limits, 1);
    onTestFinished(() => importer.close());
    for (const signal of ['SIGTERM', 'SIGSEGV', 'SIGUSR2'] as const) {
      expect(await importer.import(file)).toMatchObject({ ok: true });
      for (const reader of await readers()) process.kill(reader, 'SIGSTOP');
      const reading = importer.import(file);
      await endReaders(signal);
      expect(await reading).toMatchObject({ ok: true });
    }
  },
);

test.skipIf(process.platform !== 'linux').each(['SIGTERM', 'SIGSEGV', 'SIGUSR2'] as const)(
  'a file with which a process breaks that has read nothing else is refused: %s',
  patience,
  async (signal) => {
    const importer = openImporter(limits, 1);
    onTestFinished(() => importer.close());
    const reading = importer.import(file);
    await expect.poll(readers, { timeout: 80_000 }).toHaveLength(1);
    await endReaders(signal);
    expect(await reading).toMatchObject({ ok: false, reason: { key: 'import.refused.crashed' } });
    expect(await importer.import(file)).toMatchObject({ ok: true });
  },
);
