// What the labels of one document tell of each other: which come again, which is whose short form, and which are none.
import { wholeWords } from '../text/borders.ts';
import { fold } from '../text/folding.ts';
import { isTitled, type LabelForm, namesIn, roleOf } from './label-form.ts';

/** Words that head what follows and name nobody: "NOTE:". */
export const headings: ReadonlySet<string> = new Set(
  'fact facts sheet note notes update breaking watch read background myth reality summary subject date time location part section title article chapter goal purpose result results conclusion support cost benefits example examples timeline'.split(
    ' ',
  ),
);

/** Datelines and bodies that stand before a colon in lists as often as they speak. */
const places = new Set(
  `washington moscow kyiv kiev brussels london paris berlin geneva vienna beijing tokyo warsaw rome madrid ankara istanbul cairo
  jerusalem riyadh doha delhi jakarta seoul pyongyang tehran baghdad nairobi pretoria ottawa canberra davos york
  nato eu un us usa uk osce imf iaea who wto opec asean au ecowas unesco unicef icc icj g7 g20 brics attention warning
  correction agenda contact source sources editor transcript caption annex item vote voting present also context important`
    .trim()
    .split(/\s+/u),
);

/** "spoke in French", "via interpreter": a note that only stands beside whoever speaks. */
const relayed = new RegExp(
  wholeWords('spoke|speaking|voice-?over|on camera|through|via', '(?:interpret|translat)\\p{L}*'),
  'iu',
);

/** Words that begin a sentence and are set off with a colon in speech itself: "First: we go." */
const ordinary =
  /^(?:first|second|third|fourth|fifth|firstly|secondly|thirdly|finally|lastly|next|then|now|look|listen|remember|imagine|think|again|so|yes|no|well|and|but|or|because|therefore|however|also|still|yet|thus|answer|question|problem|point|fact|truth|result|example|reason|remark|note|conclusion|one|two|three|four|five|what|why|how|who|when|where|here|there|this|that|these|those|simply|plainly|briefly|today|tomorrow|yesterday|hear|let|please|ok|okay)$/u;

/** `unread`: it only looks like a label, and names nobody for sure. */
export type LabelKind = 'named' | 'unnamed' | 'crowd' | 'unread';

/** What the labels of a document tell of each other: which come again, and which is whose short form. */
export class LabelBook {
  readonly #times = new Map<string, number>();
  readonly #wholes = new Map<string, LabelForm[]>();
  /** Forms of address under which a surname comes. */
  readonly #addresses = new Map<string, Set<string>>();
  readonly #isAsked: boolean;

  constructor(forms: readonly LabelForm[]) {
    for (const form of forms) {
      const folded = foldName(form.name);
      // "Pence: We go" in a heading is none of the labels "PENCE:".
      const key = `${form.style} ${folded}`;
      this.#times.set(key, (this.#times.get(key) ?? 0) + 1);
      this.#noteNames(form, folded);
    }
    this.#isAsked = forms.some(({ name, style }) => style === 'letter' && name === 'Q');
  }

  #noteNames(form: LabelForm, folded: string): void {
    const names = namesIn(folded);
    const last = names.at(-1);
    if (last === undefined) return;
    if (names.length > 1) {
      const known = this.#wholes.get(last) ?? [];
      if (!known.some((each) => foldName(each.name) === folded)) this.#wholes.set(last, [...known, form]);
      return;
    }
    const address = /^(?:mr|mrs|ms|miss)(?![\p{L}\p{N}])/u.exec(folded)?.[0] ?? '';
    for (const key of [last, `${form.style} ${last}`])
      this.#addresses.set(key, (this.#addresses.get(key) ?? new Set()).add(address));
  }

  /** What a form is a label of; undefined where it is none at all. */
  kindOf(form: LabelForm): LabelKind | undefined {
    const folded = foldName(form.name);
    if (form.style === 'letter') return form.name === 'Q' || this.#isAsked ? 'unnamed' : undefined;
    const role = roleOf(folded);
    if (role !== 'named') return role;
    if (form.style === 'bracketed') return 'named';
    if (isHeading(folded)) return form.style === 'capitals' ? 'unread' : undefined;
    if (this.#isNamed(form, folded)) return 'named';
    if (form.style === 'mixed' && !folded.includes(' ') && ordinary.test(folded)) return undefined;
    return 'unread';
  }

  #isNamed(form: LabelForm, folded: string): boolean {
    const { style, office, notes, stamped } = form;
    const names = namesIn(folded);
    if (isTitled(folded) && (style === 'capitals' || names.length > 0 || /^the /u.test(folded))) return true;
    if (isPlace(folded)) return false;
    if (stamped) return true;
    if (notes.some((note) => relayed.test(note))) return true;
    if (office !== undefined && names.length > 1 && (style === 'capitals' || isTitled(foldName(office))))
      return true;
    if (style === 'mixed' && !folded.includes(' ') && ordinary.test(folded)) return false;
    if ((this.#times.get(`${style} ${folded}`) ?? 0) > 1) return true;
    return this.#isAlso(names, style);
  }

  /** Whether somebody of this name has another label, which is long where this one is short. */
  #isAlso(names: readonly string[], style: LabelForm['style']): boolean {
    const last = names.at(-1) ?? '';
    return names.length > 1
      ? this.#addresses.has(`${style} ${last}`)
      : (this.#wholes.get(last) ?? []).some((each) => each.style === style);
  }

  /** The one whole name that a short label stands for. */
  fullOf(form: LabelForm): LabelForm | undefined {
    const names = namesIn(foldName(form.name));
    const [last] = names;
    if (names.length !== 1 || last === undefined) return undefined;
    const wholes = this.#wholes.get(last) ?? [];
    const addresses = [...(this.#addresses.get(last) ?? [])].filter((each) => each !== '');
    return wholes.length === 1 && addresses.length < 2 ? wholes[0] : undefined;
  }
}

export function foldName(name: string): string {
  return fold(name).text.replace(/[.,]/gu, '').replace(/\s+/gu, ' ').trim();
}

export function isHeading(folded: string): boolean {
  const words = folded.match(/\p{L}+/gu) ?? [];
  return isPlace(folded) || (words.length <= 2 && words.some((word) => headings.has(word)));
}

function isPlace(folded: string): boolean {
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= 2 && places.has(words.at(-1) ?? '');
}

/** A word or two in capitals that head nothing: a reader takes them for a label even where nothing else shows it. */
export function isBare({ style, name }: LabelForm): boolean {
  const folded = foldName(name);
  return style === 'capitals' && (folded.match(/\p{L}+/gu) ?? []).length <= 2 && !isHeading(folded);
}
