// Word files made by code, in the shapes that word processors write: runs cut in the middle of words, styles by inheritance,
// lists in a part of their own.
import { zip } from '../files.ts';

const transitional = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const strict = {
  w: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const spaces = [
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:x="urn:example:unknown"',
].join(' ');

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Words in a run; `properties` is what stands in its `w:rPr`. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of runs, or of words; `properties` is what stands in its `w:pPr`. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;

export const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;
export const listed = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

/** A field whose pieces stand one after the other; `result` is what stands between separator and end. */
export const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${escaped(instruction)} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
export const simple = (instruction: string, result: string): string =>
  `<w:fldSimple w:instr=" ${escaped(instruction)} ">${run(result)}</w:fldSimple>`;

export const noteMark = (id: number, kind = 'footnote'): string =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`;
/** A note as Word writes it: its number, a space, its words. */
export const note = (id: number, text: string, kind = 'footnote'): string =>
  `<w:${kind} w:id="${id}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Ref/></w:r>${run(` ${text}`)}</w:p></w:${kind}>`;

export const inserted = (content: string): string =>
  `<w:ins w:id="7" w:author="A" w:date="2025-03-04T10:00:00Z">${content}</w:ins>`;
export const deleted = (text: string): string =>
  `<w:del w:id="8" w:author="A" w:date="2025-03-04T10:00:00Z"><w:r><w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r></w:del>`;

export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
export const table = (...rows: string[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>${rows.join('')}</w:tbl>`;

/** A text box as Word writes it: once for itself, once for programs that know only its older drawings. */
export const box = (...paragraphs: string[]): string => {
  const content = `<w:txbxContent>${paragraphs.join('')}</w:txbxContent>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
};

/** A level of a list: format, text, and what else stands in it. */
export type WrittenLevel = readonly [format: string, text: string, more?: string];

export const pattern = (id: number, levels: readonly WrittenLevel[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${more}${levels
    .map(
      ([format, text, rest = ''], level) =>
        `<w:lvl w:ilvl="${level}">${rest.includes('<w:start ') ? '' : '<w:start w:val="1"/>'}<w:numFmt w:val="${format}"/>${rest}<w:lvlText w:val="${escaped(text)}"/><w:lvlJc w:val="left"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`;
export const list = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
export const startAt = (level: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

export const style = (id: string, name: string, more = '', type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
export const basedOn = (id: string): string => `<w:basedOn w:val="${id}"/>`;
const usualStyles = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  style('Title', 'Title', basedOn('Normal')),
  style('Heading1', 'heading 1', `${basedOn('Normal')}<w:pPr><w:outlineLvl w:val="0"/></w:pPr>`),
  style('Heading2', 'heading 2', `${basedOn('Normal')}<w:pPr><w:outlineLvl w:val="1"/></w:pPr>`),
].join('');

export interface WordFile {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly settings?: string;
  readonly header?: string;
  readonly comments?: string;
  /** ISO's strict form, as "Strict Open XML Document" saves it. */
  readonly isStrict?: boolean;
  /** The prefix that is written in place of `w`. */
  readonly prefix?: string;
  readonly main?: string;
}

export function wordFile(file: WordFile): Buffer {
  const { w, office } = file.isStrict ? strict : transitional;
  const main = file.main ?? 'document';
  const part = (root: string, content: string): string => {
    const xml = `<w:${root} xmlns:w="${w}" ${spaces}>${content}</w:${root}>`;
    const { prefix } = file;
    const renamed = prefix
      ? xml.replaceAll('xmlns:w=', `xmlns:${prefix}=`).replaceAll(/(<\/?|\s)w:/gu, `$1${prefix}:`)
      : xml;
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${renamed}`;
  };
  const parts: Record<string, string> = { styles: part('styles', usualStyles + (file.styles ?? '')) };
  for (const name of ['numbering', 'footnotes', 'endnotes', 'settings', 'comments'] as const) {
    const content = file[name];
    if (content !== undefined) parts[name] = part(name, content);
  }
  if (file.header !== undefined) parts['header'] = part('hdr', file.header);
  const relation = (type: string, target: string, index: number): string =>
    `<Relationship Id="rId${index}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (all: readonly string[]): string =>
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  const fileOf = (name: string): string => (name === 'header' ? 'header1.xml' : `${name}.xml`);
  return zip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations([relation('officeDocument', `word/${main}.xml`, 1)]),
    [`word/_rels/${main}.xml.rels`]: relations(
      Object.keys(parts).map((name, index) => relation(name, fileOf(name), index)),
    ),
    [`word/${main}.xml`]: part('document', `<w:body>${file.body}<w:sectPr/></w:body>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`word/${fileOf(name)}`, xml])),
  });
}
