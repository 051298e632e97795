// Words that stand before a name and are none of it, and words of which none is a person's name.
import { fold } from '../../corpus/text/folding.ts';

const words = (list: string): readonly string[] => fold(list).text.trim().split(/\s+/u);

/** Of two parties' people and the like texts write so before the name: "Republican Donald Trump". */
export const partisans: ReadonlySet<string> = new Set(
  words(`republican democrat democratic republicans democrats gop conservative liberal libertarian socialist communist tory labour catholic
  christian muslim jewish evangelical hispanic latino african-american british-born`),
);

/** They begin sentences, and no name. */
const leading: ReadonlySet<string> = new Set(
  words(`but and or if when the this that these those for with from after before since while because although though as at by in on of not
  yes then what who how why where our their his her its my your we they it a both can does did was is are were now here there thank also
  however meanwhile according`),
);

export function isLeading(low: string): boolean {
  return leading.has(low);
}

/** Prepositions and the like that begin a sentence right before a name and are no common word elsewhere: "Despite Santilli's words". */
const prepositions: ReadonlySet<string> = new Set(
  words(`despite unlike besides behind beyond under above below around against between through throughout during within without upon toward
  towards via amid amidst among amongst except until unless whether whereas wherever whenever thus hence therefore inside outside across along
  per regarding concerning including considering perhaps instead notwithstanding alongside`),
);

export function isPreposition(low: string): boolean {
  return prepositions.has(low);
}

/** Words of days and months: nobody's name, and not a body that speaks. */
// "April", "May", "June", "Jan" are names as well.
const times: ReadonlySet<string> = new Set(
  words(
    `january february march july september october november december monday tuesday wednesday thursday friday saturday sunday morning afternoon
    evening night feb apr jun jul aug sept tue wed thu fri today yesterday tomorrow christmas easter`,
  ),
);

export function isTime(low: string): boolean {
  return times.has(low);
}

const stems = words(`
  say tell add note announce declare state warn insist argue explain stress reply write claim ask answer respond acknowledge admit allege assert
  assure caution concede confirm contend counter deny disclose emphasize emphasise inform joke lament maintain mention observe pledge promise
  propose recall reiterate remark remind repeat reveal suggest testify tweet urge vow predict recommend retort demand continue conclude comment
  believe think want hope call describe accuse criticize criticise condemn reject dismiss praise express speak agree disagree`);

/** The verbs that report, in the forms in which they stand beside a name: "said", "says", "wrote". */
const reporting: ReadonlySet<string> = new Set([
  ...stems.flatMap((stem) => {
    const past = stem.endsWith('e')
      ? `${stem}d`
      : stem.endsWith('y')
        ? `${stem.slice(0, -1)}ied`
        : `${stem}ed`;
    const present = stem.endsWith('y') && stem !== 'say' ? `${stem.slice(0, -1)}ies` : `${stem}s`;
    return [past, present];
  }),
  ...words(
    'said told wrote spoke thought repeated admitted sagte sagt erklarte dit declare affirme powiedział oświadczył сказав сказала заявив заявила',
  ),
]);

export function isReporting(low: string): boolean {
  return reporting.has(low);
}
