// Files made for the tests: DOCX and PDF written byte by byte, so that each has just what a test is about.
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** A ZIP archive with its files packed, as word processors write it. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, place, Buffer.from(name));
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06'), end]);
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const relations = (targets: Readonly<Record<string, string>>): string =>
  `<?xml version="1.0"?><Relationships xmlns="${packaged}/relationships">${Object.entries(targets)
    .map(
      ([type, target], index) => `<Relationship Id="r${index}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** A paragraph of a DOCX; `style` is the id of a style such as `Heading1`. */
export function paragraph(text: string, style?: string): string {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : '';
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A DOCX with a body and, where they are given, other parts. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  const style = (id: string, name: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const types: Readonly<Record<string, string>> = {
    document: 'document.main',
    styles: 'styles',
    footnotes: 'footnotes',
    comments: 'comments',
  };
  return zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
      types,
    )
      .map(
        ([name, type]) =>
          `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': relations({ officeDocument: 'word/document.xml' }),
    'word/_rels/document.xml.rels': relations({
      styles: 'styles.xml',
      footnotes: 'footnotes.xml',
      comments: 'comments.xml',
    }),
    'word/styles.xml': `<?xml version="1.0"?><w:styles ${word}>${style('Title', 'Title')}${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}</w:styles>`,
    'word/footnotes.xml': `<?xml version="1.0"?><w:footnotes ${word}><w:footnote w:id="1">${paragraph('The note at the foot.')}</w:footnote></w:footnotes>`,
    'word/comments.xml': `<?xml version="1.0"?><w:comments ${word}/>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${word}><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

/** A line of text on a page of a PDF: its place in points from the lower left corner, and its size. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF of pages with lines of text in Helvetica; `streams` in place of lines are taken as they are. */
export function pdf(
  pages: readonly (readonly PdfLine[] | Buffer)[],
  options: { info?: string; filter?: string } = {},
): Buffer {
  const { info = '', filter = '/FlateDecode' } = options;
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ');
  const objects: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<<${info}>>`,
  ];
  for (const [index, page] of pages.entries()) {
    const stream = Buffer.isBuffer(page) ? page : deflateSync(Buffer.from(drawn(page), 'latin1'));
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${6 + index * 2} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      Buffer.concat([
        Buffer.from(`<</Length ${stream.length}/Filter ${filter}>>stream\n`),
        stream,
        Buffer.from('\nendstream'),
      ]),
    );
  }
  return assembled(objects);
}

function drawn(lines: readonly PdfLine[]): string {
  return lines
    .map(({ text, x, y, size = 10 }) => {
      const escaped = text.replace(/[\\()]/gu, '\\$&');
      return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`;
    })
    .join('\n');
}

function assembled(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, content] of objects.entries()) {
    const object = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(content),
      Buffer.from('\nendobj\n'),
    ]);
    offsets.push(length);
    parts.push(object);
    length += object.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R/Info 4 0 R>>\nstartxref\n${length}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}
