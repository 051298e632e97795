// Which of the names that there are somebody meant who typed one that there is not: of commands, options, settings, documents, people.
import { fold } from '../corpus/text/folding.ts';
import { slips } from '../search/text/slips.ts';

/** Longer is no slip of a name, and is compared with nothing. */
const longest = 60;
/** Of so many letters one may be wrong; of three, one as well: "aks" is "ask". */
const lettersPerSlip = 4;
const shortest = 3;
/** Fewer letters begin too many names. */
const shortestBeginning = 3;
/** Shorter words of a name ("the", "of") are nobody's. */
const shortestWord = 4;

interface Near {
  /** How many are named at most. */
  readonly most?: number;
  /** Whether a word of a name may be meant by itself: a surname, mostly. */
  readonly byWord?: boolean;
  /** Whether the beginning of a name is near it, however much is missing. */
  readonly byBeginning?: boolean;
}

/** The names nearest to what was typed, best first; none where none is near. */
export function nearNames(
  typed: string,
  known: readonly string[],
  { most = 3, byWord = false, byBeginning = false }: Near = {},
): string[] {
  const wanted = bare(typed);
  if (typed.length > longest || wanted.length < shortest) return [];
  const allowed = Math.max(1, Math.floor(wanted.length / lettersPerSlip));
  const distanceTo = (name: string): number => {
    const whole = bare(name);
    if (byBeginning && wanted.length >= shortestBeginning && whole.startsWith(wanted)) return 1;
    const words = byWord ? name.split(/[\s-]+/u).map(bare) : [];
    const forms = [whole, ...words.filter(({ length }) => length >= shortestWord)];
    return Math.min(...forms.map((form) => slips(wanted, form, allowed)));
  };
  return [...new Set(known)]
    .map((name) => ({ name, distance: distanceTo(name) }))
    .filter(({ distance }) => distance <= allowed)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name);
}

/** Letters and digits alone, without case and accents: `log-level` is LOG_LEVEL. */
function bare(name: string): string {
  return (fold(name).text.match(/[\p{L}\p{N}]+/gu) ?? []).join('');
}
