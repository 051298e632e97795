// `npm run -s licences`: the packages that an install without development packages holds, with version and licence, a line each.
import { readFile } from 'node:fs/promises';
import { packagesIn, refusedIn } from './licences/packages.ts';

const packages = packagesIn(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'));
for (const { name, version, licence } of packages) process.stdout.write(`${name} ${version} ${licence}\n`);
const refused = refusedIn(packages);
for (const { name, licence } of refused)
  process.stderr.write(`${name}: "${licence}" is not among the licences that are known to fit\n`);
process.exitCode = refused.length > 0 ? 1 : 0;
