// `node scripts/release-notes.ts 0.2.0`: that version's part of CHANGELOG.md, for the page of a release.
import { readFile } from 'node:fs/promises';
import { sectionOf } from './release/changelog.ts';

const [version = ''] = process.argv.slice(2);
const section = sectionOf(await readFile(new URL('../CHANGELOG.md', import.meta.url), 'utf8'), version);
if (section === undefined) {
  process.stderr.write(`CHANGELOG.md has no part "## ${version} – <date>"\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${section}\n`);
}
