// What the styles of a DOCX say of runs and paragraphs: hidden, struck, capitals, numbers, headings; by inheritance.
import { childOf, readXml, valueIn, type XmlElement } from './xml.ts';

/** Properties of letters. What is not said is undefined: then a style, or the document's default, says it. */
export interface RunProperties {
  readonly vanish: boolean | undefined;
  readonly strike: boolean | undefined;
  readonly dstrike: boolean | undefined;
  readonly caps: boolean | undefined;
  readonly font: string | undefined;
  readonly language: string | undefined;
}

/** Which list a paragraph is numbered in; the list "0" is none. */
export interface ListPlace {
  readonly list: string | undefined;
  readonly level: number | undefined;
}

/** A style with all that it inherits. */
interface Style {
  readonly name: string;
  readonly run: RunProperties;
  readonly place: ListPlace;
  /** The style that says the list: its own level in the list goes by this name. */
  readonly placedBy: string | undefined;
  /** 1 for "heading 1"; 10 for text of the body. */
  readonly outline: number | undefined;
  readonly isTitle: boolean;
}

const nothing: RunProperties = {
  vanish: undefined,
  strike: undefined,
  dstrike: undefined,
  caps: undefined,
  font: undefined,
  language: undefined,
};

const none: Style = {
  name: '',
  run: nothing,
  place: { list: undefined, level: undefined },
  placedBy: undefined,
  outline: undefined,
  isTitle: false,
};

/** Word knows a switch that is there without a value as on. */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  if (!element) return undefined;
  return !/^(?:0|false|off)$/u.test(element.attributes['val'] ?? '1');
}

/** `w:rPr` as it stands, without the styles that it names. */
export function runPropertiesOf(properties: XmlElement | undefined): RunProperties {
  if (!properties) return nothing;
  const fonts = childOf(properties, 'w:rFonts')?.attributes;
  return {
    vanish: isOn(childOf(properties, 'w:vanish')),
    strike: isOn(childOf(properties, 'w:strike')),
    dstrike: isOn(childOf(properties, 'w:dstrike')),
    caps: isOn(childOf(properties, 'w:caps')),
    font: fonts?.['ascii'] ?? fonts?.['hAnsi'],
    language: valueIn(properties, 'w:lang'),
  };
}

export function listPlaceOf(paragraphProperties: XmlElement | undefined): ListPlace {
  const properties = childOf(paragraphProperties, 'w:numPr');
  const level = Number(valueIn(properties, 'w:ilvl') ?? Number.NaN);
  return {
    list: valueIn(properties, 'w:numId'),
    level: Number.isInteger(level) ? level : undefined,
  };
}

/** The level that an outline gives a paragraph, from 1. */
export function outlineOf(paragraphProperties: XmlElement | undefined): number | undefined {
  const level = valueIn(paragraphProperties, 'w:outlineLvl');
  return level !== undefined && /^\d$/u.test(level) ? Number(level) + 1 : undefined;
}

/** Word's own name of the style, which is the same in every language, and names that offices give to theirs. */
const titleName =
  /^(?:title|(?:document|main|treaty|agreement) ?title|title of (?:the )?(?:document|treaty|agreement)|titel|(?:dokument(?:en)?|haupt|vertrags)titel|titel (?:des )?(?:dokuments?|vertrag(?:e?s)?)|titre|titre (?:principal|du (?:document|traité|texte)|de l[’']accord)|tytuł|tytuł (?:główny|umowy|dokumentu|aktu|traktatu|komunikatu)|назва|(?:назва|заголовок) (?:документа|договору|угоди|акта))$/iu;

export class Styles {
  readonly #written = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, Style>();
  readonly #defaults: RunProperties;
  /** The style of paragraphs that name none. */
  readonly #normal: string | undefined;

  constructor(part: Uint8Array | undefined) {
    let defaults: XmlElement | undefined;
    let normal: string | undefined;
    const each = (element: XmlElement): void => {
      const id = element.attributes['styleId'];
      if (element.name === 'w:docDefaults') defaults = childOf(childOf(element, 'w:rPrDefault'), 'w:rPr');
      if (element.name !== 'w:style' || id === undefined) return;
      this.#written.set(id, element);
      const { type, default: isDefault } = element.attributes;
      if (type === 'paragraph' && isDefault !== undefined && /^(?:1|true|on)$/u.test(isDefault)) normal = id;
    };
    if (part) readXml(part, { each });
    this.#defaults = runPropertiesOf(defaults);
    this.#normal = normal;
  }

  paragraph(id: string | undefined): Style {
    const known = id !== undefined && this.#written.has(id) ? id : this.#normal;
    return known === undefined ? none : this.#style(known, new Set());
  }

  /** The list that a style of the type "numbering" stands for. */
  listOf(id: string): string | undefined {
    return this.#style(id, new Set()).place.list;
  }

  /**
   * What holds for letters: what is said at them, then the styles, then the document's default. A style of characters
   * turns over what the style of the paragraph says, as Word does (ECMA-376, 17.7.3); one that says "off" is taken at its word.
   */
  run(properties: XmlElement | undefined, paragraph: RunProperties): RunProperties {
    const own = runPropertiesOf(properties);
    const named = valueIn(properties, 'w:rStyle');
    const style = named === undefined ? nothing : this.#style(named, new Set()).run;
    const toggled = (name: 'vanish' | 'strike' | 'caps'): boolean => {
      if (own[name] !== undefined) return own[name];
      const said = style[name] === true ? paragraph[name] !== true : (style[name] ?? paragraph[name]);
      return said ?? this.#defaults[name] ?? false;
    };
    return {
      vanish: toggled('vanish'),
      strike: toggled('strike'),
      caps: toggled('caps'),
      dstrike: own.dstrike ?? style.dstrike ?? paragraph.dstrike ?? this.#defaults.dstrike ?? false,
      font: own.font ?? style.font ?? paragraph.font ?? this.#defaults.font,
      language: own.language ?? style.language ?? paragraph.language ?? this.#defaults.language,
    };
  }

  /** `above` are the styles that led here: one that inherits from itself inherits nothing. */
  #style(id: string, above: Set<string>): Style {
    const known = this.#resolved.get(id);
    if (known) return known;
    const written = this.#written.get(id);
    if (!written || above.has(id)) return none;
    above.add(id);
    const basedOn = valueIn(written, 'w:basedOn');
    const style = styleOf(id, written, basedOn === undefined ? none : this.#style(basedOn, above));
    this.#resolved.set(id, style);
    return style;
  }
}

function styleOf(id: string, written: XmlElement, base: Style): Style {
  const name = valueIn(written, 'w:name') ?? '';
  const properties = childOf(written, 'w:pPr');
  const place = listPlaceOf(properties);
  const heading = /^heading ([1-9])$/iu.exec(name)?.[1];
  return {
    name,
    run: inherited(runPropertiesOf(childOf(written, 'w:rPr')), base.run),
    place: { list: place.list ?? base.place.list, level: place.level ?? base.place.level },
    placedBy: place.list === undefined && place.level === undefined ? base.placedBy : id,
    outline: outlineOf(properties) ?? (heading === undefined ? base.outline : Number(heading)),
    isTitle: titleName.test(name),
  };
}

function inherited(own: RunProperties, base: RunProperties): RunProperties {
  const { vanish, strike, dstrike, caps, font, language } = base;
  return {
    vanish: own.vanish ?? vanish,
    strike: own.strike ?? strike,
    dstrike: own.dstrike ?? dstrike,
    caps: own.caps ?? caps,
    font: own.font ?? font,
    language: own.language ?? language,
  };
}
