// The packages of the lockfile that an operator gets, for every system, and whether their licences fit to a program under MIT.
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

export interface Package {
  readonly name: string;
  readonly version: string;
  /** As the package itself says, an SPDX expression. */
  readonly licence: string;
}

/** Those that ask for no more than that their notices stay with them, or for their own changed files (MPL), or names of fonts (OFL). */
const fitting = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT'],
  ...['MPL-2.0', 'OFL-1.1', 'PSF-2.0', 'Unlicense'],
]);

/** Sorted by name, each version once. The project itself and what only its developers need are not among them. */
export function packagesIn(lock: string): Package[] {
  const { packages } = lockSchema.parse(JSON.parse(lock));
  const found = new Map<string, Package>();
  for (const [place, each] of Object.entries(packages)) {
    if (place === '' || each.dev === true) continue;
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const { version, license: licence = 'unknown' } = each;
    found.set(`${name} ${version}`, { name, version, licence });
  }
  return [...found.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** Those whose licence is not known to fit. Of `(A OR B)` one must fit, of `A AND B` both. */
export function refusedIn(packages: readonly Package[]): Package[] {
  return packages.filter(({ licence }) => !fits(licence));
}

function fits(licence: string): boolean {
  const bare = licence.replace(/^\((.*)\)$/u, '$1');
  // Brackets within are rarer than to be worth reading: such a licence is looked at by a person.
  if (/[()]/u.test(bare)) return false;
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((each) => fitting.has(each)));
}
