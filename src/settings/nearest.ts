// Which setting somebody meant who wrote a name that there is not.
import { nearNames } from '../dialogue/near-names.ts';
import { settingNames } from './schema.ts';

/** Longer is no slip of a name; it may be a secret that lost its own, and is compared with nothing. */
const longest = 40;

/** The setting nearest to a name: few slips away, or one that has all its words; undefined where none is near. */
export function nearestSetting(name: string): string | undefined {
  if (name.length > longest) return undefined;
  return nearNames(name, settingNames, { most: 1 })[0] ?? ofSameWords(name);
}

/** `TOKEN`, `BOT_TOKEN` or `URL_DATABASE`: the last word must be there, as it says what it is, and more than half of all. */
function ofSameWords(name: string): string | undefined {
  const words = name
    .toUpperCase()
    .split(/[^A-Z]+/u)
    .filter((word) => word !== '');
  const last = words.at(-1);
  return settingNames.find((known) => {
    const own = known.split('_');
    const shared = words.filter((word) => own.includes(word)).length;
    return last !== undefined && own.includes(last) && 2 * shared >= words.length && 2 * shared >= own.length;
  });
}
