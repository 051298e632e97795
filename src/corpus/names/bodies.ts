// Words with which the names of bodies, places and things end: whose name ends so is no person.
import { fold } from '../text/folding.ts';

const words = (list: string): readonly string[] => fold(list).text.trim().split(/\s+/u);

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

/** Of these words many are surnames, too: "Allen West", "Lea April". */
const surnames: ReadonlySet<string> = new Set(
  words(
    'april june august day west north east field street hall park lane law banks hills temple camp wing garden guard',
  ),
);

/** Whether what ends a body's name may end somebody's. */
export function isSurnameToo(low: string): boolean {
  return surnames.has(low);
}
