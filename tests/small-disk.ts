// A small disk of its own, which a test can fill. To mount one takes rights that few have at home; .github/workflows/ci.yml gives them.
import { execFileSync } from 'node:child_process';
import { onTestFinished, type TestContext } from 'vitest';
import { folderWith } from './temporary.ts';

/** The folder of a disk of so many megabytes. Where none may be mounted the test is skipped, and fails where `SMALL_DISKS=needed`. */
export async function smallDisk(context: TestContext, megabytes: number): Promise<string> {
  const folder = await folderWith({});
  const refused = refusal(folder, megabytes);
  if (refused === undefined) {
    onTestFinished(() => void execFileSync('umount', ['-l', folder]));
    return folder;
  }
  const told = `nothing is tested, as no small disk may be mounted here (${refused}); run it as root, as ci.yml does`;
  if (process.env['SMALL_DISKS'] === 'needed') throw new Error(told);
  return context.skip(told);
}

/** What the system says against it, in a line; undefined where the disk is there. */
function refusal(folder: string, megabytes: number): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    return said.trim().split('\n')[0] || String(error);
  }
}
