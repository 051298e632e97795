// The fields of a DOCX that are written piece by piece: begin, instruction, separator, result, end. Of each only the result
// is shown; fields stand in one another, and their pieces in different paragraphs.
import { childOf, childrenOf, valueIn, type XmlElement } from './xml.ts';

interface Field {
  /** Its place among all that begin in this text. */
  readonly number: number;
  /** What a form field shows that is no text in the file. */
  readonly form: string;
  instruction: string;
  isResult: boolean;
  hasResult: boolean;
}

/** Numbers that Word counts by itself and keeps nowhere. */
const countedField = /^\s*(?:AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM)\b/iu;

export class Fields {
  readonly #open: Field[] = [];
  readonly #isBroken: (number: number) => boolean;
  #begun = 0;
  /** How many of the open fields are still at their instruction. */
  #instructions = 0;
  /** Fields whose result is counted anew whenever the document is shown, so that it is not in the file. */
  uncounted = 0;

  /** Of fields that never end it says so: they are taken as if they had not begun, so that nothing vanishes behind them. */
  constructor(isBroken: (number: number) => boolean) {
    this.#isBroken = isBroken;
  }

  /** Whether what stands here is shown. */
  get isShown(): boolean {
    return this.#instructions === 0;
  }

  get unended(): number[] {
    return this.#open.map(({ number }) => number);
  }

  /** `w:fldChar`. Gives what a form field shows that has no result of its own: a box to tick, a choice from a list. */
  mark(element: XmlElement): string {
    const field = this.#open.at(-1);
    switch (element.attributes['fldCharType']) {
      case 'begin':
        this.#begin(element);
        return '';
      case 'separate':
        if (field && !field.isResult) this.#instructions -= 1;
        if (field) field.isResult = true;
        return '';
      case 'end':
        this.#open.pop();
        if (field && !field.isResult) this.#instructions -= 1;
        return field && !field.hasResult ? this.#withoutResult(field) : '';
      default:
        return '';
    }
  }

  instruction(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.isResult && field.instruction.length < 200) field.instruction += text;
  }

  /** Something is shown here: it is the result of all fields around it. */
  shown(): void {
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const field = this.#open[at];
      // Those around it were told together with it.
      if (!field || field.hasResult) return;
      field.hasResult = true;
    }
  }

  /** An instruction without a result. */
  simple(instruction: string): void {
    if (countedField.test(instruction) && this.isShown) this.uncounted += 1;
  }

  #begin(element: XmlElement): void {
    const number = this.#begun++;
    if (this.#isBroken(number)) return;
    const form = formText(childOf(element, 'w:ffData'));
    this.#instructions += 1;
    this.#open.push({ number, form, instruction: '', isResult: false, hasResult: false });
  }

  #withoutResult(field: Field): string {
    this.simple(field.instruction);
    return field.form;
  }
}

function formText(form: XmlElement | undefined): string {
  const box = childOf(form, 'w:checkBox');
  if (box) {
    const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
    const isTicked = state !== undefined && !/^(?:0|false|off)$/u.test(state.attributes['val'] ?? '1');
    return isTicked ? '☒' : '☐';
  }
  const list = childOf(form, 'w:ddList');
  if (!list) return '';
  const chosen = Number(valueIn(list, 'w:result') ?? valueIn(list, 'w:default') ?? 0);
  return childrenOf(list, 'w:listEntry')[chosen]?.attributes['val'] ?? '';
}
