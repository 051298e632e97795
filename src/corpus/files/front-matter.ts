// A Markdown file becomes a document: its front matter is read and checked, its body is the document's text.
import type { Problem } from '../../common/errors.ts';
import { problemsOf, type Validated } from '../../common/validation.ts';
import type { MessageKey } from '../../messages/messages.ts';
import { type Document, frontMatterSchema } from '../document.ts';
import { annotationSchema } from './annotations.ts';
import { parseYaml } from './yaml.ts';

const fence = /^---[ \t]*$/m;
const fields = Object.keys(frontMatterSchema.shape);
const annotationFields = Object.keys(annotationSchema.shape);

/** What each field wants, for the remedy in an error. */
const wanted: Record<string, MessageKey> = {
  id: 'wanted.id',
  title: 'wanted.told',
  kind: 'wanted.kind',
  publisher: 'wanted.told',
  url: 'wanted.url',
  published: 'wanted.published',
  retrieved: 'wanted.date',
  changed: 'wanted.date',
  pages: 'wanted.pages',
  language: 'wanted.language',
  credit: 'wanted.text',
  status: 'wanted.status',
  statements: 'wanted.statements',
};

/** The same for what stands in a list of statements. */
const wantedOfStatement: Record<string, MessageKey> = {
  paragraph: 'wanted.paragraph',
  quote: 'wanted.words',
  speaker: 'wanted.words',
  clause: 'wanted.words',
  kind: 'wanted.speakerKind',
  person: 'wanted.person',
  party: 'wanted.party',
  none: 'wanted.none',
};

/** Reads one Markdown document. `source` has LF line ends. */
export function readDocument(source: string, file: string): Document | Problem[] {
  const parts = split(source);
  if (!parts) return [{ place: { file, line: 1 }, message: { key: 'frontMatter.none' } }];
  const yaml = parseYaml(parts.front, file, 2, 'area.frontMatter');
  if ('message' in yaml) return [yaml];
  const checked = frontMatterSchema.safeParse(yaml.data);
  if (!checked.success) {
    const validated: Validated = {
      placeOf: yaml.placeOf,
      wanted: wantedAt,
      known: knownAt,
      area: 'area.frontMatter',
    };
    return problemsOf(checked.error, yaml.data, validated);
  }
  const noText = parts.body.indexOf('\0');
  if (noText >= 0) {
    const line = source.slice(0, source.length - parts.body.length + noText).split('\n').length;
    return [{ place: { file, line }, message: { key: 'document.noText' } }];
  }
  const { statements, ...data } = checked.data;
  const annotations = statements?.map((each, index) => ({
    ...each,
    place: yaml.placeOf(['statements', index]),
  }));
  return { ...data, ...(annotations ? { statements: annotations } : {}), file, text: parts.body };
}

function wantedAt([field, , part]: readonly PropertyKey[]): MessageKey {
  if (field === 'statements' && part !== undefined) return wantedOfStatement[String(part)] ?? 'wanted.text';
  return wanted[String(field)] ?? 'wanted.frontMatter';
}

function knownAt([field]: readonly PropertyKey[]): readonly string[] {
  if (field === undefined) return fields;
  return field === 'statements' ? annotationFields : ['supplied', 'inferred', 'because'];
}

/** The YAML between the two `---` lines, and everything after them. */
function split(source: string): { front: string; body: string } | undefined {
  const opening = fence.exec(source);
  if (opening?.index !== 0) return undefined;
  const rest = source.slice(opening[0].length + 1);
  const closing = fence.exec(rest);
  if (!closing) return undefined;
  const body = rest.slice(closing.index + closing[0].length + 1);
  return { front: rest.slice(0, closing.index), body };
}
