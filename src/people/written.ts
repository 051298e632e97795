// Who speaks and is named in some documents, written as a dossier is: to be put beside them and corrected. Passages stand as comments.
import { type YAMLMap, Document as YamlDocument } from 'yaml';
import type { Document } from '../corpus/document.ts';
import { type Country, countries, countryNames } from '../corpus/names/countries.ts';
import type { Passage } from '../corpus/passages.ts';
import type { Known, OfficeTied } from './people.ts';

/** So many offices of somebody are shown with their passages. */
const mostShown = 3;
/** So much of a passage stands around an office. */
const around = 60;

/** YAML in the dossier's own form; `passagesOf` finds what ties a name to an office. */
export function writtenDossier(
  known: readonly Known[],
  passagesOf: (document: Document) => readonly Passage[],
): string {
  const named = namesApart(known);
  const entryOf = (one: Known): Record<string, unknown> => entry(one, named.get(one) ?? []);
  const parties = known.filter(({ kind }) => kind === 'party');
  const people = known.filter(({ kind }) => kind === 'person');
  const yaml = new YamlDocument({ parties: parties.map(entryOf), people: people.map(entryOf) });
  comment(yaml, 'parties', parties, passagesOf);
  comment(yaml, 'people', people, passagesOf);
  return yaml.toString({ lineWidth: 120 });
}

/** A name that two bear stands with neither: a dossier has it once, and in a text it means the one of that text. */
function namesApart(known: readonly Known[]): Map<Known, string[]> {
  const owners = new Map<string, number>();
  const keyOf = (name: string): string => name.toLowerCase().replace(/^the /u, '');
  const namesOf = ({ name, names, isCountry }: Known): string[] => {
    const country = isCountry ? countryOf(name) : undefined;
    const other = new Set([country?.capital, ...(country ? countryNames(name) : [])]);
    return names.filter((each) => each !== name && (country?.names.includes(each) || !other.has(each)));
  };
  for (const one of known)
    for (const key of new Set([one.name, ...namesOf(one)].map(keyOf)))
      owners.set(key, 1 + (owners.get(key) ?? 0));
  return new Map(
    known.map((one) => {
      const seen = new Set([keyOf(one.name)]);
      const own = namesOf(one).filter((name) => {
        const key = keyOf(name);
        if (seen.has(key) || owners.get(key) !== 1) return false;
        seen.add(key);
        return true;
      });
      return [one, own];
    }),
  );
}

function entry(
  { id, name, offices, party, isCountry }: Known,
  spellings: readonly string[],
): Record<string, unknown> {
  const country = isCountry ? countryOf(name) : undefined;
  const held = offices.find((office) => office.held) ?? offices[0];
  return {
    ...{ id, name },
    ...(held && { office: held.text }),
    ...(party !== undefined && { party }),
    ...(country?.capital !== undefined && { capital: country.capital }),
    ...(spellings.length > 0 && { spellings }),
    ...(country?.demonym !== undefined && { related: [country.demonym] }),
  };
}

function countryOf(name: string): Country | undefined {
  return countries().all.find((each) => each.name === name);
}

function comment(
  yaml: YamlDocument,
  list: string,
  known: readonly Known[],
  passagesOf: (document: Document) => readonly Passage[],
): void {
  for (const [at, one] of known.entries()) {
    const node = yaml.getIn([list, at]) as YAMLMap | undefined;
    if (node)
      node.commentBefore = linesOf(one, passagesOf)
        .map((line) => ` ${line}`)
        .join('\n');
  }
}

function linesOf(
  { documents, offices }: Known,
  passagesOf: (document: Document) => readonly Passage[],
): string[] {
  const places = [...documents].map(([{ id }, times]) => `${id} ×${times}`);
  const shown = places.slice(0, mostShown).join(', ');
  const head = places.length > mostShown ? `${shown}, … (${places.length})` : shown;
  const tied = [...new Map(offices.map((office) => [office.text, office])).values()].slice(0, mostShown);
  return [head, ...tied.flatMap((office) => quoted(office, passagesOf))];
}

function quoted(
  { source, paragraph, start, end }: OfficeTied,
  passagesOf: (document: Document) => readonly Passage[],
): string[] {
  const text = passagesOf(source)[paragraph - 1]?.text;
  if (text === undefined) return [];
  const words = text.slice(Math.max(0, start - around), end + around).replace(/\s+/gu, ' ');
  return [`${source.id} ¶${paragraph}: …${words}…`];
}
