// Words that stand before a name and are none of it, and words of which none is a person's name.
import { fold } from '../corpus/folding.ts';

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

/** A name that ends so is no person's. */
const bodyEnds: ReadonlySet<string> = new Set(
  words(`council commission union ministry senate congress parliament bundestag knesset duma party agency group forces force army navy university
  institute times news journal post sea ocean island islands accord accords treaty agreement pact plan summit act acts states nations kingdom republic
  federation emirates department office embassy europe asia africa america amendment constitution administration campaign convention charter
  protocol resolution network company corporation inc llc corp co ltd court house street avenue road boulevard bank banks board bureau center centre
  college school schools church association committee conference foundation fund service services security command corps authority alliance
  organization organisation society trust press radio television tv tower towers hotel park river lake mountain mountains valley beach hills bay
  gulf strait peninsula coast county city town province region district airport station stadium square bridge building hospital museum library
  theater theatre studios studio entertainment media magazine tribune herald gazette globe chronicle examiner reporter observer guardian
  telegraph mail express review report reports today weekly daily day week month year war wars project program programme initiative act bill law
  code order award awards prize series league cup games olympics team club band show movement coalition caucus delegation cabinet government
  treasury reserve exchange market markets industries industry holdings partners capital group systems technologies technology labs laboratory
  labs energy oil gas airlines air motors electric steel pharmaceuticals health care medicare medicaid rights watch international global
  national american americans people policy affairs relations division branch unit task squad police patrol guard primary caucuses election
  elections debate ballot poll polls bowl deal dream lives matter matters memorial monument palace cathedral mosque temple valley zone
  strip bank heights wall square hill pentagon kremlin interior street journal east west north south tax cuts recovery rescue infrastructure
  partnership framework forum dialogue compact declaration statement communique doctrine nation tribe county parish jobs budget control
  protection reform relief standards trade commerce science sciences arts studies research economics business economy finance budget
  edition times-picayune post-gazette newspaper newspapers hall room wing lawn garden camp base fort field line way lane drive place court
  january february march april june july august september october november december monday tuesday wednesday thursday friday saturday
  sunday morning afternoon evening night christmas easter thanksgiving eve ramadan hanukkah holiday festival era age century
  gmt edt est pst utc edition vs applause laughter crosstalk inaudible laughs god internet twitter facebook google apple amazon microsoft
  youtube instagram telegram united republicans democrats republican democrat conservatives liberals gop dems assembly start politico reuters breitbart pdf http https www com org flickr getty`),
);

/** What ends or is a name of no person. */
export function isBodyWord(low: string): boolean {
  return bodyEnds.has(low);
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
