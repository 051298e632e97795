// Where the words of the documents are filed, and whether that fits how many they are.
import { type Settings, searchOf } from '../config.ts';
import { lookAtSearch, type SearchLook, whyNotFiled } from '../search-postgres/look.ts';
import { type Finding, found } from './finding.ts';

/** So many passages take each process half a minute to read anew (npm run bench:snapshot). */
const mostInMemory = 100_000;
const megabyte = 1024 ** 2;

export async function searchFound(settings: Settings, passages: number): Promise<Finding[]> {
  const { engine, url } = searchOf(settings);
  if (engine === 'memory') return [inMemory(passages)];
  if (url === undefined) return [found('search', 'warn', 'doctor.search.noDatabase')];
  try {
    return lookFound(await lookAtSearch(url), passages);
  } catch (error) {
    return [found('search', 'warn', 'doctor.search.wrong', { reason: whyNotFiled(error) })];
  }
}

function inMemory(count: number): Finding {
  return count > mostInMemory
    ? found('search', 'warn', 'doctor.search.large', { count })
    : found('search', 'ok', 'doctor.search.memory', { count });
}

function lookFound({ there, mayFile, vectors }: SearchLook, count: number): Finding[] {
  const meanings = found('search', 'ok', vectors ? 'doctor.search.vectors' : 'doctor.search.noVectors');
  if (!mayFile) return [found('search', 'warn', 'doctor.search.readOnly'), meanings];
  const filed = there
    ? found('search', 'ok', 'doctor.search.ok', {
        filed: there.filed,
        used: Math.round(there.bytes / megabyte),
      })
    : found('search', 'ok', 'doctor.search.new', { count });
  return [filed, meanings];
}
