// The figures of a cross-validation.
import { auroc, mean, share } from '../../tests/eval/measures.ts';
import type { SetName } from './scenes.ts';

/** What was told of a question. */
export interface Told {
  readonly set: SetName;
  readonly text: string;
  /** How sure it is that the first passage answers. */
  readonly answers: number;
  /** Place of the first right passage, -1 for none. */
  readonly place: number;
  readonly sentenceRight: boolean;
}

const pairs = [
  ['enc+', 'encOut'],
  ['enc+', 'encAdv'],
  ['one+', 'oneOut'],
  ['room+', 'room-'],
  ['room+', 'roomOff'],
  ['own+', 'own-'],
] as const;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const digits = (value: number): string => value.toFixed(3);

export function report(all: readonly Told[], threshold: number): void {
  const of = (set: SetName): Told[] => all.filter((one) => one.set === set);
  for (const set of ['enc+', 'one+', 'room+', 'own+'] as const) {
    const places = of(set).map(({ place }) => place);
    const right = of(set).filter(({ place }) => place === 0);
    say(
      `${set} (${places.length}) top-1 ${digits(share(places, (place) => place === 0))} top-5 ${digits(share(places, (place) => place >= 0 && place < 5))} MRR ${digits(mean(places.map((place) => (place < 0 ? 0 : 1 / (place + 1)))))} ${set === 'room+' ? '' : `sentence ${digits(share(right, ({ sentenceRight }) => sentenceRight))}`}`,
    );
  }
  say(`threshold ${threshold}`);
  for (const [yes, no] of pairs) {
    const values = (told: readonly Told[]): number[] => told.map(({ answers }) => answers);
    const right = of(yes).filter(({ place }) => place === 0);
    const said = share(of(yes), ({ answers, place }) => place === 0 && answers >= threshold);
    const silent = share(of(no), ({ answers }) => answers < threshold);
    const areas = [of(yes), right].map((told) => digits(auroc(values(told), values(of(no))) ?? 0));
    say(
      `${yes} against ${no}: AUROC ${areas[0]}, of those right ${areas[1]}; right and said ${digits(said)} silent ${digits(silent)}`,
    );
  }
}

/** The questions of rooms and of the talks that went wrong, the surest first. */
export function showErrors(all: readonly Told[], threshold: number): void {
  for (const { set, text, place, answers } of all.toSorted((a, b) => b.answers - a.answers)) {
    const wrong = set.endsWith('-') ? answers >= threshold : place !== 0 || answers < threshold;
    if (/^(?:room|own)[+-]$/.test(set) && wrong) say(`${digits(answers)} ${set} ${place}  ${text}`);
  }
}
